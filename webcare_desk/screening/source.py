"""Read a lexicon file: YAML in which every scalar stays text, with line numbers.

The tree is built here from the parser's events, so that neither deep nesting nor
aliases ever reach PyYAML's recursive composer (`no` and `007` stay words as well).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from webcare_desk.errors import LexiconError

MOST_BYTES: Final = 512 * 1024
MOST_EVENTS: Final = 40_000
DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it is written, and its line (from 1)."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence and its line."""

    nodes: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping in the order of the file, and its line; no key occurs twice."""

    entries: tuple[tuple[Text, "Node"], ...]
    line: int


Node = Text | Items | Table


def read_table(path: Path) -> Table:
    """Return the mapping that a file holds, or raise LexiconError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror})"
        raise LexiconError(msg) from error
    if len(data) > MOST_BYTES:
        msg = f"{path}: larger than {MOST_BYTES} bytes"
        raise LexiconError(msg)
    try:
        events = list(_bounded(yaml.parse(data.decode("utf-8"), Loader=yaml.CSafeLoader), path))
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8"
        raise LexiconError(msg) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else f"{path}"
        msg = f"{place}: {getattr(error, 'problem', None) or 'not YAML'}"
        raise LexiconError(msg) from error
    return _document(events, path)


def _document(events: list[yaml.Event], path: Path) -> Table:
    starts = [event for event in events if isinstance(event, yaml.DocumentStartEvent)]
    if len(starts) != 1:
        msg = f"{path}: holds {len(starts)} documents instead of one"
        raise LexiconError(msg)
    rest = iter(events[events.index(starts[0]) + 1 :])
    node = _node(next(rest), rest, path)
    if not isinstance(node, Table):
        msg = f"{path}:{node.line}: not a mapping"
        raise LexiconError(msg)
    return node


def _bounded(events: Iterator[yaml.Event], path: Path) -> Iterator[yaml.Event]:
    """Pass events on while they are few, flat, and without anchors and tags."""
    depth = 0
    for count, event in enumerate(events):
        line = _line(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST or count >= MOST_EVENTS:
            msg = f"{path}:{line}: nested too deeply or too long"
            raise LexiconError(msg)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            msg = f"{path}:{line}: anchors, aliases and tags are not allowed (quote a leading *)"
            raise LexiconError(msg)
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _node(event: yaml.Event, rest: Iterator[yaml.Event], path: Path) -> Node:
    line = _line(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(tuple(_until_end(rest, path)), line)
    if isinstance(event, yaml.MappingStartEvent):
        flat = list(_until_end(rest, path))
        return Table(_entries(flat, path), line)
    return Text(event.value if isinstance(event, yaml.ScalarEvent) else "", line)


def _until_end(rest: Iterator[yaml.Event], path: Path) -> Iterator[Node]:
    for event in rest:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield _node(event, rest, path)


def _entries(flat: list[Node], path: Path) -> tuple[tuple[Text, Node], ...]:
    entries: dict[str, tuple[Text, Node]] = {}
    for key, value in zip(flat[::2], flat[1::2], strict=True):
        if not isinstance(key, Text):
            msg = f"{path}:{key.line}: a key must be one word"
            raise LexiconError(msg)
        if key.value in entries:
            msg = f"{path}:{key.line}: {key.value!r} occurs twice"
            raise LexiconError(msg)
        entries[key.value] = (key, value)
    return tuple(entries.values())
