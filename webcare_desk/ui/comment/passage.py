"""A body in passages that a widget can take, and where its characters stand in Qt.

Qt counts UTF-16 units, so an emoji is two; `plain.shown` adds line breaks to
endless words. Every offset into the stored text is translated here, once.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from webcare_desk.ui.plain import BODY_LIMIT, forced_breaks, shown

#: The most characters of a text that one passage holds.
PASSAGE = BODY_LIMIT - 100
_LAST_NARROW = 0xFFFF


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `begin` to `end` of a text, as `text` shows them.

    `breaks` and `wide` are offsets within the passage: where a line break was
    put in, and which characters are two UTF-16 units.
    """

    begin: int
    end: int
    text: str
    breaks: tuple[int, ...]
    wide: tuple[int, ...]


def passage_count(text: str) -> int:
    """Return how many passages a text has; an empty one has one."""
    return max(1, -(-len(text) // PASSAGE))


def passage_at(offset: int) -> int:
    """Return the number of the passage that holds a character."""
    return offset // PASSAGE


def passage_of(text: str, number: int) -> Passage:
    """Return passage `number` of a text, counted from 0."""
    begin = number * PASSAGE
    part = text[begin : begin + PASSAGE]
    # A byte order mark at the beginning of a string does not survive the way to Qt.
    visible = shown(part).replace("\ufeff", "\u200b")
    wide = tuple(at for at, letter in enumerate(part) if ord(letter) > _LAST_NARROW)
    return Passage(begin, begin + len(part), visible, forced_breaks(part), wide)


def qt_span(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return where `text[start:end]` stands in Qt; None when it is in another passage.

    A span that begins before the passage, or ends after it, is cut.
    """
    low = max(start, passage.begin) - passage.begin
    high = min(end, passage.end) - passage.begin
    if low >= high:
        return None
    first = low + bisect_left(passage.wide, low) + bisect_right(passage.breaks, low)
    last = high + bisect_left(passage.wide, high) + bisect_left(passage.breaks, high)
    return first, last
