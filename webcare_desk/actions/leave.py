"""Leaving what the program noticed: it is no deviation, and an entry says why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import LEAVING, Reason
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, Reads, Session

_PAGE = 500


@dataclass(frozen=True, slots=True)
class LeaveProposal(Action[None]):
    """What the program noticed is no deviation, and why; it is proposed no more.

    The entry alone tells of it: nothing else on the desk is changed.
    """

    origin: Name
    comment: int | None
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("leave-proposal")
    right: ClassVar[Right] = Right.OVERSEE
    reasons: ClassVar[tuple[Reason, ...]] = LEAVING

    def apply(self, session: Session, moment: Moment) -> None:
        """Refuse what somebody has opened or left meanwhile."""
        del moment
        if self.origin in session.known_origins() | left_origins(session).keys():
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Somebody has opened or left this already."))
            raise RefusedError(msg)
        if self.comment is not None:
            work_of(session, self.comment)

    def detail_of(self, result: None) -> Details:
        """Name what was left."""
        del result
        return {"origin": self.origin}


def left_origins(read: Reads) -> Mapping[str, int]:
    """Return what was noticed and left, as its entries name it, and when (UTC microseconds)."""
    found: dict[str, int] = {}
    last = None
    while page := read.entries(LogFilter(action=LeaveProposal.name), last, _PAGE):
        found.update((str(entry.detail["origin"]), entry.at) for entry in page)
        last = page[-1].seq
    return found
