"""Times as PV reads them: UTC, and the wall clock of the desk's zone beside it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = (datetime(9998, 12, 31, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
_MONTHS = {
    "nl": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


def is_moment(at: int) -> bool:
    """Return whether `at` (UTC microseconds) lies in the years 1970 to 9998."""
    return 0 <= at < _LATEST


def iso(at: int) -> str:
    """Return `at` as ISO 8601 in UTC with microseconds and a `Z`."""
    return f"{_moment(at):%Y-%m-%dT%H:%M:%S.%f}Z"


def utc(at: int, language: str) -> str:
    """Return `at` in UTC to the second, as `26 Oct 2025 00:30:00 UTC`."""
    return f"{_spelled(_moment(at), language)} UTC"


def local(at: int, language: str, zone: str) -> str:
    """Return `at` in a zone with its offset, which tells the doubled hour apart."""
    there = _moment(at).astimezone(ZoneInfo(zone))
    offset = there.strftime("%z")
    return f"{_spelled(there, language)} {offset[:3]}:{offset[3:]}"


def known_zone(name: str) -> str:
    """Return the name of a zone as it is, or raise ValueError."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, OSError) as error:
        msg = "there is no such time zone"
        raise ValueError(msg) from error


def city(zone: str) -> str:
    """Return the city that names a zone, such as `New York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def both(at: int, language: str, zone: str) -> str:
    """Return `at` in UTC, and as the wall clock of a zone shows it."""
    return f"{utc(at, language)} ({city(zone)}: {local(at, language, zone)})"


def _moment(at: int) -> datetime:
    return _EPOCH + timedelta(microseconds=at)


def _spelled(moment: datetime, language: str) -> str:
    month = _MONTHS.get(language, _MONTHS["en"])[moment.month - 1]
    return f"{moment.day} {month} {moment:%Y %H:%M:%S}"
