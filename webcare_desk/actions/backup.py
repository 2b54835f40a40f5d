"""What is recorded of backups, and of the desk that was put back from one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import AuditEntry, Detail, Details, Digest, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import RESTORED, DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads, Session

if TYPE_CHECKING:  # the list is painted without it
    from webcare_desk.domain.case_version import CaseAnswer


@dataclass(frozen=True, slots=True)
class RecordBackup(Action[None]):
    """A proven copy of the desk, by the number of its entries and their root.

    `made_at` in UTC microseconds names its file; `size` is in bytes.
    """

    made_at: int
    entries: int
    root: Digest
    size: int
    name: ClassVar[Name] = Name("record-backup")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Change nothing: the entry is the record."""

    def detail_of(self, result: None) -> Details:
        """Name the copy and its head."""
        del result
        return {
            "made_at": self.made_at,
            "entries": self.entries,
            "root": self.root,
            "size": self.size,
        }


#: While this fact says `HELD`, the desk sends nothing and reads nothing.
RESTORE, HELD, CONFIRMED = Name("restore"), "held", "confirmed"


#: No desk was put back more often.
_RESTORES = 1000


def is_held(read: Reads) -> bool:
    """Say whether the desk was put back from a backup and nobody has confirmed it yet."""
    return read.fact(RESTORE) == HELD


def may_be_lost(read: Reads, loose: Iterable["CaseAnswer"]) -> frozenset[int]:
    """Return the answers to no report of ours that came after a restore: it may have lost those."""
    back = read.entries(LogFilter(action=RestoreBackup.name), None, _RESTORES)[-1:]
    return frozenset(each.id for each in loose for first in back if each.at > first.at)


def last_restore(read: Reads) -> AuditEntry:
    """Return the entry of the restore that holds the desk; RefusedError where none does."""
    done = read.entries(LogFilter(action=RestoreBackup.name), None, 1)
    if not (done and is_held(read)):
        msg = QT_TRANSLATE_NOOP("Said", "This desk is not held after a restore.")
        raise RefusedError(Said.of(msg))
    return done[0]


@dataclass(frozen=True, slots=True)
class RestoreBackup(Action[int]):
    """The desk is put back as it was; from here on nothing leaves until it is confirmed.

    What had yet to leave may have left after the backup was made: all of it
    is in doubt, so that each platform is asked before anything is sent.
    `made_at` (UTC microseconds), `entries` and `root` name the backup. Of the
    desk that was put aside, if it could be read, `lost` is how many later
    entries it had, and `again` how many acts of them follow this one anew.
    """

    made_at: int
    entries: int
    root: Digest
    lost: int | None
    again: int | None = None
    name: ClassVar[Name] = Name("restore-backup")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.RESTORE

    def apply(self, session: Session, moment: Moment) -> int:
        """Hold the desk; return how many deliveries are in doubt now."""
        del moment
        session.set_fact(RESTORE, HELD)
        waiting = session.deliveries_in(DeliveryState.HELD)
        for delivery in waiting:
            doubt: dict[str, Detail] = {
                "state": DeliveryState.UNCERTAIN,
                "problem": RESTORED,
                "attempts": max(delivery.attempts, 1),  # the next try looks first
            }
            session.change(tables.DELIVERY, delivery.id, doubt)
        return len(waiting)

    def detail_of(self, result: int) -> Details:
        """Name the backup, and count what is in doubt."""
        return {
            "made_at": self.made_at,
            "entries": self.entries,
            "root": self.root,
            "lost": self.lost,
            "again": self.again,
            "doubted": result,
        }
