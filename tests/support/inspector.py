"""The stand-alone verifier as an inspector runs it, and as a test calls it."""

import contextlib
import importlib.util
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

VERIFIER = Path(__file__).resolve().parents[2] / "resources" / "inspection" / "verify.py"
HOLDS, FAILS, WRONG_USE = 0, 1, 2


def loaded(source: str | None = None) -> ModuleType:
    """Return the verifier as a module; of other source when it is given."""
    spec = importlib.util.spec_from_loader("verifier_under_test", loader=None)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    text = VERIFIER.read_text(encoding="utf-8") if source is None else source
    exec(compile(text, str(VERIFIER), "exec"), module.__dict__)  # noqa: S102 - our own file, or a mutant of it
    return module


def judged(main: Callable[[list[str]], int], *words: object) -> tuple[int, str]:
    """Run the verifier's `main` here; return its exit code and what it says."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main([str(word) for word in words])
    return code, out.getvalue()


def run(verifier: Path, *words: object, cwd: Path) -> tuple[int, str]:
    """Run the verifier in a Python of its own: isolated, without site-packages or environment."""
    command = [os.path.realpath(sys.executable), "-I", "-S", str(verifier), *map(str, words)]
    done = subprocess.run(  # noqa: S603 - our own verifier
        command, cwd=cwd, env={}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr == "", done.stderr
    return done.returncode, done.stdout
