"""A full disk, a locked database, a second program: nothing acknowledged is lost."""

import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.children import Child, needs_fork, with_small_files
from tests.support.desks import ORIGIN, Bench, arrival, copy_of, enter, take_in
from tests.support.mounting import give_up
from webcare_desk.actions import Claim
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import BusyError, DiskFullError
from webcare_desk.store.sqlite import connection as connecting
from webcare_desk.store.sqlite.opening import open_store

#: Room for the desk and some pages more, not for a long write-ahead log.
SMALL = 2_000_000


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """Give a disk of two megabytes, where one may be mounted."""
    folder = Path(tempfile.mkdtemp())
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        give_up("tmpfs")
    if subprocess.run([mount, *command[1:]], check=False, capture_output=True).returncode:  # noqa: S603 - fixed words
        folder.rmdir()
        give_up("tmpfs")
    yield folder
    subprocess.run([umount, str(folder)], check=True)  # noqa: S603 - the same
    folder.rmdir()


def fill(desk: Desk) -> tuple[int, str]:
    """Take comments in until the desk refuses; return how many were acknowledged, and why."""
    for n in range(500):
        try:
            take_in(desk, arrival(n, "hoofdpijn " * 2000))
        except DiskFullError as error:
            return n, str(error)
    return 500, ""


def require_kept(bench: Bench, acknowledged: int) -> None:
    """Fail unless exactly what was acknowledged is there, and sound."""
    found = [bench.desk.read.comment(n) is not None for n in range(1, acknowledged + 2)]
    assert found == [True] * acknowledged + [False]
    verdict = bench.verify()
    assert verdict.holds, verdict.flaw
    assert verdict.size == 1 + acknowledged


def test_on_a_full_disk_nothing_acknowledged_is_lost_and_room_heals(
    pristine: Bench, small_disk: Path
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(400_000))
    bench = copy_of(pristine, small_disk)
    acknowledged, sentence = fill(bench.desk)
    assert 0 < acknowledged < 500
    assert "nothing of this act was kept" in sentence
    require_kept(bench, acknowledged)
    ballast.unlink()
    take_in(bench.desk, arrival(acknowledged, "er is weer plaats"))
    require_kept(bench, acknowledged + 1)
    bench.reopen()
    require_kept(bench, acknowledged + 1)
    bench.desk.store.close()


@needs_fork
def test_where_files_may_not_grow_nothing_acknowledged_is_lost(bench: Bench) -> None:
    bench.desk.store.close()

    def work() -> str:
        desk = Desk(open_store(bench.folder, bench.signer, ORIGIN))
        acknowledged, sentence = fill(desk)
        return f"{acknowledged} {sentence}"

    size = bench.database.stat().st_size + 1_000_000
    acknowledged, _, sentence = with_small_files(size, work).partition(" ")
    assert "nothing of this act was kept" in sentence
    assert 0 < int(acknowledged) < 500
    bench.reopen()
    require_kept(bench, int(acknowledged))
    take_in(bench.desk, arrival(int(acknowledged)))


def test_without_the_limit_the_same_work_fits(bench: Bench) -> None:
    """The twin: it is the missing room that was refused."""
    assert fill(bench.desk) == (500, "")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a connection wait for a hundredth of a second only."""
    monkeypatch.setattr(connecting, "_PRAGMAS", {**connecting._PRAGMAS, "busy_timeout": 10})


@pytest.mark.usefixtures("impatient")
@pytest.mark.requirement("E3")
def test_a_locked_database_is_a_sentence_and_reading_goes_on(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    with bench.shell() as shell:
        shell.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="Another program is holding"):
            take_in(bench.desk, arrival(2))
        assert bench.desk.read.comment(1) is not None
        shell.execute("ROLLBACK")
    assert take_in(bench.desk, arrival(2)) == [2]


@dataclass(frozen=True, slots=True)
class Gate:
    """Two ends of a pipe: whoever waits goes on when everybody has closed the other end."""

    waiting: int
    holding: int

    def wait(self) -> None:
        """Wait in a child until the parent opens the gate."""
        os.close(self.holding)
        os.read(self.waiting, 1)


def work_alone(bench: Bench, first: int, anna: Actor, gate: Gate) -> str:
    """Open the desk a second time and work on it as another program does."""
    desk = Desk(open_store(bench.folder, bench.signer, ORIGIN))
    me = enter(desk, anna.moderator, "anna", Role.SUPERVISOR)
    gate.wait()
    for n in range(first, first + 100):
        (comment,) = take_in(desk, arrival(n))
        desk.perform(Claim(comment), me)
        if n == first + 50:
            meet(desk, me)
    return "done"


def meet(desk: Desk, me: Actor) -> None:
    """Look up, as a person does, until the other program has claimed something too."""
    for _ in range(10_000):
        if {me.session} < {
            each.session for each in desk.changes(0, 1000) if each.action == "claim"
        }:
            return
        select.select((), (), (), 0.001)
    pytest.fail("the other program never came")


@needs_fork
def test_two_programs_work_on_one_desk_at_once(bench: Bench, anna: Actor) -> None:
    before = bench.desk.read.log_size()
    bench.desk.store.close()
    gate = Gate(*os.pipe())
    children = [Child(partial(work_alone, bench, n, anna, gate)) for n in (0, 1000)]
    os.close(gate.holding)
    assert [child.result() for child in children] == ["done", "done"]
    os.close(gate.waiting)
    bench.reopen()
    entries = bench.desk.changes(before - 1, 1000)
    assert len(entries) == 2 * (1 + 2 * 100)
    workers = [entry.session for entry in entries if entry.action == "claim"]
    assert sum(one != two for one, two in pairwise(workers)) > 1, "they never met"
