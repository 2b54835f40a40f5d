"""What an edit changed, word by word: the pieces that lead from one wording to the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were kept, added or removed together."""

    change: Change
    text: str


def words_in(text: str) -> list[str]:
    """Return a text as its words, and what stands between them."""
    return _WORDS.findall(text)


def pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces between the words of two wordings; the time grows with the square."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        old, new = "".join(before[first:last]), "".join(after[start:end])
        if kind == "equal":
            yield Piece(Change.KEPT, old)
            continue
        if old:
            yield Piece(Change.REMOVED, old)
        if new:
            yield Piece(Change.ADDED, new)
