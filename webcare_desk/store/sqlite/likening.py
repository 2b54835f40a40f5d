"""Reading the judgements of cases that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.likeness import Likeness

_LIKENESS = (
    "SELECT id, escalation, other, judgement, by, at FROM likeness "
    "WHERE ?1 IS NULL OR escalation = ?1 OR other = ?1 ORDER BY id LIMIT 100000"
)


class LikenessReads(Asking):
    """What is asked of judgements."""

    def likenesses(self, case: int | None = None) -> list[Likeness]:
        """Return the judgements about a case or about all, the oldest first."""
        from webcare_desk.domain.likeness import Judgement, Likeness

        with self._reading() as db:
            rows = db.execute(_LIKENESS, (case,)).fetchall()
        return [
            Likeness(key, older, other, Judgement(judgement), by, at)
            for key, older, other, judgement, by, at in rows
        ]
