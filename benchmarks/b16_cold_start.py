"""16: from the start of the process to a painted list over 1,000,000 comments.

The peer is a process that imports QtWidgets and ends. The files are in the
page cache for both.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.desks import filled_desk
from benchmarks.result import Row

_ROUNDS = 7


def run() -> list[Row]:
    """Return two rows: beside the bare import, and beside a desk of 10,000."""
    works = (_window(filled_desk(1_000_000)), _window(filled_desk(10_000)), _bare_import)
    for work in works:
        work()
    taken = [[work() for work in works] for _ in range(_ROUNDS)]
    large, small, bare = (list(column) for column in zip(*taken, strict=True))
    ours = median(large) * 1000
    import_ratio = median(a / b for a, b in zip(large, bare, strict=True))
    size_ratio = median(a / b for a, b in zip(large, small, strict=True))
    return [
        Row(
            16, "cold_start", "ms", ours, "import QtWidgets", median(bare) * 1000,
            import_ratio, 5.0, 2.0, at_most=True,
        ),
        Row(
            16, "cold_start", "ms", ours, "10,000 comments", median(small) * 1000,
            size_ratio, 1.2, 1.05, at_most=True,
        ),
    ]  # fmt: skip


def measure(folder: Path, what: str) -> tuple[float, dict[str, float]]:
    """Return when the process was started, and the figures it printed."""
    began = time.time()
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.window", str(folder), what],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
        # As on a person's machine: what was compiled once is not compiled again.
        env={name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    return began, json.loads(done.stdout.splitlines()[-1])


def _window(folder: Path) -> Callable[[], float]:
    def start() -> float:
        began, figures = measure(folder, "start")
        return figures["painted"] - began

    return start


def _bare_import() -> float:
    began = time.time()
    subprocess.run([sys.executable, "-c", "import PySide6.QtWidgets"], check=True)
    return time.time() - began
