"""What a disk may hold after a power cut: the record of all writes, and its crash states.

The model: what was synced is there. What was written after the last sync of
its file is there, or not, or in part, in sectors of 512 bytes and in any order. A
file that was removed may be back until its folder was synced.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SECTOR = 512
_HEADER = struct.Struct("<c47sqq")
#: The file to which the worker writes what it was told is done.
DONE = "done"
#: How the recorder calls the folder itself.
FOLDER = "."


@dataclass(frozen=True, slots=True)
class Event:
    """One write, sync, truncation or removal of a file."""

    kind: str
    name: str
    offset: int
    data: bytes


def read_record(path: Path) -> list[Event]:
    """Return every event, the first one first; the `-shm` file is no part of a crash state."""
    record, events, at = path.read_bytes(), list[Event](), 0
    while at < len(record):
        kind, name, offset, length = _HEADER.unpack_from(record, at)
        at += _HEADER.size
        size = length if kind == b"W" else 0
        text = name.rstrip(b"\0").decode("ascii")
        if not text.endswith("-shm"):
            events.append(Event(kind.decode("ascii"), text, offset, record[at : at + size]))
        at += size
    return events


def _apply(content: bytearray, event: Event) -> None:
    end = event.offset + len(event.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if event.kind == "T":
        del content[event.offset :]
    else:
        content[event.offset : end] = event.data


@dataclass(frozen=True, slots=True)
class Crash:
    """What is on the disk after a cut, and how much had been acknowledged before it."""

    files: dict[str, bytes]
    acknowledged: int


def crashes(
    events: list[Event], begin: dict[str, bytes], count: int, chance: Random
) -> Iterator[Crash]:
    """Yield `count` crash states at random moments, in the order of time."""
    moments = sorted(chance.randrange(len(events) + 1) for _ in range(count))
    durable = {name: bytearray(content) for name, content in begin.items()}
    pending: dict[str, list[Event]] = {}
    removed: dict[str, bytearray] = {}
    acknowledged, at = 0, 0
    for moment in moments:
        for event in events[at:moment]:
            if event.name == DONE:
                acknowledged = int(event.data)
            elif event.kind == "U":
                pending.pop(event.name, None)
                removed[event.name] = durable.pop(event.name, bytearray())
            elif event.kind == "S" and event.name == FOLDER:
                removed.clear()
            elif event.kind == "S":
                for waiting in pending.pop(event.name, []):
                    _apply(durable.setdefault(event.name, bytearray()), waiting)
            else:
                pending.setdefault(event.name, []).append(event)
        at = moment
        yield Crash(_after_the_cut(durable, pending, removed, chance), acknowledged)


def _after_the_cut(
    durable: dict[str, bytearray],
    pending: dict[str, list[Event]],
    removed: dict[str, bytearray],
    chance: Random,
) -> dict[str, bytes]:
    files = {name: bytearray(content) for name, content in durable.items()}
    fate = chance.choice(("all", "nothing", "some", "some"))
    for name, content in removed.items():
        if fate != "all" and name not in files and chance.random() < 1 / 2:
            files[name] = bytearray(content)
    for name, events in pending.items():
        content = files.setdefault(name, bytearray())
        for event in events:
            if fate == "all":
                _apply(content, event)
            elif fate == "some" and chance.random() < 1 / 2:
                for part in _torn(event, chance):
                    _apply(content, part)
    return {name: bytes(content) for name, content in files.items()}


def _torn(event: Event, chance: Random) -> Iterator[Event]:
    """Yield the write whole, or such of its sectors as reached the disk."""
    if event.kind != "W" or len(event.data) <= SECTOR or chance.random() < 1 / 2:
        yield event
        return
    for start in range(0, len(event.data), SECTOR):
        if chance.random() < 1 / 2:
            data = event.data[start : start + SECTOR]
            yield Event("W", event.name, event.offset + start, data)
