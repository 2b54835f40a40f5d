"""What another program does beside an open desk takes nothing away from under it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.desks import Bench, arrival, take_in
from webcare_desk.store.sqlite.connection import connect

_BESIDE = """
import sqlite3, sys
desk = sqlite3.connect(sys.argv[1])
print(desk.execute("SELECT count(*) FROM entry").fetchone()[0])
desk.close()  # the last one that closes a desk carries its writes over, and takes their file away
"""
_WATCHED = """
import sys
from pathlib import Path

def watch(event, told):
    if event == "open" and str(told[0]).endswith(("desk.db", "desk.db-shm")):
        print("opened:", told, flush=True)

sys.addaudithook(watch)
Path(sys.argv[1]).open("rb").close()
from webcare_desk.__main__ import main
sys.argv = ["webcare-desk", "demo", "--headless"]
raise SystemExit(main())
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only there closing a file drops locks")


def counted_by_another(path: Path) -> int:
    """Return how many entries another process sees, which closes the desk again."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _BESIDE, str(path)], capture_output=True, check=True, text=True
    )
    return int(done.stdout)


def wal_of(bench: Bench) -> Path:
    return bench.folder / "desk.db-wal"


def test_another_program_that_closes_the_desk_leaves_its_writes(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    path = bench.folder / "desk.db"
    connect(path).close()
    connect(path).close()
    before = wal_of(bench).stat().st_ino
    counted_by_another(path)
    assert wal_of(bench).stat().st_ino == before
    take_in(bench.desk, arrival(2))
    assert counted_by_another(path) == bench.desk.read.log_size()


def test_a_plain_look_at_the_file_would_lose_them(bench: Bench) -> None:
    """The twin: whoever opens and closes the file without SQLite drops what its process holds."""
    take_in(bench.desk, arrival(1))
    path = bench.folder / "desk.db"
    path.open("rb").close()
    counted_by_another(path)
    assert not wal_of(bench).exists()


def test_no_part_of_the_program_opens_the_desk_but_sqlite(tmp_path: Path) -> None:
    bait = tmp_path / "desk.db"
    bait.touch()
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _WATCHED, str(bait)], capture_output=True, check=True, text=True
    )
    opened = [line for line in done.stdout.splitlines() if line.startswith("opened:")]
    assert len(opened) == 1, "only what this test opened itself to see that it is seen"
    assert str(bait) in opened[0]
