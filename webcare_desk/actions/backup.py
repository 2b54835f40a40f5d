"""What is recorded of backups, and of the desk that was put back from one."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.store.base import Session


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
