"""A period in days of the calendar, as this machine's wall shows them.

Where summer time begins or ends a day has no 24 hours; midnight is that of the day itself.
"""

from datetime import datetime, timedelta


def span(
    now: int, days: int, since: int | None, until: int | None, *, ends_now: bool
) -> tuple[int, int]:
    """Return a period in UTC microseconds: the last whole days before `now`, if nothing is given.

    What is not given follows from the other. A period that ends now begins with a whole day
    all the same, so that two of them leave out nothing.
    """
    today = _wall(now).replace(hour=0, minute=0, second=0, microsecond=0)
    last = today if until is None else _wall(until)
    begin = _micros(last - timedelta(days=days)) if since is None else since
    if until is not None:
        return begin, until
    return begin, now if ends_now else _micros(today)


def _wall(at: int) -> datetime:
    """Return what the wall shows, without an offset that holds only then."""
    return datetime.fromtimestamp(at // 1_000_000).astimezone().replace(tzinfo=None)


def _micros(wall: datetime) -> int:
    return int(wall.astimezone().timestamp()) * 1_000_000
