"""Checking decisions after the fact: which are drawn, who checks, how often they were wrong.

GVP VI.B.5 asks for regular random evaluation of what was not forwarded. The
draw is by seed, so that anybody can draw it again, and from each person's
decisions by itself, so that nobody's work goes unchecked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from math import exp, fsum, lgamma, log, log1p

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.question import reason_of
from webcare_desk.domain.reason import NOT_A_REPORT
from webcare_desk.domain.spans import WEEK

#: How long a drawn decision may wait for its check, in microseconds.
CHECK_WITHIN = WEEK


class DecisionKind(StrEnum):
    """Which decisions are checked."""

    NOT_A_REPORT = "not-a-report"
    ESCALATED = "escalated"


class CheckReason(StrEnum):
    """Why a second person disagrees."""

    MISSED_EVENT = "missed-event"
    WRONG_CATEGORY = "wrong-category"
    NOT_REPORTABLE = "not-reportable"
    INCOMPLETE = "incomplete"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the log holds it: the entry, the comment, who decided, when."""

    entry: int
    comment: int
    kind: DecisionKind
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Check:
    """A drawn decision and what a second person says of it; times in UTC microseconds.

    `agrees` is None until it is checked; `category` is what the checker calls it. Of a comment
    that `is_erased` nobody can say any more whether the decision was right.
    """

    id: int
    uid: str
    decision: Decision
    seed: int
    drawn_at: int
    due_at: int
    agrees: bool | None
    category: Category | None
    reason: CheckReason | None
    checked_by: str | None
    checked_at: int | None
    remark: str | None
    is_erased: bool = False

    @property
    def found_event(self) -> bool:
        """Say whether the check found a report, or a crisis, where there was to be none."""
        is_miss = self.decision.kind is DecisionKind.NOT_A_REPORT and self.agrees is False
        return is_miss and self.category is not None and gravity(self.category) > 0


def decision_of(entry: AuditEntry) -> Decision | None:
    """Return the decision that an entry tells of, or None."""
    if entry.subject is None:
        return None
    if entry.action == "close" and reason_of(entry) in NOT_A_REPORT:
        kind = DecisionKind.NOT_A_REPORT
    elif entry.action == "escalate":
        kind = DecisionKind.ESCALATED
    else:
        return None
    return Decision(entry.seq, entry.subject, kind, entry.actor, entry.at)


def draw(decisions: Iterable[Decision], share: int, seed: int) -> list[Decision]:
    """Return `share` per cent of each person's decisions of each kind, rounded up."""
    groups: dict[tuple[str, DecisionKind], list[Decision]] = {}
    for decision in decisions:
        groups.setdefault((decision.by, decision.kind), []).append(decision)
    drawn: list[Decision] = []
    for group in groups.values():
        drawn += shuffled(group, seed)[: -(-len(group) * share // 100)]
    return sorted(drawn, key=lambda each: each.entry)


def shuffled(group: Iterable[Decision], seed: int) -> list[Decision]:
    """Return decisions in an order that a seed gives, and nothing else."""
    return sorted(group, key=lambda each: sha256(f"{seed}:{each.entry}".encode()).digest())


def newest_done(checks: Iterable[Check]) -> list[Check]:
    """Return those that somebody has checked, the last one first."""
    done = [each for each in checks if each.checked_at is not None]
    return sorted(done, key=lambda each: (each.checked_at or 0, each.id), reverse=True)


def blinded(check: Check) -> Check:
    """Return a check without whose decision it is."""
    return replace(check, decision=replace(check.decision, by=""))


@dataclass(frozen=True, slots=True)
class Rate:
    """How the checks of one kind came out; `low` and `high` bound the rate of disagreement.

    They are the exact interval of Clopper and Pearson at 95 per cent, as shares
    from 0 to 1 of everything the sample was drawn from. `erased` are those whose words were
    erased before anybody checked them; they are not among the `drawn`.
    """

    kind: DecisionKind
    drawn: int
    checked: int
    disagreed: int
    missed: int
    low: float
    high: float
    erased: int


def rates(checks: Iterable[Check]) -> list[Rate]:
    """Return how the checks of each kind came out."""
    found = list(checks)
    return [
        _rate(kind, [each for each in found if each.decision.kind is kind]) for kind in DecisionKind
    ]


def _rate(kind: DecisionKind, checks: list[Check]) -> Rate:
    checked = [each for each in checks if each.agrees is not None]
    erased = sum(each.is_erased and each.agrees is None for each in checks)
    disagreed = sum(not each.agrees for each in checked)
    low, high = interval(disagreed, len(checked))
    missed = sum(each.found_event for each in checked)
    return Rate(kind, len(checks) - erased, len(checked), disagreed, missed, low, high, erased)


def interval(found: int, of: int) -> tuple[float, float]:
    """Return the exact 95 % interval of a share (Clopper and Pearson, 1934)."""
    if of == 0:
        return 0.0, 1.0
    low = 0.0 if found == 0 else _solve(lambda p: 1 - _at_most(found - 1, of, p), rising=True)
    high = 1.0 if found == of else _solve(lambda p: _at_most(found, of, p), rising=False)
    return low, high


def _at_most(most: int, of: int, share: float) -> float:
    """Return the chance of so many or fewer; by logarithms, since no float holds a large product."""
    one, none, ways = log(share), log1p(-share), lgamma(of + 1)
    return fsum(
        exp(ways - lgamma(k + 1) - lgamma(of - k + 1) + k * one + (of - k) * none)
        for k in range(most + 1)
    )


def _solve(tail: Callable[[float], float], *, rising: bool) -> float:
    """Return where a tail of the distribution is 2.5 per cent."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if (tail(middle) < 0.025) is rising:  # noqa: PLR2004 - half of the 5 per cent outside
            low = middle
        else:
            high = middle
    return (low + high) / 2
