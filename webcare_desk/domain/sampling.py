"""How many decisions are checked so that a miss rate can be ruled out, and which ones.

With no miss among `n` decisions drawn at random from `population`, a share of misses of `rate`
or more is ruled out at 95 per cent. Without an end to the population that takes 59 decisions for
5 per cent, 149 for 2, 299 for 1 and 598 for 0.5; from a finite one fewer, which is the
hypergeometric correction, exact and not the usual approximation.
"""

from collections.abc import Iterable
from enum import IntEnum
from math import ceil, log

from webcare_desk.domain.quality import Decision, DecisionKind, shuffled

#: At 95 per cent one such sample in twenty may miss them all.
_ONE_IN = 20


class Below(IntEnum):
    """The miss rate to be ruled out, per mille."""

    FIVE = 50
    TWO = 20
    ONE = 10
    HALF = 5


def sample_size(below: Below, population: int) -> int:
    """Return how many of a population must be checked, none of them a miss."""
    if population < 1:
        return 0
    unending = ceil(log(1 / _ONE_IN) / log(1 - below / 1000))
    missed = ceil(below * population / 1000)
    unseen, of, drawn = 1, 1, 0  # how likely it is that none of them was drawn, as a fraction
    while _ONE_IN * unseen > of and drawn < min(unending, population):
        unseen *= max(0, population - missed - drawn)
        of *= population - drawn
        drawn += 1
    return drawn


def draw_below(decisions: Iterable[Decision], below: Below, seed: int) -> list[Decision]:
    """Draw from what was closed as no report, enough for `below`, a stratum for each person.

    The strata are drawn from in proportion, by largest remainder, and at least once each; the
    same seed draws the same.
    """
    strata: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.NOT_A_REPORT:
            strata.setdefault(decision.by, []).append(decision)
    total = sum(map(len, strata.values()))
    shares = _shares({by: len(each) for by, each in strata.items()}, sample_size(below, total))
    drawn = [each for by, group in strata.items() for each in shuffled(group, seed)[: shares[by]]]
    return sorted(drawn, key=lambda each: each.entry)


def _shares(sizes: dict[str, int], wanted: int) -> dict[str, int]:
    """Return how many to draw of each stratum: at least one, else in proportion."""
    total = sum(sizes.values())
    exact = {by: wanted * size / total for by, size in sizes.items()}
    shares = {by: max(1, int(share)) for by, share in exact.items()}
    for _ in range(wanted - sum(shares.values())):
        open_ = (by for by in sizes if shares[by] < sizes[by])
        shares[min(open_, key=lambda by: (shares[by] - exact[by], by))] += 1
    return shares
