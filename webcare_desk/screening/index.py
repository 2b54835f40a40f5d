"""The index that finds phrases in one pass: each hangs under its rarest word.

A word of a text is resolved once to the patterns it satisfies (remembered for the
next text); only a phrase whose rarest pattern occurs is looked at any further.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Final

from webcare_desk.domain.finding import Language, Mark
from webcare_desk.screening.lexicon import Concept, Phrase
from webcare_desk.screening.phrase import Shape
from webcare_desk.screening.tokens import LONGEST_WORD
from webcare_desk.screening.typo import TypoIndex, is_form, typo_index

_LONG_RUN: Final = re.compile(r"([^\W\d_])\1{2,}")
_MOST_RUNS: Final = 3
# "is", "of", "in": in every other sentence of either language.
_SMALL_WORD: Final = 2
#: From a pattern's number to whether it was met only by correcting a typo.
Met = Mapping[int, bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase in the index: pattern numbers, gaps before each, and the place of its anchor.

    `before` and `behind` are the patterns that must stand right beside the anchor, None
    where a gap or nothing is.
    """

    phrase: Phrase
    ids: tuple[int, ...]
    gaps: tuple[int, ...]
    anchor: int
    before: int | None
    behind: int | None

    def fits(self, before: frozenset[int], behind: frozenset[int]) -> bool:
        """Tell whether the words beside the anchor, which satisfy these, allow the phrase."""
        return (self.before is None or self.before in before) and (
            self.behind is None or self.behind in behind
        )


@dataclass(frozen=True, slots=True)
class Known:
    """All that the index knows of one word of a text.

    `alone` are the phrases of one word with whether a typo was corrected, `anchored`
    the longer phrases to look for around it. Of the latter each needs one of the patterns
    in `before` right before the word or one in `behind` right behind it, but for `free` ones.
    A word that `rings` begins a search; the others are only looked at from beside it.
    """

    met: Met
    ids: frozenset[int]
    alone: tuple[tuple[Phrase, bool], ...]
    anchored: tuple[Entry, ...]
    before: frozenset[int]
    behind: frozenset[int]
    free: bool
    rings: bool


