"""From words to hits: which phrases stand where."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from webcare_desk.screening.index import UNKNOWN, Entry, Known
from webcare_desk.screening.lexicon import Phrase
from webcare_desk.screening.tokens import Tokens

#: Far more than any comment that a person wrote.
MOST_HITS = 10_000

# Two dots or more are a pause: "I want to... die".
_SENTENCE_END: Final = re.compile(r"(?<!\.)\.(?!\.)|[!?;]")


class Hit(NamedTuple):
    """A phrase that stands on the words `first` to `last`."""

    phrase: Phrase
    first: int
    last: int
    typo: bool = False


def find_hits(tokens: Tokens, memory: Mapping[str, Known]) -> tuple[list[Hit], int]:
    """Return every phrase in `tokens` in the order of their anchors, and the words read.

    At most one word of a phrase may be misspelled, and a phrase stays within its
    sentence. A text of more than MOST_HITS hits is read no further: the caller says so.
    """
    # One look into the memory for each word: most comments hold few words that ring.
    slots = list(map(memory.__getitem__, tokens.words))
    hits: list[Hit] = []
    for place in [place for place, known in enumerate(slots) if known.rings]:
        known = slots[place]
        for phrase, typo in known.alone:
            hits.append(Hit(phrase, place, place, typo))
        if known.anchored:
            hits += _longer(known, place, slots, tokens)
        if len(hits) > MOST_HITS:
            return hits, _next_known(place + 1, slots)
    return hits, len(slots)


def _longer(known: Known, place: int, slots: Sequence[Known], tokens: Tokens) -> list[Hit]:
    """Return the phrases of several words whose anchor stands at `place`."""
    before = slots[place - 1].ids if place else UNKNOWN.ids
    behind = slots[place + 1].ids if place + 1 < len(slots) else UNKNOWN.ids
    if not known.free and known.behind.isdisjoint(behind) and known.before.isdisjoint(before):
        return []
    near = [entry for entry in known.anchored if entry.fits(before, behind)]
    return [hit for entry in near if (hit := _match(entry, place, slots, tokens))]


def _next_known(start: int, slots: Sequence[Known]) -> int:
    """Return the next place with a word of any phrase, or the end: the rest tells nothing."""
    places = range(start, len(slots))
    return next((place for place in places if slots[place] is not UNKNOWN), len(slots))


def _match(entry: Entry, place: int, slots: Sequence[Known], tokens: Tokens) -> Hit | None:
    """Return the hit of `entry` with its anchor at `place`, if its other words are there."""
    ids, gaps, anchor = entry.ids, entry.gaps, entry.anchor
    typos = int(slots[place].met[ids[anchor]])
    first = last = place
    for k in range(anchor + 1, len(ids)):
        found = _next(ids[k], range(last + 1, min(last + 2 + gaps[k], len(slots))), slots)
        if found is None:
            return None
        last, typos = found, typos + slots[found].met[ids[k]]
    for k in range(anchor - 1, -1, -1):
        found = _next(ids[k], range(first - 1, max(first - 2 - gaps[k + 1], -1), -1), slots)
        if found is None:
            return None
        first, typos = found, typos + slots[found].met[ids[k]]
    if typos > 1 or _crosses_sentence(first, last, tokens):
        return None
    return Hit(entry.phrase, first, last, bool(typos))


def _next(number: int, places: range, slots: Sequence[Known]) -> int | None:
    for place in places:
        if number in slots[place].met:
            return place
    return None


def _crosses_sentence(first: int, last: int, tokens: Tokens) -> bool:
    between = tokens.folded.text[tokens.ends[first] : tokens.start(last)]
    return _SENTENCE_END.search(between) is not None
