"""How many decisions are checked so that a miss rate can be ruled out, and which ones.

With no miss among `n` decisions drawn at random from `population`, a share of misses of `rate`
or more is ruled out at 95 per cent. Without an end to the population that takes 59 decisions for
5 per cent, 149 for 2, 299 for 1 and 598 for 0.5; from a finite one fewer, which is the
hypergeometric correction, exact and not the usual approximation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from math import ceil, comb, log

from webcare_desk.domain.quality import Decision, DecisionKind, draw, shuffled

#: At 95 per cent one such sample in twenty may miss them all.
_ONE_IN = 20


class Below(IntEnum):
    """The miss rate to be ruled out, per mille."""

    FIVE = 50
    TWO = 20
    ONE = 10
    HALF = 5


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn from: decisions from `since` up to `until`, `share` per cent, by `seed`.

    With `below` as many of those that were closed as no report as rule that miss rate out.
    """

    since: int
    until: int
    share: int
    seed: int
    below: Below | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks of one draw said of what was closed as no report: `among` those `size`.

    `entry` is the entry of the log that tells of the draw, made `at` (UTC microseconds).
    """

    entry: int
    at: int
    chosen: Draw
    among: int
    size: int
    checked: int
    missed: int

    @property
    def is_proof(self) -> bool:
        """Say whether it rules out the miss rate that it was drawn for."""
        return self.chosen.below is not None and self.size == self.checked and not self.missed

    @property
    def fewer_than(self) -> float | None:
        """The share of misses that is ruled out at 95 per cent (one-sided); None where none is."""
        if self.is_proof and self.chosen.below is not None:
            return self.chosen.below / 1000
        return ruled_out(self.missed, self.checked, self.among)


def sample(decisions: Iterable[Decision], chosen: Draw) -> list[Decision]:
    """Return what is drawn of decisions; the same seed draws the same."""
    if chosen.below is None:
        return draw(decisions, chosen.share, chosen.seed)
    return draw_below(decisions, chosen.below, chosen.seed)


def ruled_out(found: int, drawn: int, population: int) -> float | None:
    """Return the least share of which no more than `found` among `drawn` come once in twenty times.

    That is the one-sided bound at 95 per cent, hypergeometric as the sizes are; None where not
    even that all of them are is ruled out.
    """
    low, high = found, population - drawn + found + 1  # so many there may be, and so many not
    while high - low > 1:
        middle = (low + high) // 2
        ways = sum(
            comb(middle, each) * comb(population - middle, drawn - each)
            for each in range(found + 1)
        )
        if _ONE_IN * ways > comb(population, drawn):
            low = middle
        else:
            high = middle
    return high / population if high <= population else None


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
