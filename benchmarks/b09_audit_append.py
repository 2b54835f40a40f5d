"""9: one durable act — a changed row, its entry and the signed head — a second.

The peer is a bare durable insert of a row as long as the entry, one a
transaction, on a file with SQLite's own settings but for WAL and FULL. The
limit is an fdatasync of one appended page.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.desks import add_person, new_desk
from benchmarks.generator import comments, triaged
from benchmarks.person import enter
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.actions import Claim, Ingest
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import system_actor

_ACTS = 100
_ROUNDS = 15


def run() -> list[Row]:
    """Return two rows: beside the bare insert, and beside the disk itself."""
    with tempfile.TemporaryDirectory() as place:
        works = (_acts(Path(place)), _inserts(Path(place)), _syncs(Path(place)))
        ours, insert, sync = interleaved(works, _ROUNDS)
    rates = [[_ACTS / seconds for seconds in taken] for taken in (ours, insert, sync)]
    mine, bare, disk = (sorted(rate)[_ROUNDS // 2] for rate in rates)
    row = {"number": 9, "unit": "acts/s", "ours": mine, "at_most": False}
    return [
        Row(
            name="audit_append",
            peer_name="bare durable insert",
            peer=bare,
            ratio=middle_ratio(rates[0], rates[1]),
            floor=0.9,
            goal=1.4,
            **row,  # type: ignore[arg-type]
        ),
        Row(
            name="audit_append",
            peer_name="fdatasync of a page",
            peer=disk,
            ratio=middle_ratio(rates[0], rates[2]),
            floor=0.4,
            goal=0.7,
            **row,  # type: ignore[arg-type]
        ),
    ]


def _acts(place: Path) -> Callable[[], None]:
    desk = new_desk(place / "desk")
    desk.perform(Ingest(Name("b"), tuple(map(triaged, comments(_ACTS)))), system_actor())
    add_person(desk)
    actor = enter(desk)

    def act() -> None:
        for comment in range(1, _ACTS + 1):
            desk.perform(Claim(comment), actor)

    return act


def _inserts(place: Path) -> Callable[[], None]:
    db = sqlite3.connect(place / "bare.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = wal")
    db.execute("PRAGMA synchronous = full")
    db.execute("CREATE TABLE entry(seq INTEGER PRIMARY KEY, leaf BLOB)")
    leaf = b"x" * 500

    def insert() -> None:
        for _ in range(_ACTS):
            db.execute("INSERT INTO entry(leaf) VALUES (?)", (leaf,))

    return insert


def _syncs(place: Path) -> Callable[[], None]:
    file = os.open(place / "page", os.O_CREAT | os.O_WRONLY)
    page, pages = b"x" * 4096, count()

    def sync() -> None:
        for _ in range(_ACTS):
            os.pwrite(file, page, next(pages) * len(page))
            os.fdatasync(file)

    return sync
