"""Coverage hour by hour: each source, what was screened, and who was on duty."""

from collections.abc import Iterable

from webcare_desk.domain.comment import IMPORTED
from webcare_desk.domain.coverage import HOUR, CoverHour, Poll, cover_hour
from webcare_desk.store.base import Reads


def watched(read: Reads, configured: Iterable[str]) -> list[str]:
    """Return the sources of the settings, or else those that were read but are no files."""
    found = dict.fromkeys(each.source for each in read.coverage())
    return list(configured) or [each for each in found if not each.startswith(IMPORTED)]


def cover_hours(
    read: Reads, sources: Iterable[str], since: int, until: int, now: int
) -> list[CoverHour]:
    """Return every whole hour from `since` up to `until` for each source, the oldest first.

    Times in UTC microseconds; an hour begins at `since` and each hour after it.
    """
    polls, shifts = read.polls_between(since, until), read.shifts(since, until)
    of: dict[str, list[Poll]] = {name: [] for name in sources}
    for each in polls:
        if each.coverage.source in of:
            of[each.coverage.source].append(each)
    return [
        cover_hour(name, begins, of[name], shifts, now)
        for begins in range(since, until, HOUR)
        for name in of
    ]
