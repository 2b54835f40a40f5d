"""A period of days: the calendar's, so that nothing lies between two of them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from webcare_desk.cli.moments import Moment
from webcare_desk.cli.period import in_order, span, until_now
from webcare_desk.cli.show import when
from webcare_desk.domain.filing import ZONE
from webcare_desk.domain.spans import HOUR
from webcare_desk.errors import UsageError

#: Summer time ends in Amsterdam in the night before this day, 2026-10-25, and begins on 03-29.
ENDS, BEGINS = datetime(2026, 10, 25, 8, tzinfo=UTC), datetime(2026, 3, 29, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in Amsterdam."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def micros(at: datetime) -> int:
    return int(at.timestamp()) * 1_000_000


@pytest.mark.parametrize("changes", [ENDS, BEGINS])
@pytest.mark.parametrize("days", [1, 7])
def test_one_list_begins_where_the_one_before_it_ends(changes: datetime, days: int) -> None:
    """At whatever hour they are made."""
    made = [changes + timedelta(days=days * place, hours=place) for place in range(-2, 4)]
    spans = [span(micros(at), days, None, None, ZONE, ends_now=False) for at in made]
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    for at in spans[0]:
        assert datetime.fromtimestamp(at / 1_000_000).astimezone().hour == 0


def test_what_ends_now_begins_with_a_whole_day() -> None:
    now = micros(ENDS)
    begin, end = span(now, 7, None, None, ZONE, ends_now=True)
    assert end == now
    assert begin == micros(datetime(2026, 10, 17, 22, tzinfo=UTC))


@pytest.mark.parametrize(("zone", "hour"), [("Europe/London", 23), ("America/New_York", 4)])
def test_whole_days_are_those_of_the_desk_and_not_of_the_computer(zone: str, hour: int) -> None:
    begin, end = span(micros(ENDS), 1, None, None, zone, ends_now=False)
    assert datetime.fromtimestamp(begin / 1_000_000, UTC).hour == hour
    assert end - begin == 24 * HOUR


def test_what_is_given_is_kept_and_what_is_not_follows_from_it() -> None:
    since, until = micros(ENDS - timedelta(days=3)), micros(ENDS)
    assert span(until, 7, since, until, ZONE, ends_now=True) == (since, until)
    assert span(until, 1, None, until, ZONE, ends_now=True) == (
        micros(ENDS - timedelta(hours=25)),
        until,
    )


def test_a_beginning_alone_is_a_period_up_to_now() -> None:
    since, now = micros(ENDS - timedelta(hours=2)), micros(ENDS)
    assert span(now, 7, since, None, ZONE, ends_now=False) == (since, now)
    assert until_now(now, since, None) == (since, now)
    assert until_now(now, since, since + 1) == (since, since + 1)


def test_a_period_without_time_in_it_or_that_is_not_over_is_refused() -> None:
    now = micros(ENDS)
    with pytest.raises(
        UsageError, match=r"begins on 2026-10-25 09:00:00\+01:00, and that is not before"
    ):
        in_order(now, now)
    with pytest.raises(UsageError, match="not before its end"):
        span(now, 7, now, now - 1_000_000, ZONE, ends_now=True)
    with pytest.raises(UsageError, match=r"not over: it ends on 2026-10-25 09:00:01\+01:00"):
        span(now, 7, None, now + 1_000_000, ZONE, ends_now=False)


def test_each_hour_of_the_night_that_has_one_twice_can_be_told_and_asked_for() -> None:
    """The wall shows 02:30 at 00:30 and at 01:30 UTC."""
    night = [micros(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (2, 1, 0)]
    said = [when(at) for at in night]
    assert said[1:] == ["2026-10-25 02:30:00+01:00", "2026-10-25 02:30:00+02:00"]
    assert said[0] == "2026-10-25 03:30:00+01:00"
    assert [Moment().convert(each, None, None) for each in said] == night


def test_the_hour_that_is_left_out_in_spring_is_never_told() -> None:
    night = [micros(datetime(2026, 3, 29, hour, 30, tzinfo=UTC)) for hour in (0, 1)]
    said = [when(at) for at in night]
    assert said == ["2026-03-29 01:30:00+01:00", "2026-03-29 03:30:00+02:00"]
