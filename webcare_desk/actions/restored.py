"""What two persons confirm of a desk that was put back, and that they did."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.again import AGAIN
from webcare_desk.actions.backup import CONFIRMED, RESTORE, last_restore
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.two_persons import take_leave
from webcare_desk.domain.approval import RequestKind, Wanted, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.store.base import Reads, Session


def restore_wanted(read: Reads) -> Wanted:
    """Return what two persons confirm: that the desk goes on from this very restore.

    It names each act that was done again. Raises RefusedError where the desk is not held.
    """
    done = last_restore(read)
    found = read.entries_among(AGAIN, done.seq, read.log_size())
    again = [{"act": each.action, "comment": each.subject, **each.detail} for each in found]
    payload = {"entry": done.seq, **done.detail, "done_again": again}
    return wanted(RequestKind.RESTORE, Name(f"entry:{done.seq}"), payload)


@dataclass(frozen=True, slots=True)
class ConfirmRestore(Action[None]):
    """Two persons have seen what the restored desk holds: it may read and send again."""

    name: ClassVar[Name] = Name("confirm-restore")
    right: ClassVar[Right] = Right.RESTORE

    def apply(self, session: Session, moment: Moment) -> None:
        """Let the desk go on."""
        take_leave(session, moment, restore_wanted(session))
        session.set_fact(RESTORE, CONFIRMED)
