"""What a person said of two cases that look alike: the same one, or another."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """Whether two cases are one; PV merges them, the desk only says what a person saw."""

    SAME = "same"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Likeness:
    """One judgement of a pair of cases, `case` the older one; `at` in UTC microseconds.

    The last one of a pair counts; the earlier ones stay.
    """

    id: int
    case: int
    other: int
    judgement: Judgement
    by: str
    at: int

    def beside(self, case: int) -> int:
        """Return the other case of the pair."""
        return self.other if case == self.case else self.case


def latest(likenesses: Iterable[Likeness], case: int) -> dict[int, Likeness]:
    """Return the last judgement of a case beside each other one; given in their order."""
    return {each.beside(case): each for each in likenesses}


def apart(likenesses: Iterable[Likeness], case: int) -> frozenset[int]:
    """Return the cases that are another one, as was said last."""
    found = latest(likenesses, case)
    return frozenset(other for other, each in found.items() if each.judgement is Judgement.ANOTHER)
