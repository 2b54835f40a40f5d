"""Cases that may be the same one, for a person to compare before a packet leaves.

Nothing is decided here and nothing is left out: PV merges cases (GVP VI.B.7), the desk shows
which look alike, on whatever channel they came in. Pure.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, utils

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.spans import DAY

#: How far apart two posts of one story usually lie, in microseconds.
WINDOW: Final = 30 * DAY
MOST: Final = 5
_COMPARED = 4_000
_FEWEST_WORDS = 4
_ALMOST_THE_SAME, _SIMILAR = 85, 60
#: Names that say nothing of who wrote.
_NOBODY = frozenset({"", "anoniem", "anonymous", "gast", "guest", "unknown", "onbekend", "user"})


@dataclass(frozen=True, slots=True)
class Known:
    """A case that has gone to PV, as far as it is compared; `posted_at` in UTC microseconds."""

    escalation: int
    reference: str
    source: str
    author: str
    text: str
    posted_at: int
    products: tuple[str, ...]
    event_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A case that may be the same, and on what grounds; `likeness` of the words is 0 to 100."""

    known: Known
    same_author: bool
    same_product: bool
    same_event: bool
    is_near: bool
    likeness: int

    @property
    def points(self) -> int:
        """How much speaks for it; the most comes first."""
        grounds = 75 * self.same_author + 40 * self.same_event + 25 * self.same_product
        return grounds + 25 * self.is_near + self.likeness


def possible(case: SafetyCase, known: Iterable[Known]) -> tuple[Alike, ...]:
    """Return the cases that may be this one, the likeliest first, at most `MOST`.

    Almost the same words are enough by themselves; a similar story needs the same author, or
    product, event and time together. The order in which cases are given does not matter.
    """
    compared = (compare(case, each) for each in known if each.reference != case.reference)
    found = [each for each in compared if _is_possible(each)]
    found.sort(key=lambda each: (-each.points, -each.known.escalation))
    return tuple(found[:MOST])


def compare(case: SafetyCase, known: Known) -> Alike:
    """Return what two cases have in common."""
    return Alike(
        known=known,
        same_author=_name(case.snapshot.author) == _name(known.author) not in _NOBODY,
        same_product=bool(_names(case.products) & _names(known.products)),
        same_event=bool(_names(case.event_words) & _names(known.event_words)),
        is_near=abs(case.awareness.posted_at - known.posted_at) <= WINDOW,
        likeness=_likeness(case.snapshot.text, known.text),
    )


def known_from(escalation: int, document: str) -> Known:
    """Return what is compared of a packet as the desk keeps it."""
    packet = json.loads(document)
    snapshot = packet["snapshot"]
    return Known(
        escalation=escalation,
        reference=packet["reference"],
        source=snapshot["source"],
        author=snapshot["author"],
        text=snapshot["text"],
        posted_at=packet["clocks"]["posted_at"]["us"],
        products=tuple(packet["products"]),
        event_words=tuple(packet["event_words"]),
    )


def _is_possible(found: Alike) -> bool:
    if found.likeness >= _ALMOST_THE_SAME:
        return True
    shared = found.same_event or found.same_product or found.likeness >= _SIMILAR
    if found.same_author and found.is_near and shared:
        return True
    story = found.same_product and found.same_event and found.is_near
    return story and found.likeness >= _SIMILAR


def _likeness(one: str, other: str) -> int:
    """Return how alike two texts are whatever the order of their words; short ones say nothing."""
    told = [utils.default_process(text[:_COMPARED]) for text in (one, other)]
    if min(len(text.split()) for text in told) < _FEWEST_WORDS:
        return 0
    return round(fuzz.token_sort_ratio(*told))


def _name(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _names(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_name, words)) - {""}
