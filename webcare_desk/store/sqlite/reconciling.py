"""Reading comparisons with PV's lists, and what does not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.store.sqlite.asking import Asking, with_kinds

if TYPE_CHECKING:
    from webcare_desk.domain.reconciliation import OpenLine, Reconciliation

_RECONCILIATION = (
    "SELECT id, uid, since, until, made_at, by, document, lines, cases, matched, signature, "
    "pv_way, pv_document, pv_at, pv_name FROM reconciliation "
)
_LINE = (
    "SELECT id, kind, mark, escalation, line, opened_at, seen_in, resolution, resolved_at, "
    "resolved_by, ours, theirs, words FROM discrepancy "
)
_Row = tuple[Any, ...]


class ReconcilingReads(Asking):
    """What is asked of reconciliation."""

    def reconciliations(self, limit: int = 500) -> list[Reconciliation]:
        """Return the comparisons, the newest first."""
        return self._compared("ORDER BY id DESC LIMIT ?", limit)

    def reconciliation(self, reconciliation: int) -> Reconciliation | None:
        """Return one comparison, or None."""
        return next(iter(self._compared("WHERE id = ?", reconciliation)), None)

    def discrepancies(self, *, only_open: bool = True, limit: int | None = None) -> list[OpenLine]:
        """Return what does not agree, the oldest first."""
        where = "WHERE resolution IS NULL" if only_open else ""
        ordered = f"{where} ORDER BY opened_at, id LIMIT ?"
        return self._lines(ordered, -1 if limit is None else limit)

    def open_discrepancies(self) -> int:
        """Return how much does not agree and is not settled."""
        query = "SELECT count(*) FROM discrepancy WHERE resolution IS NULL"
        with self._reading() as db:
            return int(db.execute(query).fetchone()[0])

    def discrepancy(self, discrepancy: int) -> OpenLine | None:
        """Return one discrepancy, or None."""
        return next(iter(self._lines("WHERE id = ?", discrepancy)), None)

    def oldest_discrepancy(self) -> int | None:
        """Return since when the oldest unmatched line is open, or None."""
        query = "SELECT min(opened_at) FROM discrepancy WHERE resolution IS NULL"
        with self._reading() as db:
            found: int | None = db.execute(query).fetchone()[0]
        return found

    def _compared(self, where: str, *values: object) -> list[Reconciliation]:
        from webcare_desk.domain.case_version import Way
        from webcare_desk.domain.reconciliation import Reconciliation

        with self._reading() as db:
            rows: list[_Row] = db.execute(_RECONCILIATION + where, values).fetchall()
        return [Reconciliation(*with_kinds(row, {11: Way})) for row in rows]

    def _lines(self, where: str, *values: object) -> list[OpenLine]:
        from webcare_desk.domain.listed import DiscrepancyKind, Resolution
        from webcare_desk.domain.reconciliation import OpenLine

        with self._reading() as db:
            rows: list[_Row] = db.execute(_LINE + where, values).fetchall()
        return [OpenLine(*with_kinds(row, {1: DiscrepancyKind, 7: Resolution})) for row in rows]
