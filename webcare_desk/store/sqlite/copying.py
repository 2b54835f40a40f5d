"""Copies of a desk's database: made through SQLite, and looked at without a trace."""

import contextlib
import sqlite3
from pathlib import Path

from webcare_desk.durable import sync
from webcare_desk.errors import CorruptFileError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.sqlite.connection import connect, refuse_foreign, translated
from webcare_desk.store.sqlite.log import LogHead, read_head


def copy_database(source: Path, target: Path) -> None:
    """Copy the desk at `source`, at work or not, into the new file `target`.

    The copy is of one moment, whole, and on the disk when this returns.
    """
    with translated(target):
        with (
            contextlib.closing(connect(source)) as live,
            contextlib.closing(sqlite3.connect(target)) as copy,
        ):
            copy.execute("PRAGMA synchronous = OFF")  # it is synced as a whole below
            live.backup(copy)
        require_whole_copy(target)
        sync(target)


def require_whole_copy(path: Path) -> None:
    """Raise CorruptFileError unless every page of the copy is whole (PRAGMA quick_check)."""
    with translated(path), contextlib.closing(looking(path)) as connection:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        msg = QT_TRANSLATE_NOOP("Said", "{path} is damaged: {answer}. It is not used.")
        raise CorruptFileError(Said.of(msg, path=path, answer=answer))


def head_of(path: Path) -> LogHead:
    """Return the head of the log in a copy, without leaving a trace beside it."""
    with translated(path), contextlib.closing(looking(path)) as connection:
        return read_head(connection)


def looking(path: Path) -> sqlite3.Connection:
    """Open a copy that nobody writes: no lock, no other file, no change."""
    refuse_foreign(path)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
