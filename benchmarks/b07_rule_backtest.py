"""7: which of 1,000,000 comments hold one of 1,000 phrases: by the desk's search index, or by reading all.

The peer screens comments of the same desk for the same phrases, exactly; it reads 20,000 of them,
and its time is multiplied. On those the two must name the same comments.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from statistics import median

from benchmarks.desks import filled_desk
from benchmarks.matching import index_of, memory_of, phrases, shipped
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.screening.index import Memory
from webcare_desk.screening.matcher import find_hits
from webcare_desk.screening.tokens import tokenise
from webcare_desk.store.sqlite.inbox import phrase
from webcare_desk.store.sqlite.opening import DATABASE

_COMMENTS = 1_000_000
_PHRASES = 1_000
_READ = 20_000
_ROUNDS = 5
_HOLDING = "SELECT rowid FROM text_fts WHERE body MATCH ?"


def run() -> list[Row]:
    """Return the row of this benchmark."""
    lexicon = shipped()
    runs = phrases(lexicon, _PHRASES)
    memory = memory_of(index_of(runs, lexicon, typos=False))
    place = filled_desk(_COMMENTS) / DATABASE
    with closing(sqlite3.connect(place.absolute().as_uri() + "?mode=ro", uri=True)) as db:
        texts = db.execute("SELECT id, body FROM text ORDER BY id LIMIT ?", (_READ,)).fetchall()
        _compare(_asked(db, runs)(), texts, memory)
        ours, read = interleaved((_asked(db, runs), lambda: _read(texts, memory)), _ROUNDS)
    whole = [seconds * _COMMENTS / len(texts) for seconds in read]
    ratio = middle_ratio(whole, ours)
    return [
        Row(
            7, "rule_backtest_1M", "ms", median(ours) * 1000, "reading them all, from 20,000",
            median(whole) * 1000, ratio, 20.0, 100.0, at_most=False,
        )
    ]  # fmt: skip


def _asked(db: sqlite3.Connection, runs: Sequence[tuple[str, ...]]) -> Callable[[], set[int]]:
    """Return the work that asks the index for each phrase."""
    asked = ['"' + phrase(" ".join(run)).replace('"', "") + '"' for run in runs]
    return lambda: {row[0] for one in asked for row in db.execute(_HOLDING, (one,))}


def _read(texts: Sequence[tuple[int, str]], memory: Memory) -> set[int]:
    return {number for number, text in texts if find_hits(tokenise(text), memory)[0]}


def _compare(found: set[int], texts: Sequence[tuple[int, str]], memory: Memory) -> None:
    """Refuse figures of two that find different comments."""
    among = {number for number, _ in texts}
    if found & among != _read(texts, memory):
        msg = "the index and reading all name different comments"
        raise LookupError(msg)
