"""What left the desk for a reader: an export of the log is an act with its own entry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.store.base import Session


class ExportForm(StrEnum):
    """What an export of the log was written as."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    HTML = "html"
    PDF = "pdf"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class ExportLog(Action[int]):
    """Somebody took entries of the log away; the result is this entry's number.

    `chosen` is the digest of the filter and `content` that of the file, for a
    package that of its manifest. `size` is how long the log was, `root` its
    Merkle root, `shown` how many entries the export holds.
    """

    form: ExportForm
    chosen: Digest
    content: Digest
    size: int
    root: Digest
    shown: int
    comment: int | None = None
    name: ClassVar[Name] = Name("export-log")
    right: ClassVar[Right] = Right.REVIEW

    def apply(self, session: Session, moment: Moment) -> int:
        """Change nothing; the entry is the record."""
        del moment
        return session.log_size()

    def detail_of(self, result: int) -> Details:
        """Say what was taken, by digest."""
        del result
        content = "manifest" if self.form is ExportForm.PACKAGE else "content"
        return {
            "form": self.form,
            "filter": self.chosen,
            content: self.content,
            "size": self.size,
            "root": self.root,
            "shown": self.shown,
        }
