"""A backtest from the first comment to the last, page by page; whoever reads it may stop."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webcare_desk.backtest.crew import crew
from webcare_desk.backtest.replay import Replay
from webcare_desk.domain.backtest import Changed, KeptComment
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening import Lexicon
from webcare_desk.screening.assess import Assessor
from webcare_desk.store.base import Reads
from webcare_desk.triage import prepare_triage

if TYPE_CHECKING:
    from concurrent.futures import Future

#: Comments in a page: a fraction of a second between two looks at whether to stop.
PAGE = 1_000
#: So many pages are under way at once: one is read while another is replayed.
_UNDER_WAY = 3


@dataclass(frozen=True, slots=True)
class Met:
    """A comment that is classified differently, with its text."""

    changed: Changed
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: comments read of how many, and what this page had to show."""

    read: int
    of: int
    found: tuple[Met, ...]


def backtest(  # noqa: PLR0913 - what is held against what, and how
    read: Reads,
    protocol: Protocol,
    lexicon: Lexicon,
    assessor: Assessor | None = None,
    *,
    processes: int = 1,
    page: int = PAGE,
) -> Generator[Progress, None, None]:
    """Replay every comment of a desk through `protocol`; yield after each page.

    With `processes` of 0 it runs here. Closing the iterator ends it. UsageError
    where a process was ended from outside.
    """
    of = sum(count.count for count in read.queue_counts())
    if processes == 0 or of <= page:
        replay = Replay(prepare_triage(protocol, lexicon, assessor))
        pages = _pages(read, page)
        yield from _told(((each, replay(_whole(read, each))) for each in pages), of)
        return
    with crew((protocol, lexicon, assessor), processes) as hands:
        dealt = _dealt(_pages(read, page), lambda each: hands.ask(_whole(read, each)))
        yield from _told(dealt, of)


def _pages(read: Reads, size: int) -> Iterator[Sequence[KeptComment]]:
    after = 0
    while found := read.kept_comments(after, size):
        yield found
        after = found[-1].id


def _whole(read: Reads, page: Sequence[KeptComment]) -> list[KeptComment]:
    """Return a page with what its comments answer and which comes on a later page."""
    whole, last = list(page), page[-1].id
    known: set[int] = set()
    for comment in whole:  # it grows: what is answered may answer something itself
        if comment.parent is not None and comment.parent > last and comment.parent not in known:
            known.add(comment.parent)
            whole += [
                each
                for each in read.kept_comments(comment.parent - 1, 1)
                if each.id == comment.parent
            ]
    return whole


def _dealt(
    pages: Iterator[Sequence[KeptComment]],
    ask: Callable[[Sequence[KeptComment]], "list[Future[list[Changed]]]"],
) -> Iterator[tuple[Sequence[KeptComment], list[Changed]]]:
    """Yield pages with what was found in them, in order, a few being under way."""
    waiting: deque[tuple[Sequence[KeptComment], list[Future[list[Changed]]]]] = deque()
    for page in pages:
        waiting.append((page, ask(page)))
        if len(waiting) == _UNDER_WAY:
            yield _answered(*waiting.popleft())
    while waiting:
        yield _answered(*waiting.popleft())


def _answered(
    page: Sequence[KeptComment], parts: "list[Future[list[Changed]]]"
) -> tuple[Sequence[KeptComment], list[Changed]]:
    found = [changed for part in parts for changed in part.result()]
    return page, sorted(found, key=lambda changed: changed.comment)


def _told(
    replayed: Iterator[tuple[Sequence[KeptComment], list[Changed]]], of: int
) -> Iterator[Progress]:
    read = 0
    for page, found in replayed:
        texts = {comment.id: comment.text for comment in page} if found else {}
        read += len(page)
        shown = tuple(
            Met(changed, texts[changed.comment]) for changed in found if changed.comment in texts
        )
        yield Progress(read, max(of, read), shown)
