"""Reading the attempts to hear more from the poster of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.inquiry import Inquiry

_INQUIRY = (
    "SELECT i.id, i.escalation, e.comment, e.plan, i.attempt, i.questions, i.asked_at, i.by, i.due_at, "
    "i.ended_at, i.outcome, i.delivery, i.alarm, i.alarmed_at "
    "FROM inquiry i JOIN escalation e ON e.id = i.escalation "
)


class InquiryReads(Asking):
    """What is asked of attempts."""

    def inquiries(self, case: int) -> list[Inquiry]:
        """Return the attempts about a case, the first one first."""
        return self._inquired("WHERE i.escalation = ? ORDER BY i.attempt", case)

    def inquiry(self, inquiry: int) -> Inquiry | None:
        """Return one attempt, or None."""
        return next(iter(self._inquired("WHERE i.id = ?", inquiry)), None)

    def inquiry_of(self, delivery: int) -> Inquiry | None:
        """Return the attempt for which a reply is sent, or None."""
        return next(iter(self._inquired("WHERE i.delivery = ?", delivery)), None)

    def open_inquiries(self) -> list[Inquiry]:
        """Return the attempts whose end nobody has told, the nearest due time first."""
        return self._inquired("WHERE i.outcome IS NULL ORDER BY i.due_at, i.id")

    def _inquired(self, where: str, *values: object) -> list[Inquiry]:
        with self._reading() as db:
            return [_made(row) for row in db.execute(_INQUIRY + where, values)]


def _made(row: tuple[Any, ...]) -> Inquiry:
    from webcare_desk.domain.inquiry import Inquiry, InquiryOutcome
    from webcare_desk.domain.moderator import Role

    key, case, comment, plan, attempt, questions, *times = row
    asked_at, by, due_at, ended_at, outcome, delivery, alarm, alarmed_at = times
    return Inquiry(
        id=key,
        case=case,
        comment=comment,
        plan=plan,
        attempt=attempt,
        questions=tuple(questions.split("+")),
        asked_at=asked_at,
        by=by,
        due_at=due_at,
        ended_at=ended_at,
        outcome=None if outcome is None else InquiryOutcome(outcome),
        delivery=delivery,
        alarm=None if alarm is None else Role(alarm),
        alarmed_at=alarmed_at,
    )
