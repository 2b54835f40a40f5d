"""A restore beside a program at work is refused: what it does next would be lost."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.backups.conftest import ANNA, BO, Opened, put_back
from tests.support.desks import arrival, escalate, take_in
from webcare_desk import epochs
from webcare_desk.actions.backup import is_held
from webcare_desk.app import App, open_app
from webcare_desk.backups.alone import require_alone
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.restore import Standing, restore
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import BusyError, CorruptFileError
from webcare_desk.paths import RESTORING
from webcare_desk.store.base import Reads
from webcare_desk.vault.secret import MemorySecrets


@pytest.mark.requirement("B2")
def test_beside_a_command_at_work_nothing_is_exchanged(
    app: App, opened: Opened, secrets: MemorySecrets, anna: Actor
) -> None:
    made = make_backup(app)
    app.close()
    beside = opened()
    (comment,) = take_in(beside.desk, arrival(1))
    by = Standing(ANNA, BO)
    with pytest.raises(BusyError, match="Another program has the desk"):
        restore(app.folder, secrets, made, by, app.desk.clock())
    assert sorted(path.name for path in app.folder.glob("re*")) == []
    escalation = escalate(beside.desk, comment, anna)
    beside.close()
    again = opened()
    assert again.desk.read.escalation(escalation) is not None
    put_back(again, secrets, made)
    assert is_held(opened().desk.read)


@pytest.mark.usefixtures("anna")
def test_where_no_name_of_an_open_file_can_be_removed_each_try_says_who_is_there(
    app: App, opened: Opened, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where the probe stays as long as the other program is there."""
    made = make_backup(app)
    app.close()
    beside, by = opened(), Standing(ANNA, BO)
    unlink = os.unlink

    def refusing(path: str | Path, *, dir_fd: int | None = None) -> None:
        if Path(path).name == "alone.db":
            raise PermissionError(13, "The process cannot access the file")
        unlink(path, dir_fd=dir_fd)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refusing)
        for _ in range(2):
            with pytest.raises(BusyError, match="Another program has the desk"):
                restore(app.folder, secrets, made, by, app.desk.clock())
            assert [path.name for path in (app.folder / RESTORING).iterdir()] == ["alone.db"]
    beside.close()
    restore(app.folder, secrets, made, by, app.desk.clock())
    assert not (app.folder / RESTORING).exists()
    assert is_held(opened().desk.read)


@pytest.mark.usefixtures("anna")
def test_what_a_killed_program_left_goes_aside_as_it_is(
    app: App, opened: Opened, secrets: MemorySecrets, tmp_path: Path
) -> None:
    made = make_backup(app)
    take_in(app.desk, arrival(1))
    names = ("desk.db", "desk.db-wal")
    for name in names:
        shutil.copyfile(app.folder / name, tmp_path / name)
    app.close()
    for name in names:
        shutil.copyfile(tmp_path / name, app.folder / name)
    by = Standing(ANNA, BO)
    aside = restore(app.folder, secrets, made, by, app.desk.clock())
    assert {name: (aside / name).read_bytes() for name in names} == {
        name: (tmp_path / name).read_bytes() for name in names
    }
    assert is_held(opened().desk.read)


def test_a_desk_that_fails_to_open_is_not_left_open(
    app: App, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Else the rescue window, in the same process, could not put a backup back."""

    def damaged(read: Reads, *_: object) -> str:
        read.entries_after(-1, 1)
        msg = "A page is damaged."
        raise CorruptFileError(msg)

    app.close()
    with monkeypatch.context() as patch:
        patch.setattr(epochs, "why_only_read", damaged)
        with pytest.raises(CorruptFileError):
            open_app(app.folder, secrets)
    require_alone(app.folder / "desk.db", tmp_path / "alone.db")
    with contextlib.closing(open_app(app.folder, secrets)), pytest.raises(BusyError):
        require_alone(app.folder / "desk.db", tmp_path / "alone.db")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_is_alone_when_nobody_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    place, probe = tmp_path / "desk.db", tmp_path / "alone.db"
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    require_alone(place, probe)
    place.write_bytes(b"Beste Anna,\n" * 100)
    require_alone(place, probe)
    place.unlink()
    shell = sqlite3.connect(place, isolation_level=None)
    shell.execute("PRAGMA journal_mode = WAL")
    shell.execute("CREATE TABLE t(x)")
    with pytest.raises(BusyError):
        require_alone(place, probe)
    shell.close()
    require_alone(place, probe)
    assert [path.name for path in tmp_path.iterdir()] == ["desk.db"]


def no_links(*_: object) -> None:
    """Refuse, as a memory stick does."""
    raise PermissionError(1, "Operation not permitted")
