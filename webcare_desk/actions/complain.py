"""A quality complaint goes a second way: to the quality department, beside PV's packet."""

from collections.abc import Collection

from webcare_desk.actions.base import Moment
from webcare_desk.actions.outbound import queue
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import Filing
from webcare_desk.domain.finding import COMPLAINTS, Context
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.store.base import Reads, Session

_NOT_SAID = frozenset({Context.NEGATED, Context.HYPOTHETICAL})


def tells_quality(
    filing: Filing, read: Reads, comment: int, situations: Collection[Situation]
) -> bool:
    """Say whether a comment goes to quality too: there is such a department, and it complains.

    It complains by what a person called it, by what is ticked, or by what its words say.
    """
    if not filing.tells_quality:
        return False
    found, work = read.comment(comment), read.work(comment)
    called = work is not None and work.category in COMPLAINTS
    findings = () if found is None else found.screening.findings
    said = any(each.category in COMPLAINTS and not each.contexts & _NOT_SAID for each in findings)
    return called or said or Situation.COUNTERFEIT in situations


def complain(session: Session, moment: Moment, comment: int, case: int) -> int:
    """Put a complaint in the outbox, for the version of a case that was just queued."""
    return queue(session, moment, DeliveryKind.COMPLAINT, comment, {"escalation": case})


def was_told(read: Reads, comment: int, case: int) -> bool:
    """Say whether quality was told of a case: then each later version goes there too."""
    return any(
        each.kind is DeliveryKind.COMPLAINT and each.escalation == case
        for each in read.deliveries_of(comment)
    )
