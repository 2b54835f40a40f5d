"""1: comments a second through 10,000 phrases, beside spaCy's PhraseMatcher and plain `re`.

All three read the same comments and look for the same phrases; what they find is compared
span by span. Ours also folds diacritics and lookalike letters, and marks every place.
"""

import re
from collections.abc import Sequence
from statistics import median
from time import process_time

from benchmarks.matching import comments, dense, index_of, match, memory_of, phrases, shipped, spans
from benchmarks.result import Row, interleaved, middle_ratio
from benchmarks.spacy_peer import SpacyPeer
from webcare_desk.screening.index import Memory
from webcare_desk.screening.lexicon import Lexicon

COUNT = 10_000
_ROUNDS = 7
_SOME = 150


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    texts, lexicon = comments(), shipped()
    runs = phrases(lexicon, COUNT)
    memory, peer = memory_of(index_of(runs, lexicon, typos=False)), SpacyPeer(runs)
    pattern = re.compile(rf"\b(?:{'|'.join(map(' '.join, runs))})\b", re.IGNORECASE)
    some = texts[:: len(texts) // _SOME][:_SOME]
    match(texts, memory)
    ours, theirs, plain = interleaved(
        (
            lambda: match(texts, memory),
            lambda: peer.match(texts),
            lambda: _search(some, pattern),
        ),
        _ROUNDS,
        process_time,
    )
    slow = [seconds * len(texts) / _SOME for seconds in plain]
    return [
        _row("screen_exact_10k", len(texts), ours, "spaCy PhraseMatcher", theirs, 15, 40),
        _row("screen_exact_10k", len(texts), ours, "re, one alternation", slow, 200, 500),
        _agreement("screen_exact_spans", texts, memory, peer),
        *_dense(texts, lexicon),
    ]


def _dense(texts: Sequence[str], lexicon: Lexicon) -> list[Row]:
    """Return the rows for phrases that stand in most comments."""
    runs = dense(texts, COUNT)
    memory, peer = memory_of(index_of(runs, lexicon, typos=False)), SpacyPeer(runs)
    match(texts, memory)
    works = (lambda: match(texts, memory), lambda: peer.match(texts))
    ours, theirs = interleaved(works, _ROUNDS, process_time)
    return [
        _row("screen_dense_10k", len(texts), ours, "spaCy PhraseMatcher", theirs, 15, 40),
        _agreement("screen_dense_spans", texts, memory, peer),
    ]


def _row(  # noqa: PLR0913, PLR0917 - what a row shows
    name: str,
    count: int,
    ours: Sequence[float],
    peer_name: str,
    theirs: Sequence[float],
    floor: float,
    goal: float,
) -> Row:
    rates = count / median(ours), count / median(theirs)
    ratio = middle_ratio(theirs, ours)
    return Row(
        1, name, "comments/s", rates[0], peer_name, rates[1], ratio, floor, goal, at_most=False
    )


def _search(texts: Sequence[str], pattern: re.Pattern[str]) -> None:
    for text in texts:
        pattern.findall(text)


def _agreement(name: str, texts: Sequence[str], memory: Memory, peer: SpacyPeer) -> Row:
    """Return which share of spaCy's spans is ours as well."""
    both = theirs = mine = 0
    for text in texts:
        ours, other = spans(text, memory), peer.spans(text)
        both, theirs, mine = both + len(ours & other), theirs + len(other), mine + len(ours)
    return Row(
        1, name, "spans", mine, f"spaCy's spans, of which {both:,} are ours",
        theirs, both / theirs, 0.97, 0.99, at_most=False,
    )  # fmt: skip
