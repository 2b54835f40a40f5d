"""Processes that replay beside this one: the window stays quick, and two cores do twice as much."""

import contextlib
import signal
import typing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from webcare_desk.backtest.replay import Replay, parents_first
from webcare_desk.domain.backtest import Changed, KeptComment
from webcare_desk.errors import UsageError
from webcare_desk.protocol.model import Protocol
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.screening import Lexicon
from webcare_desk.screening.assess import Assessor
from webcare_desk.triage import prepare_triage

#: What comments are held against: a protocol, a lexicon, and the model beside it.
Means = tuple[Protocol, Lexicon, Assessor | None]


_Sent_contra = typing.TypeVar("_Sent_contra", contravariant=True)
_Come_co = typing.TypeVar("_Come_co", covariant=True)


class Pipe(typing.Protocol[_Sent_contra, _Come_co]):
    """This end of a pipe: on Windows it is of another class."""

    def send(self, obj: _Sent_contra, /) -> None:
        """Send something."""

    def recv(self) -> _Come_co:
        """Return what came; EOFError once the other end is closed."""

    def close(self) -> None:
        """Close this end."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One process, and the thread that waits for its answers."""

    pipe: Pipe[Sequence[KeptComment], list[Changed]]
    waits: ThreadPoolExecutor

    def ask(self, page: Sequence[KeptComment]) -> "Future[list[Changed]]":
        """Have a page replayed; pages are done in the order in which they are asked."""
        return self.waits.submit(self._asked, page)

    def _asked(self, page: Sequence[KeptComment]) -> list[Changed]:
        try:
            self.pipe.send(page)
            return self.pipe.recv()
        except (EOFError, OSError) as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "A process that replayed comments has ended; run the backtest again."
            )
            raise UsageError(Said.of(msg)) from error


@dataclass(frozen=True, slots=True)
class Crew:
    """Processes among which pages are dealt so that an answer meets what it answers.

    An answer goes where that went, for it may stand in another thread; the rest goes by thread.
    `places` has a byte for each row of a comment: 0 not dealt, else the process, from 1 on.
    """

    hands: tuple[Hand, ...]
    places: bytearray = field(default_factory=bytearray)

    def ask(self, page: Sequence[KeptComment]) -> "list[Future[list[Changed]]]":
        """Have a page replayed by all of them."""
        parts: list[list[KeptComment]] = [[] for _ in self.hands]
        for comment in parents_first(page):
            parts[self._place(comment) - 1].append(comment)
        return [hand.ask(part) for hand, part in zip(self.hands, parts, strict=True)]

    def _place(self, comment: KeptComment) -> int:
        self.places.extend(bytes(max(0, comment.id + 1 - len(self.places))))
        above = b"" if comment.parent is None else self.places[comment.parent : comment.parent + 1]
        place = max(above, default=0) or comment.thread % len(self.hands) + 1
        self.places[comment.id] = place
        return place


@contextlib.contextmanager
def crew(means: Means, processes: int) -> Iterator[Crew]:
    """Start processes that replay by `means`; they end with the block."""
    context = get_context("spawn")  # a fork would take the window's threads along
    with contextlib.ExitStack() as ends:
        hands = []
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, means), daemon=True)
            process.start()
            theirs.close()
            waits = ThreadPoolExecutor(1, "backtest")
            ends.callback(process.join)
            ends.callback(process.terminate)
            ends.callback(waits.shutdown, cancel_futures=True)
            ends.callback(ours.close)
            hands.append(Hand(ours, waits))
        yield Crew(tuple(hands))


def serve(pipe: Pipe[list[Changed], Sequence[KeptComment]], means: Means) -> None:
    """Replay pages as they come in; runs in a process of its own until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who asked
    replay = Replay(prepare_triage(*means))
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(replay(pipe.recv()))
