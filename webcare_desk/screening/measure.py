"""How much screening finds at a review burden: recall by the share of comments looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from webcare_desk.domain.finding import Tier
from webcare_desk.domain.quality import interval

#: The shares of all comments that a person looks at, the most suspect first.
BURDENS: Final = (0.05, 0.10, 0.15, 0.20, 0.30)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A comment whose truth is known, and what screening said about it.

    `told` is `explicit`, `implicit` or `none`; `trap` is why one that is not reportable
    sounds as if it were, and empty for the rest.
    """

    language: str
    truth: frozenset[str]
    crisis: bool
    told: str
    trap: str
    tier: Tier
    score: float
    found: frozenset[str]
    found_crisis: bool

    @property
    def reportable(self) -> bool:
        """Whether somebody has to hear of it: a report, or a person in crisis."""
        return bool(self.truth) or self.crisis


@dataclass(frozen=True, slots=True)
class Share:
    """`found` out of `of`, with the exact 95 % interval."""

    name: str
    found: int
    of: int

    def __str__(self) -> str:
        """Return the share as a person reads it."""
        if not self.of:
            return "–"
        low, high = self.limits
        share = self.found / self.of
        return f"{share:.2f} ({low:.2f} to {high:.2f}), {self.found} of {self.of}"

    @property
    def limits(self) -> tuple[float, float]:
        """Return the interval; of nothing it is everything."""
        return interval(self.found, self.of)


def burden_curve(comments: Sequence[Labelled]) -> Iterator[Share]:
    """Yield the recall at each burden; of equal scores, those not reportable come first."""
    return _curve(comments, "", lambda one: one.reportable)


def category_curves(comments: Sequence[Labelled]) -> Iterator[tuple[str, tuple[Share, ...]]]:
    """Yield the same for a crisis and each category, among all that is looked at."""
    if any(one.crisis for one in comments):
        yield "crisis", tuple(_curve(comments, "crisis, ", lambda one: one.crisis))
    for name in _categories(comments):
        yield name, tuple(_curve(comments, f"{name}, ", partial(_tells, name)))


def _curve(
    comments: Sequence[Labelled], name: str, wanted: Callable[[Labelled], bool]
) -> Iterator[Share]:
    ranked = sorted(comments, key=lambda one: (-one.score, wanted(one)))
    of = sum(map(wanted, comments))
    for burden in BURDENS:
        looked = ranked[: round(burden * len(ranked))]
        yield Share(f"{name}recall at {burden:.0%}", sum(map(wanted, looked)), of)


def _categories(comments: Sequence[Labelled]) -> list[str]:
    return sorted({category for one in comments for category in one.truth})


def _tells(name: str, one: Labelled) -> bool:
    return name in one.truth


def shares(comments: Sequence[Labelled]) -> Iterator[Share]:
    """Yield how much is flagged, of all, by how it is told, and of what only sounds so."""
    crises = [one for one in comments if one.crisis]
    nothing = [one for one in comments if not one.reportable]
    yield _share("flagged, of all", comments, _checked)
    yield _share("strong, of all", comments, _strong)
    for told in ("explicit", "implicit"):
        mine = [one for one in comments if one.told == told and "adverse_event" in one.truth]
        yield _share(f"{told} adverse events", mine, _checked)
    yield _share("crisis, flagged", crises, _checked)
    yield _share("crisis, named so", crises, _cried)
    yield _share("flagged, of none", nothing, _checked)
    for trap in sorted({one.trap for one in nothing if one.trap}):
        mine = [one for one in nothing if one.trap == trap]
        yield _share(f"flagged, {trap}", mine, _checked)
        yield _share(f"strong, {trap}", mine, _strong)


def category_shares(comments: Sequence[Labelled]) -> Iterator[Share]:
    """Yield for each category how many are flagged at all, and how many by its name."""
    for name in _categories(comments):
        mine = [one for one in comments if name in one.truth]
        yield _share(f"{name}, flagged", mine, _checked)
        yield Share(f"{name}, named", sum(name in one.found for one in mine), len(mine))


def area(comments: Sequence[Labelled]) -> float | None:
    """Return the area under the curve (0.5 is chance); None where one side is empty."""
    ranked = sorted(comments, key=lambda one: one.score)
    yes = sum(one.reportable for one in ranked)
    no = len(ranked) - yes
    if not yes or not no:
        return None
    won, at = 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end].score == ranked[at].score:
            end += 1
        mine = sum(one.reportable for one in ranked[at:end])
        below = at - sum(one.reportable for one in ranked[:at])
        won += mine * (below + (end - at - mine) / 2)
        at = end
    return won / (yes * no)


def _share(name: str, mine: Sequence[Labelled], found: Callable[[Labelled], bool]) -> Share:
    return Share(name, sum(map(found, mine)), len(mine))


def _cried(one: Labelled) -> bool:
    return one.found_crisis


def _checked(one: Labelled) -> bool:
    return one.tier >= Tier.CHECK


def _strong(one: Labelled) -> bool:
    return one.tier is Tier.STRONG
