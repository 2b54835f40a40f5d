"""Which column of an export means what, and how its dates are written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from webcare_desk.errors import UsageError

#: Two ways of writing a moment; any other `date_format` is one of strptime.
ISO_8601, EPOCH = "iso-8601", "epoch"

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM, _MICROSECONDS_FROM = 10**11, 10**14
_DATE_FORMATS = (
    ISO_8601,
    EPOCH,
    *(f"%d{sign}%m{sign}%Y {time}" for sign in "-/." for time in ("%H:%M", "%H:%M:%S")),
    *(f"%m/%d/%Y {time}" for time in ("%H:%M", "%H:%M:%S", "%I:%M %p")),
    *(f"%d{sign}%m{sign}%Y" for sign in "-/."),
)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns of an export by their meaning; an empty name means none.

    `zone` (IANA) is for dates that do not tell their own.
    """

    text: str
    posted_at: str
    id: str = ""
    author: str = ""
    thread: str = ""
    parent: str = ""
    link: str = ""
    date_format: str = ISO_8601
    zone: str = "UTC"


def guess_mapping(
    header: Sequence[str], samples: Sequence[Mapping[str, str]] = ()
) -> ColumnMapping:
    """Guess the mapping from the columns' names, and the date format from rows.

    `UsageError` when no column looks like the text or the date; a person
    looks at the guess in a preview.
    """
    found = {meaning: _column(names, header) for meaning, names in _NAMES.items()}
    for meaning, column in found.items():
        if not column and meaning in {"text", "posted_at"}:
            msg = f"No column looks like the {_MEANINGS[meaning]}; name it yourself."
            raise UsageError(msg)
    dates = [row.get(found["posted_at"], "").strip() for row in samples]
    return ColumnMapping(**found, date_format=_date_format([date for date in dates if date]))


def check_mapping(mapping: ColumnMapping, header: Sequence[str]) -> None:
    """Raise `UsageError` when a column is missing or twice there, or a zone unknown."""
    for meaning in _NAMES:
        column = getattr(mapping, meaning)
        times = list(header).count(column)
        if column and times != 1:
            said = "two columns have this name" if times else "there is no such column"
            msg = f"The column {column!r} cannot be the {_MEANINGS[meaning]}: {said}."
            raise UsageError(msg)
    if not (mapping.text and mapping.posted_at):
        msg = "Name the columns that hold the text and the date."
        raise UsageError(msg)
    moment_of("", mapping)


def moment_of(text: str, mapping: ColumnMapping) -> int | None:
    """Return a date in UTC microseconds, or None when it is not written so.

    Of the hour that comes twice in autumn the first is meant.
    """
    try:
        zone = ZoneInfo(mapping.zone)
    except (KeyError, ValueError, OSError) as error:
        msg = f"There is no time zone {mapping.zone!r}; an example is Europe/Amsterdam."
        raise UsageError(msg) from error
    try:
        moment = _parsed(text.strip(), mapping.date_format)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        microseconds = (aware - _START) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return None
    except re.error as error:
        raise UsageError(_twice(mapping.date_format)) from error
    return microseconds if microseconds >= 0 else None


def _parsed(text: str, date_format: str) -> datetime:
    if date_format == EPOCH:
        return _START + timedelta(microseconds=_epoch(text))
    if date_format == ISO_8601:
        if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return datetime.fromisoformat(text)
    return datetime.strptime(text, date_format)  # noqa: DTZ007 - the caller gives the zone


def _twice(date_format: str) -> str:
    """Say which part of a date a format tells twice: strptime itself only breaks on it."""
    told = re.findall(r"%[A-Za-z]", date_format)
    part = next((each for each in told if told.count(each) > 1), "a part of the date")
    return (
        f"The date format {date_format!r} cannot be: {part} stands twice in it. "
        "The month is %m, the minute %M."
    )


def _epoch(text: str) -> int:
    """Return microseconds: the size of the number tells seconds from smaller units."""
    found = re.fullmatch(r"([0-9]{9,16})(?:\.([0-9]{1,6})[0-9]*)?", text)
    if not found:
        raise ValueError(text)
    whole = int(found[1])
    if whole >= _MICROSECONDS_FROM:
        return whole
    if whole >= _MILLISECONDS_FROM:
        return whole * 1000
    return whole * 1_000_000 + int((found[2] or "").ljust(6, "0"))


def _date_format(dates: Sequence[str]) -> str:
    for date_format in _DATE_FORMATS:
        mapping = ColumnMapping("text", "date", date_format=date_format)
        if all(moment_of(date, mapping) is not None for date in dates):
            return date_format
    return ISO_8601


def _column(names: str, header: Sequence[str]) -> str:
    plain = {re.sub(r"[^a-z]", "", column.lower()): column for column in reversed(header)}
    return next((plain[name] for name in names.split() if name in plain), "")


#: Names that listening tools give to their columns, best first, letters only.
_NAMES = {
    "text": (
        "text message comment content body fulltext posttext commenttext mention snippet "
        "tekst bericht reactie inhoud"
    ),
    "posted_at": (
        "postedat createdat publishedat datetime timestamp createdtime date published created "
        "time datum tijdstip geplaatstop"
    ),
    "id": "id commentid messageid postid mentionid uid remoteid externalid reactieid",
    "author": "author authorname username user name handle from sender auteur naam",
    "thread": "thread threadid conversationid topic postid discussion gesprek onderwerp",
    "parent": "parent parentid inreplyto replyto parentcommentid antwoordop",
    "link": "link url permalink commenturl posturl",
}
_MEANINGS = {
    "text": "text",
    "posted_at": "date",
    "id": "id",
    "author": "author",
    "thread": "thread",
    "parent": "comment that is answered",
    "link": "link",
}
