"""Lengths of time in microseconds, as every instant is counted."""

from typing import Final

from webcare_desk.said import QT_TRANSLATE_NOOP, Said

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
WEEK: Final = 7 * DAY
_UNITS: Final = (
    (HOUR, QT_TRANSLATE_NOOP("Said", "{count} hours")),
    (MINUTE, QT_TRANSLATE_NOOP("Said", "{count} minutes")),
)
_SECONDS: Final = QT_TRANSLATE_NOOP("Said", "{count} seconds")


def spelled(span: int) -> Said:
    """Return a length of time in words, rounded up: it is told to somebody who waits."""
    for unit, words in _UNITS:
        if span > 2 * unit:
            return Said.of(words, count=-(-span // unit))
    return Said.of(_SECONDS, count=-(-span // SECOND))
