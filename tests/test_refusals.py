"""What a person is refused is said in the language of the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Where each sentence of an error is marked for translation.
PROGRAM = Path(__file__).resolve().parents[1] / "webcare_desk"
MARKED = ("actions/hurry.py",)


def unmarked(source: str) -> Iterator[int]:
    """Give the lines on which an error gets a sentence that no window can translate."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "msg":
            yield from _plain(node.value)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            for argument in node.exc.args:
                yield from _plain(argument)


def _plain(value: ast.expr) -> Iterator[int]:
    if isinstance(value, ast.IfExp):
        yield from _plain(value.body)
        yield from _plain(value.orelse)
    if isinstance(value, ast.JoinedStr) or (
        isinstance(value, ast.Constant) and isinstance(value.value, str)
    ):
        yield value.lineno


@pytest.mark.parametrize("place", MARKED)
def test_every_sentence_of_an_error_is_marked(place: str) -> None:
    there = PROGRAM / place
    files = [there] if there.is_file() else sorted(there.rglob("*.py"))
    assert files
    found = {file.name: list(unmarked(file.read_text(encoding="utf-8"))) for file in files}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_an_unmarked_one_is_seen() -> None:
    source = """
msg = "No."
raise RefusedError(msg if it else f"Not {this}.")
"""
    assert list(unmarked(source)) == [2, 3]
