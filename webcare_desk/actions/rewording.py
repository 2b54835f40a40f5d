"""Whether a comment got other words after an act, by the order of the log.

A clock that is set right makes the later of two times the earlier one; the log has no such doubt.
"""

from dataclasses import replace

from webcare_desk.domain.comment import Revision, reworded_since
from webcare_desk.store.base import LogFilter, Reads


def reworded_after(read: Reads, comment: int, at: int) -> bool:
    """Say whether a comment has other words than when the act of `at` was done with it.

    Where the log does not tell both, the times have to.
    """
    wordings = read.revisions(comment)
    if len(wordings) <= 1:
        return False
    acted = _place(read, LogFilter(subject=comment, since=at, until=at + 1))
    came = [came_with(read, each) for each in wordings]
    if not acted or not all(came):
        return reworded_since(wordings, at)
    return reworded_since(
        [replace(each, seen_at=seq) for each, seq in zip(wordings, came, strict=True)], acted
    )


def came_with(read: Reads, wording: Revision) -> int:
    """Return the number of the entry with which a wording came in, 0 where the log has none."""
    at = wording.seen_at
    return _place(read, LogFilter(action="ingest", since=at, until=at + 1))


def _place(read: Reads, chosen: LogFilter) -> int:
    return next((entry.seq for entry in read.entries(chosen, None, 1)), 0)
