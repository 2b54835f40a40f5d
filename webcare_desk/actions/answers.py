"""How far PV's answers were read."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.store.base import Session

#: Before the channel's name in the fact that holds its place.
PLACE: Final = "answers-"


@dataclass(frozen=True, slots=True)
class KeepAnswerPlace(Action[None]):
    """A mailbox or folder was read up to `cursor`; what it gave is counted in the entry."""

    channel: Name
    cursor: str
    looked: int
    taken: int
    strange: int
    passed: int
    name: ClassVar[Name] = Name("keep-answer-place")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the place."""
        del moment
        session.set_fact(Name(f"{PLACE}{self.channel}"), self.cursor)

    def detail_of(self, result: None) -> Details:
        """Count what was looked into, taken, no acknowledgement, and passed over."""
        del result
        return {
            "channel": self.channel,
            "looked": self.looked,
            "taken": self.taken,
            "strange": self.strange,
            "passed": self.passed,
        }
