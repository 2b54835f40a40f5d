"""Copies of a desk's words go with the process that made them, also after a kill."""

import errno
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest

from tests.support.children import Child, needs_fork
from tests.support.desks import log_in, make_bench
from webcare_desk import erasing
from webcare_desk.backups.salvage import salvaged
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import ReadOnlyError, StoreError
from webcare_desk.instance import hold
from webcare_desk.paths import BACKUPS
from webcare_desk.working import sweep, work_folder


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the sweeps of other tests out, and these out of them."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make the folder of a desk."""
    place = tmp_path / "desk"
    (place / BACKUPS).mkdir(parents=True)
    return place


def killed(beside: Path) -> None:
    """Let a process end amid its work, as `kill -9` does."""

    def work() -> None:
        with work_folder(beside) as place:
            (place / "copy").write_text("words", encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)

    assert Child(work).result() == "died: -9"


def left_in(*folders: Path) -> list[str]:
    """Return the files that are there."""
    return [file.name for folder in folders for file in folder.rglob("*") if file.is_file()]


def test_a_folder_is_of_this_account_alone_and_goes_with_what_is_in_it(desk: Path) -> None:
    with work_folder(desk) as place:
        (place / "copy").write_text("words", encoding="utf-8")
        assert (place.parent, place.stat().st_mode & 0o077) == (desk, 0)
    assert left_in(desk) == []


@needs_fork
@pytest.mark.parametrize("where", ["", BACKUPS, "../tmp"])
def test_what_a_killed_process_left_is_swept(desk: Path, where: str) -> None:
    killed(desk / where)
    assert "copy" in left_in(desk, desk / "../tmp")
    sweep(desk)
    assert left_in(desk, desk / "../tmp") == []


def test_what_a_living_process_works_on_is_not(desk: Path) -> None:
    with work_folder(desk) as place:
        (place / "copy").write_text("words", encoding="utf-8")
        sweep(desk)
        assert (place / "copy").read_text(encoding="utf-8") == "words"


@needs_fork
def test_what_cannot_be_removed_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed(desk)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(StoreError, match="cannot be removed"):
            sweep(desk)
    sweep(desk)
    assert left_in(desk) == []


def test_where_the_disk_is_nearly_full_the_copy_is_made_elsewhere(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "desk.db").write_bytes(b"x" * 10)
    usage = shutil.disk_usage(desk)._replace(free=200_000_010)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with work_folder(desk, desk / "desk.db") as place:
        assert place.parent == Path(tempfile.gettempdir())
    with work_folder(desk) as place:
        assert place.parent == desk


@needs_fork
def test_where_the_disk_keeps_no_locks_the_copy_is_made_elsewhere(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # not on Windows

    (desk / "webcare-desk-work-x.lock").touch()
    real = fcntl.flock

    def flock(handle: int, how: int) -> None:
        if os.fstat(handle).st_ino in {file.stat().st_ino for file in desk.iterdir()}:
            raise OSError(errno.ENOLCK, "No locks available")
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    sweep(desk)
    with work_folder(desk) as place:
        assert place.parent == Path(tempfile.gettempdir())
    assert left_in(desk) == ["webcare-desk-work-x.lock"]
    with pytest.raises(ReadOnlyError, match="cannot be locked: No locks available"):
        hold(desk)


def test_a_name_that_leads_elsewhere_is_left_alone(desk: Path) -> None:
    (desk / "desk.db").write_bytes(b"words")
    (desk / "webcare-desk-work-x.lock").symlink_to(desk / "desk.db")
    sweep(desk)
    assert (desk / "desk.db").read_bytes() == b"words"


@needs_fork
def test_a_start_and_an_erasure_remove_what_a_look_left(desk: Path) -> None:
    bench = make_bench(desk)
    by = log_in(bench.desk)[Role.DATA_PROTECTION]

    def look() -> None:
        with salvaged(bench.folder):
            os.kill(os.getpid(), signal.SIGKILL)

    for follows in (
        bench.reopen,
        lambda: erasing.finish(bench.desk, by, bench.folder),
    ):
        assert Child(look).result() == "died: -9"
        assert list(bench.folder.glob("webcare-desk-work-*"))
        follows()
        assert not list(bench.folder.glob("webcare-desk-work-*"))
