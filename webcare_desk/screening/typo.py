"""Find the lexicon's words one edit away from a misspelled word.

An index of deletions proposes, rapidfuzz's optimal string alignment decides
(reference: SymSpell's idea for distance 1). The first letter must be right, and
words of fewer than six letters are left alone: too many real words lie beside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

#: Shorter words are never corrected.
SHORTEST: Final = 6
# The beginning of a word is corrected from seven letters: "concern" is not "cancer".
_SHORTEST_BEGIN: Final = 7
# With so many letters begins whatever is sought among the beginnings.
_HEAD: Final = 6


@dataclass(frozen=True, slots=True)
class TypoIndex:
    """From every word with one letter left out to the words it may be.

    `heads` are the first letters of all that is in `nearby_begins`.
    """

    nearby: Mapping[str, Sequence[str]]
    nearby_begins: Mapping[str, Sequence[str]]
    heads: frozenset[str]
    longest_begin: int

    def words_near(self, word: str) -> list[str]:
        """Return the indexed words exactly one edit from `word`, or from its beginning."""
        if len(word) < SHORTEST:
            return []
        found = self._near(word, whole=True)
        if self.heads.isdisjoint(_heads(word)):  # as of nearly every word
            return list(dict.fromkeys(found))
        # The beginnings are found by the letters that the longest of them has.
        for length in range(SHORTEST, min(len(word), self.longest_begin + 2)):
            found += self._near(word[:length], whole=False)
        return list(dict.fromkeys(found))

    def _near(self, word: str, *, whole: bool) -> list[str]:
        nearby = self.nearby if whole else self.nearby_begins
        proposed = {near for key in _shorter(word) for near in nearby.get(key, ())}
        return [near for near in sorted(proposed) if _one_edit(word, near)]


def typo_index(words: Iterable[str], begins: Iterable[str]) -> TypoIndex:
    """Return the index of whole `words` and of the `begins` of words."""
    stems = frozenset(stem for stem in begins if len(stem) >= _SHORTEST_BEGIN)
    whole = stems.union(word for word in words if len(word) >= SHORTEST)
    longest = max(map(len, stems), default=0)
    begun = _deletions(stems)
    return TypoIndex(_deletions(whole), begun, frozenset(key[:_HEAD] for key in begun), longest)


def is_form(word: str, near: str) -> bool:
    """Tell whether one is the other and a letter more: a form of it, such as its plural."""
    return word.startswith(near) or near.startswith(word)


def _one_edit(word: str, near: str) -> bool:
    return OSA.distance(word, near, score_cutoff=1) == 1


def _deletions(words: frozenset[str]) -> dict[str, list[str]]:
    nearby: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in _shorter(word):
            nearby[key].append(word)
    return dict(nearby)


def _shorter(word: str) -> list[str]:
    """Return `word` and every form of it with one letter after the first left out.

    With a double letter one form stands there twice, which costs less than to prevent it.
    """
    return [word, *[word[:i] + word[i + 1 :] for i in range(1, len(word))]]


def _heads(word: str) -> set[str]:
    """Return how `word`, and what it is with one letter left out, may begin."""
    return {key[:_HEAD] for key in _shorter(word[: _HEAD + 1])}
