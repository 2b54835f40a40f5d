"""Opening a desk's database: made new only when asked, migrated only after a copy."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from webcare_desk.errors import (
    CorruptFileError,
    ForeignFileError,
    NewerDeskError,
    ReadOnlyError,
    StoreError,
)
from webcare_desk.paths import BACKUPS, UPGRADE
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.library import require_sqlite
from webcare_desk.store.mounts import refuse_network
from webcare_desk.store.room import require_room
from webcare_desk.store.sqlite.connection import (
    SET_NAME,
    connect,
    refuse_foreign,
    translated,
)
from webcare_desk.store.sqlite.copying import copy_database, looking
from webcare_desk.store.sqlite.log import HeadKeys
from webcare_desk.store.sqlite.store import SqliteStore
from webcare_desk.working import sweep

DATABASE = "desk.db"
#: Under which name it is made.
DRAFT = f"{DATABASE}.new"
#: The migrations of this program, in order; `migrations.migrations` runs them.
MIGRATIONS = (
    "0001_desk",
    "0002_training",
    "0003_entering",
    "0004_signatures",
    "0005_erasure",
    "0006_review",
    "0007_deviations",
    "0008_anchors",
    "0009_cases",
    "0009_reconciling",
    "0010_screening",
    "0011_post",
    "0012_case_window",
    "0013_pairs",
    "0015_asking",
    "0016_tiers",
    "0017_wordings",
    "0018_threads",
    "0019_authors",
    "0020_moves",
    "0021_polls",
)
#: Above this size the whole-file check is left to `audit verify`.
_QUICK_CHECK_BYTES = 200_000_000


def create_store(
    folder: Path, keys: HeadKeys, origin: str, register: Callable[[], None] = lambda: None
) -> SqliteStore:
    """Make a new desk's database in `folder`, which must not hold one.

    It is made under another name first: a start that was cut off leaves no
    half database that looks like a desk. `register` writes the public key
    beside that draft, so that a key without either is of a desk that is lost.
    """
    path, draft = folder / DATABASE, folder / DRAFT
    refuse_network(folder)
    with translated(path):
        if path.exists() and path.stat().st_size > 0:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{path} exists already; a desk is never made over another file."
            )
            raise ForeignFileError(Said.of(msg, path=path))
        for leftover in folder.glob(f"{draft.name}*"):
            leftover.unlink()
    migrate(draft, create=True)
    register()
    with translated(path):
        draft.replace(path)
    return SqliteStore(path, keys, origin)


def open_store(folder: Path, keys: HeadKeys, origin: str) -> SqliteStore:
    """Open an existing desk, after looking whether it is one and is whole."""
    path = folder / DATABASE
    refuse_network(folder)
    require_room(path)
    with suppress(StoreError):
        sweep(folder)
    with translated(path):
        connection = looking_at(path)
    try:
        with translated(path):
            _require_tables(connection, path)
            applied = _applied(connection)
            refuse_newer(applied, path)
            _require_whole(connection, path)
    finally:
        connection.close()
    if len(applied) < len(MIGRATIONS):
        _copy_aside(path, len(applied))
        _upgrade(path, len(applied))
    return SqliteStore(path, keys, origin)


def looking_at(path: Path) -> sqlite3.Connection:
    """Open it only to look: a log of writes that is not its own must not get into the file.

    A connection that may write carries the write-ahead log over when it
    closes, also one that was left there by another database.
    """
    require_sqlite()
    refuse_foreign(path)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _require_tables(connection: sqlite3.Connection, path: Path) -> None:
    query = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations')"
    if not connection.execute(query).fetchone()[0]:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is damaged: its tables are gone. Restore a backup; nothing was changed."
        )
        raise CorruptFileError(Said.of(msg, path=path))


def _applied(connection: sqlite3.Connection) -> list[str]:
    return [
        row[0]
        for row in connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (SET_NAME,)
        )
    ]


def refuse_newer(applied: Sequence[str], path: Path) -> None:
    """Refuse a desk on which migrations have run that this program does not know."""
    unknown = [name for name in applied if name not in MIGRATIONS]
    if unknown:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{path} was written by a newer Webcare Desk ({version}); install that "
            "version to open it.",
        )
        raise NewerDeskError(Said.of(msg, path=path, version=unknown[0]))


def _upgrade(path: Path, version: int) -> None:
    """Run what is missing, also beside another program that was opened at the same time.

    Where that one was first the step fails and is on the list: then the rest is tried.
    """
    try:
        migrate(path)
    except StoreError:
        with translated(path), closing(looking(path)) as connection:
            there = len(_applied(connection))
        if there <= version:
            raise
        if there < len(MIGRATIONS):
            _upgrade(path, there)


def _require_whole(connection: sqlite3.Connection, path: Path) -> None:
    size = path.stat().st_size
    # SQLite takes what is missing of the last page for zeros, and its check does not look there.
    if size % connection.execute("PRAGMA page_size").fetchone()[0]:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is damaged: its end is missing. Restore a backup; nothing was changed."
        )
        raise CorruptFileError(Said.of(msg, path=path))
    if size > _QUICK_CHECK_BYTES:
        return
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} is damaged: {answer}. Restore a backup; nothing was changed."
        )
        raise CorruptFileError(Said.of(msg, path=path, answer=answer))


def _copy_aside(path: Path, version: int) -> None:
    """Copy the database before a migration, through SQLite, and prove the copy."""
    target = path.parent / BACKUPS / f"{UPGRADE}{MIGRATIONS[version]}.db"
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{folder} cannot be written: {reason}. The desk was not migrated."
        )
        raise ReadOnlyError(Said.of(msg, folder=target.parent, reason=error.strerror)) from error
    _require_room(path, target)
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        copy_database(path, draft)
        with translated(target), closing(looking(draft)) as copy:
            is_from_before = len(_applied(copy)) == version
        if is_from_before:  # else another program has upgraded it meanwhile
            with translated(target):
                draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _require_room(path: Path, target: Path) -> None:
    """Refuse at once what has no room; a DiskFullError would give up the ballast for nothing."""
    parts = (path, path.with_name(f"{path.name}-wal"))
    needed = sum(part.stat().st_size for part in parts if part.exists())
    free = shutil.disk_usage(target.parent).free
    if needed > free:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "Before this version can work with the desk it keeps a copy of it: that "
            "takes {needed:.1f} MB, and {free:.1f} MB are free in {folder}. Make room "
            "and start again; nothing was changed.",
        )
        raise StoreError(Said.of(msg, needed=needed / 1e6, free=free / 1e6, folder=target.parent))


def migrate(path: Path, *, create: bool = False) -> None:
    """Bring a database to the tables and rules of this program."""
    from sqlite_utils import Database  # 65 ms that most starts do not need

    from webcare_desk.store.sqlite.migrations import migrations

    connection = connect(path, create=create)
    try:
        with translated(path):
            migrations().apply(Database(connection, execute_plugins=False))
    finally:
        connection.close()
