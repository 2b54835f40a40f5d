"""How much of the log nobody else vouches for, and when that is too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.anchor import MOST_ENTRIES, MOST_TIME, Unanchored, unanchored

COUNTS, TIMES = st.integers(0, 10**6), st.integers(0, 10**16)


@given(COUNTS, COUNTS, TIMES, TIMES)
def test_it_counts_what_came_after_and_is_never_negative(
    size: int, anchored: int, now: int, since: int
) -> None:
    found = unanchored(size, now, anchored, since)
    assert found.entries == max(size - anchored, 0)
    assert found.time == (max(now - since, 0) if found.entries else 0)
    assert found.anchored == min(size, anchored)
    assert found.is_over == (found.entries > MOST_ENTRIES or found.time > MOST_TIME)


@pytest.mark.parametrize(
    ("entries", "time", "is_over"),
    [
        (0, 0, False),
        (100, 15 * 60 * 1_000_000, False),
        (101, 0, True),
        (1, 15 * 60 * 1_000_000 + 1, True),
    ],
)
def test_the_limits_are_a_hundred_entries_and_a_quarter_of_an_hour(
    entries: int, time: int, *, is_over: bool
) -> None:
    assert Unanchored(entries, time).is_over is is_over
