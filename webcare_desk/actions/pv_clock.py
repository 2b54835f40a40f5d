"""By when PV must have a case, and which clock its comment has meanwhile."""

from webcare_desk.actions.base import work_of
from webcare_desk.domain.case_duty import answer_within
from webcare_desk.domain.case_state import WAITS, Wait
from webcare_desk.domain.case_version import CaseStanding, clock_from, runs_from
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.inbox import Status, nearest
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session


def forward_until(read: Reads, standing: CaseStanding) -> int:
    """Return by when PV must have the latest version: as soon as it had to have the first."""
    version, case = read.case_versions(standing.case)[-1], _escalation_of(read, standing)
    began = runs_from(version.kind, version.received_at, version.made_at)
    return began + case.due_at - case.aware_at


def step_until(read: Reads, standing: CaseStanding, within: int) -> int:
    """Return by when the present step is due: to forward it, or PV's answer, for which it has `within`."""
    if WAITS.get(standing.state) is Wait.FORWARD:
        return forward_until(read, standing)
    return clock_from(standing) + within


def set_clock(session: Session, case: int | None, within: int | None = None) -> None:
    """Give a comment that waits for PV the clock of the present step: to forward it, or PV's answer.

    `within` is how long PV has to answer, in microseconds; without it as long as where no plan
    says so. What was reworded keeps the clock of its new words, and what PV answered has none.
    """
    standing = None if case is None else session.case_standing(case)
    if standing is None:
        return
    work = work_of(session, standing.comment)
    if work.status is not Status.ESCALATED or not _escalation_of(session, standing).is_open:
        return
    until = step_until(session, standing, answer_within(None) if within is None else within)
    due = nearest(work.reply_due if work.awaits_reply else None, until)
    session.change(tables.WORK, standing.comment, {"aware_due": until, "due": due})


def _escalation_of(read: Reads, standing: CaseStanding) -> Escalation:
    return next(each for each in read.escalations_of(standing.comment) if each.id == standing.case)
