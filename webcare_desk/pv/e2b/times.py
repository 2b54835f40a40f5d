"""Dates and times of a message: HL7's TS, as exact as they are known.

`CCYY[MM[DD[hhmm[ss[.f]]][±hhmm]]]`; what is written here carries the offset of the place, which
tells the two hours apart that an autumn night has.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

_FORM = re.compile(
    r"(?P<year>\d{4})((?P<month>\d{2})((?P<day>\d{2})((?P<hour>\d{2})((?P<minute>\d{2})"
    r"((?P<second>\d{2})(\.(?P<fraction>\d+))?)?)?((?P<sign>[+-])(?P<zh>\d{2})(?P<zm>\d{2}))?)?)?)?",
    re.ASCII,
)
_STEPS = ("year", "month", "day", "hour", "minute", "second")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Where the day begins first on earth: a time without an offset is not future there.
_FIRST = timezone(timedelta(hours=14))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time of a message: the moment at which it begins, and how exact it is."""

    begins: datetime
    precision: str
    has_offset: bool

    def is_at_least(self, precision: str) -> bool:
        """Say whether it is as exact as `precision` asks."""
        return _STEPS.index(self.precision) >= _STEPS.index(precision)


def stamp(text: str) -> Stamp | None:
    """Return the time that a text tells, or None when it is no time of the calendar."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    numbers = [int(found[step]) for step in _STEPS if found[step] is not None]
    filled = numbers + [1, 1, 1, 0, 0, 0][len(numbers) :]
    year, month, day, hour, minute, second = filled
    zone = _FIRST
    if found["sign"]:
        offset = timedelta(hours=int(found["zh"]), minutes=int(found["zm"]))
        if offset > timedelta(hours=14):
            return None
        zone = timezone(offset if found["sign"] == "+" else -offset)
    try:
        exact = int(f"{found['fraction'] or '':0<6.6}")
        begins = datetime(year, month, day, hour, minute, second, exact, tzinfo=zone)
        begins.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Stamp(begins, _STEPS[len(numbers) - 1], has_offset=bool(found["sign"]))


def written(at: int, zone: str) -> str:
    """Return a moment (UTC microseconds) to the second, as a clock in `zone` shows it."""
    local = (_EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(zone))
    return local.strftime("%Y%m%d%H%M%S%z")


def moment(at: int) -> datetime:
    """Return UTC microseconds as a moment."""
    return _EPOCH + timedelta(microseconds=at)
