"""What a person is refused is said in the language of the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Where each sentence of an error is marked for translation.
PROGRAM = Path(__file__).resolve().parents[1] / "webcare_desk"
MARKED = (
    "actions",
    "casebook",
    "casework.py",
    "codes.py",
    "desk.py",
    "disclosure",
    "domain/approval.py",
    "domain/bars.py",
    "domain/deviation.py",
    "dossier.py",
    "erasing.py",
    "forks.py",
    "new_version.py",
    "oversight",
    "people.py",
    "retrying.py",
    "rounds.py",
    "signing_off.py",
    "training.py",
    "ui",
)


def unmarked(source: str) -> Iterator[int]:
    """Give the lines on which an error gets a sentence that no window can translate."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "msg":
            yield from _plain(node.value)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            for argument in node.exc.args:
                yield from _plain(argument)
        if isinstance(node, ast.FunctionDef):
            yield from _never_said(node)


def _never_said(function: ast.FunctionDef) -> Iterator[int]:
    """Give the lines on which a marked text is raised as it is: the window does not know it."""
    marked = {
        getattr(node.targets[0], "id", "")
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and "QT_TRANSLATE_NOOP" in _calls(node.value)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            for argument in node.exc.args:
                if getattr(argument, "id", "") in marked:
                    yield argument.lineno


def _calls(value: ast.expr) -> set[str]:
    """Return what is called for a value itself, on either side of an `if`, and not within it."""
    if isinstance(value, ast.IfExp):
        return _calls(value.body) | _calls(value.orelse)
    return {getattr(value.func, "id", "")} if isinstance(value, ast.Call) else set()


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


def test_a_marked_one_that_is_raised_as_a_plain_text_is_seen() -> None:
    source = """
def refuse(it):
    words = QT_TRANSLATE_NOOP("Said", "No.") if it else OTHER
    if it:
        raise RefusedError(words)
    said = Said.of(QT_TRANSLATE_NOOP("Said", "No {it}."), it=it)
    raise RefusedError(said) if it else RefusedError(Said.of(words))
"""
    assert list(unmarked(source)) == [5]
