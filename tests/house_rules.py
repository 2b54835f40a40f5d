"""The rules of the house that no linter knows, each a function from one source file to findings.

A rule is pure: it reads a `Source` and returns one sentence for each place that breaks it.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FILE_LINES: Final = 300
FUNCTION_LINES: Final = 40
SUFFIXES: Final = ("Manager", "Helper", "Util", "Utils", "Handler", "Service")
MUTABLE_TYPES: Final = frozenset(
    {"list", "dict", "set", "defaultdict", "deque", "Counter", "Queue"}
)
MUTATORS: Final = frozenset(
    {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"}
    | {"reverse", "setdefault", "sort", "update"}
)
RICH_TEXT: Final = frozenset({"QLabel", "setToolTip", "setWhatsThis", "setInformativeText"})
SLEEPS: Final = frozenset({"sleep", "wait_for_timeout", "qWait", "qSleep", "msleep"})
CONNECTIONS: Final = frozenset({"conn", "_conn", "connection", "_connection", "db", "_db"})
BROAD: Final = frozenset({"Exception", "BaseException"})
CONSTANT: Final = re.compile(r"_?[A-Z][A-Z0-9_]*|__all__")
CAMEL: Final = re.compile(r"_*[a-z][a-z0-9]*[A-Z]\w*")
EXCUSE: Final = re.compile(r"#\s*noqa(?!: [A-Z]+[0-9]+(, ?[A-Z]+[0-9]+)* - \S)")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path inside the project, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def name_of(node: ast.expr) -> str:
    """Return the last name of an expression: `Label` for `qt.Label(...)`; else nothing."""
    match node:
        case ast.Call(func=function):
            return name_of(function)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Give every call in the tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function in the tree, methods and nested ones too."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def long_file(source: Source) -> Iterator[str]:
    """Find a file that one does not read in one go."""
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield f"{source.path}: {lines} lines"


def long_function(source: Source) -> Iterator[str]:
    """Find a function that does not fit on a screen; decorators do not count."""
    for function in functions(source.tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > FUNCTION_LINES:
            yield f"{source.path}:{function.lineno}: {function.name} has {lines} lines"


def vague_class(source: Source) -> Iterator[str]:
    """Find a class whose name says how it is built and not what it is."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(SUFFIXES):
            yield f"{source.path}:{node.lineno}: class {node.name}"


def broad_except(source: Source) -> Iterator[str]:
    """Find a handler for everything that does not raise again."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        broad = any(kind is None or name_of(kind) in BROAD for kind in caught)
        if broad and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None):
            yield f"{source.path}:{node.lineno}: a broad except"
    for call in calls(source.tree):
        if name_of(call) == "suppress" and BROAD & {name_of(kind) for kind in call.args}:
            yield f"{source.path}:{call.lineno}: a broad suppress"


def is_mutable(value: ast.expr | None) -> bool:
    """Say whether the expression makes a list, a dictionary or a set."""
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    made = isinstance(value, ast.Call) and name_of(value) in MUTABLE_TYPES
    return isinstance(value, displays) or made


def module_state(source: Source) -> Iterator[str]:
    """Find state that belongs to a module: a mutable value may only be a constant nobody changes."""
    for statement in source.tree.body:
        match statement:
            case ast.Assign(targets=targets, value=value) if is_mutable(value):
                names = [name_of(target) for target in targets]
            case ast.AnnAssign(target=target, value=value) if is_mutable(value):
                names = [name_of(target)]
            case _:
                continue
        if not all(map(CONSTANT.fullmatch, names)):
            yield f"{source.path}:{statement.lineno}: {', '.join(names)} is mutable"
    yield from changed_constants(source)


def module_cache(source: Source) -> Iterator[str]:
    """Find what a function of a module remembers for as long as the program runs."""
    for statement in source.tree.body:
        if isinstance(statement, ast.FunctionDef):
            marks = {name_of(each) for each in statement.decorator_list}
            if marks & {"cache", "lru_cache"}:
                yield f"{source.path}:{statement.lineno}: {statement.name} remembers for ever"


def changed_constants(source: Source) -> Iterator[str]:
    """Find a constant that is written to, and every `global`."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Global():
                yield f"{source.path}:{node.lineno}: global"
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                if CONSTANT.fullmatch(name):
                    yield f"{source.path}:{node.lineno}: {name} is changed"
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=verb)):
                if CONSTANT.fullmatch(name) and verb in MUTATORS:
                    yield f"{source.path}:{node.lineno}: {name} is changed"


def implicit_commit(source: Source) -> Iterator[str]:
    """Find `with connection:`, which commits by itself at a place nobody sees."""
    for node in ast.walk(source.tree):
        for item in node.items if isinstance(node, ast.With) else []:
            expression = item.context_expr
            named = isinstance(expression, ast.Name | ast.Attribute)
            if named and name_of(expression) in CONNECTIONS:
                yield f"{source.path}:{expression.lineno}: with {name_of(expression)}"


def rich_text(source: Source) -> Iterator[str]:
    """Find text given to a widget that guesses HTML; ui/plain.py alone knows how to stop it."""
    for call in calls(source.tree):
        if name_of(call) in RICH_TEXT:
            yield f"{source.path}:{call.lineno}: {name_of(call)}"


def camel_case(source: Source) -> Iterator[str]:
    """Find functions in camelCase; the names alone, so that Qt's own can be told apart."""
    for function in functions(source.tree):
        if CAMEL.fullmatch(function.name):
            yield f"{source.path}:{function.lineno}: {function.name}"


def sleeping(source: Source) -> Iterator[str]:
    """Find a wait for the clock instead of for what is awaited."""
    for call in calls(source.tree):
        waits = name_of(call) == "wait" and name_of(getattr(call.func, "value", call)) == "qtbot"
        if waits or name_of(call) in SLEEPS:
            yield f"{source.path}:{call.lineno}: {name_of(call)}"


def third_party(source: Source) -> Iterator[str]:
    """Find an import from outside the standard library and the project itself."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case _:
                continue
        for module in modules:
            top = module.partition(".")[0]
            if top not in sys.stdlib_module_names | {"webcare_desk"}:
                yield f"{source.path}:{node.lineno}: {module}"


def bare_excuse(source: Source) -> Iterator[str]:
    """Find a `noqa` without its code or without a reason."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        if EXCUSE.search(line):
            yield f"{source.path}:{number}: {line.strip()}"


def unfinished(source: Source) -> Iterator[str]:
    """Find what only pretends to be there."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Raise) and node.exc and name_of(node.exc) == "NotImplementedError":
            yield f"{source.path}:{node.lineno}: NotImplementedError"
