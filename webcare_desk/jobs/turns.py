"""Each gets its turn: a bug over one keeps nothing of the others in."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def in_turn(step: Callable[[T], object], items: Sequence[T]) -> None:
    """Do a step for each item; what one of them raises is raised when the others had their turn."""
    for number, item in enumerate(items, 1):
        try:
            step(item)
        except Exception:
            in_turn(step, items[number:])
            raise
