"""No comment makes the window open a file or a connection: the system calls tell."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


def calls_of(test: str, tmp_path: Path) -> str:
    """Run a test of `hostile.py` under strace; return its calls on files and its connections."""
    trace = tmp_path / "trace"
    pytest_run = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-cov")
    done = subprocess.run(  # noqa: S603 - our own test under the system's tracer
        [
            *(STRACE or "", "-f", "-qq", "-s", "256", "-e", "trace=%file,connect", "-o", trace),
            *(*pytest_run, f"tests/ui/hostile.py::{test}"),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return trace.read_text(encoding="utf-8", errors="replace")


def test_a_desk_full_of_images_opens_none_and_calls_nobody(tmp_path: Path) -> None:
    calls = calls_of("test_the_whole_window", tmp_path)
    assert "desk.db" in calls
    assert re.findall(r".*wcd-image.*", calls) == []
    assert re.findall(r".*sa_family=AF_INET.*", calls) == []


def test_a_label_that_guesses_is_seen_to_open_the_file(tmp_path: Path) -> None:
    assert "wcd-image-twin.png" in calls_of("test_a_label_that_guesses", tmp_path)
