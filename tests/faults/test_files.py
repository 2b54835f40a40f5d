"""A file that is no desk, or no whole one, or may not be written: a sentence, and no change."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.children import as_nobody, needs_fork
from tests.support.desks import ORIGIN, Bench, arrival, copy_of, take_in
from webcare_desk.errors import CorruptFileError, ForeignFileError, StoreError
from webcare_desk.store.sqlite.opening import open_store

Damage = Callable[[bytes], bytes]
#: What kind of page a page is, by its first byte (sqlite.org/fileformat.html §1.6).
_TABLE_LEAF, _INDEX_LEAF = 0x0D, 0x0A


def other_database(_: bytes) -> bytes:
    """Return the database of another program."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "other.db"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE comment(id INTEGER PRIMARY KEY)")
        other.close()
        return path.read_bytes()


def no_tables(_: bytes) -> bytes:
    """Return a database that says it is a desk's and holds nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        empty = sqlite3.connect(path)
        empty.execute("PRAGMA application_id = 0x57434431")
        empty.execute("PRAGMA user_version = 1")
        empty.close()
        return path.read_bytes()


def overwrite(start: int, filling: bytes) -> Damage:
    """Return the damage that writes `filling` at `start`."""
    return lambda whole: whole[:start] + filling + whole[start + len(filling) :]


def swap_pages(whole: bytes) -> bytes:
    """Let a page of a table and a page of an index change places."""
    pages = [whole[start : start + 4096] for start in range(0, len(whole), 4096)]
    full = [n for n, page in enumerate(pages) if n and page[3:5] != b"\0\0"]
    table = next(n for n in full if pages[n][0] == _TABLE_LEAF)
    index = next(n for n in full if pages[n][0] == _INDEX_LEAF)
    pages[table], pages[index] = pages[index], pages[table]
    return b"".join(pages)


DAMAGES: dict[str, tuple[Damage, type[StoreError], str]] = {
    "empty": (lambda _: b"", ForeignFileError, "not the database of a desk"),
    "a letter": (lambda _: b"Beste Anna,\n", ForeignFileError, "not the database of a desk"),
    "no magic": (overwrite(0, b"X"), ForeignFileError, "not the database of a desk"),
    "another program's": (other_database, ForeignFileError, "another program"),
    "no tables": (no_tables, CorruptFileError, "is damaged"),
    "cut in half": (lambda whole: whole[: len(whole) // 2], CorruptFileError, "is damaged"),
    "cut in a page": (lambda whole: whole[:-1500], CorruptFileError, "is damaged"),
    "a page of noise": (overwrite(8192, os.urandom(4096)), CorruptFileError, "is damaged"),
    "a schema of noise": (overwrite(100, b"\xff" * 3000), CorruptFileError, "is damaged"),
    "swapped pages": (swap_pages, CorruptFileError, "is damaged"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_file_that_is_no_whole_desk_is_refused_and_left_alone(
    lived: Bench, tmp_path: Path, name: str
) -> None:
    damage, error, sentence = DAMAGES[name]
    database = tmp_path / "desk.db"
    database.write_bytes(damage(lived.database.read_bytes()))
    before = database.read_bytes()
    with pytest.raises(error, match=sentence):
        open_store(tmp_path, lived.signer, ORIGIN)
    assert database.read_bytes() == before


def test_a_log_of_writes_of_another_desk_does_not_get_into_the_file(
    lived: Bench, tmp_path: Path
) -> None:
    database, wal = tmp_path / "desk.db", tmp_path / "desk.db-wal"
    shutil.copyfile(lived.database, database)
    wal.write_bytes(writes_of_another_desk(tmp_path / "other"))
    before = database.read_bytes()
    with pytest.raises(StoreError):
        open_store(tmp_path, lived.signer, ORIGIN)
    assert database.read_bytes() == before


def writes_of_another_desk(folder: Path) -> bytes:
    """Return the write-ahead log of a small desk at work."""
    folder.mkdir()
    other = sqlite3.connect(folder / "desk.db", isolation_level=None)
    other.execute("PRAGMA journal_mode = wal")
    other.execute("PRAGMA application_id = 0x57434431")
    for name in ("one", "two", "three"):
        other.execute(f"CREATE TABLE {name}(id INTEGER PRIMARY KEY, words TEXT)")
        other.execute(f"INSERT INTO {name}(words) VALUES (?)", ("x" * 20_000,))  # noqa: S608 - names above
    written = (folder / "desk.db-wal").read_bytes()
    other.close()
    return written


def test_a_write_that_may_write_would_carry_it_over(lived: Bench, tmp_path: Path) -> None:
    """The twin: a look that may write changes the file when it closes."""
    database = tmp_path / "desk.db"
    shutil.copyfile(lived.database, database)
    (tmp_path / "desk.db-wal").write_bytes(writes_of_another_desk(tmp_path / "other"))
    before = database.read_bytes()
    shell = sqlite3.connect(database)
    with contextlib.suppress(sqlite3.Error):
        shell.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    shell.close()
    assert database.read_bytes() != before


def test_the_same_file_without_damage_opens(lived: Bench, tmp_path: Path) -> None:
    """The twin: nothing but the damage was refused."""
    copy = copy_of(lived, tmp_path)
    copy.require_sound()
    copy.desk.store.close()


def test_a_folder_in_place_of_the_database_is_a_sentence(lived: Bench, tmp_path: Path) -> None:
    (tmp_path / "desk.db").mkdir()
    with pytest.raises(StoreError, match=r"cannot be used: Is a directory"):
        open_store(tmp_path, lived.signer, ORIGIN)


@pytest.fixture
def public(pristine: Bench) -> Iterator[Path]:
    """Give a folder with a desk that everybody may read and nobody else may write."""
    folder = Path(tempfile.mkdtemp())
    shutil.copyfile(pristine.database, folder / "desk.db")
    folder.chmod(0o555)
    (folder / "desk.db").chmod(0o444)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def opened(folder: Path, bench: Bench) -> Callable[[], object]:
    """Return how to open the desk in `folder`."""
    return lambda: open_store(folder, bench.signer, ORIGIN).log_size()


@needs_fork
def test_a_desk_that_may_not_be_written_says_so(public: Path, pristine: Bench) -> None:
    found = as_nobody(opened(public, pristine))
    assert found.startswith("ReadOnlyError: ")
    assert "cannot be opened for writing" in found
    assert [path.name for path in public.iterdir()] == ["desk.db"]


@needs_fork
def test_a_folder_that_may_not_be_written_says_so(public: Path, pristine: Bench) -> None:
    (public / "desk.db").chmod(0o666)
    assert as_nobody(opened(public, pristine)).startswith("ReadOnlyError: ")


@needs_fork
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o000, 0o666), (0o555, 0o000)])
def test_what_may_not_even_be_read_says_so(
    public: Path, pristine: Bench, folder_mode: int, file_mode: int
) -> None:
    (public / "desk.db").chmod(file_mode)
    public.chmod(folder_mode)
    found = as_nobody(opened(public, pristine))
    assert found.startswith("ReadOnlyError: ")
    assert "cannot be read or written by this account" in found


@needs_fork
def test_a_desk_that_everybody_may_write_opens_for_nobody(public: Path, pristine: Bench) -> None:
    """The twin: it is the permission that was refused."""
    public.chmod(0o777)
    (public / "desk.db").chmod(0o666)
    assert as_nobody(opened(public, pristine)) == "1"


def test_a_damaged_page_met_at_work_is_a_sentence(lived: Bench, tmp_path: Path) -> None:
    """A desk too large for the look at the start finds the damage when it gets there."""
    copy = copy_of(lived, tmp_path)
    copy.desk.store.close()
    whole = copy.database.read_bytes()
    with copy.shell() as shell:
        shell.execute("PRAGMA journal_mode = delete")
        page = shell.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'text'").fetchone()[0]
    start = (page - 1) * 4096
    copy.database.write_bytes(overwrite(start, b"\xff" * 4096)(copy.database.read_bytes()))
    with pytest.raises(CorruptFileError, match="Restore a backup"):
        open_store(tmp_path, lived.signer, ORIGIN)
    with pytest.raises(StoreError):
        take_in(copy.desk, arrival(99))
    copy.desk.store.close()
    copy.database.write_bytes(whole)
    assert copy.verify().holds
