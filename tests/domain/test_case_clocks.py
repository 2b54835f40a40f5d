"""The contract's clocks and the regulation's: the same start, other ends, no surprise in spring."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.case_clocks import (
    OTHER_DAYS,
    SERIOUS_DAYS,
    clocks,
    days_between,
    whole_days,
)
from webcare_desk.domain.sla import OfficeHours, prepare

HOUR = 3_600_000_000
WEEK = (((9 * 60, 17 * 60),),) * 5 + ((), ())
KINGS_DAY, BELGIAN_DAY = datetime(2026, 4, 27).date(), datetime(2026, 7, 21).date()  # noqa: DTZ001 - days
AMSTERDAM, BRUSSELS = ZoneInfo("Europe/Amsterdam"), ZoneInfo("Europe/Brussels")
DUTCH = prepare(OfficeHours("Europe/Amsterdam", WEEK, frozenset({KINGS_DAY})), 2025, 2028)
BELGIAN = prepare(OfficeHours("Europe/Brussels", WEEK, frozenset({BELGIAN_DAY})), 2025, 2028)


def at(text: str, zone: ZoneInfo = AMSTERDAM) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1_000_000)


@pytest.mark.requirement("P4")
def test_24_hours_are_elapsed_also_over_the_night_that_is_short() -> None:
    seen = at("2026-03-28T12:00")
    assert clocks(seen, seen, DUTCH, seen).vendor_hours == at("2026-03-29T13:00")


@pytest.mark.requirement("P4")
def test_a_business_day_passes_over_the_weekend_and_the_holiday() -> None:
    seen = at("2026-04-24T17:30")
    assert clocks(seen, seen, DUTCH, seen).vendor_business_day == at("2026-04-28T17:00")
    belgian = at("2026-07-20T10:00", BRUSSELS)
    due = clocks(belgian, belgian, BELGIAN, belgian).vendor_business_day
    assert due == at("2026-07-22T17:00", BRUSSELS)


@pytest.mark.requirement("P4")
def test_the_regulatory_clocks_count_calendar_days_after_day_zero() -> None:
    zero = at("2026-05-01T09:00")
    found = clocks(zero, zero, DUTCH, zero)
    assert found.serious == at("2026-05-17T00:00")  # the end of 16 May
    assert found.not_serious == at("2026-07-31T00:00")  # the end of 30 July
    ends = (found.serious - 1, found.not_serious - 1)
    days = tuple(days_between(zero, end, "Europe/Amsterdam") for end in ends)
    assert days == (SERIOUS_DAYS, OTHER_DAYS)


@pytest.mark.parametrize(("hours", "days"), [(-48, 0), (0, 0), (14, 0), (15, 1), (24, 1), (80, 3)])
def test_what_was_burned_counts_from_day_zero(hours: int, days: int) -> None:
    zero = at("2026-05-01T09:00")
    found = clocks(zero + HOUR, zero, DUTCH, zero + hours * HOUR)
    assert found.burned_days == days


def test_days_are_those_of_the_zone_that_is_named() -> None:
    zero, evening = at("2026-11-23T00:30"), at("2026-12-08T20:00")
    assert days_between(zero, evening, "Europe/Amsterdam") == 15
    assert days_between(zero, evening, "America/New_York") == 16


@pytest.mark.requirement("P4")
@given(st.integers(0, 300 * 24), st.integers(0, 100))
def test_an_earlier_awareness_is_never_due_later(start: int, later: int) -> None:
    first = at("2026-01-05T08:00") + start * HOUR
    second = first + later * HOUR
    one, other = (clocks(each, each, DUTCH, each) for each in (first, second))
    for name in ("vendor_hours", "vendor_business_day", "serious", "not_serious"):
        assert getattr(one, name) <= getattr(other, name)


@pytest.mark.parametrize(
    ("zone", "begins", "ends"),
    [
        ("Europe/Amsterdam", "2026-10-24T22:00+00:00", "2026-10-25T23:00+00:00"),
        ("America/New_York", "2026-10-25T04:00+00:00", "2026-10-26T04:00+00:00"),
    ],
)
def test_a_whole_day_is_the_zone_s_whatever_its_length(zone: str, begins: str, ends: str) -> None:
    found = whole_days(date(2026, 10, 25), date(2026, 10, 25), zone)
    wanted = (datetime.fromisoformat(each) for each in (begins, ends))
    assert found == tuple(int(each.timestamp()) * 1_000_000 for each in wanted)
