"""3: the search for misspelt phrases, cold, beside rapidfuzz comparing every phrase."""

from collections.abc import Sequence
from statistics import median
from time import process_time

from rapidfuzz import fuzz, process

from benchmarks.b01_screen_exact import COUNT
from benchmarks.matching import comments, index_of, match, memory_of, misspelt, phrases, shipped
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.screening.index import Memory

_ROUNDS = 5
_SOME = 40
_ALIKE = 90


def run() -> list[Row]:
    """Return the row of this benchmark."""
    texts = comments()
    lexicon = shipped()
    runs = phrases(lexicon, COUNT)
    written = misspelt(texts)
    memory = memory_of(index_of(runs, lexicon, typos=True))
    written_out = [" ".join(run) for run in runs]
    step = len(written) // _SOME
    some = [text.lower() for text in written[::step]][:_SOME]
    ours, sample = interleaved(
        (lambda: _cold(written, memory), lambda: _compare(some, written_out)), _ROUNDS, process_time
    )
    theirs = [seconds * len(written) / _SOME for seconds in sample]
    return [
        Row(
            3, "screen_vs_rapidfuzz", "comments/s", len(written) / median(ours),
            "cdist, partial_ratio", len(written) / median(theirs),
            middle_ratio(theirs, ours), 300, 1_000, at_most=False,
        )
    ]  # fmt: skip


def _cold(texts: Sequence[str], memory: Memory) -> None:
    memory.clear()
    match(texts, memory)


def _compare(texts: Sequence[str], lexicon: Sequence[str]) -> None:
    process.cdist(texts, lexicon, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, workers=1)
