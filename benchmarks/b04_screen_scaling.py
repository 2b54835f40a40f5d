"""4 and 5: what more phrases cost, and how far the matcher is from reading the words alone."""

from collections.abc import Iterable
from statistics import median
from time import process_time
from typing import Final

from benchmarks.matching import comments, index_of, match, memory_of, phrases, shipped
from benchmarks.result import Row, interleaved, middle_ratio

_ROUNDS = 7
_FEW, _MIDDLE, _MANY = 1_000, 10_000, 50_000
_BYTES: Final = bytes(
    code if chr(code).isalnum() else ord(" ") for code in bytes(range(256)).lower()
)


def run() -> list[Row]:
    """Return the rows of both benchmarks."""
    texts = comments()
    lexicon = shipped()
    runs = phrases(lexicon, _MANY)
    memories = [
        memory_of(index_of(runs[:count], lexicon, typos=typos))
        for typos in (False, True)
        for count in (_FEW, _MIDDLE, _MANY)
    ]
    for memory in memories:
        match(texts, memory)
    works = [lambda memory=memory: match(texts, memory) for memory in memories]
    few, middle, many, few_typo, middle_typo, many_typo, floor = interleaved(
        [*works, lambda: _fold_and_split(texts)], _ROUNDS, process_time
    )
    each = 1_000_000 / len(texts)
    return [
        Row(
            number, name, "us/comment", median(ours) * each, peer_name,
            median(peer) * each, middle_ratio(ours, peer), worst, goal, at_most=True,
        )
        for number, name, ours, peer_name, peer, worst, goal in (
            (4, "screen_scaling_exact", many, "1,000 phrases, not 50,000", few, 2.5, 1.5),
            (4, "screen_scaling_typo", many_typo, "1,000 phrases, not 50,000", few_typo, 2.5, 1.5),
            (5, "screen_limit_exact", middle, "folding and splitting bytes", floor, 3.5, 1.5),
            (5, "screen_limit_typo", middle_typo, "folding and splitting bytes", floor, 3.5, 1.5),
        )
    ]  # fmt: skip


def _fold_and_split(texts: Iterable[str]) -> None:
    """Do the least that any matcher of words must: one byte a character, cut at blanks."""
    for text in texts:
        text.encode("latin-1", "replace").translate(_BYTES).split()
