"""How a time reads: what is left until it is due, how long ago it was, when it is.

Every instant comes in UTC microseconds and is shown in the machine's own zone; days that are counted are of the desk's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from webcare_desk.domain.sla import local_date
from webcare_desk.domain.spans import DAY, HOUR, MINUTE, WEEK


class Urgency(StrEnum):
    """How near a due time is: past, within the hour, or later."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left until something is due, in words; `shorter` are those for less and less room."""

    text: str
    urgency: Urgency
    shorter: tuple[str, ...] = ()


def span(length: int) -> str:
    """Return a length of time in its two largest units, from two days on in days."""
    if length >= 2 * DAY:
        return QCoreApplication.translate("Clock", "{days} d").format(days=length // DAY)
    if length >= DAY:
        text = QCoreApplication.translate("Clock", "{days} d {hours} h")
        return text.format(days=length // DAY, hours=length % DAY // HOUR)
    if length >= HOUR:
        text = QCoreApplication.translate("Clock", "{hours} h {minutes} min")
        return text.format(hours=length // HOUR, minutes=length % HOUR // MINUTE)
    if length < MINUTE:
        return QCoreApplication.translate("Clock", "<1 min")
    return QCoreApplication.translate("Clock", "{minutes} min").format(minutes=length // MINUTE)


def roughly(length: int) -> str:
    """Return a length of time without minutes from two hours on: as much as a row has room for."""
    if 2 * HOUR <= length < 2 * DAY:
        return QCoreApplication.translate("Clock", "{hours} h").format(hours=length // HOUR)
    return span(length)


def _briefly(length: int) -> str:
    """Return a length of time in its largest unit alone."""
    if length >= DAY:
        return QCoreApplication.translate("Clock", "{days} d").format(days=length // DAY)
    if length >= HOUR:
        return QCoreApplication.translate("Clock", "{hours} h").format(hours=length // HOUR)
    return span(length)


def left(due: int, now: int, said: Callable[[int], str] = span) -> Left:
    """Return `3 h 12 min`, or `5 min late` once the due time has passed; `said` is the length in words."""
    if due < now:
        late = QCoreApplication.translate("Clock", "{time} late")
        brief = _briefly(now - due)
        shorter = (late.format(time=brief), f"\N{MINUS SIGN}{brief}")
        return Left(late.format(time=said(now - due)), Urgency.OVERDUE, shorter)
    urgency = Urgency.SOON if due - now < HOUR else Urgency.LATER
    return Left(said(due - now), urgency, (_briefly(due - now),))


def ago(at: int, now: int) -> str:
    """Return how long ago something was, and after a week its date."""
    length = now - at
    if length < MINUTE:
        return QCoreApplication.translate("Clock", "now")
    if length < HOUR:
        return span(length)
    if length < DAY:
        return QCoreApplication.translate("Clock", "{hours} h").format(hours=length // HOUR)
    if length < WEEK:
        return QCoreApplication.translate("Clock", "{days} d").format(days=length // DAY)
    return _date(_local(at))


def since(at: int, now: int) -> str:
    """Return `5 min ago` as it stands in a sentence, within a minute `just now`, after a week its date."""
    words = QCoreApplication.translate("Clock", "{time} ago")
    if now - at < MINUTE:
        words = QCoreApplication.translate("Clock", "just now")
    elif now - at >= WEEK:
        words = QCoreApplication.translate("Clock", "on {time}")
    return words.format(time=ago(at, now))


def moment(at: int) -> str:
    """Return date, time and zone of an instant, such as `21 Nov 2026 14:20 CET`."""
    local = _local(at)
    return f"{_date(local)} {local:%H:%M %Z}"


def day_after(at: int, days: int, zone: str) -> str:
    """Return the date that many calendar days after that of an instant, as `zone` counts them."""
    return date_words(local_date(at, zone) + timedelta(days=days))


def time_of_day(at: int) -> str:
    """Return the time of an instant to the second, such as `14:20:05`."""
    return f"{_local(at):%H:%M:%S}"


def _local(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1_000_000).astimezone()


def date_words(day: date) -> str:
    """Return a date as it is read, such as `22 Nov 2026`."""
    return _date(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - a date has no zone


def _date(local: datetime) -> str:
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMM yyyy")
