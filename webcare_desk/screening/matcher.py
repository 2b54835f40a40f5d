"""From words to hits: which phrases stand where."""

from collections.abc import Callable
from dataclasses import dataclass

from webcare_desk.screening.index import Entry, Index, Met
from webcare_desk.screening.lexicon import Phrase
from webcare_desk.screening.tokens import Tokens

#: Far more than any comment that a person wrote.
MOST_HITS = 10_000

_SENTENCE_ENDS = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands on the words `first` to `last`."""

    phrase: Phrase
    first: int
    last: int
    typo: bool = False


def find_hits(tokens: Tokens, index: Index, meet: Callable[[str], Met]) -> tuple[list[Hit], int]:
    """Return every phrase in `tokens` in the order of their anchors, and the words read.

    A text of more than MOST_HITS hits is read no further: the caller says so.

    `meet` is `index.meet` with a memory. At most one word of a phrase may be
    misspelled, and a phrase stays within its sentence.
    """
    slots = [meet(word) for word in tokens.words]
    present = frozenset().union(*slots)
    hits: list[Hit] = []
    for place, met in enumerate(slots):
        if len(hits) > MOST_HITS:
            return hits, place
        for number in met:
            for entry in index.anchored.get(number, ()):
                if len(entry.ids) == 1:
                    hits.append(Hit(entry.phrase, place, place, met[number]))
                elif entry.needs <= present:
                    hit = _match(entry, place, slots)
                    if hit and not _crosses_sentence(hit, tokens):
                        hits.append(hit)
    return hits, len(slots)


def _match(entry: Entry, place: int, slots: list[Met]) -> Hit | None:
    """Return the hit of `entry` with its anchor at `place`, if its other words are there."""
    ids, gaps, anchor = entry.ids, entry.gaps, entry.anchor
    typos = int(slots[place][ids[anchor]])
    first = last = place
    for k in range(anchor + 1, len(ids)):
        found = _next(ids[k], range(last + 1, min(last + 2 + gaps[k], len(slots))), slots)
        if found is None:
            return None
        last, typos = found, typos + slots[found][ids[k]]
    for k in range(anchor - 1, -1, -1):
        found = _next(ids[k], range(first - 1, max(first - 2 - gaps[k + 1], -1), -1), slots)
        if found is None:
            return None
        first, typos = found, typos + slots[found][ids[k]]
    return Hit(entry.phrase, first, last, bool(typos)) if typos <= 1 else None


def _next(number: int, places: range, slots: list[Met]) -> int | None:
    for place in places:
        if number in slots[place]:
            return place
    return None


def _crosses_sentence(hit: Hit, tokens: Tokens) -> bool:
    between = tokens.folded.text[tokens.ends[hit.first] : tokens.starts[hit.last]]
    return not _SENTENCE_ENDS.isdisjoint(between)
