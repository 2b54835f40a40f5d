"""Whether a package holds, by the verifier that goes with it."""

import subprocess
import sys
from pathlib import Path
from typing import Final

_HOLDS: Final = 0


def flaw_in(folder: Path, key: str) -> str | None:
    """Return what is wrong with an unpacked package, in its verifier's words; None if it holds.

    In a process of its own, as the inspector will run it: what this program has
    loaded, its settings and its environment say nothing there.
    """
    command = [sys.executable, "-I", "-S", str(folder / "verify.py"), key, str(folder)]
    done = subprocess.run(  # noqa: S603 - this very interpreter and our own verifier
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    return None if done.returncode == _HOLDS else (done.stdout.strip() or done.stderr.strip())
