"""Backups of a desk: what each one is, and which are kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from webcare_desk.domain.spans import HOUR

#: How many hours and how many days have a backup of their own.
HOURS, DAYS = 24, 14
#: A backup is due so many microseconds after the last one.
INTERVAL = HOUR


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a desk; times in UTC microseconds.

    `entries` and `root` are those of its signed head, `last_at` the time of
    its last entry; `forks` is how often that log had gone on under a new name. `problem` is why it cannot even be looked at, or empty; that it
    looks well proves nothing (see `backups.verify`).
    """

    name: str
    made_at: int
    size: int
    entries: int
    root: str
    last_at: int
    problem: str = ""
    forks: int = 0


def kept(moments: Iterable[int]) -> frozenset[int]:
    """Return which backups stay: the last one of each of 24 hours and of 14 days.

    Hours and days in which none was made do not count: a desk that rested for
    a month keeps what it had. Moments in UTC microseconds.
    """
    newest_first = sorted(moments, reverse=True)
    hours = _last_of_each(newest_first, lambda at: at // INTERVAL, HOURS)
    days = _last_of_each(newest_first, lambda at: at // (24 * INTERVAL), DAYS)
    return frozenset(hours + days)


def _last_of_each(newest_first: list[int], span: Callable[[int], int], count: int) -> list[int]:
    last: dict[int, int] = {}
    for at in newest_first:
        last.setdefault(span(at), at)
    return list(last.values())[:count]


_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"desk-(\d{8}T\d{12}Z)\.db")
_ASIDE = re.compile(r"replaced-(\d{8}T\d{12}Z)")


def stamp_of(at: int) -> str:
    """Return a moment (UTC microseconds) as file names have it."""
    whole, rest = divmod(at, 1_000_000)
    return datetime.fromtimestamp(whole, UTC).replace(microsecond=rest).strftime(_STAMP)


def name_of(at: int) -> str:
    """Return the file name of a backup made at a moment (UTC microseconds)."""
    return f"desk-{stamp_of(at)}.db"


def moment_of(name: str) -> int | None:
    """Return when a backup of this name was made, or None: it is no backup's name."""
    return _moment(_NAME.fullmatch(name))


def aside_since(name: str) -> int | None:
    """Return since when a restore has kept a folder of this name aside, or None: it is none."""
    return _moment(_ASIDE.fullmatch(name))


def _moment(matched: re.Match[str] | None) -> int | None:
    if matched is None:
        return None
    try:
        found = datetime.strptime(matched[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return int(found.replace(microsecond=0).timestamp()) * 1_000_000 + found.microsecond
