"""Cases that may be the same one, without those of which a person said that they are not."""

from collections.abc import Iterable, Iterator

from webcare_desk.casebook.reading import still_frozen
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.likeness import Likeness, apart, latest
from webcare_desk.pv.duplicates import Alike, Known, compare, known_from, possible
from webcare_desk.store.base import Reads

#: How many of the newest cases one is held against.
_COMPARED = 2_000


def proposed(read: Reads, case: int) -> tuple[Alike, ...]:
    """Return the cases that may be this one, the likeliest first; of an erased one nobody knows."""
    packet = still_frozen(read, case)
    return () if packet is None else _held_against(read, packet, (case,), {case})


def proposed_before(read: Reads, packet: SafetyCase, comment: int) -> tuple[Alike, ...]:
    """Return the cases that may be the one about to be sent about a comment."""
    own = tuple(each.id for each in read.escalations_of(comment))
    return _held_against(read, packet, own, set(own))


def judged(read: Reads, case: int) -> tuple[tuple[Alike, Likeness], ...]:
    """Return the cases of which was said whether they are this one, and what was said last."""
    packet, found = still_frozen(read, case), []
    for other, said in latest(read.likenesses(case), case).items():
        kept = read.escalation(other)
        if packet is not None and kept is not None and kept.case:
            known = known_from(kept.id, kept.case)
            found.append((compare(packet, known), said))
    return tuple(found)


def _held_against(
    read: Reads, packet: SafetyCase, own: Iterable[int], but: set[int]
) -> tuple[Alike, ...]:
    for each in own:
        but |= apart(read.likenesses(each), each)
    return possible(packet, _known(read, but))


def _known(read: Reads, but: set[int]) -> Iterator[Known]:
    for each in read.all_escalations(_COMPARED):
        if each.case and each.id not in but:
            yield known_from(each.id, each.case)
