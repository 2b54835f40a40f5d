"""Checking a desk: every entry of the log, the signed head, and that the desk is what it says."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from webcare_desk.domain.audit import Edge, grow, leaf_hash
from webcare_desk.domain.epoch import KeyTurn
from webcare_desk.errors import (
    BrokenSealError,
    BusyError,
    CorruptFileError,
    DiskFullError,
    NewerDeskError,
    ReadOnlyError,
    WebcareError,
)
from webcare_desk.store.sqlite.connection import connect, connect_to_read, sentence_of
from webcare_desk.store.sqlite.entry_check import MOST_REMARKS, Clock, flaw_of, misfit
from webcare_desk.store.sqlite.epochs import turn_in
from webcare_desk.store.sqlite.erasing import missing
from webcare_desk.store.sqlite.indexes import astray
from webcare_desk.store.sqlite.log import last_time, leaves, queried, read_head
from webcare_desk.store.sqlite.opening import migrate
from webcare_desk.store.sqlite.replay import OtherRowsError, Replayed, compared
from webcare_desk.store.sqlite.schema import altered, is_of_now, require_known
from webcare_desk.store.sqlite.segments import StoppedError, Watch, check_in_segments
from webcare_desk.working import work_folder

#: The flaw of a log that was not read to its end.
STOPPED = "the check was stopped"
_NONE = b"\0" * 32
#: What hostile bytes in the log can raise: each of these is a flaw, none a crash.
_UNREADABLE = (WebcareError, sqlite3.Error, ValueError, LookupError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Compared:
    """How many rows were held against the log, and what differs, in sentences."""

    rows: int
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the desk holds, how long its log is, and if not: where and why.

    `flaw` is the first there is: of the log, and where that holds of `texts`, the
    words and what came in, or of `state`, every other row, and where these hold of
    `signatures`, those of persons. They are None where they were not checked.
    `remarks` are what an inspector should know of a log that holds.
    """

    size: int
    root: str
    flaw: str | None = None
    at_entry: int | None = None
    remarks: tuple[str, ...] = ()
    texts: Compared | None = None
    state: Compared | None = None
    signatures: Compared | None = None

    @property
    def holds(self) -> bool:
        """Say whether no flaw was found."""
        return self.flaw is None

    @property
    def log_holds(self) -> bool:
        """Say whether the log itself holds, whatever was done to the rows it tells of."""
        return self.holds or (self.texts, self.state) != (None, None)

    @property
    def was_stopped(self) -> bool:
        """Say whether somebody stopped the check, so that it says nothing of the log."""
        return self.flaw == STOPPED


@dataclass(frozen=True, slots=True)
class SignedHead:
    """What a note says once its signature has been checked."""

    origin: str
    size: int
    root: bytes


#: Checks a note by the key of its epoch: what the entries say of the keys goes with it.
OpenNote = Callable[[str, Sequence[KeyTurn]], SignedHead]


_LOOKS_UP = 1 << 13  # entries between two words to whoever watches


def verify(
    path: Path,
    open_note: OpenNote,
    *,
    thorough: bool = True,
    log_only: bool = False,
    watch: Watch | None = None,
) -> Verdict:
    """Check the desk in the database at `path`; anything unreadable is a flaw.

    `open_note` checks the signature of the head and returns what it says.
    Texts and state are held against a log that holds, unless `log_only`, and the indexes
    against the tables. Without `thorough` none is, the bytes of an entry are hashed but
    not parsed, and the database's own rules are not compared with those of this program.
    Where `watch` says no, the verdict is a flaw: what was not read is not proved.
    Raises BusyError, ReadOnlyError, DiskFullError and NewerDeskError: they say nothing of the desk.
    """
    try:
        connection = connect_to_read(path)
        try:
            require_known(connection, path)
            verdict = _verify(connection, path, open_note, thorough=thorough, watch=watch)
            if log_only or not thorough or not verdict.holds:
                return verdict
            held = held_against(verdict, connection, path, watch)
            return _indexed(held, connection) if held.holds else held
        finally:
            connection.close()
    except _UNREADABLE as error:
        told = sentence_of(error, path) if isinstance(error, sqlite3.Error) else error
        if isinstance(told, BusyError | ReadOnlyError | DiskFullError | NewerDeskError):
            raise told from error
        told_as = "" if isinstance(error, BrokenSealError) else "the log cannot be read: "
        return Verdict(0, "", f"{told_as}{error}".rstrip("."), None)


def held_against(
    verdict: Verdict, connection: sqlite3.Connection, path: Path, watch: Watch | None
) -> Verdict:
    """Return the verdict of a log that holds, with that of the texts and the state."""
    try:
        found = _replayed(connection, path, watch and (lambda _: watch(verdict.size)))
    except StoppedError:
        return Verdict(verdict.size, "", STOPPED, verdict.size)
    except OtherRowsError as error:
        told = str(error).rstrip(".")
        return replace(verdict, flaw=told, texts=Compared(0, (told,)))
    except CorruptFileError as error:
        told = str(error).rstrip(".")
        return replace(verdict, flaw=told, state=Compared(0, (told,)))
    others = tuple(each for each in found.differences if each not in found.wrong_texts)
    return replace(
        verdict,
        flaw=next(iter((*found.wrong_texts, *others)), None),
        texts=Compared(found.texts, found.wrong_texts),
        state=Compared(found.rows, others),
    )


