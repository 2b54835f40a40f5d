"""Product names: as they are written, and as they are disguised.

A platform's word filter teaches people to write "V.e.n.t.0.r.a"; the squeezed view
sees through dots, blanks, leet, lookalike letters and a right-to-left override.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from webcare_desk.domain.finding import Mark
from webcare_desk.screening.lexicon import Concept, Phrase
from webcare_desk.screening.normalise import fold, squeeze, squeezed_places
from webcare_desk.screening.phrase import Pattern, Shape
from webcare_desk.screening.tokens import Tokens, words_of

#: Shorter names occur inside ordinary sentences once the blanks are gone.
SHORTEST_DISGUISE: Final = 5
_WIDEST_BREAK: Final = 3
_LONGEST_PIECE: Final = 2
_SHORTEST_STEM: Final = 4
_OVERRIDE: Final = "\u202e"


@dataclass(frozen=True, slots=True)
class Disguise:
    """A product's name as the squeezed view shows it."""

    product: str
    letters: str


def product_phrases(products: Mapping[str, Sequence[str]]) -> Iterator[Phrase]:
    """Yield a phrase for each spelling; "ventora-prik" and "ventora's" count as well."""
    for product, spellings in products.items():
        for spelling in spellings:
            words = words_of(spelling)
            if words:
                yield Phrase(Concept(product, Mark.PRODUCT), _patterns(words), None)


def _patterns(words: tuple[str, ...]) -> tuple[Pattern, ...]:
    last = Shape.BEGIN if len(words[-1]) >= _SHORTEST_STEM else Shape.WORD
    return (*(Pattern(word, Shape.WORD) for word in words[:-1]), Pattern(words[-1], last))


def disguises(products: Mapping[str, Sequence[str]]) -> tuple[Disguise, ...]:
    """Return what to look for in the squeezed view."""
    names = {
        Disguise(product, squeeze(fold(spelling).text))
        for product, spellings in products.items()
        for spelling in spellings
    }
    long_enough = (name for name in names if len(name.letters) >= SHORTEST_DISGUISE)
    return tuple(sorted(long_enough, key=lambda name: (name.product, name.letters)))


def find_disguised(
    text: str, tokens: Tokens, names: Sequence[Disguise]
) -> Iterator[tuple[str, int, int]]:
    """Yield `(product, start, end)` in `text` for each disguised name."""
    folded = tokens.folded.text
    squeezed = squeeze(folded)
    turned = _OVERRIDE in text
    for name in names:
        for letters in (name.letters, name.letters[::-1]) if turned else (name.letters,):
            if letters in squeezed:
                for start, end in _places(letters, squeezed, folded):
                    yield (name.product, *tokens.folded.span(start, end))


def _places(letters: str, squeezed: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where `letters` stand in `folded` as one word that was pulled apart."""
    places = squeezed_places(folded)
    at = squeezed.find(letters)
    while at >= 0:
        spots = places[at : at + len(letters)]
        start, end = spots[0], spots[-1] + 1
        if _stands_alone(folded, start, end) and _belongs_together(folded, spots):
            yield start, end
        at = squeezed.find(letters, at + len(letters))


def _stands_alone(folded: str, start: int, end: int) -> bool:
    return not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum())


def _belongs_together(folded: str, spots: list[int]) -> bool:
    """Tell "v e n t o r a" from "vent or a": blanks only between single letters or pairs."""
    if any(right - left - 1 > _WIDEST_BREAK for left, right in pairwise(spots)):
        return False
    pieces = folded[spots[0] : spots[-1] + 1].split()
    return len(pieces) == 1 or all(len(piece.strip(".-_*")) <= _LONGEST_PIECE for piece in pieces)
