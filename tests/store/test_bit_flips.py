"""Whichever bit of the file is turned: a log that is said to hold is the same log.

The gate turns a bit of the last hundred bytes of the log and a sample of the file.
WEBCARE_DESK_FLIPS=0 turns every bit: of the whole file for the verifier that
stands alone, and of every page with a byte of the log for the program's own.
"""

import contextlib
import functools
import logging
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.support import inspector
from tests.support.desks import Bench, arrival, copy_of, take_in
from tests.support.nightly import rounds
from webcare_desk.store import tables
from webcare_desk.store.sqlite import opening, schema
from webcare_desk.store.sqlite.connection import SET_NAME

#: What the stand-alone verifier reads and this desk has; without the others the file is small.
READ = (
    *("entry", "head", "fact", "text", "author", "thread", "comment", "revision"),
    "assessment",
)
#: What every desk has and no row of the log tells of; when it was written is nobody's word.
MIGRATED = "SELECT id, migration_set, name FROM _sqlite_migrations"
_LAST = [name.partition("_")[2].encode() for name in opening.MIGRATIONS]
PAGE = 512
EVERY = 0
Content = list[tuple[object, ...]]


@pytest.fixture
def worked(pristine: Bench, tmp_path: Path) -> Bench:
    """Make a desk with few entries in small pages, and close it."""
    bench = copy_of(pristine, tmp_path)
    take_in(bench.desk, arrival(1))
    take_in(bench.desk, arrival(1, "Ik heb zware hoofdpijn"))
    bench.desk.store.close()
    compact(bench.database)
    return bench


def compact(file: Path, *statements: str) -> None:
    """Write a database anew in pages of 512 bytes."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as db:
        for statement in (
            *statements,
            "PRAGMA journal_mode = DELETE",
            f"PRAGMA page_size = {PAGE}",
        ):
            db.execute(statement)
        db.execute("VACUUM")
        db.execute("PRAGMA journal_mode = WAL")


def bare(bench: Bench) -> None:
    """Leave what the stand-alone verifier reads, and nothing else."""
    with bench.shell() as db:
        listed = db.execute("SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    kept = {*READ, "sqlite_sequence"}
    drops = [f"DROP {kind} {name}" for kind, name in listed if kind in {"trigger", "index"}]
    drops += [
        f"DROP TABLE {name}"
        for kind, name in listed
        if kind == "table" and name not in kept and not name.startswith(("text_fts", "sqlite_"))
    ]
    compact(bench.database, "PRAGMA foreign_keys = OFF", *drops)


def positions(whole: bytes, log: Sequence[bytes], *, is_bare: bool) -> Iterator[int]:
    """Yield the bits to turn, each as its place in the file; `log` are leaves, the last one last.

    The names of the migrations are few bytes that no log speaks of, in rows and index.
    """
    wanted = rounds("FLIPS", gate=150, nightly=20_000)
    chance = Random(20260306)  # noqa: S311 - a repeatable sample
    if wanted == EVERY:
        for start in range(0, len(whole), PAGE):
            if is_bare or touches(whole[start : start + PAGE], log):
                yield from range(8 * start, 8 * (start + PAGE))
        return
    yield from (chance.randrange(8 * len(whole)) for _ in range(wanted))
    start = whole.index(log[-1][-100:])  # the cell may go on in another page
    yield from (8 * place + chance.randrange(8) for place in range(start, start + 100))
    names = re.finditer(rb"\d{4}_(?:%s)" % b"|".join(_LAST), whole)
    yield from (8 * found.start() + chance.randrange(8 * len(found[0])) for found in names)


def touches(page: bytes, log: Sequence[bytes]) -> bool:
    """Say whether a page holds a piece of the log, or says where its pages are."""
    pieces = (leaf[at : at + 16] for leaf in log for at in range(0, len(leaf) - 16, 16))
    return page.startswith(b"SQLite format 3") or any(piece in page for piece in pieces)


def swept(
    file: Path, holds: Callable[[], bool], content: Callable[[Path], Content], *, is_bare: bool
) -> tuple[int, int]:
    """Turn each bit; return how many turns were found, and how many changed nothing."""
    whole, truth = file.read_bytes(), content(file)
    log = [bytes(leaf) for _, leaf in entries_in(file)]
    found = same = 0
    for place in positions(whole, log, is_bare=is_bare):
        turned = bytearray(whole)
        turned[place >> 3] ^= 1 << (place & 7)
        for leftover in file.parent.glob(f"{file.name}-*"):
            leftover.unlink()
        file.write_bytes(turned)
        if holds():
            assert content(file) == truth, f"bit {place}: another log is said to hold"
            same += 1
        else:
            found += 1
    logging.getLogger("flips").info("%d bits: %d found, %d same", found + same, found, same)
    return found, same


def entries_in(file: Path) -> list[tuple[int, bytes]]:
    with contextlib.closing(sqlite3.connect(file)) as db:
        return db.execute("SELECT seq, leaf FROM entry NOT INDEXED ORDER BY seq").fetchall()


def texts_too(file: Path) -> Content:
    """Return entries and personal texts; by place, since a turned bit may rename a column."""
    said: Content = [*entries_in(file)]
    with contextlib.closing(sqlite3.connect(file)) as db:
        for table in (table for table in tables.TABLES if table.name in READ):
            plain = 1 + len(table.plain)  # the key, what is plain, then the salt and the texts
            rows = db.execute(f"SELECT * FROM {table.name} ORDER BY 1")  # noqa: S608 - names from tables.py
            said += [(table.name, row[0], *row[plain:]) for row in rows]
    return said


def everything(file: Path) -> Content:
    """Return every row of every table but the search index, from the tables themselves."""
    with contextlib.closing(sqlite3.connect(file)) as db:
        listed = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in db.execute(listed) if not name.startswith("text_fts")]
        asked = {name: f"SELECT * FROM {name} NOT INDEXED" for name in names}  # noqa: S608 - names of tables
        asked["_sqlite_migrations"] = f"{MIGRATED} NOT INDEXED"
        rows = [(name, *row) for name, query in asked.items() for row in db.execute(query)]
        return [*rows, *db.execute(schema._LISTED, (SET_NAME,))]


@pytest.mark.requirement("A7")
def test_by_the_programs_own_verify(worked: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_made", functools.cache(schema._made))  # it is the same each time
    found, _ = swept(
        worked.database,
        lambda: worked.verify().holds,
        everything,
        is_bare=False,
    )
    assert found > 100


@pytest.mark.requirement("A7")
def test_by_the_verifier_that_stands_alone(worked: Bench) -> None:
    bare(worked)
    module = inspector.loaded()
    vars(module)["is_signed"] = functools.cache(module.is_signed)  # slow, and always the same

    def holds() -> bool:
        code, _ = inspector.judged(module.main, worked.signer.verifier, worked.database)
        return code == inspector.HOLDS

    assert holds()
    found, _ = swept(worked.database, holds, texts_too, is_bare=True)
    assert found > 100
