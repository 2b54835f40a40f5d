"""The tools that write what ships: asked for help, they write nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "tool", ["compile_lexicon", "document_screening", "make_dictionary", "train_language"]
)
def test_a_tool_that_is_asked_something_says_what_it_does_and_writes_nothing(tool: str) -> None:
    command = [sys.executable, f"tools/{tool}.py", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own tool
    words = (ROOT / command[1]).read_text(encoding="utf-8")
    assert words.startswith(f'"""{done.stdout.rstrip()}')
