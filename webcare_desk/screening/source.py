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
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

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
        msg = QT_TRANSLATE_NOOP("Said", "{path}: cannot be read ({reason})")
        raise LexiconError(Said.of(msg, path=path, reason=error.strerror)) from error
    if len(data) > MOST_BYTES:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: larger than {most} bytes")
        raise LexiconError(Said.of(msg, path=path, most=MOST_BYTES))
    try:
        events = list(_bounded(yaml.parse(data.decode("utf-8"), Loader=yaml.CSafeLoader), path))
    except UnicodeDecodeError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: not UTF-8")
        raise LexiconError(Said.of(msg, path=path)) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else f"{path}"
        msg = "{place}: {reason}"
        raise LexiconError(
            Said.of(msg, place=place, reason=getattr(error, "problem", None) or "not YAML")
        ) from error
    return _document(events, path)


def _document(events: list[yaml.Event], path: Path) -> Table:
    starts = [event for event in events if isinstance(event, yaml.DocumentStartEvent)]
    if len(starts) != 1:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: holds {count} documents instead of one")
        raise LexiconError(Said.of(msg, path=path, count=len(starts)))
    rest = iter(events[events.index(starts[0]) + 1 :])
    node = _node(next(rest), rest, path)
    if not isinstance(node, Table):
        msg = QT_TRANSLATE_NOOP("Said", "{path}:{line}: not a mapping")
        raise LexiconError(Said.of(msg, path=path, line=node.line))
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
            msg = QT_TRANSLATE_NOOP("Said", "{path}:{line}: nested too deeply or too long")
            raise LexiconError(Said.of(msg, path=path, line=line))
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "{path}:{line}: anchors, aliases and tags are not allowed (quote a leading *)",
            )
            raise LexiconError(Said.of(msg, path=path, line=line))
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
            msg = QT_TRANSLATE_NOOP("Said", "{path}:{line}: a key must be one word")
            raise LexiconError(Said.of(msg, path=path, line=key.line))
        if key.value in entries:
            msg = QT_TRANSLATE_NOOP("Said", "{path}:{line}: {key!r} occurs twice")
            raise LexiconError(Said.of(msg, path=path, line=key.line, key=key.value))
        entries[key.value] = (key, value)
    return tuple(entries.values())