def _indexed(verdict: Verdict, connection: sqlite3.Connection) -> Verdict:
    """Return the verdict with that of the indexes, by which the program finds the rows."""
    told = astray(connection)
    if told is None or verdict.state is None:
        return verdict
    return replace(verdict, flaw=told, state=replace(verdict.state, differences=(told,)))


def _replayed(connection: sqlite3.Connection, path: Path, watch: Watch | None) -> Replayed:
    with of_now(connection, path) as current:
        return compared(current, watch=watch)


@contextlib.contextmanager
def of_now(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Lend the desk at `path`; of one of an earlier version an upgraded copy of our own."""
    if is_of_now(connection):
        yield connection
        return
    with work_folder(path.parent, path) as place:
        copy = place / "upgraded.db"
        with contextlib.closing(sqlite3.connect(copy)) as fresh:
            connection.backup(fresh)
        migrate(copy)
        with contextlib.closing(connect(copy)) as upgraded:
            yield upgraded


def _verify(
    connection: sqlite3.Connection,
    path: Path,
    open_note: OpenNote,
    *,
    thorough: bool,
    watch: Watch | None,
) -> Verdict:
    """Read entries and head in one transaction, so that both are of one moment."""
    connection.execute("BEGIN")
    try:
        verdict = _verify_in_segments(connection, path, open_note, thorough=thorough, watch=watch)
    except StoppedError as stop:
        return Verdict(stop.size, "", STOPPED, stop.size)
    if verdict is None or not verdict.holds:
        verdict = _verify_in_order(connection, open_note, thorough=thorough, watch=watch)
    if verdict.holds and thorough:
        return replace(verdict, flaw=altered(connection) or missing(connection))
    return verdict


def _verify_in_segments(
    connection: sqlite3.Connection,
    path: Path,
    open_note: OpenNote,
    *,
    thorough: bool,
    watch: Watch | None = None,
) -> Verdict | None:
    """Check all of it quickly; None where that finds anything, or is not possible here."""
    try:
        size = read_head(connection).edge.size
        joined = check_in_segments(connection, path, size, thorough=thorough, watch=watch)
        if joined is None:
            return None
        checked = _against_head(connection, joined.edge, joined.last, joined.turns, open_note)
        return replace(checked, remarks=joined.remarks[:MOST_REMARKS])
    except (*_UNREADABLE, BrokenExecutor, OSError, NotImplementedError):
        return None


def _verify_in_order(
    connection: sqlite3.Connection,
    open_note: OpenNote,
    *,
    thorough: bool,
    watch: Watch | None = None,
) -> Verdict:
    """Check entry by entry, and name the first that does not fit."""
    size, previous, columns = 0, _NONE, queried(connection)
    peaks: list[bytes] = []
    clock = Clock()
    turns: list[KeyTurn] = []
    for seq, leaf in leaves(connection):
        if watch is not None and size % _LOOKS_UP == 0 and not watch(size):
            return Verdict(size, "", STOPPED, size)
        flaw = flaw_of(size, seq, leaf, previous)
        if flaw is None and thorough:
            flaw = misfit(seq, leaf, previous, next(columns), clock)
        if flaw is not None:
            return Verdict(size, Edge(size, tuple(peaks)).root().hex(), flaw, size)
        if (turn := turn_in(seq, leaf, peaks)) is not None:
            turns.append(turn)
        previous = leaf_hash(leaf)
        grow(peaks, size, previous)
        size += 1
    verdict = _against_head(connection, Edge(size, tuple(peaks)), previous, turns, open_note)
    return replace(verdict, remarks=tuple(clock.remarks))


def _emptied(connection: sqlite3.Connection) -> str | None:
    """Tell a desk that is being made from one whose log was taken away."""
    is_made = connection.execute("SELECT EXISTS (SELECT 1 FROM fact)").fetchone()[0]
    return "the log is empty, but the desk is not" if is_made else None


def _against_head(
    connection: sqlite3.Connection,
    edge: Edge,
    previous: bytes,
    turns: Sequence[KeyTurn],
    open_note: OpenNote,
) -> Verdict:
    head, root = read_head(connection), edge.root()
    if edge.size == 0 and not head.note:
        return Verdict(0, root.hex(), _emptied(connection))
    signed = open_note(head.note, turns)
    flaw, place = None, None
    if signed.size != edge.size:
        flaw = f"the signed head is of {signed.size} entries, the log has {edge.size}"
        place = min(signed.size, edge.size)
    elif signed.root != root:
        flaw = "the entries are not those that were signed: the last one, or all, were rewritten"
        place = edge.size - 1
    elif (head.edge, head.last, head.at) != (edge, previous, last_time(connection)):
        flaw = "the kept edge of the log is not the edge of its entries"
    return Verdict(edge.size, root.hex(), flaw, place)
