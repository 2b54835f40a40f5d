"""The desk as it stood at a moment, rebuilt from the log; words looked up by their digest."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from webcare_desk.domain.audit import commit
from webcare_desk.domain.past import Past, RowThen
from webcare_desk.store import tables
from webcare_desk.store.sqlite.connection import connect_to_read, translated
from webcare_desk.store.sqlite.log import times
from webcare_desk.store.sqlite.replay import make_tables, rebuild
from webcare_desk.store.table import Table

#: The tables of one comment, and the column by which they name it.
_OF_COMMENT = (
    (tables.COMMENT, "id"),
    (tables.REVISION, "comment"),
    (tables.MOVE, "comment"),
    (tables.WORK, "comment"),
    (tables.NOTE, "comment"),
    (tables.ESCALATION, "comment"),
    (tables.DELIVERY, "comment"),
)
#: What those rows name: the table, the column, and the table that has it.
_NAMED = (
    ("comment", "author", tables.AUTHOR),
    ("comment", "thread", tables.THREAD),
    ("move", "thread", tables.THREAD),
    ("revision", "body", tables.TEXT),
    ("note", "body", tables.TEXT),
    ("delivery", "body", tables.TEXT),
    ("delivery", "mail", tables.DOCUMENT),
    ("escalation", "packet", tables.DOCUMENT),
)


def past(path: Path, target: Path, at: int, comment: int | None) -> Past:
    """Rebuild the desk at `path` as it stood `at` a moment, in the new file `target`.

    With `comment` the rows of that one are returned; none where it was not there yet.
    """
    with (
        contextlib.closing(connect_to_read(path)) as live,
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as rebuilt,
        translated(path),
    ):
        live.execute("BEGIN")
        rebuilt.execute("PRAGMA synchronous = OFF")
        rebuilt.execute("BEGIN")
        make_tables(rebuilt)
        entries = rebuild(live, rebuilt, until=at)
        rest = [time for seq, time in times(live) if seq >= entries]
        return Past(
            at=at,
            entries=entries,
            of=entries + len(rest),
            earlier=sum(time <= at for time in rest),
            counts=dict(rebuilt.execute("SELECT queue, count(*) FROM work GROUP BY queue")),
            open_escalations=_open_escalations(rebuilt),
            protocol=_protocol(live, rebuilt),
            rows=() if comment is None else tuple(_rows(live, rebuilt, comment)),
        )


def _open_escalations(rebuilt: sqlite3.Connection) -> int:
    query = "SELECT count(*) FROM escalation WHERE state = 'open'"
    return int(rebuilt.execute(query).fetchone()[0])


def _protocol(live: sqlite3.Connection, rebuilt: sqlite3.Connection) -> str | None:
    row = rebuilt.execute("SELECT id FROM fact WHERE name = 'protocol'").fetchone()
    found = None if row is None else _row(live, rebuilt, tables.FACT, row[0])
    return None if found is None or found.words is None else found.words["value"]


def _rows(live: sqlite3.Connection, rebuilt: sqlite3.Connection, comment: int) -> Iterator[RowThen]:
    named: dict[tuple[str, int], Table] = {}
    for table, column in _OF_COMMENT:
        for (key,) in rebuilt.execute(
            f"SELECT {table.key} FROM {table.name} WHERE {column} = ? ORDER BY 1",  # noqa: S608 - names from tables.py
            (comment,),
        ):
            row = _row(live, rebuilt, table, key)
            yield row
            for source, reference, target in _NAMED:
                found = row.values.get(reference) if table.name == source else None
                if isinstance(found, int):
                    named[target.name, found] = target
    for (_, key), table in sorted(named.items(), key=lambda item: item[0]):
        yield _row(live, rebuilt, table, key)


def _row(live: sqlite3.Connection, rebuilt: sqlite3.Connection, table: Table, key: int) -> RowThen:
    kept = [*table.plain, *(["digest"] if table.personal else [])]
    values = rebuilt.execute(
        f"SELECT {','.join(kept) or table.key} FROM {table.name} WHERE {table.key} = ?",  # noqa: S608 - names from tables.py
        (key,),
    ).fetchone()
    shown = dict(zip(kept, values, strict=True))
    digest = shown.pop("digest", None)
    return RowThen(table.name, key, shown, _words(live, table, key, digest))


def _words(
    live: sqlite3.Connection, table: Table, key: int, digest: object
) -> dict[str, str | None] | None:
    """Return the words of a row if they still have the digest of then."""
    if not table.personal:
        return {}
    row = live.execute(
        f"SELECT salt, {','.join(table.personal)} FROM {table.name} WHERE {table.key} = ?",  # noqa: S608 - names from tables.py
        (key,),
    ).fetchone()
    if row is None or commit(row[0], row[1:]) != digest:
        return None
    return dict(zip(table.personal, row[1:], strict=True))
