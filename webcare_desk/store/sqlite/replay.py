"""Rebuilding the state from the log alone, and comparing it row for row.

Every entry carries the rows it changed. A batch of comments carries the
digest of its rows instead: they are read from the tables of evidence, held
against the digest, and only then taken over.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from webcare_desk.domain.audit import digest
from webcare_desk.errors import CorruptFileError, StoreError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.sqlite.connection import connect_to_read, translated
from webcare_desk.store.sqlite.erasing import as_came
from webcare_desk.store.sqlite.ingest import WORK_OF_ARRIVALS
from webcare_desk.store.sqlite.log import leaves
from webcare_desk.store.sqlite.log_pages import FOUND, PAIRS
from webcare_desk.store.sqlite.rows import PERSONAL, batch_bytes, recorded, recorded_columns
from webcare_desk.store.sqlite.segments import BLOCK, StoppedError, Watch
from webcare_desk.store.table import Table

#: Differences beyond this number are counted and not kept: of words, and of the state.
MOST_DIFFERENCES = 100
#: The column in which a rebuilt row has the digest of its words.
_DIGEST = "digest"


class OtherRowsError(CorruptFileError):
    """What came in is not what the log has the digest of."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many entries and rows were rebuilt, and which rows differ.

    `texts` of the rows have words; `wrong_texts` are those differences that are in words. Of
    many differences of either kind the last one tells how many more there are; `wrong` is all.
    """

    entries: int
    rows: int
    differences: tuple[str, ...]
    texts: int = 0
    wrong_texts: tuple[str, ...] = ()
    wrong: int = 0

    @property
    def is_equal(self) -> bool:
        """Say whether the desk is exactly what its log says."""
        return not self.differences


@dataclass(slots=True)
class _Wrong:
    """The rows that differ in one way: how many, and the first of them."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, difference: str) -> None:
        """Count one; it is kept only as long as they are few."""
        self.count += 1
        if self.count <= MOST_DIFFERENCES:
            self.first.append(difference)

    def told(self, rows: str) -> tuple[str, ...]:
        """Return those that are kept, and how many more `rows` there are."""
        more = self.count - len(self.first)
        return (*self.first, *([f"and {more} more {rows}"] if more else []))


def replay(path: Path, target: Path | None = None) -> Replayed:
    """Rebuild the state of the desk at `path` in the new file `target` and compare.

    The target holds no personal text, only its digests; without one it is thrown away.
    """
    if target is not None and target.exists():
        msg = QT_TRANSLATE_NOOP("Said", "{target} exists; the replay needs a file of its own.")
        raise StoreError(Said.of(msg, target=target))
    with contextlib.closing(connect_to_read(path)) as live, translated(path):
        live.execute("BEGIN")
        return compared(live, target)


def compared(
    live: sqlite3.Connection, target: Path | None = None, watch: Watch | None = None
) -> Replayed:
    """Hold the desk that `live` sees against what its log says; `watch` may stop it.

    Raises CorruptFileError where the log does not follow from itself, OtherRowsError where
    what came in was changed, StoppedError.
    """
    # "" is a file of SQLite's own, in memory while it is small and gone afterwards.
    with contextlib.closing(sqlite3.connect(target or "", isolation_level=None)) as rebuilt:
        rebuilt.execute("PRAGMA synchronous = OFF")
        rebuilt.execute("BEGIN")
        make_tables(rebuilt)
        entries = rebuild(live, rebuilt, watch=watch)
        rebuilt.execute("COMMIT")
        return _compare(live, rebuilt, entries)


def make_tables(rebuilt: sqlite3.Connection) -> None:
    """Make a table for each audited one, of its plain columns and one digest."""
    for table in tables.TABLES:
        rebuilt.execute(
            f"CREATE TABLE {table.name}({table.key} INTEGER PRIMARY KEY, "
            f"{','.join(_shown(table)[1:])})"
        )


def _shown(table: Table) -> list[str]:
    """Return the columns a rebuilt row has: the plain ones and one digest."""
    return [table.key, *table.plain, *([_DIGEST] if table.personal else [])]


def rebuild(
    live: sqlite3.Connection,
    rebuilt: sqlite3.Connection,
    *,
    until: int | None = None,
    watch: Watch | None = None,
) -> int:
    """Take over what each entry changed; return how many there were.

    With `until` (UTC microseconds) it ends before the first entry that is later.
    """
    named = {table.name: table for table in tables.TABLES}
    count = 0
    for seq, leaf in leaves(live):
        if watch is not None and count % BLOCK == 0 and not watch(count):
            raise StoppedError(count)
        try:
            fields = json.loads(leaf)
            if until is not None and fields["at"] > until:
                break
            if "batch" in fields["detail"]:
                _take_batch(live, rebuilt, seq, fields["detail"])
            for name, key, columns in fields["changes"]:
                _take_change(rebuilt, named[name], key, columns, seq)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            msg = QT_TRANSLATE_NOOP("Said", "entry {seq} is not written as the desk writes.")
            raise CorruptFileError(Said.of(msg, seq=seq)) from error
        count += 1
    return count


