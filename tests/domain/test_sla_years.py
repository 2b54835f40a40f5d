"""Due times over ten years, in every zone of the EU, against a counter of single minutes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_sla import at, by_the_minute, is_open
from tests.support.nightly import rounds
from webcare_desk.domain.sla import OfficeHours, Sla, counted, deadline, prepare
from webcare_desk.domain.sla import is_open as open_at
from webcare_desk.domain.spans import MINUTE
from webcare_desk.protocol.holiday import public_holidays

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = range(2021, 2031)
#: Every zone that a member state of the EU lives in, and that of London.
ZONES = [
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Bratislava",
    "Europe/Brussels",
    "Europe/Bucharest",
    "Europe/Budapest",
    "Europe/Copenhagen",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Lisbon",
    "Europe/Ljubljana",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Riga",
    "Europe/Rome",
    "Europe/Sofia",
    "Europe/Stockholm",
    "Europe/Tallinn",
    "Europe/Vienna",
    "Europe/Vilnius",
    "Europe/Warsaw",
    "Europe/Zagreb",
    "Asia/Nicosia",
    "Europe/Busingen",
    "Europe/Mariehamn",
    "Atlantic/Azores",
    "Atlantic/Canary",
    "Atlantic/Madeira",
    "Africa/Ceuta",
    "Europe/London",
    "America/Cayenne",
    "America/Guadeloupe",
    "America/Martinique",
    "Indian/Mayotte",
    "Indian/Reunion",
]
HOLIDAYS = {
    country: public_holidays(country, range(YEARS[0] - 1, YEARS[-1] + 2))
    for country in ("NL", "BE", "DE", "GB")
}
EXAMPLES = rounds("SLA", gate=150, nightly=5_000)


def changes() -> Iterator[int]:
    """Yield each minute near which a clock of the EU changed in the ten years."""
    for year in YEARS:
        for month in (3, 10):
            last = date(year, month, 31)
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            yield (datetime(sunday.year, sunday.month, sunday.day, 1, tzinfo=UTC) - EPOCH) // (
                timedelta(minutes=1)
            )


@st.composite
def days(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    edges = draw(st.lists(st.integers(0, 96), max_size=8, unique=True))
    edges = sorted(edge * 15 for edge in edges)[: len(edges) // 2 * 2]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


@st.composite
def offices(draw: st.DrawFn) -> OfficeHours:
    week = draw(st.lists(days(), min_size=7, max_size=7))
    for day in (1, 3):
        week[day] = week[day] or ((30, 240), (480, 750), (780, 1440))
    country = draw(st.sampled_from(sorted(HOLIDAYS)))
    return OfficeHours(draw(st.sampled_from(ZONES)), tuple(week), HOLIDAYS[country])


STARTS = st.one_of(
    st.integers(at(f"{YEARS[0]}-01-01", "UTC") // MINUTE, at("2030-12-01", "UTC") // MINUTE),
    st.builds(int.__add__, st.sampled_from(list(changes())), st.integers(-1500, 1500)),
    st.sampled_from([at(f"{year}-12-{day}T12:00") // MINUTE for year in YEARS for day in (23, 31)]),
)


def year_of(start: int) -> int:
    return (EPOCH + timedelta(minutes=start)).year


def local_day(hours: OfficeHours, instant: int) -> date:
    return (EPOCH + timedelta(microseconds=instant)).astimezone(ZoneInfo(hours.zone)).date()


def days_by_the_minute(start: int, sla: Sla, hours: OfficeHours) -> int:
    """Walk whole minutes until so many days after that of `start` have ended."""
    now, day, due, passed = start, local_day(hours, start), start, 0
    while True:
        today = local_day(hours, now)
        counts = is_open(hours, now) or not sla.business
        if counts and today > day:
            passed, day = passed + (1 if sla.business else (today - day).days), today
        if passed > sla.days:
            return due
        now += MINUTE
        due = now if counts else due


@settings(deadline=None, max_examples=EXAMPLES)
@given(offices(), STARTS, st.integers(1, 600))
def test_business_time_is_what_counting_every_minute_gives(
    hours: OfficeHours, start: int, minutes: int
) -> None:
    year = year_of(start)
    table, sla = prepare(hours, year, year + 1), Sla("s", minutes, business=True)
    begin = start * MINUTE
    assert deadline(begin, sla, table) == by_the_minute(begin, minutes, hours)
    assert open_at(begin, table) is is_open(hours, begin)


@settings(deadline=None, max_examples=EXAMPLES // 2)
@given(hours=offices(), start=STARTS, length=st.integers(1, 4), business=st.booleans())
def test_days_end_where_counting_every_minute_says(
    hours: OfficeHours, start: int, length: int, *, business: bool
) -> None:
    year = year_of(start)
    sla = Sla("s", 0, business=business, days=length)
    table, begin = prepare(hours, year, year + 1), start * MINUTE
    due = deadline(begin, sla, table)
    assert due == days_by_the_minute(begin, sla, hours)
    spans = counted(begin, sla, table)
    assert spans[-1][1] == due
    assert len({local_day(hours, opens) for opens, _ in spans}) == length
    assert min(local_day(hours, opens) for opens, _ in spans) > local_day(hours, begin)


KINDS = st.one_of(
    st.builds(Sla, st.just("s"), st.integers(1, 5000), business=st.booleans()),
    st.builds(Sla, st.just("s"), st.just(0), business=st.booleans(), days=st.integers(1, 20)),
)


@settings(deadline=None, max_examples=EXAMPLES)
@given(offices(), STARTS, st.integers(0, 20_000), KINDS)
def test_no_earlier_awareness_is_ever_due_later(
    hours: OfficeHours, start: int, later: int, sla: Sla
) -> None:
    """Item 19: the due time is monotone in the awareness time."""
    year = year_of(start)
    table = prepare(hours, year, year + 1)
    first, second = start * MINUTE, (start + later) * MINUTE
    assert deadline(first, sla, table) <= deadline(second, sla, table)


def office(country: str, zone: str = "Europe/Amsterdam") -> OfficeHours:
    return OfficeHours(zone, (((510, 1050),),) * 5 + ((), ()), HOLIDAYS[country])


DAY = Sla("one business day", 0, business=True, days=1)


@pytest.mark.parametrize(
    ("country", "zone", "start", "due"),
    [
        ("NL", "Europe/Amsterdam", "2026-04-24T17:30", "2026-04-28T17:30"),  # King's Day between
        ("BE", "Europe/Brussels", "2026-07-20T10:00", "2026-07-22T17:30"),  # 21 July
        ("NL", "Europe/Amsterdam", "2026-07-20T10:00", "2026-07-21T17:30"),
        ("NL", "Europe/Amsterdam", "2026-12-24T16:00", "2026-12-28T17:30"),  # Christmas
        ("GB", "Europe/London", "2026-12-24T16:00", "2026-12-29T17:30"),  # Boxing Day on Monday
        ("DE", "Europe/Berlin", "2026-10-02T10:00", "2026-10-05T17:30"),  # Unity on a Saturday
        ("NL", "Europe/Amsterdam", "2028-02-28T10:00", "2028-02-29T17:30"),  # a leap day
        ("NL", "Europe/Amsterdam", "2026-04-27T10:00", "2026-04-28T17:30"),  # on the holiday itself
    ],
)
def test_one_business_day_skips_what_the_country_closes(
    country: str, zone: str, start: str, due: str
) -> None:
    table = prepare(office(country, zone), 2026, 2028)
    assert deadline(at(start, zone), DAY, table) == at(due, zone)
    assert counted(at(start, zone), DAY, table) == ((at(due[:10] + "T08:30", zone), at(due, zone)),)


@pytest.mark.parametrize(("days_later", "day"), [(15, "2026-05-16"), (90, "2026-07-30")])
def test_the_regulators_days_are_calendar_days_after_day_zero(days_later: int, day: str) -> None:
    """GVP VI.B.7: day zero is 1 May; weekends and holidays count."""
    sla, table = Sla("icsr", 0, business=False, days=days_later), prepare(office("NL"), 2026, 2026)
    for moment in ("2026-05-01T00:00", "2026-05-01T23:59"):
        spans = counted(at(moment), sla, table)
        assert len(spans) == days_later
        assert spans[0][0] == at("2026-05-02T00:00")
        assert spans[-1] == (at(f"{day}T00:00"), deadline(at(moment), sla, table))
        assert local_day(table.hours, spans[-1][1] - 1) == date.fromisoformat(day)


def test_days_may_end_in_years_that_the_table_has_not() -> None:
    table, wide = prepare(office("NL"), 2026, 2026), prepare(office("NL"), 2020, 2030)
    for start in ("2019-12-31T12:00", "2026-12-31T12:00", "2029-06-01T12:00"):
        assert deadline(at(start), DAY, table) == deadline(at(start), DAY, wide)
        assert counted(at(start), DAY, table) == counted(at(start), DAY, wide)
        assert open_at(at(start), table) is open_at(at(start), wide)


def test_the_counter_of_minutes_catches_a_zone_without_summer_time() -> None:
    hours, start = office("NL"), at("2026-03-27T17:00")
    forgetful = prepare(OfficeHours("Etc/GMT-1", hours.week, hours.holidays), 2026, 2026)
    assert deadline(start, DAY, forgetful) != days_by_the_minute(start, DAY, hours)
    assert deadline(start, DAY, prepare(hours, 2026, 2026)) == days_by_the_minute(start, DAY, hours)