#: What the index knows of a word that occurs in no phrase.
UNKNOWN: Final = Known({}, frozenset(), (), (), frozenset(), frozenset(), free=False, rings=False)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything needed to find phrases; built once, then only read."""

    by_shape: Mapping[Shape, Mapping[str, int]]
    anchored: Mapping[int, tuple[Entry, ...]]
    typos: TypoIndex
    common: frozenset[str]
    dictionary: frozenset[str]

    def know(self, word: str, languages: Collection[Language]) -> Known:
        """Return what `word` may mean in a text that is in one of `languages`."""
        met = self.meet(word)
        if not met:
            return UNKNOWN
        entries = [
            (entry, met[number])
            for number in met
            for entry in self.anchored.get(number, ())
            if counts_in(entry.phrase, languages)
        ]
        longer = tuple(entry for entry, _ in entries if len(entry.ids) > 1)
        behind = {entry.behind for entry in longer}
        before = {entry.before for entry in longer if entry.behind is None}
        return Known(
            met,
            frozenset(met),
            tuple((entry.phrase, typo) for entry, typo in entries if len(entry.ids) == 1),
            longer,
            frozenset(number for number in before if number is not None),
            frozenset(number for number in behind if number is not None),
            free=None in before,
            rings=bool(entries),
        )

    def meet(self, word: str) -> Met:
        """Return the patterns that `word` satisfies."""
        if len(word) > LONGEST_WORD:
            return {}
        met = self._exactly(word)
        for shorter in _without_long_runs(word):
            met |= self._exactly(shorter)
        if word in self.by_shape[Shape.WORD] or word in self.common:
            return met
        known = word in self.dictionary
        corrected = {
            pattern: True
            for near in self.typos.words_near(word)
            if not known or is_form(word, near)
            for pattern in self._as_written(near)
        }
        return corrected | met

    def _as_written(self, stem: str) -> list[int]:
        """Return the patterns with this very stem that a misspelled word may meet."""
        shapes = (self.by_shape[Shape.WORD], self.by_shape[Shape.BEGIN])
        return [shape[stem] for shape in shapes if stem in shape]

    def _exactly(self, word: str) -> dict[int, bool]:
        whole, begin = self.by_shape[Shape.WORD], self.by_shape[Shape.BEGIN]
        end, within = self.by_shape[Shape.END], self.by_shape[Shape.WITHIN]
        met = {whole[word]: False} if word in whole else {}
        for cut in range(1, len(word) + 1):
            if word[:cut] in begin:
                met[begin[word[:cut]]] = False
        met.update((number, False) for stem, number in end.items() if word.endswith(stem))
        met.update((number, False) for stem, number in within.items() if stem in word)
        return met


def counts_in(phrase: Phrase, languages: Collection[Language]) -> bool:
    """Tell whether `phrase` counts in a text that is in one of `languages`."""
    if phrase.language is None or phrase.language in languages:
        return True
    return isinstance(phrase.meaning, Concept) and phrase.meaning.always_check


def build_index(
    phrases: Iterable[Phrase],
    common: frozenset[str],
    frequent: frozenset[str],
    dictionary: frozenset[str],
) -> Index:
    """Return the index; `common` words are never corrected, `frequent` ones poor anchors.

    A word of the `dictionary` is corrected only to a form of itself.
    """
    kept = tuple(phrases)
    numbers: dict[tuple[str, Shape], int] = {}
    numbered = [
        tuple([numbers.setdefault((word.stem, word.shape), len(numbers)) for word in phrase.words])
        for phrase in kept
    ]
    by_shape: dict[Shape, dict[str, int]] = {shape: {} for shape in Shape}
    for (stem, shape), number in numbers.items():
        by_shape[shape][stem] = number
    uses = Counter(chain.from_iterable(numbered))
    ranks = [
        (stem in frequent or len(stem) <= _SMALL_WORD, uses[number], -len(stem))
        for (stem, _), number in numbers.items()
    ]
    anchored: defaultdict[int, list[Entry]] = defaultdict(list)
    for phrase, ids in zip(kept, numbered, strict=True):
        anchor = _rarest(ids, ranks) if len(ids) > 1 else 0
        entry = _entry(phrase, ids, anchor)
        anchored[entry.ids[entry.anchor]].append(entry)
    return Index(
        by_shape,
        {number: tuple(entries) for number, entries in anchored.items()},
        typo_index(*_correctable(kept)),
        common,
        dictionary,
    )


def _correctable(phrases: Iterable[Phrase]) -> tuple[list[str], list[str]]:
    """Return the words and the beginnings that a typo may be corrected to."""
    words = [
        word
        for phrase in phrases
        if isinstance(phrase.meaning, Concept)
        if phrase.meaning.mark in {Mark.EVENT, Mark.PRODUCT} and not phrase.meaning.faint
        for word in phrase.words
    ]
    return (
        [word.stem for word in words if word.shape is Shape.WORD],
        [word.stem for word in words if word.shape is Shape.BEGIN],
    )


def _entry(phrase: Phrase, ids: tuple[int, ...], anchor: int) -> Entry:
    gaps = tuple([word.gap for word in phrase.words])
    before = ids[anchor - 1] if anchor and not gaps[anchor] else None
    last = anchor + 1 == len(ids)
    behind = None if last or gaps[anchor + 1] else ids[anchor + 1]
    return Entry(phrase, ids, gaps, anchor, before, behind)


def _rarest(ids: Sequence[int], ranks: Sequence[tuple[bool, int, int]]) -> int:
    """Return the place of the word least likely to occur: little used, and long."""
    mine = [ranks[number] for number in ids]
    return mine.index(min(mine))


def _without_long_runs(word: str) -> list[str]:
    """Return `moeeee` as `moee` and `moe`; nothing if no letter stands thrice in a row.

    Of the first runs each may be one letter or two ("zeeelfmooord"), of the others all are one.
    """
    runs = len(_LONG_RUN.findall(word))
    if not runs:
        return []
    return [_shortened(word, kept) for kept in product((2, 1), repeat=min(runs, _MOST_RUNS))]


def _shortened(word: str, kept: Iterable[int]) -> str:
    """Return `word` with so many letters `kept` of each long run, and one of any further run."""
    left = iter(kept)
    return _LONG_RUN.sub(lambda run: run[1] * next(left, 1), word)


class Memory(dict[str, Known]):
    """Words already looked up. It is emptied when full, so that it cannot grow for ever."""

    __slots__ = ("_index", "_languages", "_most")

    def __init__(self, index: Index, languages: Collection[Language], most: int) -> None:
        """Remember at most `most` words of `index`, about 300 bytes each."""
        super().__init__()
        self._index = index
        self._languages = languages
        self._most = most

    def __missing__(self, word: str) -> Known:
        """Look a new word up and remember it."""
        if len(self) >= self._most:
            self.clear()
        self[word] = known = self._index.know(word, self._languages)
        return known
