"""YAML as text with line numbers: bounded, without anchors, tags or guesses.

libyaml gives events and keeps no tree, so nothing recurses: the tree is
built here and stops at the first excess. Every scalar stays the text that
was written, because YAML 1.1 reads `no` as false and `17:30` as 1050.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

import yaml

from webcare_desk.protocol.problem import Path, Problem, dotted

MOST_BYTES = 512 * 1024
MOST_NODES = 20_000
MOST_LEVELS = 24
_LONGEST_KEY = 64

Tree = str | list["Tree"] | dict[str, "Tree"]

#: Controls, marks that turn the direction of text, noncharacters, lone surrogates.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its tree, the line of each path, and what is wrong with it."""

    file: str
    tree: Tree
    lines: dict[Path, int]
    problems: tuple[Problem, ...]

    def problem(self, path: Path, message: str) -> Problem:
        """Return a problem at `path`."""
        return Problem(self.file, self.line(path), dotted(path), message)

    def line(self, path: Path) -> int:
        """Return the line of the nearest part of `path` that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _StopError(Exception):
    """Reading ends here: what follows cannot be trusted to mean anything."""


@dataclass(slots=True)
class _Reading:
    """A file while it is read."""

    file: str
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def note(self, line: int, path: Path, message: str) -> None:
        self.problems.append(Problem(self.file, line, dotted(path), message))


def read(path: FilePath, name: str) -> Source:
    """Read the YAML file at `path`; problems call it `name`."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never answer
            return Source(name, {}, {}, (Problem(name, 1, "file", "make it a plain file"),))
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return Source(name, {}, {}, (Problem(name, 1, "file", f"make it readable: {reason}"),))
    return parse(data, name)


def parse(data: bytes, name: str) -> Source:
    """Return the source in `data`; never raises, whatever the bytes are."""
    reading = _Reading(name)
    tree: Tree = {}
    try:
        events = _events(_text(data, reading), reading)
        tree = _document(events, reading)
    except _StopError:
        pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "unreadable text"
        reading.note(mark.line + 1 if mark else 1, (), f"write valid YAML: {said}")
    return Source(name, tree, reading.lines, tuple(reading.problems))


def _text(data: bytes, reading: _Reading) -> str:
    if len(data) > MOST_BYTES:
        reading.note(1, (), f"keep a file within {MOST_BYTES // 1024} kB")
        raise _StopError
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reading.note(line, (), "save the file as UTF-8")
        raise _StopError from None
    if _HOSTILE.search(text):  # once over all of it: by the line it takes as long as the rest
        for number, line_text in enumerate(text.split("\n"), 1):
            _refuse_hostile(line_text, number, (), reading)
        raise _StopError
    return text


def _refuse_hostile(text: str, line: int, path: Path, reading: _Reading) -> None:
    if found := _HOSTILE.search(text):
        reading.note(line, path, f"remove the invisible character U+{ord(found[0]):04X}")


def _events(text: str, reading: _Reading) -> Iterator[yaml.Event]:
    """Yield the events of nodes; stop at excess, complain about anchors, tags, aliases."""
    level = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = _line(event)
        if isinstance(event, yaml.CollectionStartEvent):
            level += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            level -= 1
        reading.nodes += isinstance(event, yaml.NodeEvent)
        if level > MOST_LEVELS:
            reading.note(line, (), f"nest at most {MOST_LEVELS} levels deep")
            raise _StopError
        if reading.nodes > MOST_NODES:
            reading.note(line, (), f"keep a file within {MOST_NODES} values")
            raise _StopError
        if isinstance(event, yaml.NodeEvent):
            _refuse_features(event, line, reading)
            yield event
        elif isinstance(event, yaml.CollectionEndEvent | yaml.DocumentStartEvent):
            yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse_features(event: yaml.NodeEvent, line: int, reading: _Reading) -> None:
    if isinstance(event, yaml.AliasEvent):
        reading.note(line, (), f"write the value itself instead of the alias *{event.anchor}")
    elif event.anchor is not None:
        reading.note(line, (), f"remove the anchor &{event.anchor}")
    if getattr(event, "tag", None) is not None:
        reading.note(line, (), "remove the tag, every value is text")


def _document(events: Iterator[yaml.Event], reading: _Reading) -> Tree:
    if next(events, None) is None:
        reading.note(1, (), "write something, the file is empty")
        return {}
    tree = _node(next(events), (), events, reading)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            reading.note(_line(event), (), "keep one document in a file")
            raise _StopError
    return tree


def _node(event: yaml.Event, path: Path, events: Iterator[yaml.Event], reading: _Reading) -> Tree:
    """Return the tree of the node that begins with `event`; at most MOST_LEVELS deep."""
    line = _line(event)
    reading.lines.setdefault(path, line)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(path, events, reading)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(path, events, reading)
    text = event.value if isinstance(event, yaml.ScalarEvent) else ""
    _refuse_hostile(text, line, path, reading)
    return text


def _sequence(path: Path, events: Iterator[yaml.Event], reading: _Reading) -> list[Tree]:
    items: list[Tree] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(event, (*path, len(items)), events, reading))
    return items


def _mapping(path: Path, events: Iterator[yaml.Event], reading: _Reading) -> dict[str, Tree]:
    entries: dict[str, Tree] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        line = _line(event)
        key = _key(event, line, path, events, reading)
        if key in entries:
            reading.note(line, (*path, key), "remove the repeated key")
        reading.lines[*path, key] = line
        entries[key] = _node(next(events), (*path, key), events, reading)
    return entries


def _key(
    event: yaml.Event, line: int, path: Path, events: Iterator[yaml.Event], reading: _Reading
) -> str:
    key = _node(event, (*path, "?"), events, reading)
    if isinstance(key, str) and key and len(key) <= _LONGEST_KEY:
        return key
    reading.note(line, path, f"write a plain text of at most {_LONGEST_KEY} characters as the key")
    return f"?{line}"
