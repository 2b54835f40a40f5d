"""Find the lexicon's words one edit away from a misspelled word.

An index of deletions proposes, rapidfuzz's optimal string alignment decides
(reference: SymSpell's idea for distance 1). The first letter must be right, and
words of fewer than six letters are left alone: too many real words lie beside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

#: Shorter words are never corrected.
SHORTEST: Final = 6
# The beginning of a word is corrected from seven letters: "concern" is not "cancer".
_SHORTEST_BEGIN: Final = 7


@dataclass(frozen=True, slots=True)
class TypoIndex:
    """From every word with one letter left out to the words it may be."""

    nearby: Mapping[str, tuple[str, ...]]
    begins: frozenset[str]

    def words_near(self, word: str) -> list[str]:
        """Return the indexed words exactly one edit from `word`, or from its beginning."""
        if len(word) < SHORTEST:
            return []
        found = self._near(word, whole=True)
        for length in range(SHORTEST, len(word)):
            found += self._near(word[:length], whole=False)
        return list(dict.fromkeys(found))

    def _near(self, word: str, *, whole: bool) -> list[str]:
        proposed = {near for key in _shorter(word) for near in self.nearby.get(key, ())}
        return [
            near
            for near in sorted(proposed)
            if (whole or near in self.begins) and OSA.distance(word, near, score_cutoff=1) == 1
        ]


def typo_index(words: Iterable[str], begins: Iterable[str]) -> TypoIndex:
    """Return the index of whole `words` and of the `begins` of words."""
    stems = frozenset(stem for stem in begins if len(stem) >= _SHORTEST_BEGIN)
    nearby: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({word for word in words if len(word) >= SHORTEST} | stems):
        for key in _shorter(word):
            nearby[key].append(word)
    return TypoIndex({key: tuple(found) for key, found in nearby.items()}, stems)


def _shorter(word: str) -> set[str]:
    """Return `word` and every form of it with one letter after the first left out."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(1, len(word))}
