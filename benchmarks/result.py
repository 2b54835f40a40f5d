"""One row of the table: ours beside a peer, and whether the goal is met."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure and its peer in the same unit, `ratio` and what it should be.

    `floor` is what must hold, `goal` what we want; with `at_most` the ratio
    should be no larger, without it no smaller.
    """

    number: int
    name: str
    unit: str
    ours: float
    peer_name: str
    peer: float
    ratio: float
    floor: float
    goal: float
    at_most: bool

    @property
    def verdict(self) -> str:
        """Say in a word whether goal or floor is met."""
        if self._within(self.goal):
            return "goal"
        return "floor" if self._within(self.floor) else "BELOW"

    def _within(self, bound: float) -> bool:
        return self.ratio <= bound if self.at_most else self.ratio >= bound


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the seconds that `work` takes by `clock`."""
    began = clock()
    work()
    return clock() - began


def interleaved(
    works: Sequence[Callable[[], object]],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[tuple[float, ...], ...]:
    """Return the seconds by `clock` of each work in each round, taken in turn.

    A machine that slows down in the middle slows all of them.
    """
    taken = [tuple(timed(work, clock) for work in works) for _ in range(rounds)]
    return tuple(zip(*taken, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def middle_ratio(ours: Sequence[float], peer: Sequence[float]) -> float:
    """Return the median of the ratios pair by pair."""
    return median(mine / theirs for mine, theirs in zip(ours, peer, strict=True))
