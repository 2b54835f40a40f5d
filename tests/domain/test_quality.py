"""Checks of decisions: the draw is fair and can be repeated, and rates have honest bounds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_review import NOON, entry
from webcare_desk.domain.finding import Category
from webcare_desk.domain.quality import (
    Check,
    CheckReason,
    Decision,
    DecisionKind,
    decision_of,
    draw,
    interval,
    rates,
)

NOT, SENT = DecisionKind.NOT_A_REPORT, DecisionKind.ESCALATED


def made(count: int, by: str = "mo", kind: DecisionKind = NOT, first: int = 0) -> list[Decision]:
    return [Decision(first + n, n, kind, by, NOON + n) for n in range(count)]


def check(decision: Decision, **given_: object) -> Check:
    plain = Check(1, "u", decision, 7, NOON, NOON, None, None, None, None, None, None)
    return replace(plain, **given_)  # type: ignore[arg-type]


def test_only_decisions_about_reports_are_drawn_from() -> None:
    close = entry(3, "close", detail={"reason": "not-an-adverse-event"}, subject=8)
    assert decision_of(close) == Decision(3, 8, NOT, "mo", NOON)
    assert decision_of(entry(4, "escalate", subject=8)) == Decision(4, 8, SENT, "mo", NOON)
    assert decision_of(replace(close, detail={"reason": "done"})) is None
    assert decision_of(replace(close, subject=None)) is None
    assert decision_of(replace(close, action="claim")) is None


@given(st.integers(1, 100), st.integers(0, 9), st.randoms(use_true_random=False))
def test_everybody_is_drawn_from_and_the_order_does_not_matter(
    share: int, seed: int, shuffled: object
) -> None:
    decisions = [*made(40), *made(1, "ann", NOT, 100), *made(11, "mo", SENT, 200)]
    drawn = draw(decisions, share, seed)
    mixed = list(decisions)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]
    assert draw(mixed, share, seed) == drawn
    counts = [sum((d.by, d.kind) == key for d in drawn) for key in (("mo", NOT), ("ann", NOT))]
    assert counts == [-(-40 * share // 100), 1]
    assert sum(d.kind is SENT for d in drawn) == -(-11 * share // 100)


def test_no_share_draws_nothing() -> None:
    assert draw(made(10), 0, 1) == []


def test_rates_count_what_was_checked_and_what_was_missed() -> None:
    agreed = check(made(1)[0], agrees=True)
    miss = check(
        made(1)[0], agrees=False, category=Category.ADVERSE_EVENT, reason=CheckReason.MISSED_EVENT
    )
    other = check(made(1)[0], agrees=False, category=Category.SPAM, reason=CheckReason.OTHER)
    of_not, of_sent = rates([agreed, miss, other, check(made(1)[0])])
    assert (of_not.drawn, of_not.checked, of_not.disagreed, of_not.missed) == (4, 3, 2, 1)
    assert (of_sent.drawn, of_sent.checked, of_sent.low, of_sent.high) == (0, 0, 0.0, 1.0)
    assert [each.found_event for each in (agreed, miss, other)] == [False, True, False]


@pytest.mark.requirement("P25")
@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [  # R: binom.test(found, of)$conf.int
        (0, 59, 0.0, 0.06061),
        (1, 10, 0.00253, 0.44502),
        (5, 10, 0.18709, 0.81291),
        (10, 10, 0.69150, 1.0),
        (200, 5000, 0.03474, 0.04581),
        (3000, 6000, 0.48727, 0.51273),
        (1, 100_000, 2.5e-7, 5.6e-5),
    ],
)
def test_the_interval_is_that_of_clopper_and_pearson(
    found: int, of: int, low: float, high: float
) -> None:
    assert interval(found, of) == pytest.approx((low, high), abs=2e-5)
