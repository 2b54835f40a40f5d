"""Which column of an export means what, and how its dates are written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Two ways of writing a moment; any other `date_format` is one of strptime.
ISO_8601, EPOCH = "iso-8601", "epoch"

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM, _MICROSECONDS_FROM = 10**11, 10**14
_DAYS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%m-%d-%Y", "%m/%d/%Y")
#: What is tried first stands first; the desk is a Dutch one, and AM and PM are American.
_DATE_FORMATS = (
    ISO_8601,
    EPOCH,
    *(f"{day} {time}" for time in ("%H:%M", "%H:%M:%S") for day in _DAYS),
    *(f"{day} {time}" for time in ("%I:%M %p", "%I:%M:%S %p") for day in reversed(_DAYS)),
    *_DAYS,
)
#: A time of day in a date; a column of times beside such dates is another one's.
_TIMED = re.compile(r":|^\s*\d{9}")
#: A format that fits none of so many dates is not looked at in the others.
_TRIED = 200
#: Columns that a sentence names before it says that there are more.
_NAMED = 10
_DOUBT = (
    "The dates were read as {}, but no day in the file is above 12: {} fits as well. "
    "Say which with --date-format."
)
_NO_ZONE = (
    "Dates in the file do not tell their time zone; those were read as UTC. "
    "Say which with --zone, such as UTC or Europe/Amsterdam."
)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns of an export by their meaning; an empty name means none.

    `time` is for a time of day that does not stand with the date: it is read behind it. `zone`
    (IANA) is for dates that do not tell their own, `encoding` for a file in which the desk would
    find another one. `doubt` is a sentence about what was guessed, or empty.
    """

    text: str
    posted_at: str
    id: str = ""
    author: str = ""
    thread: str = ""
    parent: str = ""
    link: str = ""
    time: str = ""
    date_format: str = ISO_8601
    zone: str = "UTC"
    encoding: str = ""
    doubt: str = ""


def guess_mapping(
    header: Sequence[str],
    rows: Iterable[Mapping[str, str]] = (),
    named: Mapping[str, str] = MappingProxyType({}),
) -> ColumnMapping:
    """Guess what nobody `named`: the columns by their names, how dates are written by all rows.

    `UsageError` when no column looks like the text or the date; a person looks at the guess
    in a preview. The rows are gone through several times.
    """
    filled = {name for row in rows for name, value in row.items() if value.strip()}
    in_use = [column for column in header if column in filled]
    guessed = {
        meaning: _column(names, in_use) or _column(names, header)
        for meaning, names in _NAMES.items()
    }
    found = guessed | dict(named)
    for meaning in ("text", "posted_at"):
        if not found[meaning]:
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "No column looks like the {meaning}; name it yourself. "
                "The first line of a table names its columns, here: {columns}.",
            )
            told = Said.of(_MEANINGS[meaning])
            raise UsageError(Said.of(msg, meaning=told, columns=_shown(header)))
    day, time = found["posted_at"], found["time"]
    if "time" not in named and not _is_beside(rows, day, time):
        found["time"] = time = ""
    dates = list(dict.fromkeys(joined(row.get(day, ""), row.get(time, "")) for row in rows))
    doubts = []
    if "date_format" not in found:
        found["date_format"], doubt = _date_format([each for each in dates if each])
        doubts.append(doubt)
    if "zone" not in found and _tell_no_zone(dates, found["date_format"]):
        doubts.append(_NO_ZONE)
    return ColumnMapping(**found, doubt=" ".join(filter(None, doubts)))


def _shown(header: Sequence[str]) -> str:
    """Name what was taken for the columns: titles may stand above the line with their names."""
    more = " …" if len(header) > _NAMED else ""
    return " · ".join(each[:40] for each in header[:_NAMED]) + more


def check_mapping(mapping: ColumnMapping, header: Sequence[str]) -> None:
    """Raise `UsageError` when a column is missing or twice there, or a zone unknown."""
    for meaning in _NAMES:
        column = getattr(mapping, meaning)
        times = list(header).count(column)
        if column and times != 1:
            said = Said.of(_TWO_COLUMNS if times else _NO_COLUMN, columns=_shown(header))
            msg = QT_TRANSLATE_NOOP(
                "Said", "The column {column!r} cannot be the {meaning}: {said}."
            )
            raise UsageError(
                Said.of(msg, column=column, meaning=Said.of(_MEANINGS[meaning]), said=said)
            )
    if not (mapping.text and mapping.posted_at):
        msg = QT_TRANSLATE_NOOP("Said", "Name the columns that hold the text and the date.")
        raise UsageError(Said.of(msg))
    moment_of("", mapping)


def joined(date: str, time: str) -> str:
    """Return a date as a row has it, its time of day behind it where that has its own column."""
    return f"{date.strip()} {time.strip()}".strip()


