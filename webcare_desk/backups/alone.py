"""Whether another program has the desk open: what it did next would go aside with the files."""

import contextlib
import sqlite3
from pathlib import Path

from webcare_desk.errors import BusyError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


def require_alone(database: Path, probe: Path) -> None:
    """Raise BusyError where another program has `database` open; what is none is nobody's.

    It is opened as `probe`, a second name of the same file, which has the same
    locks: under its own name SQLite would carry the write-ahead log beside it
    over, and nothing of the desk may change. The lock is not kept: whoever
    waited for it would work on the file that was put aside. Windows removes no name of
    a file that is open: a probe may stay, or be there from an earlier look.
    """
    try:
        if not (probe.exists() and probe.samefile(database)):
            probe.hardlink_to(database)
    except OSError:  # there is none, or the file system knows no second name
        probe = database
    try:
        if probe.exists() and _is_open_elsewhere(probe):
            msg = QT_TRANSLATE_NOOP(
                "Said", "Another program has the desk in {folder} open: end it, and try again."
            )
            raise BusyError(Said.of(msg, folder=database.parent))
    finally:
        if probe != database:
            with contextlib.suppress(OSError):
                probe.unlink()


def _is_open_elsewhere(place: Path) -> bool:
    """Say whether somebody has a lock; every connection that has read anything has one."""
    uri = f"{place.absolute().as_uri()}?mode=rw"
    try:
        found = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
        with contextlib.closing(found) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return False
