"""Which of overlapping hits stay: the most specific, and never an idiom's everyday word."""

from collections.abc import Iterable, Iterator
from typing import Final

from webcare_desk.domain.finding import Category, Mark
from webcare_desk.screening.lexicon import Concept, Cue
from webcare_desk.screening.matcher import Hit

_HIGHEST_RANK: Final = 3
#: A hit and the concept it means.
Meant = tuple[Hit, Concept]


def concept_hits(hits: Iterable[Hit], words: int) -> list[Meant]:
    """Return the hits that mean a concept and survive idioms and longer hits."""
    kept = list(hits)
    hidden = covered((hit for hit in kept if hit.phrase.meaning is Cue.BLOCKED), words)
    meant = [
        (hit, hit.phrase.meaning)
        for hit in kept
        if isinstance(hit.phrase.meaning, Concept) and _credible(hit, hit.phrase.meaning)
    ]
    open_hits = [
        (hit, concept)
        for hit, concept in meant
        if concept.category is Category.CRISIS or 0 in hidden[hit.first : hit.last + 1]
    ]
    return list(_most_specific(open_hits))


def covered(hits: Iterable[Hit], words: int) -> bytearray:
    """Return one byte per word of the text, 1 where a hit lies on it."""
    cover = bytearray(words)
    for hit in hits:
        cover[hit.first : hit.last + 1] = b"\1" * (hit.last + 1 - hit.first)
    return cover


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


def _credible(hit: Hit, concept: Concept) -> bool:
    """Tell whether the spelling is good enough: a part of the body may not be guessed."""
    return not hit.typo or (concept.mark in {Mark.EVENT, Mark.PRODUCT} and not concept.faint)
