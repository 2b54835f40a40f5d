"""The little language of a lexicon's phrases.

A phrase is words with blanks between them. `pijn*` begins a word, `*pijn` ends
one, `*pijn*` stands anywhere in one; `mijn/m'n` are alternatives; `~` lets up to
three words through ("kan ~ niet slapen"). Nothing else has a meaning, so that no
phrase can take more than linear time.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.screening.tokens import words_of

#: How many words `~` lets through at most.
WIDEST_GAP: Final = 3
MOST_WORDS: Final = 8
MOST_ALTERNATIVES: Final = 400
_SHORTEST_STEM: Final = 3


class Shape(StrEnum):
    """Where the stem of a pattern stands in the word."""

    # The hash that an enumeration brings is a function in Python: too slow to look shapes up by.
    __hash__ = str.__hash__

    WORD = "word"
    BEGIN = "begin"
    END = "end"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word of a phrase; `gap` is how many words may stand before it."""

    stem: str
    shape: Shape
    gap: int = 0


def parse_phrase(text: str) -> tuple[tuple[Pattern, ...], ...]:
    """Return every wording that `text` stands for, or raise ValueError with a reason."""
    choices: list[list[tuple[Pattern, ...]]] = []
    gap = 0
    for part in text.split():
        if part == "~":
            gap = WIDEST_GAP
            continue
        choices.append([_patterns(choice, gap) for choice in part.split("/")])
        gap = 0
    wordings = 1
    for choice in choices:
        wordings *= len(choice)
    if gap or not choices or len(choices) > MOST_WORDS or wordings > MOST_ALTERNATIVES:
        msg = QT_TRANSLATE_NOOP(
            "Said", "a phrase has 1 to 8 words, no open end, and at most 400 wordings"
        )
        raise ValueError(Said.of(msg))
    return tuple(sum(wording, ()) for wording in product(*choices))


def _patterns(part: str, gap: int) -> tuple[Pattern, ...]:
    """Return the patterns of one written word; "off-label" is two."""
    stems = words_of(part.strip("*"))
    if not stems or "*" in part.strip("*"):
        msg = QT_TRANSLATE_NOOP("Said", "{part!r} is not a word")
        raise ValueError(Said.of(msg, part=part))
    shapes = [Shape.WORD] * len(stems)
    if part.startswith("*"):
        shapes[0] = Shape.END
    if part.endswith("*"):
        shapes[-1] = Shape.WITHIN if shapes[-1] is Shape.END else Shape.BEGIN
    for stem, shape in zip(stems, shapes, strict=True):
        if shape is not Shape.WORD and len(stem) < _SHORTEST_STEM:
            msg = QT_TRANSLATE_NOOP("Said", "{part!r} is too short for a *")
            raise ValueError(Said.of(msg, part=part))
    return tuple(
        Pattern(stem, shape, gap if index == 0 else 0)
        for index, (stem, shape) in enumerate(zip(stems, shapes, strict=True))
    )
