"""Day zero: when a person on the desk first dealt with a comment (GVP VI.B.7)."""

from typing import Final

from webcare_desk.actions.base import Moment
from webcare_desk.actions.freeze import freeze
from webcare_desk.actions.rewording import came_with
from webcare_desk.actions.with_pv import has_news, is_with_pv
from webcare_desk.domain.awareness import first_act
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.original import Cause
from webcare_desk.store.base import LogFilter, Reads, Session

_ENTRIES: Final = 10_000


def day_zero(read: Reads, work: Work) -> int | None:
    """Return day zero in UTC microseconds: the first look, or the first act without one; else None.

    Where nobody has looked, what was done with other words than these was done with no report.
    """
    if work.aware_at is not None:
        return work.aware_at
    wordings = read.revisions(work.comment)
    since = came_with(read, wordings[-1]) if len(wordings) > 1 else 0
    about = read.entries(LogFilter(subject=work.comment), None, _ENTRIES)
    return first_act(entry for entry in about if entry.seq > since)


def begin(session: Session, moment: Moment, work: Work) -> int:
    """Return day zero; where nobody looked yet the original is frozen, and it may be now."""
    if work.aware_at is None:
        freeze(session, moment, work.comment, Cause.FIRST_VIEW)
    known = day_zero(session, work)
    return moment.at if known is None else known


def clock_from(
    read: Reads, moment: Moment, work: Work, aware_at: int, *, is_called: bool = False
) -> int | None:
    """Return when PV's clock starts that nobody has started yet; None where PV knows it all.

    What PV has answered and was reworded since is new information: its clock runs from the
    first look at that (GVP VI.B.7). What a person has `called` a report after PV took it for none
    was one from day zero on.
    """
    if work.aware_due is not None or not work.queue.is_open:
        return None
    cases = read.escalations_of(work.comment)
    if not cases or (is_called and not is_with_pv(read, work.comment)):
        return aware_at
    return moment.at if has_news(read, cases[-1]) else None
