"""What a person is refused is said in the language of the window."""

import ast
import builtins
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[1] / "webcare_desk"
#: What no window shows; everywhere else each sentence of an error is marked for translation.
UNSHOWN = ("cli", "demo", "qualification", "protocol/fields.py")


#: What stays as it is.
EXCEPT = (
    # The problems of a pack are a list of its own, one a line: no part of it may be cut.
    'msg = f"The protocol has problems and {none}:\\n{problems}"',
    # The rules of a message bring their own sentences, in both languages.
    'words = ": ".join(filter(None, (place, each.message("en"))))',
)


def _shown() -> list[Path]:
    """Return the files of the program whose errors a window may show."""
    hidden = [PROGRAM / each for each in UNSHOWN]
    every = sorted(PROGRAM.rglob("*.py"))
    return [each for each in every if not {each, *each.parents}.intersection(hidden)]


def unmarked(source: str) -> Iterator[int]:
    """Give the lines on which an error gets a sentence that no window can translate.

    Python's own errors are bugs, or a reason that another error tells: they are not looked at.
    """
    tree = ast.parse(source)
    given = sorted(_given(tree), key=lambda each: each[0])
    for node in ast.walk(tree):
        kind = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and kind.endswith("Error") and not hasattr(builtins, kind):
            for argument in node.args[:1]:
                yield from _plain(argument, node.lineno, given)


def _given(tree: ast.Module) -> Iterator[tuple[int, str, ast.expr]]:
    """Give the line, the name and the value of whatever is given a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.lineno, node.targets[0].id, node.value


def _plain(
    value: ast.expr, before: int, given: Sequence[tuple[int, str, ast.expr]]
) -> Iterator[int]:
    """Give the line of a plain sentence, also of one that a name stands for."""
    if isinstance(value, ast.IfExp):
        yield from _plain(value.body, before, given)
        yield from _plain(value.orelse, before, given)
    if isinstance(value, ast.BinOp):
        yield from _plain(value.left, before, given)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        yield from _plain(value.func.value, before, given)  # "...".format() or ", ".join()
    if isinstance(value, ast.Name):
        found = [(line, each) for line, name, each in given if name == value.id]
        last = [each for line, each in found if line < before] or [each for _, each in found]
        yield from _plain(last[-1], before, given) if last else ()
    is_noop = isinstance(value, ast.Call) and getattr(value.func, "id", "") == "QT_TRANSLATE_NOOP"
    if (
        is_noop
        or isinstance(value, ast.JoinedStr)
        or (isinstance(value, ast.Constant) and isinstance(value.value, str))
    ):
        yield value.lineno


@pytest.mark.parametrize("part", sorted({each.relative_to(PROGRAM).parts[0] for each in _shown()}))
def test_every_sentence_of_an_error_is_marked(part: str) -> None:
    files = [each for each in _shown() if each.relative_to(PROGRAM).parts[0] == part]
    found = {file.name: _told(file.read_text(encoding="utf-8")) for file in files}
    assert {name: lines for name, lines in found.items() if lines} == {}


def _told(source: str) -> list[str]:
    lines = source.splitlines()
    told = (lines[number - 1].strip() for number in unmarked(source))
    return [line for line in told if line not in EXCEPT]


def test_an_unmarked_one_is_seen() -> None:
    source = """
_NO = "No."
msg = "Never."
raise RefusedError(_NO if it else f"Not {this}.")
raise RefusedError(msg)
msg = QT_TRANSLATE_NOOP("Said", "No {this}.")
raise RefusedError(msg)
raise RefusedError("{}".format(this))
raise RefusedError(Said.of(msg, this=this))
raise ValueError("a bug")
"""
    assert list(unmarked(source)) == [2, 4, 3, 6, 8]
