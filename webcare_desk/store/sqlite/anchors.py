"""Reading the anchors."""

from __future__ import annotations

from typing import Any

from webcare_desk.domain.anchor import Anchor, AnchorKind, AnchorState, KeptHead
from webcare_desk.domain.inbox import NEVER
from webcare_desk.store.sqlite.asking import Asking

_ANCHOR = (
    "SELECT id, uid, kind, state, note, size, root, made_at, taken_at, attempts, not_before, "
    "problem, evidence FROM anchor "
)
_Row = tuple[Any, ...]


class AnchorReads(Asking):
    """Which heads somebody else holds."""

    def anchor(self, anchor: int) -> Anchor | None:
        """Return an anchor."""
        return next(iter(self._anchors("WHERE id = ?", anchor)), None)

    def anchors(self, limit: int) -> list[Anchor]:
        """Return the anchors, the newest first."""
        return self._anchors("ORDER BY id DESC LIMIT ?", limit)

    def anchors_due(self, now: int) -> list[Anchor]:
        """Return what waits to be taken by somebody else, and whose time has come.

        Further ahead than any pause lies only a time of a clock that was ahead: that is due too.
        """
        from webcare_desk.domain.reply import PAUSE

        return self._anchors(
            "WHERE state = 'waiting' AND (not_before <= ? OR not_before > ? AND not_before < ?) "
            "ORDER BY id",
            now,
            now + PAUSE,
            NEVER,
        )

    def anchor_of(self, delivery: int) -> Anchor | None:
        """Return the anchor that travels with a delivery."""
        return next(iter(self._anchors("WHERE delivery = ?", delivery)), None)

    def anchor_mail(self, anchor: int) -> str | None:
        """Return the frozen mail of an anchor."""
        with self._reading() as db:
            row = db.execute(
                "SELECT d.body FROM anchor a JOIN document d ON d.id = a.mail WHERE a.id = ?",
                (anchor,),
            ).fetchone()
        return None if row is None else str(row[0])

    def anchored(self) -> tuple[int, int]:
        """Return the size of the largest head that somebody else holds, and since when.

        Of a log without one: 0, and when it began.
        """
        with self._reading() as db:
            row = db.execute(
                "SELECT size, taken_at FROM anchor WHERE state <> 'waiting' "
                "ORDER BY size DESC, taken_at LIMIT 1"
            ).fetchone()
            row = row or db.execute("SELECT 0, at FROM entry WHERE seq = 0").fetchone()
        return (0, 0) if row is None else (row[0], row[1])

    def _anchors(self, where: str, *values: object) -> list[Anchor]:
        with self._reading() as db:
            rows = db.execute(_ANCHOR + where, values).fetchall()
        return [_anchor(row) for row in rows]


def _anchor(row: _Row) -> Anchor:
    key, uid, kind, state, note, size, root = row[:7]
    head = KeptHead(note, size, root)
    return Anchor(key, uid, AnchorKind(kind), AnchorState(state), head, *row[7:])
