"""16: from the start of the process to a painted list over 1,000,000 comments.

The peer is a process that imports QtWidgets and ends. The files are in the
page cache for both. The person has logged in before, as `run_window` begins
with who works; a row of its own has the login, which is a durable act with
its signature, inside what is measured.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.desks import filled_desk, opened
from benchmarks.person import enter
from benchmarks.result import Row, middle_ratio
from webcare_desk.desk import Desk

_ROUNDS = 7
# As the program does: the collector first, then the desk's modules, and Qt once there is a window.
_START = """
import sys
from webcare_desk.collecting import collect_seldom
collect_seldom()
import webcare_desk.app
from benchmarks.window import main
main(*sys.argv[1:])
"""


def run() -> list[Row]:
    """Return three rows: beside the bare import, with a login, and beside a desk of 10,000."""
    large, small = filled_desk(1_000_000), filled_desk(10_000)
    works = (
        _window(large, *_session(large)),
        _window(large),
        _window(small, *_session(small)),
        _bare_import,
    )
    for work in works:
        work()
    taken = [[work() for work in works] for _ in range(_ROUNDS)]
    ours, with_login, beside, bare = (list(column) for column in zip(*taken, strict=True))
    return [
        _row("cold_start", ours, "import QtWidgets", bare, 5.0, 2.0),
        _row("cold_start with login", with_login, "import QtWidgets", bare, 5.0, 2.0),
        _row("cold_start", ours, "10,000 comments", beside, 1.2, 1.05),
    ]


def _row(  # noqa: PLR0913, PLR0917 - what a row of the table consists of
    name: str, ours: list[float], peer_name: str, peer: list[float], floor: float, goal: float
) -> Row:
    ratio = middle_ratio(ours, peer)
    at, beside = median(ours) * 1000, median(peer) * 1000
    return Row(16, name, "ms", at, peer_name, beside, ratio, floor, goal, at_most=True)


def _session(folder: Path) -> tuple[str, str]:
    """Log in on a desk, and return who and in which session."""
    store = opened(folder)
    actor = enter(Desk(store))
    store.close()
    return actor.moderator, actor.session


def measure(folder: Path, what: str, *session: str) -> tuple[float, dict[str, float]]:
    """Return when the process was started, and the figures it printed."""
    began = time.time()
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-c", _START, str(folder), what, *session],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
        # As on a person's machine: what was compiled once is not compiled again.
        env={name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    return began, json.loads(done.stdout.splitlines()[-1])


def _window(folder: Path, *session: str) -> Callable[[], float]:
    def start() -> float:
        began, figures = measure(folder, "start", *session)
        return figures["painted"] - began

    return start


def _bare_import() -> float:
    began = time.time()
    subprocess.run([sys.executable, "-c", "import PySide6.QtWidgets"], check=True)
    return time.time() - began
