"""Recording that a step was done of a plan that leads to no packet."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.actions.done import RECORD_STEP, done_steps
from webcare_desk.actions.inbox import AddNote
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.escalation import PlanStep
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class Recorded:
    """Whether a step was recorded after it was due, and the note that says what was done."""

    is_late: bool
    note: int | None


@dataclass(frozen=True, slots=True)
class RecordStep(Action[Recorded]):
    """A person did a step of a plan, such as phoning the supervisor about a crisis.

    The entry is all; what was done, in `words`, is kept as a private note.
    """

    comment: int
    step: PlanStep
    words: str = ""
    name: ClassVar[Name] = RECORD_STEP
    right: ClassVar[Right] = Right.NOTE

    def apply(self, session: Session, moment: Moment) -> Recorded:
        """Keep the words; refuse a step of others, and one that is done."""
        work = live_work(session, self.comment)
        step = self.step
        if moment.by.role not in step.doers:
            fit, role = Said.each(", ", sorted(step.doers)), moment.by.role
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "In the role {role} one may not record the step {step}: it is for {fit}.",
                ),
                role=role,
                step=step.step.id,
                fit=fit,
            )
            raise RefusedError(msg)
        if done_steps(session, work, [step.key]):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "The step {step} is done already."), step=step.step.id
            )
            raise RefusedError(msg)
        words = self.words.strip()
        note = AddNote(self.comment, words).apply(session, moment) if words else None
        return Recorded(moment.at > step.due_at, note)

    def detail_of(self, result: Recorded) -> Details:
        """Name the plan and the step, and say whether it was in time."""
        return {
            "plan": Name(self.step.plan),
            "step": Name(self.step.step.id),
            "due_at": self.step.due_at,
            "late": result.is_late,
            "note": result.note,
        }
