"""Lengths of time in microseconds, as every instant is counted."""

from typing import Final

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
WEEK: Final = 7 * DAY


def spelled(span: int) -> str:
    """Return a length of time in words, rounded up: it is told to somebody who waits."""
    for unit, name in ((HOUR, "hours"), (MINUTE, "minutes")):
        if span > 2 * unit:
            return f"{-(-span // unit)} {name}"
    return f"{-(-span // SECOND)} seconds"
