"""A disk that is really full: the desk lives on, and an escalation still commits."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.children import in_child, needs_fork
from tests.support.desks import ORIGIN, Bench, arrival, copy_of, escalate, log_in, take_in
from tests.support.mounting import REQUIRED, give_up
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import DiskFullError
from webcare_desk.store.room import Limits, Room
from webcare_desk.store.sqlite import connection as connecting
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.opening import DATABASE, open_store

SIZE = 12_000_000
BALLAST = 2_000_000
LIMITS = Limits(scarce=0, low=0, ballast=BALLAST)
DISKS = ("tmpfs", "ext4 1024", "ext4 4096")

pytestmark = needs_fork


def run(*words: str) -> bool:
    """Run a program of the system; say whether it is there and went well."""
    program = shutil.which(words[0])
    if program is None:
        return False
    return not subprocess.run([program, *words[1:]], check=False, capture_output=True).returncode  # noqa: S603 - fixed words


@pytest.fixture
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of the kind that the test asks for, where one may be mounted."""
    kind, _, block = str(request.param).partition(" ")
    folder = Path(tempfile.mkdtemp())
    if kind == "tmpfs":
        done = run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    else:
        image = tmp_path / "image"
        image.write_bytes(bytes(SIZE))
        made = run("mkfs.ext4", "-q", "-m", "0", "-O", "^has_journal", "-b", block, str(image))
        done = made and run("mount", "-o", "loop", str(image), str(folder))
    if not done:
        folder.rmdir()
        give_up(kind)
    yield folder
    assert run("umount", str(folder))
    folder.rmdir()


def test_without_a_disk_the_test_skips_and_fails_where_the_gate_could_mount_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else a gate that lacks `mkfs.ext4` is green without a full disk."""
    monkeypatch.setenv(REQUIRED, "tmpfs")
    with pytest.raises(pytest.fail.Exception, match="no tmpfs may be mounted"):
        give_up("tmpfs")
    with pytest.raises(pytest.skip.Exception, match="no ext4 may be mounted"):
        give_up("ext4")


def fill(folder: Path) -> None:
    """Fill the disk to the last byte."""
    for size in (65_536, 1):
        with (folder / "filling").open("ab", buffering=0) as file:
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


def at_work(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, Actor, int]:
    """Let a desk work on the small disk; return it, who works, and a comment."""
    monkeypatch.setattr(connecting, "_WAL_BYTES", 100_000)
    desk = Desk(bench.desk.store, bench.clock, room=Room(bench.folder, LIMITS))
    anna = log_in(desk, frozenset({Role.SUPERVISOR}))[Role.SUPERVISOR]
    (comment,) = take_in(desk, arrival(1))
    return desk, anna, comment


def work_until_full(desk: Desk) -> None:
    """Take comments in until nothing fits any more."""
    for n in range(2, 2000):
        take_in(desk, arrival(n))


@pytest.mark.parametrize("disk", DISKS, indirect=True)
def test_on_a_full_disk_an_escalation_still_commits(
    pristine: Bench, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = copy_of(pristine, disk)
    desk, anna, comment = at_work(bench, monkeypatch)
    assert desk.room is not None
    assert desk.room.keep_ballast()
    fill(disk)
    with pytest.raises(DiskFullError):
        work_until_full(desk)
    number = escalate(desk, comment, anna)
    assert not desk.room.has_ballast
    assert desk.read.escalation(number) is not None
    verdict = bench.verify()
    assert verdict.holds, verdict.flaw
    desk.store.close()


@pytest.mark.parametrize("disk", DISKS, indirect=True)
def test_without_ballast_it_does_not(
    pristine: Bench, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: it is the ballast that made the room."""
    bench = copy_of(pristine, disk)
    desk, anna, comment = at_work(bench, monkeypatch)
    fill(disk)
    with pytest.raises(DiskFullError):
        work_until_full(desk)
    with pytest.raises(DiskFullError):
        escalate(desk, comment, anna)
    desk.store.close()


def opened(bench: Bench) -> str:
    """Open the desk in a child as a start does, and say how that ended."""
    return in_child(lambda: open_store(bench.folder, bench.signer, ORIGIN).log_size())


@pytest.mark.parametrize("disk", ["ext4 1024"], indirect=True)
def test_a_start_on_a_full_disk_is_a_sentence_and_no_signal(
    pristine: Bench, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = copy_of(pristine, disk)
    bench.desk.store.close()
    for beside in ("shm", "wal"):  # a clean end leaves neither
        (disk / f"{DATABASE}-{beside}").unlink()
    room = Room(disk, LIMITS)
    assert room.keep_ballast()
    fill(disk)
    ends, blind = set[str](), set[str]()
    for _ in range(40):  # from no room at all to 40 KiB: somewhere there SQLite maps what is not
        with (disk / "filling").open("r+b") as file:
            file.truncate((disk / "filling").stat().st_size - 1024)
        ends.add(opened(bench))
        with monkeypatch.context() as patch:  # the twin: without looking first, the process dies
            patch.setattr(opening, "require_room", str)
            blind.add(opened(bench))
    assert len(ends) == 1
    assert ends.pop().startswith("DiskFullError: The disk that holds")
    assert "died: -7" in blind
    assert room.give_up()
    assert opened(bench) == "1"
    assert not room.give_up()
