"""Coverage hour by hour: each source, what was screened, and who was on duty."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from webcare_desk.domain.comment import IMPORTED
from webcare_desk.domain.coverage import ALLOWED, CoverHour, HourState, Part, Poll, cover_hour
from webcare_desk.domain.spans import HOUR
from webcare_desk.store import tables
from webcare_desk.store.base import Reads


def watched(read: Reads, configured: Iterable[str]) -> dict[str, int | None]:
    """Return the sources of the settings, then those taken out of them, with when that was.

    A source that was taken out ends with its last poll, or with the gap that was noted then.
    """
    ends: dict[str, int | None] = dict.fromkeys(configured)
    for first in read.polls_between(0, 0):
        name = first.coverage.source
        if name not in ends and not name.startswith(IMPORTED):
            ends[name] = read.coverage(name, 1)[0].ended_at
    return ends


def cover_hours(
    read: Reads, sources: Mapping[str, int | None], since: int, until: int, now: int
) -> list[CoverHour]:
    """Return every whole hour from `since` up to `until` for each source, the oldest first.

    Times in UTC microseconds; an hour begins at `since` and each hour after it. A source that
    was taken out has those from its first poll to its end.
    """
    polls = _in_parts(read, read.polls_between(since - ALLOWED, until), since, until)
    shifts = read.shifts(since, until)
    of: dict[str, list[Poll]] = {name: [] for name in sources}
    for each in polls:
        if each.coverage.source in of:
            of[each.coverage.source].append(each)
    found = [
        cover_hour(name, begins, of[name], shifts, now if end is None else min(end, now))
        for begins in range(since, until, HOUR)
        for name, end in sources.items()
        if end is None or begins < end
    ]
    before = HourState.BEFORE
    return [each for each in found if each.state is not before or sources[each.source] is None]


def _in_parts(read: Reads, polls: list[Poll], since: int, until: int) -> list[Poll]:
    """Return polls, a gap that lasts over an hour's end with what the log says each poll read.

    Such is every poll of a platform where the account may not read everything.
    """

    def hour(at: int) -> int:
        return (at - since) // HOUR

    long = {
        each.id
        for each in polls
        if each.coverage.seen and hour(each.coverage.ended_at) > hour(each.coverage.began_at)
    }
    placed = read.entries_between(since, until) if long else None
    if placed is None:
        return polls
    parts: dict[int, list[Part]] = {row: [Part(since - 1, 0, 0)] for row in long}
    for entry in read.entries_among({"record-coverage"}, *placed):
        for table, key, columns in entry.changes:
            if table == tables.COVERAGE.name and key in long:
                grown = (_grown(columns.get(name)) for name in ("seen", "added"))
                parts[key].append(Part(entry.at, *grown))
    return [replace(each, parts=tuple(parts.get(each.id, ()))) for each in polls]


def _grown(change: object) -> int:
    """Return by how much a count grew, by what was before and what is after."""
    before, after = change if isinstance(change, list | tuple) else (0, 0)
    return int(after or 0) - int(before or 0)
