"""One item as it stands after layering, and every place where it was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from webcare_desk.protocol.layers import Placed, Stack, read_stack
from webcare_desk.protocol.schema import Entry


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of a pack: `kind` such as `rules`, its text as YAML, and its places.

    `places` are `file:line`, the one in force first, then what it replaces.
    """

    kind: str
    id: str
    text: str
    places: tuple[str, ...]


def show(root: Path, pack: str, name: str) -> tuple[Shown, ...]:
    """Return every item called `name` in the pack `pack` under `root`, of whatever kind."""
    stack = read_stack(root, pack)
    chain = [head.item.id for head in reversed(stack.heads)]
    layers = [stack, *(read_stack(root, below) for below in chain[1:])]
    return tuple(
        Shown(kind, name, _text(placed), tuple(dict.fromkeys(_places(layers, kind, name))))
        for kind, placed in _found(stack, name)
    )


def _found(stack: Stack, name: str) -> Iterator[tuple[str, Placed[Entry]]]:
    for shelf in stack.shelves():
        if name in shelf.items:
            yield shelf.key, shelf.items[name]


def _places(layers: list[Stack], kind: str, name: str) -> Iterator[str]:
    for stack in layers:
        for found, placed in _found(stack, name):
            if found == kind:
                yield placed.place


def _text(placed: Placed[Entry]) -> str:
    """Return the item as YAML, as a pack would write it."""
    written = placed.item.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=100)
