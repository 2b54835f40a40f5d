"""Sizes of samples that rule a miss rate out, and a draw that is stratified and seeded."""

from fractions import Fraction
from math import ceil, comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.quality import Decision, DecisionKind
from webcare_desk.domain.sampling import Below, Draw, Outcome, draw_below, ruled_out, sample_size

NOT, SENT = DecisionKind.NOT_A_REPORT, DecisionKind.ESCALATED


def made(count: int, by: str, first: int, kind: DecisionKind = NOT) -> list[Decision]:
    return [Decision(first + each, each, kind, by, 0) for each in range(count)]


@pytest.mark.requirement("P25")
@pytest.mark.parametrize(
    ("below", "size"), [(Below.FIVE, 59), (Below.TWO, 149), (Below.ONE, 299), (Below.HALF, 598)]
)
def test_without_an_end_the_sizes_are_those_of_the_binomial(below: Below, size: int) -> None:
    assert sample_size(below, 10**9) == size
    unseen = (1 - Fraction(below, 1000)) ** size
    assert unseen <= Fraction(5, 100) < unseen / (1 - Fraction(below, 1000))


@pytest.mark.requirement("P25")
@given(st.sampled_from(Below), st.integers(0, 3_000))
def test_of_a_finite_population_no_more_and_no_fewer_than_rule_it_out(
    below: Below, population: int
) -> None:
    size = sample_size(below, population)
    missed = ceil(below * population / 1000)

    def unseen(drawn: int) -> Fraction:
        return Fraction(comb(population - missed, drawn), comb(population, drawn))

    assert size <= min(population, sample_size(below, 10**9))
    if population:
        assert unseen(size) <= Fraction(5, 100) < unseen(size - 1)


def test_the_correction_takes_fewer_of_a_small_week() -> None:
    assert [sample_size(Below.FIVE, each) for each in (0, 1, 20, 100, 1000)] == [0, 1, 19, 45, 57]


@pytest.mark.requirement("P25")
@given(st.lists(st.integers(1, 90), min_size=1, max_size=6), st.integers(0, 9))
def test_everybody_is_drawn_from_in_proportion(counts: list[int], seed: int) -> None:
    decisions = [
        each
        for number, count in enumerate(counts)
        for each in made(count, f"p{number}", 1000 * number)
    ]
    wanted = sample_size(Below.FIVE, len(decisions))
    drawn = draw_below([*decisions, *made(9, "p0", 90_000, SENT)], Below.FIVE, seed)
    assert drawn == draw_below(reversed(decisions), Below.FIVE, seed)
    assert len(drawn) == len({each.entry for each in drawn}) == max(wanted, len(drawn))
    assert len(drawn) <= wanted + len(counts)
    for number, count in enumerate(counts):
        share = sum(each.by == f"p{number}" for each in drawn)
        assert 1 <= share <= count
        assert share <= wanted * count / len(decisions) + 1


def test_another_seed_draws_others() -> None:
    decisions = made(200, "mo", 0)
    assert draw_below(decisions, Below.FIVE, 1) != draw_below(decisions, Below.FIVE, 2)
    assert draw_below([], Below.HALF, 1) == []


@pytest.mark.requirement("P25")
@given(st.integers(1, 60), st.data())
def test_the_share_that_is_ruled_out_is_the_least(population: int, data: st.DataObject) -> None:
    drawn = data.draw(st.integers(1, population))
    found = data.draw(st.integers(0, drawn))
    bound = ruled_out(found, drawn, population)
    missed = population + 1 if bound is None else round(bound * population)

    def seldom(there: int) -> Fraction:
        ways = sum(comb(there, k) * comb(population - there, drawn - k) for k in range(found + 1))
        return Fraction(ways, comb(population, drawn))

    if bound is not None:
        assert seldom(missed) <= Fraction(5, 100)
    assert seldom(missed - 1) > Fraction(5, 100)


@pytest.mark.parametrize("sizes", [(0, 0, 0), (0, 0, 100), (1, 1, 1), (3, 3, 3), (2, 2, 40)])
def test_without_a_check_that_agrees_nothing_is_ruled_out(sizes: tuple[int, int, int]) -> None:
    assert ruled_out(*sizes) is None
    assert ruled_out(0, 1, 1) == 1.0


@pytest.mark.parametrize(
    ("below", "checked", "missed", "told"),
    [
        (Below.FIVE, 45, 0, (True, 0.05)),
        (Below.FIVE, 44, 0, (False, 0.06)),
        (Below.FIVE, 45, 1, (False, 0.09)),
        (None, 45, 0, (False, 0.05)),
    ],
)
def test_a_draw_says_what_it_rules_out(
    below: Below | None, checked: int, missed: int, told: tuple[bool, float]
) -> None:
    outcome = Outcome(1, 0, Draw(0, 1, 10, 1, below), 100, 45, checked, missed)
    assert (outcome.is_proof, outcome.fewer_than) == told