def _take_batch(
    live: sqlite3.Connection, rebuilt: sqlite3.Connection, seq: int, detail: Mapping[str, object]
) -> None:
    batch: dict[str, list[list[object]]] = {}
    for table in tables.ARRIVALS:
        first, last = detail.get(f"{table.name}_first"), detail.get(f"{table.name}_last")
        if first is not None:
            rows = live.execute(
                f"SELECT {recorded_columns(table)} FROM {table.name} "  # noqa: S608 - names from tables.py
                f"WHERE {table.key} BETWEEN ? AND ? ORDER BY {table.key}",
                (first, last),
            )
            batch[table.name] = as_came(live, table, rows)
    if digest(batch_bytes(batch)) != detail["batch"]:
        msg = QT_TRANSLATE_NOOP(
            "Said", "entry {seq}: the rows of this batch are not those that came in."
        )
        raise OtherRowsError(Said.of(msg, seq=seq))
    for name, rows_taken in batch.items():
        marks = ",".join("?" * len(rows_taken[0]))
        rebuilt.executemany(f"INSERT INTO {name} VALUES ({marks})", rows_taken)  # noqa: S608 - the same
    if "revision" in batch:
        rebuilt.execute(WORK_OF_ARRIVALS, (detail["revision_first"], detail["revision_last"]))


def _take_change(
    rebuilt: sqlite3.Connection,
    table: Table,
    key: int,
    columns: Mapping[str, list[object]],
    seq: int,
) -> None:
    new = {_DIGEST if name == PERSONAL else name: value[1] for name, value in columns.items()}
    rebuilt.execute(
        f"INSERT OR IGNORE INTO {table.name}({table.key}) VALUES (?)",  # noqa: S608 - names from tables.py
        (key,),
    )
    if new:
        setting = ",".join(f'"{name}" = ?' for name in new)
        before = " AND ".join(f'"{name}" IS ?' for name in new)
        done = rebuilt.execute(
            f"UPDATE {table.name} SET {setting} WHERE {table.key} = ? AND {before}",  # noqa: S608 - the same
            [*new.values(), key, *(value[0] for value in columns.values())],
        )
        if done.rowcount != 1:
            msg = QT_TRANSLATE_NOOP(
                "Said", "entry {seq}: its change does not follow from the entries before it."
            )
            raise CorruptFileError(Said.of(msg, seq=seq))


def _compare(live: sqlite3.Connection, rebuilt: sqlite3.Connection, entries: int) -> Replayed:
    rows = texts = 0
    words, state = _Wrong(), _Wrong()
    for table in tables.TABLES:
        for difference in _differences(live, rebuilt, table):
            rows += 1
            texts += bool(table.personal)
            if difference is not None:
                # Many of the one hide none of the other: each is told to hold or not by itself.
                (words if _is_of_words(table, difference) else state).add(difference)
    beside, wrong_texts = _count_differences(live), words.told("rows of words")
    differences = (*wrong_texts, *state.told("rows of the state"), *beside)
    wrong = words.count + state.count + len(beside)
    return Replayed(entries, rows, differences, texts, wrong_texts, wrong)


def _is_of_words(table: Table, difference: str) -> bool:
    """Say whether a row differs in its words; a row of nothing else may also be gone, or new."""
    return bool(table.personal) and (_DIGEST in difference or not table.plain)


def _differences(
    live: sqlite3.Connection, rebuilt: sqlite3.Connection, table: Table
) -> Iterator[str | None]:
    """Yield, for each row, what is wrong with it."""
    order = f"FROM {table.name} ORDER BY {table.key}"
    found = live.execute(f"SELECT {recorded_columns(table)} {order}")
    expected = rebuilt.execute(f"SELECT {','.join(_shown(table))} {order}")
    kept = next(expected, None)
    for row in found:
        shown = recorded(table, [row])[0]
        while kept is not None and kept[0] < shown[0]:
            yield f"{table.name} {kept[0]}: the log has it, the desk does not"
            kept = next(expected, None)
        if kept is None or kept[0] != shown[0]:
            yield f"{table.name} {shown[0]}: no entry tells of it"
            continue
        yield None if shown == list(kept) else _difference(table, kept, shown)
        kept = next(expected, None)
    while kept is not None:
        yield f"{table.name} {kept[0]}: the log has it, the desk does not"
        kept = next(expected, None)


def _difference(table: Table, kept: Sequence[object], shown: Sequence[object]) -> str:
    wrong = [
        name for name, want, got in zip(_shown(table), kept, shown, strict=True) if want != got
    ]
    return f"{table.name} {shown[0]}: {', '.join(wrong)} changed without an entry"


def _count_differences(live: sqlite3.Connection) -> list[str]:
    """Hold what is kept beside the state against the state: counts, and where entries are."""
    kept = dict(live.execute("SELECT queue, count FROM queue_count WHERE count <> 0"))
    counted = dict(live.execute("SELECT queue, count(*) FROM work GROUP BY queue"))
    wrong = [] if kept == counted else ["queue_count: the counts are not those of the work"]
    missing = f"{FOUND} UNION {PAIRS} EXCEPT SELECT kind, name, block FROM entry_found"  # noqa: S608 - constants
    if live.execute(missing).fetchone():
        wrong.append("entry_found: filters would pass over entries of the log")
    return wrong
