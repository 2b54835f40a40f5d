"""Whatever SQLite or the file system raises becomes one sentence of a known kind."""

import sqlite3
from pathlib import Path

import pytest

from tests.support.desks import Bench
from webcare_desk.errors import (
    BusyError,
    CorruptFileError,
    DiskFullError,
    ReadOnlyError,
    StoreError,
)
from webcare_desk.store.sqlite import connection as connecting
from webcare_desk.store.sqlite.connection import lengthen_wal, translated
from webcare_desk.store.sqlite.inbox import work_of

PATH = Path("desk.db")
SENTENCES: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_CORRUPT: (CorruptFileError, "Restore a backup"),
    sqlite3.SQLITE_NOTADB: (CorruptFileError, "Restore a backup"),
    sqlite3.SQLITE_READONLY: (ReadOnlyError, "cannot be opened for writing"),
    sqlite3.SQLITE_READONLY_DIRECTORY: (ReadOnlyError, "cannot be opened for writing"),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyError, "cannot be opened for writing"),
    sqlite3.SQLITE_PERM: (ReadOnlyError, "cannot be opened for writing"),
    sqlite3.SQLITE_FULL: (DiskFullError, "is full; nothing of this act was kept"),
    sqlite3.SQLITE_IOERR_WRITE: (DiskFullError, "took no more"),
    sqlite3.SQLITE_IOERR_READ: (StoreError, "wrong"),
    sqlite3.SQLITE_BUSY: (BusyError, "Another program is holding"),
    sqlite3.SQLITE_BUSY_SNAPSHOT: (BusyError, "Another program is holding"),
    sqlite3.SQLITE_LOCKED: (BusyError, "Another program is holding"),
    sqlite3.SQLITE_ERROR: (StoreError, "wrong"),
}


@pytest.mark.parametrize("code", SENTENCES)
def test_an_error_of_sqlite_is_a_sentence(code: int) -> None:
    kind, sentence = SENTENCES[code]
    error = sqlite3.OperationalError("wrong")
    error.sqlite_errorcode = code
    with pytest.raises(StoreError, match=sentence) as raised, translated(PATH):
        raise error
    assert type(raised.value) is kind
    assert raised.value.__cause__ is error


@pytest.mark.parametrize(
    ("error", "kind", "sentence"),
    [
        (PermissionError(13, "no"), ReadOnlyError, "cannot be read or written by this account"),
        (OSError(5, "Input/output error"), StoreError, "cannot be used: Input/output error"),
        (sqlite3.ProgrammingError("closed"), StoreError, "closed"),
    ],
)
def test_an_error_of_the_file_system_is_a_sentence(
    error: Exception, kind: type[StoreError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence), translated(PATH):
        raise error


def test_what_is_no_error_of_a_file_is_a_bug_and_looks_like_one() -> None:
    with pytest.raises(KeyError), translated(PATH):
        raise KeyError


def test_a_build_without_memory_mapping_is_as_good(
    pristine: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_PRAGMAS", {"no_such_setting": 0})
    connecting.connect(pristine.database).close()
    monkeypatch.setattr(connecting, "_PRAGMAS", {"no_such_setting": 1})
    with pytest.raises(StoreError, match="it says 0"):
        connecting.connect(pristine.database)


def test_a_long_log_needs_room_but_a_locked_desk_is_an_error(bench: Bench) -> None:
    with bench.shell() as shell:
        pages = shell.execute("PRAGMA page_count").fetchone()[0]
        shell.execute(f"PRAGMA max_page_count = {pages}")
        lengthen_wal(shell)
        assert not shell.in_transaction
        with bench.shell() as other:
            other.execute("BEGIN IMMEDIATE")
            shell.execute("PRAGMA busy_timeout = 1")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                lengthen_wal(shell)


def test_a_row_that_the_tables_would_refuse_is_a_bug_and_looks_like_one() -> None:
    with pytest.raises(TypeError, match="a whole number was expected, not 'x'"):
        work_of(("x",))
