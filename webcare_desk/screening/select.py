"""Which of overlapping hits stay: the most specific, and never an idiom's everyday word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from webcare_desk.domain.finding import Category, Mark
from webcare_desk.screening.lexicon import Concept, Cue
from webcare_desk.screening.matcher import Hit

_HIGHEST_RANK: Final = 3
# What a grave word is in a figure of speech: a person looks, and no clock of a crisis runs.
_MANNER: Final = Concept("threat", Mark.EVENT, Category.CHECK, always_check=True)
#: A hit and the concept it means.
Meant = tuple[Hit, Concept]
#: The cues of a text by their role, each role's in the order of the text.
Said = Mapping[Cue, Sequence[Hit]]


def sort_out(hits: Iterable[Hit]) -> tuple[list[Meant], dict[Cue, list[Hit]]]:
    """Return the hits that mean a concept and are credible, and the cues by their role."""
    meant: list[Meant] = []
    said: defaultdict[Cue, list[Hit]] = defaultdict(list)
    for hit in hits:
        meaning = hit.phrase.meaning
        if isinstance(meaning, Cue):
            said[meaning].append(hit)
        elif not hit.typo or _may_be_guessed(meaning):
            meant.append((hit, meaning))
    return meant, dict(said)


def most_telling(meant: list[Meant], said: Said, words: int) -> list[Meant]:
    """Return the hits that survive idioms and longer hits; the text has `words` words."""
    if Cue.SAYING in said:
        spoken = _to_the_letter(said[Cue.SAYING], words)
        meant = [one for one in meant if not (one[1].always_check and spoken[one[0].last])]
    if Cue.BLOCKED in said:
        hidden = covered(said[Cue.BLOCKED], words)
        meant = [
            (hit, concept)
            for hit, concept in meant
            if concept.category is Category.CRISIS or 0 in hidden[hit.first : hit.last + 1]
        ]
    if Cue.FIGURE in said:
        spoken = _to_the_letter(said[Cue.FIGURE], words)
        meant = [
            (hit, _MANNER if concept.always_check and spoken[hit.last] else concept)
            for hit, concept in meant
        ]
    # Most comments: nothing stands on anything else, so nothing is to be dropped.
    if all(left.last < right.first for (left, _), (right, _) in pairwise(meant)):
        return meant
    return list(_most_specific(meant))


def free_cues(said: Said, meant: Iterable[Meant], words: int) -> Said:
    """Return the cues that are not part of an idiom ("geen oog dicht" negates nothing)."""
    telling = [cue for cue in (Cue.NEGATION, Cue.BENEFIT) if cue in said]
    if not telling:
        return said
    idioms = [hit for hit, concept in meant if concept.mark is Mark.EVENT]
    cover = covered([*idioms, *said.get(Cue.NOT_NEGATION, ())], words)
    free = {cue: [hit for hit in said[cue] if not cover[hit.first]] for cue in telling}
    return {**said, **free}


def covered(hits: Iterable[Hit], words: int) -> bytearray:
    """Return one byte per word of the text, 1 where a hit lies on it."""
    cover = bytearray(words)
    for hit in hits:
        cover[hit.first : hit.last + 1] = b"\1" * (hit.last + 1 - hit.first)
    return cover


def _to_the_letter(hits: Iterable[Hit], words: int) -> bytearray:
    return covered((hit for hit in hits if not hit.typo), words)


def _most_specific(meant: list[Meant]) -> Iterator[Meant]:
    """Drop a hit inside another one of its category that says at least as much."""
    furthest: dict[tuple[str, int], Meant] = {}
    for hit, concept in sorted(meant, key=_widest_first):
        family, rank = concept.category or f"{concept.mark} {concept.id}", _rank(concept)
        wider = (furthest.get((family, level)) for level in range(rank, _HIGHEST_RANK + 1))
        if any(other and _says_as_much(other, hit, concept) for other in wider):
            continue
        before = furthest.get((family, rank))
        if before is None or before[0].last < hit.last:
            furthest[family, rank] = (hit, concept)
        yield hit, concept


def _widest_first(meant: Meant) -> tuple[int, int, int, bool]:
    hit, concept = meant
    return hit.first, -hit.last, -_rank(concept), hit.typo


def _says_as_much(other: Meant, hit: Hit, concept: Concept) -> bool:
    """Tell whether `other`, which begins no later, covers `hit` and is not merely its equal."""
    wide, told = other
    same_place = (wide.first, wide.last) == (hit.first, hit.last)
    higher = _rank(told) > _rank(concept) or told.id == concept.id
    return wide.last >= hit.last and (higher or not same_place)


def _rank(concept: Concept) -> int:
    if concept.always_check:
        return _HIGHEST_RANK
    return 0 if concept.faint else 2 - int(concept.weak)


def _may_be_guessed(concept: Concept) -> bool:
    """Tell whether a misspelling is good enough: not for a part of the body."""
    return concept.mark in (Mark.EVENT, Mark.PRODUCT) and not concept.faint