def untimed(mapping: ColumnMapping) -> ColumnMapping:
    """Return how a row is read whose column of times is empty: by its day alone."""
    return replace(mapping, date_format=re.split(r"\s*%[HI]", mapping.date_format)[0])


def moment_of(text: str, mapping: ColumnMapping) -> int | None:
    """Return a date in UTC microseconds, below 0 before 1970, or None when it is not written so.

    Of the hour that comes twice in autumn the first is meant.
    """
    try:
        zone = ZoneInfo(mapping.zone)
    except (KeyError, ValueError, OSError) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no time zone {zone!r}; an example is Europe/Amsterdam."
        )
        raise UsageError(Said.of(msg, zone=mapping.zone)) from error
    try:
        moment = _parsed(text.strip(), mapping.date_format)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        microseconds = (aware - _START) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return None
    except re.error as error:
        raise UsageError(_twice(mapping.date_format)) from error
    return microseconds


def _parsed(text: str, date_format: str) -> datetime:
    if date_format == EPOCH:
        return _START + timedelta(microseconds=_epoch(text))
    if date_format == ISO_8601:
        if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return datetime.fromisoformat(text)
    return datetime.strptime(text, date_format)  # noqa: DTZ007 - the caller gives the zone


def _is_beside(rows: Iterable[Mapping[str, str]], day: str, time: str) -> bool:
    """Say whether a column has the times of dates that tell none themselves."""
    is_another = time not in {"", day} and any(":" in row.get(time, "") for row in rows)
    return is_another and not any(_TIMED.search(row.get(day, "")) for row in rows)


def _twice(date_format: str) -> Said:
    """Say which part of a date a format tells twice: strptime itself only breaks on it."""
    told = re.findall(r"%[A-Za-z]", date_format)
    some = Said.of(QT_TRANSLATE_NOOP("Said", "a part of the date"))
    part = next((each for each in told if told.count(each) > 1), some)
    cannot = QT_TRANSLATE_NOOP(
        "Said",
        "The date format {format!r} cannot be: {part} stands twice in it. "
        "The month is %m, the minute %M.",
    )
    return Said.of(cannot, format=date_format, part=part)


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


def _date_format(dates: Sequence[str]) -> tuple[str, str]:
    """Return how most of the dates are written, and a sentence where that is in doubt."""
    some = dates[:_TRIED]
    able = [each for each in _DATE_FORMATS if any(_is_written(date, each) for date in some)]
    fits = {each: sum(_is_written(date, each) for date in dates) for each in able}
    best = max(fits, key=lambda each: (fits[each], _order(each, fits)), default=ISO_8601)
    other = re.sub("%[dm]", lambda found: "%m" if found[0] == "%d" else "%d", best)
    if other == best or fits.get(other) != fits[best] or _order(other, fits) < _order(best, fits):
        return best, ""
    return best, _DOUBT.format(best, other)


def _order(date_format: str, fits: Mapping[str, int]) -> int:
    """Return how many dates have day and month in this order, whatever way their time is written."""
    day = date_format[:8]
    return sum(count for each, count in fits.items() if each.startswith(day))


def _tell_no_zone(dates: Iterable[str], date_format: str) -> bool:
    """Say whether some date that can be read leaves open of which zone it is."""
    return any(_zone_told(date, date_format) is False for date in dates)


def _zone_told(date: str, date_format: str) -> bool | None:
    """Say whether a date tells its zone; None where it cannot be read."""
    try:
        return _parsed(date, date_format).tzinfo is not None
    except (ValueError, OverflowError, re.error):
        return None


def _is_written(date: str, date_format: str) -> bool:
    found = moment_of(date, ColumnMapping("text", "date", date_format=date_format))
    return found is not None and found >= 0


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
    "time": "time tijd tijdstip timeofday postedtime createdtime publishedtime uur",
    "id": "id commentid messageid postid mentionid uid remoteid externalid reactieid",
    "author": "author authorname username user name handle from sender auteur naam",
    "thread": "thread threadid conversationid topic postid discussion gesprek onderwerp",
    "parent": "parent parentid inreplyto replyto parentcommentid antwoordop",
    "link": "link url permalink commenturl posturl",
}
_MEANINGS = {
    "text": QT_TRANSLATE_NOOP("Said", "text"),
    "posted_at": QT_TRANSLATE_NOOP("Said", "date"),
    "time": QT_TRANSLATE_NOOP("Said", "time of day"),
    "id": QT_TRANSLATE_NOOP("Said", "id"),
    "author": QT_TRANSLATE_NOOP("Said", "author"),
    "thread": QT_TRANSLATE_NOOP("Said", "thread"),
    "parent": QT_TRANSLATE_NOOP("Said", "comment that is answered"),
    "link": QT_TRANSLATE_NOOP("Said", "link"),
}
_TWO_COLUMNS = QT_TRANSLATE_NOOP("Said", "two columns have this name")
_NO_COLUMN = QT_TRANSLATE_NOOP(
    "Said",
    "there is no such column. The first line of a table names its columns, here: {columns}",
)
