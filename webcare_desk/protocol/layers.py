"""Packs laid over each other: a whole item replaces the item of the same id."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from webcare_desk.paths import is_folder
from webcare_desk.protocol.fields import is_ident
from webcare_desk.protocol.loosely import loosely
from webcare_desk.protocol.messages import problems_of, unknown_key
from webcare_desk.protocol.problem import Path, Problem
from webcare_desk.protocol.schema import (
    ChannelHours,
    Entry,
    Head,
    Hours,
    Item,
    Plan,
    Product,
    Reference,
    Removed,
    Rule,
    Sla,
    Template,
    Term,
)
from webcare_desk.protocol.source import Source, Tree, read

HEAD = "pack.yaml"
#: A pack has at most so many files.
MOST_FILES = 64
_HOURS = "hours"
M = TypeVar("M", bound=Item)
N = TypeVar("N", bound=Entry)


@dataclass(frozen=True, slots=True)
class Placed(Generic[M]):
    """An item and the place where it was written."""

    item: M
    source: Source
    path: Path

    @property
    def place(self) -> str:
        """Where the item begins: `file:line`."""
        return f"{self.source.file}:{self.source.line(self.path)}"

    def problem(self, within: Path, message: str) -> Problem:
        """Return a problem at a path within the item."""
        return self.source.problem((*self.path, *within), message)


@dataclass(slots=True)
class Shelf(Generic[N]):
    """The items of one kind by id, those of the uppermost pack first.

    `known` has also the ids of items with problems.
    """

    file: str
    key: str
    model: type[N]
    items: dict[str, Placed[N]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Stack:
    """The packs from the lowest to the one asked for, read and laid over each other.

    `whole` is false when a file could not be read to its end: what seems
    missing then may only be unread. Of one that `was_approved` every item is
    laid down, also where the checks of today find a problem in it.
    """

    heads: list[Placed[Head]] = field(default_factory=list)
    hours: Placed[Hours] | None = None
    products: Shelf[Product] = field(
        default_factory=lambda: Shelf("products.yaml", "products", Product)
    )
    rules: Shelf[Rule] = field(default_factory=lambda: Shelf("rules.yaml", "rules", Rule))
    templates: Shelf[Template] = field(
        default_factory=lambda: Shelf("templates.yaml", "templates", Template)
    )
    slas: Shelf[Sla] = field(default_factory=lambda: Shelf("sla.yaml", "slas", Sla))
    channel_hours: Shelf[ChannelHours] = field(
        default_factory=lambda: Shelf("sla.yaml", "channel_hours", ChannelHours)
    )
    plans: Shelf[Plan] = field(default_factory=lambda: Shelf("plans.yaml", "plans", Plan))
    references: Shelf[Reference] = field(
        default_factory=lambda: Shelf("reference.yaml", "references", Reference)
    )
    terms: Shelf[Term] = field(default_factory=lambda: Shelf("lexicon.yaml", "terms", Term))
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True
    was_approved: bool = False

    def shelves(self) -> tuple[Shelf[Any], ...]:
        """Return the shelves in the order of the documentation."""
        return (
            self.products,
            self.rules,
            self.templates,
            self.slas,
            self.channel_hours,
            self.plans,
            self.references,
            self.terms,
        )


def read_stack(root: FilePath, pack_id: str, *, was_approved: bool = False) -> Stack:
    """Read the pack `pack_id` under `root` and every pack that it extends."""
    stack = Stack(was_approved=was_approved)
    for name, head in reversed(list(_chain(root, pack_id, stack))):
        _lay_head(head, name, stack)
        _lay_files(root, name, stack)
    return stack


def stack_of(content: dict[str, Tree], file: str) -> Stack:
    """Return the stack of a version that was approved; `content` is what it says, as written."""
    stack, source = Stack(was_approved=True), Source(file, content, {}, ())
    head = _validated(Head, content["pack"], source, ("pack",), stack)
    stack.heads.extend([] if head is None else [head])
    stack.hours = _validated(Hours, content[_HOURS], source, (_HOURS,), stack)
    for shelf in stack.shelves():
        _lay_items(shelf, content.get(shelf.key, []), source, stack, set())
    return stack


def _chain(root: FilePath, pack_id: str, stack: Stack) -> Iterator[tuple[str, Source]]:
    """Yield the packs from `pack_id` downwards, each with its pack.yaml."""
    seen: list[str] = []
    wanted, asked = pack_id, Source(pack_id, {}, {}, ())
    while True:
        if wanted in seen:
            stack.problems.append(asked.problem(("extends",), "break the circle of packs"))
            stack.whole = False
            return
        if not is_ident(wanted) or not is_folder(root / wanted):
            path: Path = ("extends",) if seen else ()
            stack.problems.append(asked.problem(path, "name a pack that has a folder"))
            stack.whole = False
            return
        seen.append(wanted)
        asked = read(root / wanted / HEAD, f"{wanted}/{HEAD}")
        yield wanted, asked
        below = asked.tree.get("extends") if isinstance(asked.tree, dict) else None
        if not isinstance(below, str):
            return
        wanted = below


def _lay_head(source: Source, name: str, stack: Stack) -> None:
    _take_source(source, stack)
    head = _validated(Head, source.tree, source, (), stack)
    if head is None:
        stack.whole = False
        return
    if head.item.id != name:
        stack.problems.append(head.problem(("id",), f"write `{name}`, the name of the folder"))
    stack.heads.append(head)


def _lay_files(root: FilePath, name: str, stack: Stack) -> None:
    shelves = {shelf.file: shelf for shelf in stack.shelves()}
    paths = _files(root / name, stack)
    here: dict[str, set[str]] = {key: set() for key in (_HOURS, *(s.key for s in stack.shelves()))}
    # What is laid later stands before: the first file of a kind has the last word.
    for path in sorted(paths, key=_file_order, reverse=True):
        label, file = f"{name}/{path.name}", _kind(path.name)
        if file in shelves:
            source = read(path, label)
            _take_source(source, stack)
            _lay_source(source, file, stack, here)
        elif path.name != HEAD:
            known = ", ".join((HEAD, *shelves))
            stack.problems.append(
                Problem(label, 1, "file", f"remove the file, a pack has only {known}")
            )


def _files(folder: FilePath, stack: Stack) -> list[FilePath]:
    """Return the files of a pack; what file managers and editors leave behind is none."""
    try:
        found = islice(
            (path for path in folder.iterdir() if not path.name.startswith(".")), MOST_FILES + 1
        )
        paths = list(found)
    except OSError as error:
        message = f"make the folder readable: {(error.strerror or 'unknown error').lower()}"
        stack.problems.append(Problem(folder.name, 1, "file", message))
        stack.whole = False
        return []
    if len(paths) > MOST_FILES:
        message = f"keep a pack within {MOST_FILES} files"
        stack.problems.append(Problem(folder.name, 1, "file", message))
        stack.whole = False
        return []
    return paths


def _kind(file: str) -> str:
    """Return which file of a pack `file` is, or is a part of: `rules-grave.yaml` of `rules.yaml`."""
    stem, dot, ending = file.partition(".")
    whole, hyphen, part = stem.partition("-")
    return f"{whole}{dot}{ending}" if not hyphen or is_ident(part) else file


def _file_order(path: FilePath) -> tuple[str, str]:
    """Return where a file stands among those of its pack: `rules.yaml` before its parts."""
    return _kind(path.name), path.name.partition(".")[0]


def _lay_source(source: Source, file: str, stack: Stack, here: dict[str, set[str]]) -> None:
    if not isinstance(source.tree, dict):
        stack.problems.append(source.problem((), "write keys with values here"))
        return
    for key, value in source.tree.items():
        shelf = next((one for one in stack.shelves() if (one.file, one.key) == (file, key)), None)
        if shelf is not None:
            _lay_items(shelf, value, source, stack, here[key])
        elif (file, key) == (stack.slas.file, _HOURS):
            stack.hours = _validated(Hours, value, source, (key,), stack) or stack.hours
            stack.problems.extend(
                source.problem((key,), f"write `{_HOURS}` once in a pack, {other} has them too")
                for other in here[_HOURS]
            )
            here[_HOURS].add(source.file)
        else:
            stack.problems.append(source.problem((key,), unknown_key(key)))


def _lay_items(shelf: Shelf[N], value: Tree, source: Source, stack: Stack, here: set[str]) -> None:
    if not isinstance(value, list):
        message = "write a list, each item after a hyphen"
        stack.problems.append(source.problem((shelf.key,), message))
        return
    own: dict[str, Placed[N]] = {}
    for number, tree in enumerate(value):
        path: Path = (shelf.key, number)
        name = _name(tree)
        if name in here:
            message = f"give the item an id of its own, `{name}` is taken"
            stack.problems.append(source.problem((*path, "id"), message))
        elif isinstance(tree, dict) and "disabled" in tree:
            _remove(shelf, tree, source, path, stack)
        elif placed := _validated(shelf.model, tree, source, path, stack):
            own[name] = placed
            shelf.known.add(name)
        else:
            shelf.known.add(name)
        here.update({name} if name else ())
    shelf.items = own | {name: item for name, item in shelf.items.items() if name not in own}


def _name(tree: Tree) -> str:
    name = tree.get("id") if isinstance(tree, dict) else ""
    return name if isinstance(name, str) else ""


def _remove(shelf: Shelf[N], tree: Tree, source: Source, path: Path, stack: Stack) -> None:
    removed = _validated(Removed, tree, source, path, stack)
    if removed is None:
        return
    shelf.known.discard(removed.item.id)
    if not removed.item.disabled:
        stack.problems.append(removed.problem(("disabled",), "write true, or remove the line"))
    elif shelf.items.pop(removed.item.id, None) is None:
        message = f"name an item of a pack below, there is no `{removed.item.id}`"
        stack.problems.append(removed.problem(("id",), message))


def _validated(
    model: type[M], tree: Tree, source: Source, path: Path, stack: Stack
) -> Placed[M] | None:
    try:
        return Placed(model.model_validate(tree), source, path)
    except ValidationError as error:
        for within, message in problems_of(error):
            stack.problems.append(source.problem((*path, *within), message))
    return Placed(loosely(model, tree), source, path) if stack.was_approved else None


def _take_source(source: Source, stack: Stack) -> None:
    stack.problems.extend(source.problems)
    stack.whole = stack.whole and not source.problems
