"""The one place that opens the desk's database, and proves how it is set.

Sources: sqlite.org/pragma.html. WAL with synchronous=FULL is the setting that
loses no acknowledged row in a power cut; Python's default does. On macOS that
also takes fullfsync, for fsync alone ends in the drive's own memory there.
"""

import contextlib
import sqlite3
from pathlib import Path

from webcare_desk.errors import (
    BusyError,
    CorruptFileError,
    DiskFullError,
    ForeignFileError,
    ReadOnlyError,
    StoreError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.store.library import require_sqlite

APPLICATION_ID = 0x57434431
SET_NAME = "webcare-desk"
_MAGIC = b"SQLite format 3\0"
#: Where the application id stands says sqlite.org/fileformat.html §1.3.
_HEADER_BYTES = 100
_APPLICATION = slice(68, 72)
_BUSY_MS = 5000
_WAL_BYTES = 4_800_000

#: What every connection must answer after it is set.
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "recursive_triggers": 1,
    "busy_timeout": _BUSY_MS,
}


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the database at `path` with every safety set and asserted.

    Raises StoreError: a missing file is only made when `create` is true, and
    a file that is not a database is never touched.
    """
    require_sqlite()
    with translated(path):
        if not create:
            refuse_foreign(path)
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            _set(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the database at `path` for a check: also where nobody may write, as on a disc.

    A write-ahead log cannot be read there without its index. Where it is empty the
    file alone is the desk, and nobody changes it; else ReadOnlyError, never a part of it.
    What a check puts aside stays in memory, out of the system's folder for all accounts.
    """
    connection = _to_read(path)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _to_read(path: Path) -> sqlite3.Connection:
    try:
        return connect(path)
    except ReadOnlyError as error:
        with translated(path):
            wal = path.with_name(f"{path.name}-wal")
            if wal.exists() and wal.stat().st_size:
                msg = QT_TRANSLATE_NOOP(
                    "Said",
                    "{path} has writes beside it in {name}: copy both to where one may write.",
                )
                raise ReadOnlyError(Said.of(msg, path=path, name=wal.name)) from error
            return sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
            )


def refuse_foreign(path: Path) -> None:
    """Raise StoreError unless the file begins as the database of a desk does."""
    if not path.exists():
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "There is no desk at {folder}: its database desk.db is missing. Restore a "
            "backup if there is one; nothing was made in its place. A new desk takes "
            "another folder, or this one once all its files are kept elsewhere.",
        )
        raise StoreError(Said.of(msg, folder=path.parent))
    application = _application_of(path)
    if application is None:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is not the database of a desk; it was left as it is."
        )
        raise ForeignFileError(Said.of(msg, path=path))
    if application != APPLICATION_ID:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is a database of another program; it was left as it is."
        )
        raise ForeignFileError(Said.of(msg, path=path))


def _application_of(path: Path) -> int | None:
    """Return the application id in the file's header, changing nothing; None for no database.

    SQLite reads it: a process that opens and closes the file by itself loses every lock that its connections
    hold on it, and whoever closes it next takes the write-ahead log away from under them
    (sqlite.org/howtocorrupt.html §2.2).
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as look:
            # A file whose last pages are in its write-ahead log alone is shorter than it says.
            look.execute("PRAGMA writable_schema = ON")
            found = int(look.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError as error:
        not_taken = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN}
        if error.sqlite_errorcode & 0xFF not in not_taken and not path.is_dir():
            raise
    else:
        return found if path.stat().st_size else None
    with path.open("rb") as file:  # no connection can hold a lock on what SQLite does not take
        header = file.read(_HEADER_BYTES)
    return int.from_bytes(header[_APPLICATION], "big") if header.startswith(_MAGIC) else None


def _set(connection: sqlite3.Connection) -> None:
    for name, wanted in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
        row = connection.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else 0  # a build without mmap answers nothing
        if found != wanted:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The database does not accept {name} = {wanted}; it says {found}."
            )
            raise StoreError(Said.of(msg, name=name, wanted=wanted, found=found))


def lengthen_wal(connection: sqlite3.Connection) -> None:
    """Make the write-ahead log long once, so that a commit need not grow it.

    A rolled back insert larger than the cache spills into the file and leaves
    it long; the database itself does not change. On a disk without the room
    for it the desk works on: it may still hold an escalation.
    """
    before = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute("PRAGMA cache_size = 10")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO ballast(filling) VALUES (zeroblob(?))", (_WAL_BYTES,))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA cache_size = {before}")


class translated:  # noqa: N801 - it is used as the function it stands for
    """Turn what SQLite and the file system raise within it into a sentence.

    A class, because it surrounds every read: a generator takes six times as long.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        """Speak of the file at `path`."""
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        """Raise the sentence in place of a known error; leave every other alone."""
        if error is not None:
            _raise_sentence(error, self._path)


def _raise_sentence(error: BaseException, path: Path) -> None:
    if isinstance(error, sqlite3.Error):
        raise sentence_of(error, path) from error
    if isinstance(error, UnicodeEncodeError):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The text holds half a character (a lone surrogate), which no file can keep."
        )
        raise StoreError(Said.of(msg)) from error
    if isinstance(error, PermissionError):
        msg = QT_TRANSLATE_NOOP("Said", "{path} cannot be read or written by this account.")
        raise ReadOnlyError(Said.of(msg, path=path)) from error
    if isinstance(error, OSError):
        msg = QT_TRANSLATE_NOOP("Said", "{path} cannot be used: {reason}.")
        raise StoreError(Said.of(msg, path=path, reason=error.strerror)) from error


def sentence_of(error: sqlite3.Error, path: Path) -> StoreError:
    """Return what SQLite raised as the error that says it to a person."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is damaged: {reason}. Restore a backup; nothing was changed."
        )
        return CorruptFileError(Said.of(msg, path=path, reason=reason_of(error)))
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        msg = QT_TRANSLATE_NOOP("Said", "{path} cannot be opened for writing: {reason}.")
        return ReadOnlyError(Said.of(msg, path=path, reason=reason_of(error)))
    if code == sqlite3.SQLITE_FULL:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The disk that holds {path} is full; nothing of this act was kept."
        )
        return DiskFullError(Said.of(msg, path=path))
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_WRITE:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The disk took no more of {path}: it is full, over its quota, or failing; "
            "nothing of this act was kept.",
        )
        return DiskFullError(Said.of(msg, path=path))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        msg = QT_TRANSLATE_NOOP("Said", "Another program is holding {path}; try again in a moment.")
        return BusyError(Said.of(msg, path=path))
    msg = "{path}: {reason}."
    return StoreError(Said.of(msg, path=path, reason=reason_of(error)))
