"""The adjudicated examples nearest to a comment: what is, and what is not. Pure.

Likeness is of words, not of meaning: it shows a person what was decided on texts
that read alike, and decides nothing.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

from webcare_desk.domain.finding import Category, Language
from webcare_desk.protocol.model import Example, Protocol

_WORD = re.compile(r"\w+")
#: `hoofdpijn` and `hoofdpyn` are one word, `prik` and `druk` are not; "de" tells nothing.
_SAME_WORD = 80.0
_SHORTEST = 4
#: Below this, two texts share small words alone (looked at on the packs that ship).
_LEAST = 20.0


@dataclass(frozen=True, slots=True)
class Adjudged:
    """An example of a rule and how alike it reads, from 0 to 100."""

    rule: str
    category: Category
    example: Example
    likeness: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """The examples nearest to a text, the most alike first.

    `matching` are examples of their rule, `others` are not, though they may read like one.
    """

    matching: tuple[Adjudged, ...]
    others: tuple[Adjudged, ...]


def nearest(
    protocol: Protocol,
    text: str,
    language: Language,
    *,
    rules: Collection[str] | None = None,
    count: int = 3,
) -> Nearest:
    """Return the `count` nearest examples of each kind in `language`.

    `rules` are the ids of the rules whose examples count, such as those that hold; None: all.
    What shares no more with `text` than small words is not shown. Of equals the
    rule that wins stands first; a text is shown once for each kind.
    """
    examples = [
        (rule, example)
        for rule in protocol.rules
        for example in rule.examples
        if example.language is language
    ]
    weights = _weights([_words(example.text) for _, example in examples])
    said = _words(text)
    known = _alike(said, weights)
    judged = [
        Adjudged(rule.id, rule.category, example, _likeness(said, example.text, known, weights))
        for rule, example in examples
        if rules is None or rule.id in rules
    ]
    judged = sorted(
        (one for one in judged if one.likeness),
        key=lambda one: (-one.likeness, len(_words(one.example.text) - said)),
    )
    return Nearest(
        tuple(_first(judged, count, matches=True)), tuple(_first(judged, count, matches=False))
    )


def _first(judged: list[Adjudged], count: int, *, matches: bool) -> Iterator[Adjudged]:
    seen: set[str] = set()
    for one in judged:
        if one.example.matches is matches and one.example.text not in seen and len(seen) < count:
            seen.add(one.example.text)
            yield one


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells: the rarer among the examples, the more; "ik" nothing."""
    counts = Counter(word for words in texts for word in words)
    return {word: max(0.0, log(len(texts) / count) - 1.5) for word, count in counts.items()}


def _alike(said: frozenset[str], weights: Mapping[str, float]) -> frozenset[str]:
    """Return the words of the examples that `said` has too, misspelled or not."""
    from rapidfuzz import fuzz, process

    long = [word for word in said if len(word) >= _SHORTEST]
    return frozenset(
        word
        for word in weights
        if word in said
        or (
            len(word) >= _SHORTEST
            and process.extractOne(word, long, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        )
    )


def _likeness(
    said: frozenset[str], other: str, known: frozenset[str], weights: Mapping[str, float]
) -> float:
    """Return what two texts share of all that they tell (a weighted Dice coefficient)."""
    words = _words(other)
    # Exact sums: the order in which a set gives its words may not decide between two examples.
    shared = fsum(weights[word] for word in words & known)
    whole = fsum([*(weights.get(word, 1.0) for word in said), *(weights[word] for word in words)])
    found = min(100.0, 200 * shared / whole) if whole else 0.0
    return found if found >= _LEAST else 0.0
