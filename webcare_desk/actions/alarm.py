"""Telling somebody that a step was not done, where its plan leads to no packet."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.actions.done import done_steps
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.inbox import Queue, Work
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.plan import Phase
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class AlarmComment(Action[Work]):
    """A step of a crisis or a threat is not done: by its plan this role is told now.

    The entry is all: whom the last alarm reached, and in which phase, stands nowhere else.
    """

    comment: int
    plan: Name
    to: Role
    phase: Phase
    step: Name
    name: ClassVar[Name] = Name("alarm-comment")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> Work:
        """Refuse where the step was done, or the comment closed."""
        del moment
        work = work_of(session, self.comment)
        if work.queue is Queue.DONE or done_steps(session, work, [(self.plan, self.step)]):
            msg = QT_TRANSLATE_NOOP("Said", "This step is done, or the comment is closed.")
            raise RefusedError(Said.of(msg))
        return work

    def detail_of(self, result: Work) -> Details:
        """Name the plan and its step, who is told, and how late it is."""
        del result
        return {"plan": self.plan, "step": self.step, "to": self.to, "phase": self.phase}
