"""What was done by hand while the desk could not be used, recorded later."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session


class Means(StrEnum):
    """How a report reached PV without the desk."""

    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class RecordLate(Action[int]):
    """A report that was passed to PV by hand; `done_at` (UTC microseconds) is when.

    `words` is what was passed on, to whom, and under which number. `comment`
    is the comment it was about, where the desk has it.
    """

    means: Means
    done_at: int
    words: str
    comment: int | None = None
    name: ClassVar[Name] = Name("record-late")
    right: ClassVar[Right] = Right.ESCALATE
    is_urgent: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the words as a document; return its row."""
        if self.done_at > moment.at:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This is recorded late: it cannot have been done after now."
                )
            )
            raise RefusedError(msg)
        if not self.words.strip():
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "Say what was passed on, to whom, and under which number."
                )
            )
            raise RefusedError(msg)
        if self.comment is not None:
            live_work(session, self.comment)
        return session.add_document(self.words)

    def detail_of(self, result: int) -> Details:
        """Say how, when, and where the words are."""
        return {"means": self.means, "done_at": self.done_at, "document": result, "late": True}
