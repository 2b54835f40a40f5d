"""Erasing the personal text of a row: salt and text go, the log's digest of them stays."""

import os
import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence

from webcare_desk.domain.audit import Detail, Digest, Name, digest
from webcare_desk.errors import BusyError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session
from webcare_desk.store.sqlite.erased import LEFT, MARK, is_blank
from webcare_desk.store.sqlite.rows import PERSONAL, Change, digest_of, recorded
from webcare_desk.store.table import Table

#: The fact with which a platform's id becomes a mark.
SECRET = "erasure-secret"  # noqa: S105 - the name of a fact, not the secret
_SECRET_BYTES = 32


def blank(
    connection: sqlite3.Connection, table: Table, key: int, before: Digest, mark: str | None
) -> Change:
    """Erase a row's personal text of digest `before`; return the change to record.

    The tombstone must stand already. `mark` takes the place of a platform's
    id, which has to stay unique.
    """
    left: dict[str, str | None] = dict.fromkeys(table.personal)
    left.update(LEFT.get(table.name, {}))
    if mark is not None:
        left["remote"] = f"{MARK}{mark}"
    if table == tables.TEXT:  # the index forgets what it can still be told
        forget = (
            "INSERT INTO text_fts(text_fts, rowid, body) SELECT 'delete', id, body FROM text "
            "WHERE id = ?"
        )
        connection.execute(forget, (key,))
    setting = ",".join(f"{name} = ?" for name in left)
    connection.execute(
        f"UPDATE {table.name} SET {setting}, salt = x'' WHERE {table.key} = ?",  # noqa: S608 - the same
        (*left.values(), key),
    )
    return [table.name, key, {PERSONAL: [before, None]}]


def digest_in(connection: sqlite3.Connection, table: Table, key: int) -> Digest | None:
    """Return what the log has of a row's personal text; None when it is erased already."""
    columns = (*table.personal, "salt")
    row = connection.execute(
        f"SELECT {','.join(columns)} FROM {table.name} WHERE {table.key} = ?",  # noqa: S608 - the same
        (key,),
    ).fetchone()
    if row is None:
        msg = QT_TRANSLATE_NOOP("Said", "There is no {table} {key} on this desk; read it again.")
        raise StaleError(Said.of(msg, table=table.name, key=key))
    return None if row[-1] == b"" else digest_of(table, dict(zip(columns, row, strict=True)))


def as_came(
    connection: sqlite3.Connection, table: Table, rows: Iterable[Sequence[object]]
) -> list[list[object]]:
    """Return rows as the log recorded them, an erased one with the digest it had."""
    shown = recorded(table, rows)
    if table.personal:
        for row in shown:
            if row[-1] is None:
                row[-1] = _tombstone(connection, table.name, row[0])
    return shown


def _tombstone(connection: sqlite3.Connection, place: str, number: object) -> str | None:
    found = connection.execute(
        "SELECT digest FROM erased WHERE place = ? AND number = ?", (place, number)
    ).fetchone()
    return None if found is None else str(found[0])


def tombstone(
    table: Table, key: int, before: Digest, request: int, at: int
) -> Mapping[str, Detail]:
    """Return the row that stands for what was erased."""
    return {
        "place": Name(table.name),
        "number": key,
        "digest": before,
        "request": request,
        "at": at,
    }


def mark_for(
    session: Session, connection: sqlite3.Connection, table: Table, key: int
) -> str | None:
    """Return what takes the place of a platform's id: a comment is known again by it."""
    if table in {tables.AUTHOR, tables.THREAD}:
        return str(key)
    if table != tables.COMMENT:
        return None
    secret = session.fact(SECRET)
    if secret is None:
        secret = os.urandom(_SECRET_BYTES).hex()
        session.set_fact(Name(SECRET), secret)
    query = "SELECT source, remote FROM comment WHERE id = ?"
    return remote_mark(secret, *connection.execute(query, (key,)).fetchone())


def remote_mark(key: str, source: str, remote: str) -> Name:
    """Return by what an erased comment is known again, so that a poll does not bring it back.

    Who has the desk's `key` can try whether a certain id was erased; nobody
    reads the id from it.
    """
    return Name(digest(f"{key}\0{source}\0{remote}".encode("utf-8", "surrogatepass")))


def scrub(connection: sqlite3.Connection) -> None:
    """Write over what erased text left: the index's pages, freed pages, the write-ahead log.

    Raises BusyError where another connection still reads what was before.
    """
    connection.execute("INSERT INTO text_fts(text_fts) VALUES ('optimize')")
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "Another program is reading the desk: the erased text goes when it is done; try again.",
        )
        raise BusyError(Said.of(msg))


def missing(connection: sqlite3.Connection) -> str | None:
    """Return the first text that is gone without an erasure, as a sentence; None if none is.

    A desk of an earlier version has not every table; before erasing there was no text to miss.
    """
    query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
    made = {name for (name,) in connection.execute(query)}
    for table, column, place in _REFERRED if "erased" in made else ():
        if table not in made:
            continue
        row = connection.execute(
            f"SELECT r.{column} FROM {table} r LEFT JOIN {place} t ON t.id = r.{column} "  # noqa: S608 - names from below
            f"LEFT JOIN erased e ON e.place = '{place}' AND e.number = r.{column} "
            f"WHERE r.{column} IS NOT NULL "
            "AND (t.id IS NULL OR (length(t.salt) = 0) <> (e.id IS NOT NULL)) LIMIT 1"
        ).fetchone()
        if row is not None:
            return f"{place} {row[0]} is missing without an erasure entry"
    return _put_in_place(connection, made)


def _put_in_place(connection: sqlite3.Connection, made: Container[str]) -> str | None:
    """Return the first erased row that holds words again, as a sentence."""
    places = {place for *_, place in _REFERRED}
    for table in (each for each in tables.TABLES if each.name in places and each.name in made):
        rows = connection.execute(
            f"SELECT {table.key}, {','.join(table.personal)} FROM {table.name} "  # noqa: S608 - names from tables.py
            "WHERE length(salt) = 0"
        )
        for key, *values in rows:
            if not is_blank(table, key, values):
                return f"{table.name} {key} was erased, and has other words since"
    return None


#: Where texts and documents are referred to: table, column, and what it refers to.
_REFERRED = (
    ("revision", "body", "text"),
    ("note", "body", "text"),
    ("delivery", "body", "text"),
    ("delivery", "mail", "document"),
    ("escalation", "packet", "document"),
    ("case_version", "document", "document"),
    ("case_answer", "document", "document"),
    ("reconciliation", "document", "document"),
    ("reconciliation", "pv_document", "document"),
    ("original", "picture", "document"),
    ("comment", "author", "author"),
    ("comment", "thread", "thread"),
    ("revision", "id", "revision"),
    ("revision", "comment", "comment"),
)
