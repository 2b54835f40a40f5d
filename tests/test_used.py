"""What only a test calls is no part of the program: each name of it is used by the program itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
#: Who uses the program, from outside and within: the gate's own files do not count.
USERS: Final = ("desk.py", "webcare_desk", "tools")
#: Called by Qt, or by the base class of somebody else's library, under the name it chose.
THEIRS: Final = re.compile(
    r"do_[A-Z]+|handle_\w+|log_message|(format|list)_commands|get_command|readable"
    r"|get_redirect_target|[a-z]+([A-Z][a-z]*)+"
)
#: Named in a string for Qt: a slot that the message bus calls.
SLOTS: Final = frozenset({"on_saver", "on_sleep", "on_lock"})

Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def trees(*tops: str) -> Iterator[tuple[Path, ast.Module]]:
    for top in tops:
        files = [ROOT / top] if top.endswith(".py") else sorted((ROOT / top).rglob("*.py"))
        yield from ((file, ast.parse(file.read_text(encoding="utf-8"))) for file in files)


def used(tree: ast.AST) -> Iterator[str]:
    """Yield every name that is read, and what a text names: a command's method or its module."""
    lists = [each for each in ast.walk(tree) if isinstance(each, ast.Assign) and _is_offer(each)]
    offered = {id(name) for each in lists for name in ast.walk(each)}
    for node in ast.walk(tree):
        match node:
            case _ if id(node) in offered:
                pass
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                yield name
            case ast.Constant(value=str(text)) if re.fullmatch(r"[\w.]+:?\w*", text):
                yield text.rpartition(":")[2]
            case _:
                pass


def _is_offer(node: ast.Assign) -> bool:
    """Say whether it is `__all__`: what is offered need not be used."""
    return ast.unparse(node.targets[0]) == "__all__"


def unused(tree: ast.AST, known: frozenset[str]) -> Iterator[str]:
    """Yield what is defined and public, is no decorator's, and stands in `known` nowhere."""
    for node in ast.walk(tree):
        if isinstance(node, Named) and not node.name.startswith("_"):
            is_own = node.name not in SLOTS and not THEIRS.fullmatch(node.name)
            if is_own and not _is_given_away(node) and node.name not in known:
                yield f"{node.lineno}: {node.name}"


def _is_given_away(node: Named) -> bool:
    """Say whether a decorator takes it: a command of click, a rule of pydantic."""
    named = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
    return any(name.endswith((".command", "_validator")) for name in named)


def test_every_function_and_class_of_the_program_is_used_by_the_program() -> None:
    known = frozenset(name for _, tree in trees(*USERS) for name in used(tree))
    found = [
        f"{file.relative_to(ROOT)}:{each}"
        for file, tree in trees("webcare_desk")
        for each in unused(tree, known)
    ]
    assert found == []


def test_a_name_that_only_its_own_line_has_is_seen() -> None:
    tree = ast.parse(
        "def alone(): ...\n__all__ = ['alone']\nclass Kept: ...\ndef _own(): ...\nkept = Kept()"
    )
    assert list(unused(tree, frozenset(used(tree)))) == ["1: alone"]
