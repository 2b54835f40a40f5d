"""2: the same with misspelt words, warm and cold, beside spaCy (exact) and symspellpy.

Cold is a memory that has met no word yet, warm one that has met them all. symspellpy looks
every word up, and a tree of the phrases finds them; it has no guard, as ours has.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from time import process_time
from typing import Any

from symspellpy import SymSpell, Verbosity

from benchmarks.b01_screen_exact import COUNT
from benchmarks.matching import comments, index_of, match, memory_of, misspelt, phrases, shipped
from benchmarks.result import Row, interleaved, middle_ratio
from benchmarks.spacy_peer import SpacyPeer
from webcare_desk.screening.index import Memory
from webcare_desk.screening.tokens import tokenise

_ROUNDS = 5


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    texts = comments()
    lexicon = shipped()
    runs = phrases(lexicon, COUNT)
    written = misspelt(texts)
    memory, peer = memory_of(index_of(runs, lexicon, typos=True)), SpacyPeer(runs)
    spelling, tree = _vocabulary(runs), _tree(runs)
    cold, warm, spacy, symspell = interleaved(
        (
            lambda: _cold(written, memory),
            lambda: match(written, memory),
            lambda: peer.match(written),
            lambda: _correct(written, spelling, tree),
        ),
        _ROUNDS,
        process_time,
    )
    count = len(written)
    return [
        Row(
            2, f"screen_typo_10k_{name}", "comments/s", count / median(mine), peer_name,
            count / median(theirs), middle_ratio(theirs, mine), floor, goal, at_most=False,
        )
        for name, mine, peer_name, theirs, floor, goal in (
            ("warm", warm, "spaCy PhraseMatcher, exact", spacy, 10, 25),
            ("cold", cold, "spaCy PhraseMatcher, exact", spacy, 4, 12),
            ("warm", warm, "symspellpy and a tree", symspell, 10, 17),
            ("cold", cold, "symspellpy and a tree", symspell, 4, 6),
        )
    ]  # fmt: skip


def _cold(texts: Iterable[str], memory: Memory) -> None:
    memory.clear()
    match(texts, memory)


def _vocabulary(runs: Iterable[Sequence[str]]) -> Any:  # noqa: ANN401 - the peer has no types
    spelling = SymSpell(max_dictionary_edit_distance=1, prefix_length=7)
    for word in sorted({word for run in runs for word in run}):
        spelling.create_dictionary_entry(word, 1)
    return spelling


def _tree(runs: Iterable[Sequence[str]]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for run in runs:
        node = root
        for word in run:
            node = node.setdefault(word, {})
        node[""] = run
    return root


def _correct(texts: Iterable[str], spelling: Any, tree: dict[str, Any]) -> int:  # noqa: ANN401 - the same
    """Return how many phrases symspellpy's corrections find."""
    found = 0
    for text in texts:
        near = [
            [one.term for one in spelling.lookup(word, Verbosity.ALL, max_edit_distance=1)]
            for word in tokenise(text).words
        ]
        found += sum(_walk(near, place, tree) for place in range(len(near)))
    return found


def _walk(near: Sequence[Sequence[str]], place: int, node: dict[str, Any]) -> int:
    found = int("" in node)
    if place < len(near):
        found += sum(_walk(near, place + 1, node[word]) for word in near[place] if word in node)
    return found
