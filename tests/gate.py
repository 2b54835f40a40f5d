"""The whole gate, one step after the other: `python3 desk.py test` runs this file.

With words it runs pytest alone on those words. `--nightly` tries each fault as
often as a night allows (see tests/support/nightly.py).
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


def types_on(platform: str) -> tuple[str, tuple[str, ...]]:
    """Return the step for a platform that is not this one; with one cache for all, each is cold."""
    cache = f".mypy_cache/{platform}"
    command = ("mypy", "--platform", platform, "--cache-dir", cache, "webcare_desk")
    return f"types on {platform}", command


# A process for each core, a file at a time: a real server serves one file, and starts once. In the
# order of the names, because the files with the fewest tests are not the quickest.
SHARED = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
STEPS = (
    ("format", ("ruff", "format", "--check")),
    ("lint", ("ruff", "check")),
    ("types", ("mypy",)),
    types_on("win32"),
    types_on("darwin"),
    ("tests", ("pytest", *SHARED, "--cov", "--cov-report=")),
    ("coverage floors", ("python", "tests/coverage_floors.py")),
    ("traceability", ("python", "tests/traceability.py")),
)


class Result(NamedTuple):
    """How one step ended, and the seconds it took."""

    name: str
    passed: bool
    seconds: float


def main(words: list[str]) -> int:
    """Run every step, or pytest alone with the words; return 1 when any failed."""
    if "--nightly" in words:
        os.environ["WEBCARE_DESK_NIGHTLY"] = "1"
    words = [word for word in words if word != "--nightly"]
    steps = (("tests", ("pytest", *words)),) if words else STEPS
    results = [run_step(name, command) for name, command in steps]
    print("── the gate")
    for result in results:
        print(f"{'passed' if result.passed else 'FAILED'}  {result.seconds:7.1f} s  {result.name}")
    return 0 if all(result.passed for result in results) else 1


def run_step(name: str, command: tuple[str, ...]) -> Result:
    """Run one step's command from the interpreter's own folder, with Qt drawing offscreen."""
    print(f"── {name}", flush=True)
    began = time.monotonic()
    program = shutil.which(command[0], path=str(Path(sys.executable).parent))
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = [program or command[0], *command[1:]]
    passed = subprocess.run(arguments, cwd=ROOT, env=env, check=False).returncode == 0
    return Result(name, passed, time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
