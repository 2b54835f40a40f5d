"""Which of overlapping hits stay: the most specific, and never an idiom's everyday word."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from webcare_desk.domain.finding import Category
from webcare_desk.screening.lexicon import Concept, Cue
from webcare_desk.screening.matcher import Hit

#: A hit and the concept it means.
Meant = tuple[Hit, Concept]


def concept_hits(hits: Iterable[Hit], words: int) -> list[Meant]:
    """Return the hits that mean a concept and survive idioms and longer hits."""
    kept = list(hits)
    hidden = covered((hit for hit in kept if hit.phrase.meaning is Cue.BLOCKED), words)
    meant = [(hit, hit.phrase.meaning) for hit in kept if isinstance(hit.phrase.meaning, Concept)]
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
    furthest: dict[tuple[Category | str | None, int], tuple[int, int, str]] = {}
    keyed = [(hit.first, -hit.last, -_rank(concept), hit, concept) for hit, concept in meant]
    for first, minus_last, minus_rank, hit, concept in sorted(keyed, key=itemgetter(0, 1, 2)):
        family = concept.category or f"{concept.mark} {concept.id}"
        last, rank = -minus_last, -minus_rank
        inside = False
        for level in range(rank, 4):
            if (family, level) in furthest:
                last_there, first_there, id_there = furthest[family, level]
                same = (first_there, last_there) == (first, last)
                told = level > rank or id_there == concept.id
                inside |= last_there >= last and (told or not same)
        if not inside:
            if furthest.get((family, rank), (-1, 0, ""))[0] < last:
                furthest[family, rank] = (last, first, concept.id)
            yield hit, concept


def _rank(concept: Concept) -> int:
    if concept.always_check:
        return 3
    return 0 if concept.faint else 2 - int(concept.weak)
