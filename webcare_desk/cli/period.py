"""A period in days of the calendar, as the desk's zone has them.

Where summer time begins or ends a day has no 24 hours; midnight is that of the day itself.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from webcare_desk.cli.show import when
from webcare_desk.errors import UsageError


def span(  # noqa: PLR0913 - what a period follows from
    now: int, days: int, since: int | None, until: int | None, zone: str, *, ends_now: bool
) -> tuple[int, int]:
    """Return a period in UTC microseconds: the last whole days before `now`, if nothing is given.

    What is not given follows from the other; one of which only the beginning is given ends now.
    A period that ends now begins with a whole day all the same, so that two of them leave out
    nothing. One that is not over is refused: a list of it would say that nothing came.
    """
    place = ZoneInfo(zone)
    today = _wall(now, place).replace(hour=0, minute=0, second=0, microsecond=0)
    last = today if until is None else _wall(until, place)
    begin = _micros(last - timedelta(days=days), place) if since is None else since
    ends_now = ends_now or since is not None
    end = until if until is not None else now if ends_now else _micros(today, place)
    return until_now(now, begin, end)


def until_now(now: int, since: int, until: int | None) -> tuple[int, int]:
    """Return a period that ends now if its end is not given; refuse one that is not over."""
    end = now if until is None else until
    if end > now:
        msg = f"The period is not over: it ends on {when(end)}."
        raise UsageError(msg)
    return in_order(since, end)


def in_order(since: int, until: int) -> tuple[int, int]:
    """Return a period; one with no time in it is refused, for “nothing” would say too much."""
    if since >= until:
        msg = f"The period begins on {when(since)}, and that is not before its end, {when(until)}."
        raise UsageError(msg)
    return since, until


def _wall(at: int, place: ZoneInfo) -> datetime:
    """Return what the wall shows, without an offset that holds only then."""
    return datetime.fromtimestamp(at // 1_000_000, place).replace(tzinfo=None)


def _micros(wall: datetime, place: ZoneInfo) -> int:
    return int(wall.replace(tzinfo=place).timestamp()) * 1_000_000
