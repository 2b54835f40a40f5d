"""Checking a log in pieces, side by side: each entry names the one before it.

A piece is checked without looking at the others, because the hash before its
first entry is that of a stored leaf; the roots of its blocks join into the
one tree. This says only whether all is well. Where it is not, `verify` goes
through the log entry by entry and names the first bad one.
"""

import contextlib
import hashlib
import json
import os
import sqlite3
from binascii import hexlify
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import get_context
from operator import contains
from pathlib import Path

from webcare_desk.domain.audit import Edge, grow, leaf_hash
from webcare_desk.domain.epoch import KeyTurn
from webcare_desk.store.sqlite.connection import connect_to_read
from webcare_desk.store.sqlite.entry_check import Clock, misfit
from webcare_desk.store.sqlite.epochs import MARKS, turn_in

#: Entries in a block, whose hashes make one subtree; a power of two.
BLOCK = 1024
#: From so many entries on a second process is worth its start.
MANY = 100_000
_MOST_PROCESSES = 4
_NONE = b"\0" * 32
_PREV = b'"prev":"%b"'
_ENDS = (-(2**63), 2**63 - 1)
_QUICK = "seq, leaf"
_THOROUGH = "seq, leaf, at, actor, action, subject"
_Rows = Sequence[tuple[int, bytes, int, str, str, int | None]]


