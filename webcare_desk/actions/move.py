"""A comment that its platform shows elsewhere now: the desk follows, and keeps where it was."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import NOWHERE, Action, Moment, live_work
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class RecordMove(Action[tuple[int, int]]):
    """A comment stands in `thread`, as the platform calls it, under `link`.

    `parent` is the comment that it answers there, if the desk has it.
    """

    comment: int
    thread: str
    title: str
    parent: int | None
    link: str
    name: ClassVar[Name] = Name("record-move")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> tuple[int, int]:
        """Keep the new place beside the old one; return the threads' rows, the old one first."""
        found = session.comment(self.comment)
        if found is None:
            raise RefusedError(Said.of(NOWHERE, comment=self.comment))
        live_work(session, self.comment)
        before, thread = (
            _thread(session, found.source, *words)
            for words in ((found.thread, found.thread_title), (self.thread, self.title))
        )
        frozen = session.originals(self.comment)
        session.add(
            tables.MOVE,
            {
                "comment": self.comment,
                "thread": thread,
                "parent": self.parent,
                "original": frozen[-1].id if frozen else 0,
                "at": moment.at,
            },
            {"link": self.link},
        )
        return before, thread

    def detail_of(self, result: tuple[int, int]) -> Details:
        """Say from which thread to which, by their rows: what they are called is not for the log."""
        return {"from": result[0], "to": result[1]}


def _thread(session: Session, source: str, remote: str, title: str) -> int:
    """Return the row of a thread; a comment may be the first that the desk has of it."""
    words = {"remote": remote, "title": title}
    found = session.thread_named(source, remote)
    return found or session.add(tables.THREAD, {"source": Name(source)}, words)
