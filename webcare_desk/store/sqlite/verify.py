"""Checking the log: every entry, the order, the tree, and the signed head."""

import json
import sqlite3
from binascii import hexlify
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from webcare_desk.domain.audit import LEAF_VERSIONS, Edge, canonical, grow, leaf_hash
from webcare_desk.domain.epoch import Turn
from webcare_desk.errors import WebcareError
from webcare_desk.store.sqlite.connection import connect
from webcare_desk.store.sqlite.epochs import turn_in
from webcare_desk.store.sqlite.log import leaves, queried, read_head
from webcare_desk.store.sqlite.schema import altered

#: The flaw of a log that was not read to its end.
STOPPED = "the check was stopped"
_NONE = b"\0" * 32
#: Remarks beyond this number are not kept.
MOST_REMARKS = 100
#: What hostile bytes in the log can raise: each of these is a flaw, none a crash.
_UNREADABLE = (WebcareError, sqlite3.Error, ValueError, LookupError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the log holds, how long it is, and if not: where and why.

    `remarks` are what an inspector should know of a log that holds.
    """

    size: int
    root: str
    flaw: str | None = None
    at_entry: int | None = None
    remarks: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether no flaw was found."""
        return self.flaw is None


@dataclass(frozen=True, slots=True)
class SignedHead:
    """What a note says once its signature has been checked."""

    origin: str
    size: int
    root: bytes


#: Checks a note by the key of its epoch: what the entries say of the keys goes with it.
OpenNote = Callable[[str, Sequence[Turn]], SignedHead]


#: Hears how many entries have been checked, and says whether to go on.
Watch = Callable[[int], bool]
_LOOKS_UP = 1 << 13  # entries between two words to whoever watches


def verify(
    path: Path, open_note: OpenNote, *, thorough: bool = True, watch: Watch | None = None
) -> Verdict:
    """Check the log in the database at `path`; anything unreadable is a flaw.

    `open_note` checks the signature of the head and returns what it says.
    Without `thorough` the bytes of an entry are hashed but not parsed, and
    the database's own rules are not compared with those of this program.
    Where `watch` says no, the verdict is a flaw: what was not read is not proved.
    """
    try:
        connection = connect(path)
        try:
            return _verify(connection, open_note, thorough=thorough, watch=watch)
        finally:
            connection.close()
    except _UNREADABLE as error:
        return Verdict(0, "", f"the log cannot be read: {error}", None)


def _verify(
    connection: sqlite3.Connection, open_note: OpenNote, *, thorough: bool, watch: Watch | None
) -> Verdict:
    """Read entries and head in one transaction, so that both are of one moment."""
    connection.execute("BEGIN")
    size, previous, columns = 0, _NONE, queried(connection)
    peaks: list[bytes] = []
    clock = _Clock()
    turns: list[Turn] = []
    for seq, leaf in leaves(connection):
        if watch is not None and size % _LOOKS_UP == 0 and not watch(size):
            return Verdict(size, "", STOPPED, size)
        flaw = _flaw(size, seq, leaf, previous)
        if flaw is None and thorough:
            flaw = _misfit(seq, leaf, previous, next(columns), clock)
        if flaw is not None:
            return Verdict(size, Edge(size, tuple(peaks)).root().hex(), flaw, size)
        if (turn := turn_in(seq, leaf, peaks)) is not None:
            turns.append(turn)
        previous = leaf_hash(leaf)
        grow(peaks, size, previous)
        size += 1
    verdict = _against_head(connection, Edge(size, tuple(peaks)), previous, turns, open_note)
    if verdict.holds and thorough:
        return replace(verdict, flaw=altered(connection), remarks=tuple(clock.remarks))
    return verdict


@dataclass(slots=True)
class _Clock:
    """The time of the entry before, and each time that the clock went back."""

    at: int = 0
    remarks: list[str] = field(default_factory=list)

    def flaw(self, seq: int, fields: Mapping[str, Any]) -> str | None:
        """Say what is wrong when the entry does not own how far the clock went back."""
        back = self.at - fields["at"]
        self.at = fields["at"]
        if back > 0 and len(self.remarks) < MOST_REMARKS:
            self.remarks.append(f"entry {seq}: the clock had gone back {back / 1_000_000:.6f} s")
        if fields.get("clock_back_us", 0) != max(back, 0):
            return f"entry {seq} does not tell how far the clock had gone back"
        return None


def _flaw(size: int, seq: int, leaf: bytes, previous: bytes) -> str | None:
    if seq != size:
        return f"entry {size} is missing: entry {seq} stands in its place"
    if b'"prev":"%b"' % hexlify(previous) not in leaf:
        return f"entry {seq} does not follow the entry before it: one of the two was changed"
    return None


def _misfit(
    seq: int, leaf: bytes, previous: bytes, columns: tuple[object, ...], clock: _Clock
) -> str | None:
    """Parse the entry: one encoding only, and the columns beside it say the same."""
    fields = json.loads(leaf)
    if canonical(fields) != leaf or fields["seq"] != seq or fields["prev"] != previous.hex():
        return f"entry {seq} is not written as the desk writes"
    if columns != tuple(fields[name] for name in ("at", "actor", "action", "subject")):
        return f"entry {seq} is found under other words than it holds"
    if fields["v"] not in LEAF_VERSIONS:
        return f"entry {seq} is of version {fields['v']}, which this program cannot check"
    return clock.flaw(seq, fields)


def _emptied(connection: sqlite3.Connection) -> str | None:
    """Tell a desk that is being made from one whose log was taken away."""
    is_made = connection.execute("SELECT EXISTS (SELECT 1 FROM fact)").fetchone()[0]
    return "the log is empty, but the desk is not" if is_made else None


def _against_head(
    connection: sqlite3.Connection,
    edge: Edge,
    previous: bytes,
    turns: Sequence[Turn],
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
    elif head.edge != edge or head.last != previous:
        flaw = "the kept edge of the log is not the edge of its entries"
    return Verdict(edge.size, root.hex(), flaw, place)
