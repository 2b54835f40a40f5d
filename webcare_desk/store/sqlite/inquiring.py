"""Reading the attempts to hear more from the poster of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from webcare_desk.domain.inquiry import Inquiry

_INQUIRY = (
    "SELECT id, escalation, attempt, questions, asked_at, by, due_at, ended_at, outcome, delivery "
    "FROM inquiry "
)


class InquiryReads:
    """What is asked of attempts."""

    _reading: Callable[[], AbstractContextManager[sqlite3.Connection]]

    def inquiries(self, case: int) -> list[Inquiry]:
        """Return the attempts about a case, the first one first."""
        return self._inquired("WHERE escalation = ? ORDER BY attempt", case)

    def inquiry(self, inquiry: int) -> Inquiry | None:
        """Return one attempt, or None."""
        return next(iter(self._inquired("WHERE id = ?", inquiry)), None)

    def inquiry_of(self, delivery: int) -> Inquiry | None:
        """Return the attempt for which a reply is sent, or None."""
        return next(iter(self._inquired("WHERE delivery = ?", delivery)), None)

    def open_inquiries(self, limit: int = 500) -> list[Inquiry]:
        """Return the attempts whose end nobody has told, the nearest due time first."""
        return self._inquired("WHERE outcome IS NULL ORDER BY due_at, id LIMIT ?", limit)

    def _inquired(self, where: str, *values: object) -> list[Inquiry]:
        from webcare_desk.domain.inquiry import Inquiry, InquiryOutcome  # noqa: PLC0415 - off the start path

        with self._reading() as db:
            rows = db.execute(_INQUIRY + where, values).fetchall()
        return [
            Inquiry(
                id=key,
                case=case,
                attempt=attempt,
                questions=tuple(questions.split("+")),
                asked_at=asked_at,
                by=by,
                due_at=due_at,
                ended_at=ended_at,
                outcome=None if outcome is None else InquiryOutcome(outcome),
                delivery=delivery,
            )
            for key, case, attempt, questions, asked_at, by, due_at, ended_at, outcome, delivery in rows
        ]
