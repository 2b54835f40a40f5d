"""6: how many misspellings are understood, and how many usual words are taken for one.

The set is `tests/screening/typos.txt`: misspellings of the lexicon's words beside words of either
language one letter away from them. The peer is the same search without its dictionary. What
is corrected in the labelled comments that tell of nothing reportable is counted beside it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.matching import shipped, unlabelled
from benchmarks.result import Row
from webcare_desk.screening.index import Index, build_index
from webcare_desk.screening.lexicon import Lexicon
from webcare_desk.screening.tokens import tokenise

_SET = Path(__file__).resolve().parent.parent / "tests" / "screening" / "typos.txt"
_THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class Quality:
    """The shares of misspellings found, and of corrections that are right."""

    recall: float
    precision: float


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    lexicon = shipped()
    bare = replace(lexicon, common=frozenset(), dictionary=frozenset())
    guarded, unguarded = _index(lexicon), _index(bare)
    ours, theirs = quality(guarded), quality(unguarded)
    corrected, before = _corrected(guarded), _corrected(unguarded)
    return [
        Row(
            6, "typo_recall", "share", ours.recall, "without the dictionary", theirs.recall,
            ours.recall, 0.9, 0.95, at_most=False,
        ),
        Row(
            6, "typo_precision", "share", ours.precision, "without the dictionary",
            theirs.precision, ours.precision, 0.75, 0.95, at_most=False,
        ),
        Row(
            6, "typos_in_harmless", "/1,000 comments", corrected, "without the dictionary",
            before, corrected / before, 0.75, 0.5, at_most=True,
        ),
    ]  # fmt: skip


def quality(index: Index) -> Quality:
    """Return how well an index does on the committed set."""
    lines = _SET.read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if not line.startswith("#")]
    stems = {number: stem for shape in index.by_shape.values() for stem, number in shape.items()}
    found = right = wrong = 0
    for written, meant in pairs:
        met = [(stems[number], typo) for number, typo in index.meet(written).items()]
        understood = any(stem.startswith(meant) or meant.startswith(stem) for stem, _ in met)
        corrected = any(typo for _, typo in met)
        found += understood
        right += understood and corrected
        wrong += corrected and not understood
    misspelt = sum(meant != "-" for _, meant in pairs)
    return Quality(found / misspelt, right / (right + wrong))


def _index(lexicon: Lexicon) -> Index:
    return build_index(lexicon.phrases, lexicon.common, frozenset(), lexicon.dictionary)


def _corrected(index: Index) -> float:
    """Return how many words are corrected in a thousand comments that tell of nothing."""
    texts = unlabelled()
    words = [word for text in texts for word in tokenise(text).words]
    typos = {word: any(index.meet(word).values()) for word in set(words)}
    return sum(typos[word] for word in words) / len(texts) * _THOUSAND
