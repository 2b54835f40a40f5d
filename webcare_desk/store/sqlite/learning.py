"""Reading what the desk learnt, and what people escalated that screening had not flagged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.hint import HintKind
    from webcare_desk.domain.learning import Escalated, KeptCorrection

_VERSION = "SELECT id, weights, model, based_on, comment, is_report, at FROM correction"
# Each comment once, in the wording that stood there when it was first escalated; the first
# wording where a clock that was set back leaves none as old as that.
_ESCALATED = """
SELECT r.language, w.category, max(r.tier, coalesce(s.adds, 0)) > 0, count(*)
FROM escalation e JOIN work w ON w.comment = e.comment
JOIN revision r ON r.id = (SELECT coalesce(max(v.id) FILTER (WHERE v.seen_at <= e.recognised_at),
  min(v.id)) FROM revision v WHERE v.comment = e.comment)
LEFT JOIN assessment s ON s.revision = r.id
WHERE e.id = (SELECT min(f.id) FROM escalation f WHERE f.comment = e.comment)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


class LearningReads(Asking):
    """The versions of the correction, and what was missed."""

    def correction(self, version: int) -> KeptCorrection | None:
        """Return one version of the correction."""
        with self._reading() as db:
            row = db.execute(f"{_VERSION} WHERE id = ?", (version,)).fetchone()
        return None if row is None else _kept(row)

    def corrections(self, limit: int) -> list[KeptCorrection]:
        """Return the versions, the newest first."""
        with self._reading() as db:
            rows = db.execute(f"{_VERSION} ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
        return [_kept(row) for row in rows]

    def hints(self, comment: int) -> frozenset[HintKind]:
        """Return the hints of a comment that a person confirmed."""
        from webcare_desk.domain.hint import HintKind

        with self._reading() as db:
            rows = db.execute("SELECT kind FROM hint WHERE comment = ?", (comment,)).fetchall()
        return frozenset(HintKind(kind) for (kind,) in rows)

    def escalated(self) -> list[Escalated]:
        """Count the comments that were escalated, by whether screening flagged them before."""
        from webcare_desk.domain.finding import Category, Language
        from webcare_desk.domain.learning import Escalated

        with self._reading() as db:
            rows = db.execute(_ESCALATED).fetchall()
        return [
            Escalated(Language(spoken), Category(category), bool(flagged), count)
            for spoken, category, flagged, count in rows
        ]


def _kept(row: Sequence[object]) -> KeptCorrection:
    from webcare_desk.domain.learning import Correction, KeptCorrection

    version, weights, model, based_on, comment, is_report, at = (str(column) for column in row)
    pairs = tuple((int(bucket), int(weight)) for bucket, weight in json.loads(weights))
    correction = Correction(int(version), pairs)
    known = int(comment), bool(int(is_report)), int(at)
    return KeptCorrection(correction, model, int(based_on), *known)
