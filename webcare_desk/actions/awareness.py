"""Day zero: when a person on the desk first dealt with a comment (GVP VI.B.7)."""

from typing import Final

from webcare_desk.actions.base import Moment
from webcare_desk.actions.freeze import freeze
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.original import Cause
from webcare_desk.store.base import LogFilter, Reads, Session

_ENTRIES: Final = 10_000


def day_zero(read: Reads, work: Work) -> int | None:
    """Return day zero in UTC microseconds: the first look, or the first act without one; else None."""
    if work.aware_at is not None:
        return work.aware_at
    about = read.entries(LogFilter(subject=work.comment), None, _ENTRIES)
    return min((entry.at for entry in about if entry.role != Role.SYSTEM), default=None)


def begin(session: Session, moment: Moment, work: Work) -> int:
    """Return day zero; where nobody looked yet the original is frozen, and it may be now."""
    if work.aware_at is None:
        freeze(session, moment, work.comment, Cause.FIRST_VIEW)
    known = day_zero(session, work)
    return moment.at if known is None else known
