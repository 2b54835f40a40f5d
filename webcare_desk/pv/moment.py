"""Times as PV reads them: UTC, and the wall clock of Amsterdam beside it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

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


def amsterdam(at: int, language: str) -> str:
    """Return `at` in Amsterdam with its offset, which tells the doubled hour apart.

    The paper names the city beside it, whatever the zone of the desk: a frozen case has none. PV
    counts its days from the report (C.1.4), whose dates are the desk's.
    """
    local = _moment(at).astimezone(ZoneInfo("Europe/Amsterdam"))
    offset = local.strftime("%z")
    return f"{_spelled(local, language)} {offset[:3]}:{offset[3:]}"


def _moment(at: int) -> datetime:
    return _EPOCH + timedelta(microseconds=at)


def _spelled(moment: datetime, language: str) -> str:
    month = _MONTHS.get(language, _MONTHS["en"])[moment.month - 1]
    return f"{moment.day} {month} {moment:%Y %H:%M:%S}"
