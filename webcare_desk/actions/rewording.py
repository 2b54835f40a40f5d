"""Whether a comment got other words after an act, by the order of the log.

A clock that is set right makes the later of two times the earlier one; the log has no such doubt.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.comment import Comment, Revision, reworded_since
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads

#: More entries about one comment than there are.
_MOST: Final = 10_000


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


def was_answered(read: Reads, work: Work) -> bool:
    """Say whether a reply to the present words was read back, and none is due any more."""
    return work.reply_due is None and any(
        delivery.kind is DeliveryKind.REPLY
        and delivery.state is DeliveryState.VERIFIED
        and not reworded_after(read, work.comment, delivery.queued_at)
        for delivery in read.deliveries_of(work.comment)
    )


def came_with(read: Reads, wording: Revision) -> int:
    """Return the number of the entry with which a wording came in, 0 where the log has none."""
    return _place(read, _brought(wording))


def owed_since(read: Reads, comment: int) -> int:
    """Return since when a comment stands where it does by its words alone; 0: since it came.

    Words that leave it where it was owed a reply already do not put that off.
    """
    entry = _moved_by(read, comment)
    return 0 if entry is None else entry.at


def reply_from(read: Reads, comment: Comment) -> int:
    """Return from when a reply to a comment is counted: its posting, or the words that moved it."""
    return max(comment.posted_at, owed_since(read, comment.id))


def put_off_none(read: Reads, work: Work, due: int | None) -> int | None:
    """Return when a reply is due that is counted from later words: what was due before them stays due."""
    entry = _moved_by(read, work.comment) if work.awaits_reply and due is not None else None
    if entry is None:
        return due
    since = read.entries(LogFilter(subject=work.comment, since=entry.at), None, _MOST)
    later = [each for each in reversed(since) if each.seq > entry.seq]
    changes = (_work_of(each, work.comment).get("reply_due") for each in (entry, *later))
    before = next((each[0] for each in changes if isinstance(each, list | tuple)), work.reply_due)
    return min(due, before) if due is not None and isinstance(before, int) else due


def owed_with(read: Reads, comment: int) -> int:
    """Return the number of the entry since which it stands there; 0: since it came."""
    entry = _moved_by(read, comment)
    return 0 if entry is None else entry.seq


def _moved_by(read: Reads, comment: int) -> AuditEntry | None:
    """Return the last entry with other words that moved a comment; None where none has."""
    wordings = read.revisions(comment)[1:]
    brought = (
        entry for each in reversed(wordings) for entry in read.entries(_brought(each), None, 1)
    )
    return next((entry for entry in brought if _moves(entry, comment)), None)


def _moves(entry: AuditEntry, comment: int) -> bool:
    return _is_anew(_work_of(entry, comment))


def _work_of(entry: AuditEntry, comment: int) -> Mapping[str, object]:
    """Return what an entry changed in the work on a comment."""
    work = (tables.WORK.name, comment)
    return next((columns for *row, columns in entry.changes if tuple(row) == work), {})


def _is_anew(columns: Mapping[str, object]) -> bool:
    due = columns.get("reply_due")
    return "queue" in columns or (isinstance(due, list | tuple) and due[0] is None)


def _brought(wording: Revision) -> LogFilter:
    at = wording.seen_at
    return LogFilter(action="ingest", since=at, until=at + 1)


def _place(read: Reads, chosen: LogFilter) -> int:
    return next((entry.seq for entry in read.entries(chosen, None, 1)), 0)
