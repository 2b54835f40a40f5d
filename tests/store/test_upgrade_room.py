"""An upgrade on a disk that is nearly full: a sentence, and the ballast stays for escalations."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.desks import Bench
from webcare_desk.errors import DiskFullError, StoreError
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.opening import MIGRATIONS

VERSION = len(MIGRATIONS)


@pytest.fixture
def database(bench: Bench) -> Path:
    """Give the file of a desk that nobody has open."""
    bench.desk.store.close()
    return bench.database


def copies(database: Path) -> list[Path]:
    return list((database.parent / "backups").glob("before-*"))


def test_without_room_for_the_copy_it_says_how_much_it_takes(
    bench: Bench, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, "0099_later"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(StoreError, match=r"takes [0-9.]+ MB, and 0\.0 MB are free") as told:
        opening._copy_aside(database, VERSION)
    assert not isinstance(told.value, DiskFullError), "for that the ballast would be given up"
    assert copies(database) == []
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000_000))
    opening._copy_aside(database, VERSION)
    assert [each.name for each in copies(database)] == ["before-0099_later.db"]
    monkeypatch.undo()
    bench.reopen()


def test_a_copy_that_the_disk_did_not_hold_is_not_left_there(
    bench: Bench, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_a_copy(_: Path, target: Path) -> None:
        target.touch()
        raise DiskFullError

    monkeypatch.setattr(opening, "copy_database", half_a_copy)
    with pytest.raises(DiskFullError):
        opening._copy_aside(database, 1)
    assert copies(database) == []
    bench.reopen()
