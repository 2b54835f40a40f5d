"""Response times: in business time that pauses, or by the clock that does not.

All instants are integer UTC microseconds. An office is open whenever the
clock on its wall reads a time inside an opening, so an opening inside the
hour that spring skips does not happen and one inside the hour that autumn
repeats happens twice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from webcare_desk.domain.spans import DAY, MINUTE, SECOND

_EPOCH = date(1970, 1, 1).toordinal()
#: The years that are counted in. What lies outside them, no calendar knows: it counts as their edge.
_FIRST_YEAR, _LAST_YEAR = 1971, 2999
YEARS = range(_FIRST_YEAR, _LAST_YEAR + 1)

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sla:
    """How long a reply may take: `minutes` of business time, or of wall-clock time.

    With `days` it is whole days of the office's zone instead, after the day on
    which it begins: days on which the office opens, or calendar days. Such a
    time ends when the last of them does (GVP VI.B.7: day zero, calendar days).
    """

    id: str
    minutes: int
    business: bool
    days: int = 0


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When the desk is staffed: openings per weekday in `zone`, Monday first.

    An opening is `(begins, ends)` in minutes after local midnight; the
    openings of a day are in order and do not overlap. On a holiday the
    office is closed.
    """

    zone: str
    week: tuple[tuple[Interval, ...], ...]
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        """Refuse hours that never open or are out of order, with ValueError."""
        if len(self.week) != 7 or not any(self.week):  # noqa: PLR2004 - the days of a week
            msg = "seven weekdays, and an opening on one of them"
            raise ValueError(msg)
        for day in self.week:
            edges = [edge for opening in day for edge in opening]
            inside = not edges or (edges[0] >= 0 and edges[-1] <= DAY // MINUTE)
            if not inside or any(a >= b for a, b in day) or edges != sorted(edges):
                msg = f"openings in order, within the day: {day}"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The openings of some years as UTC intervals, with the open time before each.

    Made once by `prepare`; a deadline is then two binary searches.
    `since` and `until` bound the years that it knows.
    """

    hours: OfficeHours
    since: int
    until: int
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]


def prepare(hours: OfficeHours, first_year: int, last_year: int) -> Timetable:
    """Return the openings from `first_year` up to and with `last_year` (UTC years)."""
    since, until = _new_year(first_year), _new_year(last_year + 1)
    spans = [
        span
        for begin, end, offset in _offsets(ZoneInfo(hours.zone), since, until)
        for span in _openings(hours, begin, end, offset)
    ]
    lengths = [end - begin for begin, end in spans]
    return Timetable(
        hours=hours,
        since=since,
        until=until,
        begins=tuple(begin for begin, _ in spans),
        ends=tuple(end for _, end in spans),
        before=tuple(accumulate(lengths, initial=0)),
    )


def deadline(start: int, sla: Sla, table: Timetable) -> int:
    """Return the instant at which `sla`, counted from `start`, has been used up.

    Business time that runs out exactly at closing time is due at closing time,
    business days when the last of them closes, calendar days at midnight.
    Outside the years of `table` the answer is the same, only slower.
    """
    start = _within(start)
    if sla.days:
        return _end_of_days(start, sla, table)
    if not sla.business:
        return start + sla.minutes * MINUTE
    target = _open_before(table, start) + sla.minutes * MINUTE
    if start < table.since or target > table.before[-1]:
        length = sla.minutes * MINUTE
        table = _around(
            table.hours, start, lambda wide: _open_before(wide, start) + length <= wide.before[-1]
        )
        target = _open_before(table, start) + length
    if target > table.before[-1]:
        return table.until
    row = bisect_left(table.before, target) - 1
    return table.begins[row] + target - table.before[row]


def counted(start: int, sla: Sla, table: Timetable) -> tuple[Interval, ...]:
    """Return every interval that the deadline counted; together they are the whole SLA.

    Of business days these are their openings, of calendar days the days.
    """
    start = _within(start)
    due = deadline(start, sla, table)
    if not sla.business:
        return _calendar_days(start, sla, table.hours) if sla.days else ((start, due),)
    if start < table.since or due > table.until:
        table = _around(table.hours, start, lambda wide: due <= wide.until)
    begin = _midnight(_local_day(start, table.hours) + 1, table.hours) if sla.days else start
    first, last = bisect_right(table.ends, begin), bisect_left(table.begins, due)
    return tuple(
        (max(begin, table.begins[row]), min(due, table.ends[row])) for row in range(first, last)
    )


def is_open(instant: int, table: Timetable) -> bool:
    """Say whether the office is open at an instant."""
    instant = _within(instant)
    if not table.since <= instant < table.until:
        table = _around(table.hours, instant, lambda wide: instant < wide.until)
    row = bisect_right(table.begins, instant) - 1
    return row >= 0 and instant < table.ends[row]


def local_date(instant: int, zone: str) -> date:
    """Return the day that a calendar in `zone` shows at an instant."""
    return _shown(_within(instant), zone)


def _end_of_days(start: int, sla: Sla, table: Timetable) -> int:
    if not sla.business:
        return _midnight(_local_day(start, table.hours) + sla.days + 1, table.hours)
    if start < table.since or _closing(start, sla.days, table) is None:
        table = _around(
            table.hours, start, lambda wide: _closing(start, sla.days, wide) is not None
        )
    return _closing(start, sla.days, table) or table.until


def _closing(start: int, days: int, table: Timetable) -> int | None:
    """Return when the last of so many business days closes; None when `table` ends before."""
    passed, due, day = 0, start, _local_day(start, table.hours)
    for row in range(bisect_right(table.ends, start), len(table.begins)):
        opened = _local_day(table.begins[row], table.hours)
        passed += opened > day
        if passed > days:
            return due
        day, due = max(day, opened), table.ends[row]
    return None


def _calendar_days(start: int, sla: Sla, hours: OfficeHours) -> tuple[Interval, ...]:
    first = _local_day(start, hours) + 1
    return tuple(
        (_midnight(day, hours), _midnight(day + 1, hours)) for day in range(first, first + sla.days)
    )


def _local_day(instant: int, hours: OfficeHours) -> int:
    """Return the day, as the zone of `hours` counts it, on which an instant lies."""
    return _shown(instant, hours.zone).toordinal()


def _midnight(day: int, hours: OfficeHours) -> int:
    """Return the instant at which a day begins; where spring skips midnight, what follows."""
    begin = datetime.combine(date.fromordinal(day), time(), ZoneInfo(hours.zone))
    return int(begin.timestamp()) * SECOND


def _open_before(table: Timetable, instant: int) -> int:
    row = bisect_right(table.begins, instant) - 1
    if row < 0:
        return 0
    return table.before[row] + min(instant, table.ends[row]) - table.begins[row]


def _around(hours: OfficeHours, start: int, is_enough: Callable[[Timetable], bool]) -> Timetable:
    """Return a table from the year before `start` on that reaches far enough, if any does."""
    year, span = datetime.fromtimestamp(start // SECOND, UTC).year - 1, 2
    table = prepare(hours, year, year + span)
    while not is_enough(table) and year + span < _LAST_YEAR:
        span *= 2
        table = prepare(hours, year, min(year + span, _LAST_YEAR))
    return table


def _shown(instant: int, zone: str) -> date:
    return datetime.fromtimestamp(instant // SECOND, ZoneInfo(zone)).date()


def _within(instant: int) -> int:
    return min(max(instant, _new_year(_FIRST_YEAR)), _new_year(_LAST_YEAR))


def _new_year(year: int) -> int:
    return (date(year, 1, 1).toordinal() - _EPOCH) * DAY


def _offsets(zone: ZoneInfo, since: int, until: int) -> Iterator[tuple[int, int, int]]:
    """Yield `(begin, end, offset)`: the stretches in which the zone's offset stays the same."""
    begin, offset = since, _offset(zone, since)
    for day in range(since, until, DAY):
        if _offset(zone, day + DAY) != offset:
            low, high = day, day + DAY
            while high - low > SECOND:
                middle = (low + high) // 2 // SECOND * SECOND
                if _offset(zone, middle) == offset:
                    low = middle
                else:
                    high = middle
            yield begin, min(high, until), offset
            begin, offset = high, _offset(zone, high)
    if begin < until:
        yield begin, until, offset


def _offset(zone: ZoneInfo, instant: int) -> int:
    moment = datetime.fromtimestamp(instant // SECOND, zone)
    return int((moment.utcoffset() or timedelta()).total_seconds()) * SECOND


def _openings(hours: OfficeHours, begin: int, end: int, offset: int) -> Iterator[Interval]:
    """Yield the openings between two instants in which the zone's offset is `offset`."""
    for day in range((begin + offset) // DAY, (end + offset) // DAY + 1):
        today = date.fromordinal(day + _EPOCH)
        if today in hours.holidays:
            continue
        for opens, closes in hours.week[today.weekday()]:
            start = max(begin, day * DAY + opens * MINUTE - offset)
            stop = min(end, day * DAY + closes * MINUTE - offset)
            if start < stop:
                yield start, stop
