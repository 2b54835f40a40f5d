"""Fields of a platform's JSON and of our own cursors, checked while they are read."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from webcare_desk.connectors.text import storable
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.errors import ForbiddenError, MalformedError, UncertainError, WithheldError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of

Row = Mapping[str, object]

#: More than any id or time in microseconds; JSON numbers are exact below it.
_LARGEST = 2**53


def row_of(value: object) -> Row:
    """Return a JSON object; `MalformedError` when `value` is none."""
    if not isinstance(value, dict):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The platform's answer is not the object that it documents."
        )
        raise MalformedError(Said.of(msg))
    return value


def rows_of(value: object) -> tuple[Row, ...]:
    """Return a JSON list of objects; `MalformedError` when `value` is none."""
    if not isinstance(value, list):
        msg = QT_TRANSLATE_NOOP("Said", "The platform's answer is not the list that it documents.")
        raise MalformedError(Said.of(msg))
    return tuple(map(row_of, value))


def integer(row: Row, name: str) -> int:
    """Return a whole number of at least 0."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _LARGEST:
        raise MalformedError(Said.of(_BAD_FIELD, name=name))
    return value


def instant(row: Row, name: str) -> int:
    """Return a time in UTC microseconds, or 0: a wrong date must not keep a whole page out."""
    try:
        return integer(row, name)
    except MalformedError:
        return 0


def words(row: Row, name: str) -> str:
    """Return a text, made storable."""
    value = row.get(name)
    if not isinstance(value, str):
        raise MalformedError(Said.of(_BAD_FIELD, name=name))
    return storable(value)


def words_if_any(row: Row, name: str) -> str:
    """Return a text, or an empty one where a platform leaves it out."""
    return "" if row.get(name) is None else words(row, name)


def readable(
    rows: Sequence[Row], read: Callable[[Row], RemoteComment], number: str
) -> tuple[tuple[RemoteComment, ...], str | None]:
    """Return the comments that can be read, and a sentence that names the others by `number`.

    One that a plugin of the site spoils keeps no other out. Where not one of many can be read
    it is the platform: MalformedError, so that they are read once it is mended.
    """
    comments: list[RemoteComment] = []
    odd: list[tuple[int, MalformedError]] = []
    for row in rows:
        try:
            comments.append(read(row))
        except MalformedError as error:
            odd.append((integer(row, number), error))
    if len(odd) == len(rows) > _MANY:
        raise odd[0][1]
    named = ", ".join(str(each) for each, _ in odd[:5])
    if not odd:
        return tuple(comments), None
    return tuple(comments), Said.of(_ODD, count=len(odd), named=named, why=reason_of(odd[0][1]))


def flag(row: Row, name: str) -> bool:
    """Return a yes or no."""
    value = row.get(name)
    if not isinstance(value, bool):
        raise MalformedError(Said.of(_BAD_FIELD, name=name))
    return value


def place_of(cursor: str | None, names: Sequence[str]) -> dict[str, int]:
    """Return the numbers of a cursor, all 0 at the start of a source."""
    if cursor is None:
        return dict.fromkeys(names, 0)
    try:
        row = row_of(json.loads(cursor))
        return {name: integer(row, name) for name in names}
    except (ValueError, RecursionError, MalformedError):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The source of this name was of another kind: give this one another name."
        )
        raise MalformedError(Said.of(msg)) from None


@contextmanager
def after_write(host: str) -> Iterator[None]:
    """Read the answer to a write: where it is malformed, the write may have been done."""
    try:
        yield
    except MalformedError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{host} gave an unreadable answer; it may have done what was asked."
        )
        raise UncertainError(Said.of(msg, host=host)) from error


def require_confirmation(*, confirmed: bool) -> None:
    """Refuse a deletion that nobody confirmed, whatever the types promised."""
    if confirmed is not True:
        msg = QT_TRANSLATE_NOOP("Said", "A deletion needs a person's confirmation.")
        raise ForbiddenError(Said.of(msg))


def withheld(host: str) -> WithheldError:
    """Return what is wrong with a reply that the platform has and the public cannot read."""
    msg = QT_TRANSLATE_NOOP("Said", "{host} has the reply and does not show it to the public.")
    return WithheldError(Said.of(msg, host=host))


_MANY = 20
_ODD = QT_TRANSLATE_NOOP(
    "Said", "Comments that cannot be read: {count} ({named}). Look at them on the site. {why}"
)
_BAD_FIELD = QT_TRANSLATE_NOOP("Said", "The platform's answer has no usable field {name!r}.")
