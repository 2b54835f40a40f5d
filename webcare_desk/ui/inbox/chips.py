"""The chips of a row: what each says, and how little where there is no more room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from webcare_desk.ui.clock import Left

#: How much shorter the clock that is due first is told, and the other one, which gives way before
#: it: that alone may end as a sign without a time.
_STEPS = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3))


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label at the right; `is_solid` sets the awareness clock apart.

    A clock is never left out: `shorter` is what it says in less and less room, `due` when it is due.
    """

    text: str
    colour: str
    is_solid: bool = False
    shorter: tuple[str, ...] = ()
    due: int | None = None


def told(sign: str, until: Left | None) -> tuple[str, ...]:
    """Return what a clock says behind its sign, in less and less room; at last the sign alone."""
    if until is None:
        return (sign,) * 3
    return (f"{sign}{until.shorter[0]}", f"{sign}{until.shorter[-1]}", sign.rstrip(" ·"))


def fitted(chips: Sequence[Chip], room: int, gap: int, wide: Callable[[Chip], int]) -> list[Chip]:
    """Return the chips that there is room for: the clocks shorter, the first of all in any case."""
    first = min((each.due for each in chips if each.due is not None), default=None)
    shown: list[Chip] = []
    clocks = [each for each in chips if each.shorter]
    for near, far in _STEPS if clocks else ():
        shown = [_shortened(each, near if each.due == first else far) for each in clocks]
        if sum(wide(each) + gap for each in shown) - gap <= room:
            break
    room -= sum(wide(each) + gap for each in shown)
    for each in (each for each in chips if not each.shorter):
        room -= wide(each)
        if shown and room < 0:
            break
        shown.append(each)
        room -= gap
    return shown


def _shortened(chip: Chip, by: int) -> Chip:
    return replace(chip, text=chip.shorter[by - 1]) if by else chip
