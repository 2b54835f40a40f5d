"""Telling somebody that a comment is not answered, where the plan for it leads to no packet."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.plan import Phase
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class AlarmComment(Action[Work]):
    """A crisis or a threat is not answered: by its plan this role is told now.

    The entry is all: whom the last alarm reached, and in which phase, stands nowhere else.
    """

    comment: int
    plan: Name
    to: Role
    phase: Phase
    name: ClassVar[Name] = Name("alarm-comment")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> Work:
        """Refuse where nobody waits for an answer any more."""
        del moment
        work = work_of(session, self.comment)
        if not work.awaits_reply:
            msg = "This comment is owed no reply."
            raise RefusedError(msg)
        return work

    def detail_of(self, result: Work) -> Details:
        """Name the plan, who is told, and how late it is."""
        del result
        return {"plan": self.plan, "to": self.to, "phase": self.phase}
