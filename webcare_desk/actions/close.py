"""Ending the work on a comment."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.actions.done import done_steps
from webcare_desk.actions.inbox import needs_decision, refuse_if_claimed
from webcare_desk.actions.training import refuse_untrained
from webcare_desk.actions.with_pv import knows_all
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import CLOSING, NOT_A_REPORT, Reason
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: A step that is asked for: its plan and itself, by their ids.
Asked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Close(Action[tuple[Asked, ...]]):
    """The work on a comment ends, with a reason.

    `ends` are the reasons with which the plan of a possible report may end; a
    plan that names none leaves every reason that says it is none. `steps`, each a plan and a
    step, are to be done before: without them the reason needs words.
    """

    comment: int
    reason: Reason
    explanation: str = ""
    ends: tuple[Reason, ...] = ()
    steps: tuple[Asked, ...] = ()
    name: ClassVar[Name] = Name("close")
    right: ClassVar[Right] = Right.CLOSE
    reasons: ClassVar[tuple[Reason, ...]] = CLOSING

    def apply(self, session: Session, moment: Moment) -> tuple[Asked, ...]:
        """Close, and return the steps that nobody did; what waits for PV does not close."""
        work = work_of(session, self.comment)
        refuse_if_claimed(work, moment)
        refuse_untrained(session, moment)
        if any(escalation.is_open for escalation in session.escalations_of(self.comment)):
            msg = QT_TRANSLATE_NOOP(
                "Said", "PV has not acknowledged this comment; it stays open until then."
            )
            raise RefusedError(Said.of(msg))
        if owes_decision(session, work):
            self._refuse_no_reason()
        undone = self._undone(session, work)
        session.change(tables.WORK, self.comment, _closed(self.reason))
        return undone

    def detail_of(self, result: tuple[Asked, ...]) -> Details:
        """Name the steps without which it was closed."""
        return {f"undone_{plan}_{step}": True for plan, step in result}

    def _undone(self, session: Session, work: Work) -> tuple[Asked, ...]:
        """Return the steps that nobody did; refuse where no word says why."""
        done = done_steps(session, work, self.steps)
        undone = tuple(each for each in self.steps if each not in done)
        if undone and not self.explanation.strip():
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "Nobody recorded these steps of its plan: {steps}. "
                "Record them, or say in words why it is closed without them.",
            )
            raise RefusedError(Said.of(msg, steps=Said.each(", ", (step for _, step in undone))))
        return undone

    def _refuse_no_reason(self) -> None:
        """Refuse a reason that does not say why what PV does not know is no report."""
        if self.reason not in NOT_A_REPORT:
            msg = QT_TRANSLATE_NOOP(
                "Said", "This may be a report: tell PV of it, or give the reason why it is none."
            )
            raise RefusedError(Said.of(msg))
        if self.ends and self.reason not in self.ends:
            msg = QT_TRANSLATE_NOOP(
                "Said", "By its plan this may only end with {reasons}; else tell PV of it."
            )
            raise RefusedError(Said.of(msg, reasons=Said.each(", ", self.ends)))


def owes_decision(read: Reads, work: Work) -> bool:
    """Say whether a comment says what may be a report, and PV was not told all of that."""
    return needs_decision(work) and not knows_all(read, work)


def _closed(reason: Reason) -> dict[str, Detail]:
    """Return what closing makes of the work."""
    return {
        "status": Status.CLOSED,
        "queue": Queue.DONE,
        "reason": reason,
        "due": NEVER,
        "claimed_by": None,
        "claimed_until": 0,
    }
