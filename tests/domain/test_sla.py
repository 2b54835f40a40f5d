"""Deadlines against a counter that walks every minute, and the days of a clock change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.sla import OfficeHours, Sla, counted, deadline, local_date, prepare
from webcare_desk.domain.sla import is_open as open_at
from webcare_desk.domain.spans import MINUTE

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AMSTERDAM = "Europe/Amsterdam"
WORKDAY = ((510, 750), (780, 1050))
OFFICE = OfficeHours(
    AMSTERDAM,
    (WORKDAY,) * 5 + (((600, 840),), ()),
    frozenset({date(2026, 4, 27), date(2026, 12, 25)}),
)
TABLE = prepare(OFFICE, 2025, 2028)
ONCE_A_WEEK = OfficeHours("UTC", (((0, 1),), (), (), (), (), (), ()))
EDGES = ["0001-01-01T00:00", "1970-01-01T00:00", "9998-12-31T23:00", "9999-12-31T23:59"]
#: Both clock changes, hours off by 30 minutes, midnight skipped, no change at all.
ZONES = (AMSTERDAM, "Europe/Lisbon", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kolkata", "UTC")


def at(text: str, zone: str = AMSTERDAM) -> int:
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return (moment - EPOCH) // timedelta(microseconds=1)


def is_open(hours: OfficeHours, instant: int) -> bool:
    local = (EPOCH + timedelta(microseconds=instant)).astimezone(ZoneInfo(hours.zone))
    minute = local.hour * 60 + local.minute
    return local.date() not in hours.holidays and any(
        begins <= minute < ends for begins, ends in hours.week[local.weekday()]
    )


def by_the_minute(start: int, minutes: int, hours: OfficeHours) -> int:
    """Walk whole minutes from `start` (a whole minute) until `minutes` open ones went by."""
    now = start
    while minutes:
        minutes -= is_open(hours, now)
        now += MINUTE
    return now


@st.composite
def openings(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    edges = draw(st.lists(st.integers(0, 1440), max_size=6, unique=True))
    edges = sorted(edges)[: len(edges) // 2 * 2]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


@st.composite
def offices(draw: st.DrawFn) -> OfficeHours:
    week = draw(st.lists(openings(), min_size=7, max_size=7))
    busy = draw(st.integers(0, 6))
    week[busy] = week[busy] or ((60, 240), (600, 1440))
    days = st.dates(date(2026, 3, 20), date(2026, 11, 10))
    return OfficeHours(
        draw(st.sampled_from(ZONES)), tuple(week), draw(st.frozensets(days, max_size=4))
    )


#: Whole minutes around the changes of 2026 in the zones above, and anywhere in the year.
STARTS = st.one_of(
    st.integers(at("2026-01-01") // MINUTE, at("2027-06-01") // MINUTE),
    st.integers(at("2026-03-27") // MINUTE, at("2026-03-30") // MINUTE),
    st.integers(at("2026-04-03") // MINUTE, at("2026-04-06") // MINUTE),
    st.integers(at("2026-04-23") // MINUTE, at("2026-04-25") // MINUTE),
    st.integers(at("2026-10-23") // MINUTE, at("2026-10-30") // MINUTE),
).map(lambda minutes: minutes * MINUTE)
SLAS = st.builds(Sla, st.just("s"), st.integers(1, 10_000), business=st.booleans())


@settings(deadline=None, max_examples=100)
@given(offices(), STARTS, st.integers(1, 240))
def test_a_deadline_is_what_counting_every_minute_gives(
    hours: OfficeHours, start: int, minutes: int
) -> None:
    table = prepare(hours, 2026, 2026)
    assert deadline(start, Sla("s", minutes, business=True), table) == by_the_minute(
        start, minutes, hours
    )


@settings(deadline=None, max_examples=100)
@given(offices(), STARTS, st.integers(0, MINUTE - 1), st.integers(1, 3000))
def test_the_counted_intervals_are_open_in_order_and_add_up(
    hours: OfficeHours, start: int, fraction: int, minutes: int
) -> None:
    sla, table, start = (
        Sla("s", minutes, business=True),
        prepare(hours, 2026, 2026),
        start + fraction,
    )
    spans = counted(start, sla, table)
    assert sum(end - begin for begin, end in spans) == minutes * MINUTE
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert edges[0] >= start
    assert edges[-1] == deadline(start, sla, table)
    assert all(is_open(hours, begin) and is_open(hours, end - 1) for begin, end in spans)


@settings(deadline=None, max_examples=100)
@given(STARTS, st.integers(0, 10_000 * MINUTE), SLAS)
def test_a_later_comment_is_never_due_earlier(start: int, later: int, sla: Sla) -> None:
    assert deadline(start, sla, TABLE) <= deadline(start + later, sla, TABLE)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-27T17:00", 60, "2026-03-28T10:30"),  # Friday evening runs on on Saturday
        ("2026-03-28T13:30", 60, "2026-03-30T09:00"),  # over the Sunday that loses an hour
        ("2026-10-24T13:30", 60, "2026-10-26T09:00"),  # over the Sunday that repeats one
        ("2026-04-24T17:30", 60, "2026-04-25T11:00"),
        ("2026-04-25T14:00", 60, "2026-04-28T09:30"),  # King's Day is closed
        ("2026-03-31T11:30", 60, "2026-03-31T12:30"),  # due at closing time, not after lunch
        ("2026-03-31T12:45", 1, "2026-03-31T13:01"),
    ],
)
def test_business_time_skips_nights_lunch_sundays_and_holidays(
    start: str, minutes: int, due: str
) -> None:
    assert deadline(at(start), Sla("s", minutes, business=True), TABLE) == at(due)


def test_wall_clock_time_never_pauses_not_even_at_a_clock_change() -> None:
    sla = Sla("day", 24 * 60, business=False)
    start, due = at("2026-03-28T12:00"), at("2026-03-29T13:00")
    assert deadline(start, sla, TABLE) == due
    assert counted(start, sla, TABLE) == ((start, due),)


def test_why_1420_lists_the_hours_before_and_after_lunch() -> None:
    spans = counted(at("2026-03-31T11:30"), Sla("s", 140, business=True), TABLE)
    assert spans == (
        (at("2026-03-31T11:30"), at("2026-03-31T12:30")),
        (at("2026-03-31T13:00"), at("2026-03-31T14:20")),
    )


def test_an_opening_that_spring_skips_does_not_happen_and_autumn_has_it_twice() -> None:
    night = OfficeHours(AMSTERDAM, (((120, 180),),) * 7)
    table, sla = prepare(night, 2026, 2026), Sla("s", 60, business=True)
    assert deadline(at("2026-03-29T00:00"), sla, table) == at("2026-03-30T03:00")
    twice = counted(at("2026-10-25T00:00"), Sla("s", 120, business=True), table)
    assert [end - begin for begin, end in twice] == [60 * MINUTE, 60 * MINUTE]


@pytest.mark.parametrize("start", ["1999-12-31T12:00", "2028-12-29T12:00", "2031-06-02T12:00"])
def test_years_outside_the_table_give_the_same_deadline(start: str) -> None:
    sla, wide = Sla("s", 2400, business=True), prepare(OFFICE, 1999, 2032)
    assert deadline(at(start), sla, TABLE) == deadline(at(start), sla, wide)
    assert counted(at(start), sla, TABLE) == counted(at(start), sla, wide)


def test_a_very_long_time_looks_as_many_years_ahead_as_it_needs() -> None:
    table = prepare(ONCE_A_WEEK, 2026, 2026)
    due = deadline(at("2026-01-01", "UTC"), Sla("s", 300, business=True), table)
    assert due == by_the_minute(at("2031-09-29", "UTC"), 1, ONCE_A_WEEK)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("start", [*(at(edge, "UTC") for edge in EDGES), -(2**63), 2**63 - 1])
@pytest.mark.parametrize(
    "sla",
    [
        Sla("wall-clock", 90, business=False),
        Sla("business", 90, business=True),
        Sla("business-days", 0, business=True, days=3),
        Sla("calendar-days", 0, business=False, days=90),
    ],
)
def test_no_moment_is_too_early_or_too_late_to_count_from(start: int, sla: Sla, zone: str) -> None:
    table = prepare(OfficeHours(zone, OFFICE.week), 2026, 2026)
    spans = counted(start, sla, table)
    assert spans[-1][1] == deadline(start, sla, table)
    assert open_at(start, table) in {True, False}
    assert 1970 <= local_date(start, zone).year <= 2999


@pytest.mark.parametrize("days", [0, 400_000])
def test_a_time_that_no_calendar_reaches_ends_with_the_calendar(days: int) -> None:
    sla = Sla("s", 0 if days else 10**6, business=True, days=days)
    due = deadline(at("2990-01-01", "UTC"), sla, prepare(ONCE_A_WEEK, 2026, 2026))
    assert due == prepare(ONCE_A_WEEK, 2998, 2999).until


def test_the_longest_time_of_a_protocol_is_counted_from_the_last_moment() -> None:
    longest = Sla("calendar-days", 0, business=False, days=999_999)
    assert deadline(2**63 - 1, longest, TABLE) > at("5736-01-01")


@pytest.mark.parametrize(
    "week",
    [
        ((),) * 7,
        (((0, 60),),) * 6,
        (((60, 60),),) * 7,
        (((-1, 60),),) * 7,
        (((0, 1441),),) * 7,
        (((0, 60), (30, 90)),) * 7,
    ],
)
def test_hours_that_cannot_be_are_refused(week: tuple[tuple[tuple[int, int], ...], ...]) -> None:
    with pytest.raises(ValueError, match="opening"):
        OfficeHours("UTC", week)


def test_the_counter_of_minutes_catches_a_deadline_that_forgets_summer_time() -> None:
    start, sla = at("2026-07-01T08:00"), Sla("s", 60, business=True)
    forgetful = OfficeHours("Etc/GMT-1", OFFICE.week)
    assert deadline(start, sla, TABLE) == by_the_minute(start, 60, OFFICE)
    assert deadline(start, sla, prepare(forgetful, 2026, 2026)) != by_the_minute(start, 60, OFFICE)
