"""What becomes of the work on a comment that stands on its platform otherwise than before."""

from dataclasses import replace

from webcare_desk.domain.audit import Detail
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Queue, Status, Work, nearest
from webcare_desk.domain.triage import Arrival


def shown_otherwise(revision: int, visibility: Visibility) -> dict[str, Detail]:
    """Return what being hidden, shown or deleted makes of the work: it comes back to nobody."""
    return {"revision": revision, "visibility": visibility}


def work_after(before: Work, revision: int, arrival: Arrival) -> dict[str, Detail]:
    """Return what other words make of the work: they always come back to a person.

    What is open as a report or as a crisis stays one: an edit takes nothing back that was read
    here. Our own words, and what is deleted as well, ask for nobody.
    """
    triage, visibility = arrival.triage, arrival.comment.visibility
    changed = shown_otherwise(revision, visibility)
    if visibility is Visibility.DELETED or arrival.comment.own:
        return changed
    queue, category, reply_due = triage.queue, triage.category, triage.reply_due
    if before.queue.is_open and gravity(before.category) > gravity(category):
        queue, category = before.queue, before.category
        reply_due = before.reply_due or reply_due
    return changed | {
        "tier": int(max(before.tier, triage.screening.urgency)),
        "queue": queue,
        "category": category,
        "status": Status.OPEN,
        "reason": None,
        "reply_due": reply_due,
        "aware_due": before.aware_due,
        "due": nearest(reply_due, before.aware_due),
    }


def told_anew(before: Work, case: Escalation, at: int) -> Work:
    """Return the work on what waits for PV as it meets new words: they are news of the case.

    PV has the old words; for the new ones its clock runs from now, as long as it had for those
    (GVP VI.B.7).
    """
    queue = Queue.CRISIS if before.category is Category.CRISIS else Queue.SAFETY
    return replace(before, queue=queue, aware_due=at + case.due_at - case.aware_at)