@dataclass(slots=True)
class Segment:
    """What a pass over entries that all fit found.

    `roots` are those of whole blocks, `tail` the hashes of the rest, `turns`
    the entries that may name a key.
    """

    roots: list[bytes] = field(default_factory=list)
    tail: list[bytes] = field(default_factory=list)
    turns: list[tuple[int, bytes]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    last: bytes = _NONE


@dataclass(frozen=True, slots=True)
class Joined:
    """The whole log: its edge, its last hash, what it says of its keys, and remarks."""

    edge: Edge
    last: bytes
    turns: tuple[KeyTurn, ...]
    remarks: tuple[str, ...]


#: Hears how many entries have been checked, and says whether to go on.
Watch = Callable[[int], bool]
_LOOKS_UP = 8  # blocks between two words to whoever watches


class StoppedError(Exception):
    """Whoever watches wants no more of it."""

    def __init__(self, size: int) -> None:
        """Keep after how many entries."""
        super().__init__(size)
        self.size = size


def check_in_segments(
    connection: sqlite3.Connection,
    path: Path,
    size: int,
    *,
    thorough: bool,
    watch: Watch | None = None,
) -> Joined | None:
    """Check every entry that `connection` sees; None where anything is not as it should be.

    `size` is how many there should be. The last piece is read by this very
    connection to its end, so that what came after is seen too; the others are
    taken to be as far as it is when `watch` hears of it. Raises StoppedError.
    """
    *others, own = cut(size)
    with _elsewhere(path, others, thorough=thorough) as waiting:
        mine = check_segment(
            connection, *own, thorough=thorough, watch=_of_all(watch, len(others) + 1)
        )
        found = [each.result() for each in waiting]
    segments = [each for each in (*found, mine) if each is not None]
    if len(segments) < len(others) + 1:
        return None
    for (first, last), segment in zip(others, segments, strict=False):
        if segment.tail or len(segment.roots) * BLOCK != last - max(first, 0):
            return None
    return _joined(connection, segments)


def _of_all(watch: Watch | None, pieces: int) -> Watch | None:
    return None if watch is None else lambda count: watch(count * pieces)


def cut(size: int) -> list[tuple[int, int]]:
    """Return the pieces, each for a process of its own, all but the last of whole blocks."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    count = min(cores or 1, _MOST_PROCESSES) if size >= MANY else 1
    step = size // count // BLOCK * BLOCK
    cuts = [_ENDS[0], *(step * number for number in range(1, count)), _ENDS[1]]
    return list(pairwise(cuts))


@contextlib.contextmanager
def _elsewhere(
    path: Path, bounds: Sequence[tuple[int, int]], *, thorough: bool
) -> Iterator[list["Future[Segment | None]"]]:
    """Check pieces in processes of their own, meanwhile; a small log starts none."""
    if not bounds:
        yield []
        return
    with ProcessPoolExecutor(len(bounds), mp_context=get_context("spawn")) as pool:
        try:
            yield [
                pool.submit(read_segment, path, first, last, thorough=thorough)
                for first, last in bounds
            ]
        except StoppedError:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def read_segment(path: Path, first: int, last: int, *, thorough: bool) -> Segment | None:
    """Check the entries from `first` up to but not including `last`, on a connection of its own."""
    with contextlib.closing(connect_to_read(path)) as connection:
        connection.execute("BEGIN")
        return check_segment(connection, first, last, thorough=thorough)


def check_segment(
    connection: sqlite3.Connection,
    first: int,
    last: int,
    *,
    thorough: bool,
    watch: Watch | None = None,
) -> Segment | None:
    """Check the entries from `first` up to but not including `last`; None if one does not fit."""
    size = max(first, 0)
    clock, previous = _before(connection, size)
    segment = Segment(remarks=clock.remarks, last=previous)
    cursor = connection.execute(
        f"SELECT {_THOROUGH if thorough else _QUICK} FROM entry NOT INDEXED "  # noqa: S608 - columns of this file
        "WHERE seq >= ? AND seq < ? ORDER BY seq",
        (first, last),
    )
    while rows := cursor.fetchmany(BLOCK):
        done = len(segment.roots)
        if watch is not None and done % _LOOKS_UP == 0 and not watch(done * BLOCK):
            raise StoppedError(done * BLOCK)
        leaves = [row[1] for row in rows]
        hashes = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
        before = [segment.last, *hashes[:-1]]
        if [row[0] for row in rows] != list(range(size, size + len(rows))):
            return None
        # All in C: this is done a million times.
        if not all(map(contains, leaves, map(_PREV.__mod__, map(hexlify, before)))):
            return None
        if thorough and not _fit(rows, before, clock):
            return None
        _take(segment, size, leaves, hashes)
        size += len(rows)
    return segment


def _before(connection: sqlite3.Connection, size: int) -> tuple[Clock, bytes]:
    """Return the time and the hash of the entry before number `size`."""
    if size == 0:
        return Clock(), _NONE
    leaf = connection.execute("SELECT leaf FROM entry WHERE seq = ?", (size - 1,)).fetchone()[0]
    return Clock(json.loads(leaf)["at"]), leaf_hash(leaf)


def _fit(rows: _Rows, before: list[bytes], clock: Clock) -> bool:
    return not any(
        misfit(row[0], row[1], previous, tuple(row[2:]), clock)
        for row, previous in zip(rows, before, strict=True)
    )


def _take(segment: Segment, size: int, leaves: list[bytes], hashes: list[bytes]) -> None:
    together = b"".join(leaves)
    if any(mark in together for mark in MARKS):
        named = [(size + place, leaf) for place, leaf in enumerate(leaves)]
        segment.turns += [(seq, leaf) for seq, leaf in named if any(mark in leaf for mark in MARKS)]
    if len(hashes) == BLOCK:
        segment.roots.append(_root(hashes))
    else:
        segment.tail = hashes
    segment.last = hashes[-1]


def _root(level: list[bytes]) -> bytes:
    """Return the root over a power of two of hashes (RFC 6962 §2.1)."""
    while len(level) > 1:
        pairs = iter(level)
        level = [
            hashlib.sha256(b"\x01" + left + right).digest()
            for left, right in zip(pairs, pairs, strict=True)
        ]
    return level[0]


def _joined(connection: sqlite3.Connection, segments: list[Segment]) -> Joined:
    roots = [root for segment in segments for root in segment.roots]
    named = [turn for segment in segments for turn in segment.turns]
    peaks, turns = list[bytes](), list[KeyTurn]()
    for block in range(len(roots) + 1):
        for seq, leaf in (each for each in named if each[0] // BLOCK == block):
            turn = turn_in(seq, leaf, _peaks_at(connection, peaks, block, seq))
            turns += [] if turn is None else [turn]
        if block < len(roots):
            grow(peaks, block, roots[block])
    size = len(roots) * BLOCK
    for hashed in segments[-1].tail:
        grow(peaks, size, hashed)
        size += 1
    remarks = tuple(remark for segment in segments for remark in segment.remarks)
    return Joined(Edge(size, tuple(peaks)), segments[-1].last, tuple(turns), remarks)


def _peaks_at(
    connection: sqlite3.Connection, peaks: list[bytes], block: int, seq: int
) -> list[bytes]:
    """Return the peaks before entry `seq`; `peaks` are those before its block."""
    grown = list(peaks)
    leaves = connection.execute(
        "SELECT seq, leaf FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq", (block * BLOCK, seq)
    )
    for size, leaf in leaves:
        grow(grown, size, leaf_hash(leaf))
    return grown
