"""How a row is written, and how the log records what became of it."""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from webcare_desk.domain.audit import Detail, Digest, Name, commit
from webcare_desk.errors import StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.sqlite.erased import is_blank
from webcare_desk.store.table import Table

SALT_BYTES = 16
PERSONAL = "~"
Values = Mapping[str, Detail]
Personal = Mapping[str, str | None]
Change = list[object]
#: A row as it stands in the table, by column.
Row = dict[str, object]


def salts(count: int) -> list[bytes]:
    """Return `count` fresh salts."""
    drawn = os.urandom(SALT_BYTES * count)
    return [drawn[i : i + SALT_BYTES] for i in range(0, len(drawn), SALT_BYTES)]


def add(
    connection: sqlite3.Connection, table: Table, values: Values, personal: Personal
) -> tuple[int, Change]:
    """Insert one row; return its key and the change to record."""
    for value in values.values():
        _require_detail(value)
    row: dict[str, object] = {**values, **personal}
    shown = {
        name: [None, value]
        for name, value in values.items()
        if value is not None and name != table.key
    }
    if table.personal:
        salt = os.urandom(SALT_BYTES)
        row["salt"] = salt
        shown[PERSONAL] = [None, commit(salt, [personal.get(name) for name in table.personal])]
    columns = ",".join(row)
    cursor = connection.execute(
        f"INSERT INTO {table.name}({columns}) VALUES ({_marks(len(row))})",  # noqa: S608 - names from tables.py
        list(row.values()),
    )
    key = cursor.lastrowid or 0
    return key, [table.name, key, shown]


def change(  # noqa: PLR0913, PLR0917 - where, what, and what it was
    connection: sqlite3.Connection,
    table: Table,
    key: int,
    values: Values,
    personal: Personal,
    before: Row,
) -> Change | None:
    """Update one row; return the change to record, or None if nothing differs.

    A row that has a version gets the next one. `before` is the row as
    `find` read it, and afterwards as it is now.
    """
    for value in values.values():
        _require_detail(value)
    new: dict[str, object] = {**values, **personal}
    altered = {name: value for name, value in new.items() if before[name] != value}
    if not altered:
        return None
    if "version" in table.plain:
        altered["version"] = int(str(before["version"])) + 1
    if before.get("salt") == b"" and any(name in table.personal for name in altered):
        raise StaleError(Said.of(_ERASED, table=table.name, key=key))
    setting = ",".join(f"{name} = ?" for name in altered)
    connection.execute(
        f"UPDATE {table.name} SET {setting} WHERE {table.key} = ?",  # noqa: S608 - names from tables.py
        [*altered.values(), key],
    )
    shown: dict[str, object] = {
        name: [before[name], value] for name, value in altered.items() if name in table.plain
    }
    if any(name in table.personal for name in altered):
        shown[PERSONAL] = [
            digest_of(table, before),
            digest_of(table, {**before, **altered}),
        ]
    before.update(altered)
    return [table.name, key, shown]


_ERASED = QT_TRANSLATE_NOOP(
    "Said", "The personal text of {table} {key} was erased; nothing is put in its place."
)


def find(connection: sqlite3.Connection, table: Table, key: int) -> Row | None:
    """Return every column of a row, the salt too, or None."""
    columns = [*table.columns, "salt"] if table.personal else list(table.columns)
    row = connection.execute(
        f"SELECT {','.join(columns)} FROM {table.name} WHERE {table.key} = ?",  # noqa: S608 - names from tables.py
        (key,),
    ).fetchone()
    return None if row is None else dict(zip(columns, row, strict=True))


def digest_of(table: Table, row: Mapping[str, object]) -> Digest:
    """Return what the log has of a row's personal text."""
    salt = row["salt"]
    values = [_text(row[name]) for name in table.personal]
    return commit(salt if isinstance(salt, bytes) else b"", values)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _require_detail(value: object) -> None:
    """Refuse text in a plain column: it would stand in the log for ever."""
    if value is not None and not isinstance(value, int | StrEnum | Name | Digest):
        msg = f"text does not belong in a plain column: {type(value).__name__}"
        raise TypeError(msg)


def _marks(count: int) -> str:
    return ",".join("?" * count)


def index_texts(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Put the texts `first` to `last` into the search index."""
    connection.execute(
        "INSERT INTO text_fts(rowid, body) SELECT id, body FROM text WHERE id BETWEEN ? AND ?",
        (first, last),
    )


def recorded(table: Table, rows: Iterable[Sequence[object]]) -> list[list[object]]:
    """Return rows `(key, plain…, personal…, salt)` as the log records them.

    The personal columns and the salt become one digest; of an erased row, which
    has no salt any more and no words, None.
    """
    if not table.personal:
        return [list(row) for row in rows]
    kept = 1 + len(table.plain)
    return [[*row[:kept], _committed(table, row[0], row[kept:-1], row[-1])] for row in rows]


def _committed(table: Table, key: object, values: Sequence[object], salt: object) -> Digest | None:
    if salt == b"" and is_blank(table, key, values):
        return None
    return commit(salt if isinstance(salt, bytes) else b"", [_text(value) for value in values])


def recorded_columns(table: Table) -> str:
    """Return the columns, in SQL, of a row as `recorded` wants it."""
    columns = [*table.columns, "salt"] if table.personal else list(table.columns)
    return ",".join(columns)


def batch_bytes(batch: Mapping[str, list[list[object]]]) -> bytes:
    """Return the bytes whose digest stands for a whole batch in the log."""
    return json.dumps(batch, separators=(",", ":"), ensure_ascii=True).encode("ascii")
