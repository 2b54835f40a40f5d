"""Coverage hour by hour: red until explained, nights and weekends too, and zero is a result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.coverage import (
    Coverage,
    CoverageState,
    CoverHour,
    HourState,
    Part,
    Poll,
    Shift,
    cover_hour,
)
from webcare_desk.domain.spans import HOUR

COMPLETE, FAILED, UNREAD = CoverageState.COMPLETE, CoverageState.FAILED, CoverageState.UNREAD
NOON = 1_772_884_800_000_000  # Saturday 7 March 2026, 12:00 UTC


def poll(
    hour: float, state: CoverageState = COMPLETE, by: str | None = None, until: float | None = None
) -> Poll:
    began = NOON + int(hour * HOUR)
    ended = began + 1 if until is None else NOON + int(until * HOUR)
    return Poll(1, Coverage("page", began, ended, state, 0, 0), by)


def at(hour: int, *polls: Poll, shifts: tuple[Shift, ...] = (), now: float = 24) -> CoverHour:
    return cover_hour("page", NOON + hour * HOUR, polls, shifts, NOON + int(now * HOUR))


@pytest.mark.requirement("P27")
def test_a_poll_that_finds_nothing_covers_its_hour() -> None:
    found = at(0, poll(0.1), poll(0.5))
    assert (found.state, found.polls, found.seen, found.added) == (HourState.COVERED, 2, 0, 0)


@pytest.mark.requirement("P27")
@pytest.mark.parametrize("state", [FAILED, UNREAD, CoverageState.PARTIAL])
def test_a_gap_is_red_until_it_is_explained(state: CoverageState) -> None:
    assert at(0, poll(0.1), poll(0.4, state)).state is HourState.GAP
    assert at(0, poll(0.1), poll(0.4, state, "willem")).state is HourState.EXPLAINED
    both = (poll(0.1, state, "willem"), poll(0.4, state))
    assert at(0, *both).state is HourState.GAP


@pytest.mark.requirement("P27")
def test_a_night_that_nobody_read_is_red_in_each_of_its_hours() -> None:
    night = (poll(5.9), poll(5.95, UNREAD, None, until=20.2), poll(20.2))
    states = [at(hour, *night).state for hour in range(22)]
    assert states == [HourState.BEFORE] * 5 + [HourState.GAP] * 17
    said = (night[0], poll(5.95, UNREAD, "willem", until=20.2), night[2])
    assert {at(hour, *said).state for hour in range(5, 21)} == {HourState.EXPLAINED}


def test_an_hour_without_any_poll_is_red_and_one_to_come_is_not() -> None:
    assert at(1, poll(0.1), now=3).state is HourState.GAP
    assert at(0, poll(0.1), now=0.5).state is HourState.COVERED
    assert at(2, poll(1.6), now=2.5).state is HourState.COVERED
    assert at(3, poll(0.1), now=3).state is HourState.AHEAD
    assert at(0, now=3).state is at(0, now=0.5).state is HourState.BEFORE


@pytest.mark.requirement("P27")
def test_the_running_hour_is_red_an_hour_after_the_source_was_last_read() -> None:
    assert at(5, poll(0.1), now=5.6).state is HourState.GAP
    assert at(5, poll(0.1), poll(4.7, FAILED), now=5.6).state is HourState.GAP
    assert at(5, poll(0.1), poll(4.7, FAILED, "willem"), now=5.6).state is HourState.COVERED
    assert at(5, poll(4.7), now=5.7).state is HourState.COVERED
    assert at(5, poll(4.7), now=5.8).state is HourState.GAP


@pytest.mark.requirement("P27")
def test_who_was_on_duty_is_who_had_a_session_in_that_hour() -> None:
    shifts = (
        Shift("noor", NOON - HOUR, NOON),
        Shift("sanne", NOON + HOUR // 2, None),
        Shift("willem", NOON - HOUR, NOON + 1),
        Shift("sanne", NOON, NOON + 9),
    )
    assert at(0, poll(0.1), shifts=shifts).on_duty == ("sanne", "willem")
    assert at(1, poll(0.1), shifts=shifts).on_duty == ("sanne",)
    assert at(9, poll(0.1), shifts=shifts, now=2).on_duty == ()


@given(st.lists(st.floats(0, 20), max_size=12), st.integers(0, 23))
def test_no_hour_after_the_first_poll_is_left_without_a_word(hours: list[float], hour: int) -> None:
    found = at(hour, *(poll(each) for each in sorted(hours)))
    touched = any(hour <= each < hour + 1 for each in hours)
    if touched:
        assert found.state is HourState.COVERED
    elif hours and min(hours) < hour:
        assert found.state is HourState.GAP


def test_what_was_read_counts_once_in_the_hour_in_which_the_poll_began() -> None:
    across = Poll(1, Coverage("page", NOON - 9, NOON + 9, COMPLETE, 100, 10), None)
    partial = Poll(2, Coverage("page", NOON + 1, NOON + 2, CoverageState.PARTIAL, 412, 37), None)
    found = [at(hour, across, partial) for hour in (-1, 0)]
    assert [(each.seen, each.added, each.polls) for each in found] == [(100, 10, 1), (412, 37, 1)]


def test_a_gap_of_many_polls_counts_what_each_of_them_read() -> None:
    parts = (Part(NOON + 1, 412, 37), Part(NOON + HOUR, 400, 2))
    whole = Coverage("page", NOON, NOON + HOUR, CoverageState.PARTIAL, 812, 39)
    gap = Poll(1, whole, None, parts)
    found = [at(hour, gap) for hour in (0, 1)]
    assert [(each.seen, each.added) for each in found] == [(412, 37), (400, 2)]
