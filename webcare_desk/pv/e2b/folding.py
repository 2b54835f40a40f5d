"""A text as names in it are compared: without case, accents and what cannot be seen.

“Zoë” is the same name whether its author wrote the dots, left them out or set them apart.
"""

import unicodedata
from typing import Final, NamedTuple

_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})
#: Letters that are no letter with a mark in Unicode, and signs that are typed for each other.
_READ_AS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("‘’‛ʹʼ´`", "'")
    | dict.fromkeys("‐‒–−", "-")
)


class Folded(NamedTuple):
    """A folded text; `places` is where each of its characters stood."""

    text: str
    places: list[int]


def folded(text: str) -> Folded:
    """Return a text as it is compared, with the way back."""
    letters, places = list[str](), list[int]()
    for place, char in enumerate(text):
        for letter in _read(char):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), places)


def ends_at(text: str, place: int) -> int:
    """Return where the character at `place` ends, with the marks set apart behind it."""
    end = place + 1
    while end < len(text) and not _read(text[end]):
        end += 1
    return end


def _read(char: str) -> str:
    if char.isascii() and char != "`":
        return char.lower()
    parts = unicodedata.normalize("NFKD", char.translate(_READ_AS)).casefold()
    seen = (part for part in parts if unicodedata.category(part) not in _UNSEEN)
    return "".join(seen).translate(_READ_AS)
