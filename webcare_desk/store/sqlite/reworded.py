"""What becomes of the work on a comment that stands on its platform otherwise than before."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from webcare_desk.domain.audit import AuditEntry, Detail
from webcare_desk.domain.awareness import first_act
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.finding import Category, danger, gravity
from webcare_desk.domain.inbox import Queue, Status, Work, nearest
from webcare_desk.domain.triage import Arrival


def shown_otherwise(revision: int, visibility: Visibility) -> dict[str, Detail]:
    """Return what being hidden, shown or deleted makes of the work: it comes back to nobody."""
    return {"revision": revision, "visibility": visibility}


def _is_passed_over(visibility: Visibility, category: Category) -> bool:
    return visibility is Visibility.DELETED and not danger(category)


def is_given_back(db: sqlite3.Connection, comment: int, revision: int, arrival: Arrival) -> bool:
    """Say whether words that asked for nobody, as they were deleted, stand in public again."""
    if arrival.comment.visibility is Visibility.DELETED:
        return False
    earlier = db.execute(
        "SELECT r.number, r.visibility, r.category, t.body FROM revision r "
        "JOIN text t ON t.id = r.body WHERE r.comment = ? AND r.id < ? ORDER BY r.number DESC",
        (comment, revision),
    )
    # What came in first had its place, deleted or not.
    placed = next(
        body
        for number, visibility, category, body in earlier
        if number == 1 or not _is_passed_over(Visibility(visibility), Category(category))
    )
    return bool(placed != arrival.comment.text)


def work_after(before: Work, revision: int, arrival: Arrival) -> dict[str, Detail]:
    """Return what other words make of the work: they always come back to a person.

    What is open as a report or as a crisis stays one: an edit takes nothing back that was read
    here. Our own words ask for nobody, nor do those that were deleted as well, unless they may
    be a report: PV must hear of what stood there.
    """
    triage, visibility = arrival.triage, arrival.comment.visibility
    changed = shown_otherwise(revision, visibility)
    if _is_passed_over(visibility, triage.category) or arrival.comment.own:
        return changed
    queue, category, reply_due = triage.queue, triage.category, triage.reply_due
    if before.queue.is_open and gravity(before.category) > gravity(category):
        queue, category = before.queue, before.category
        reply_due = before.reply_due or reply_due
    elif before.awaits_reply and reply_due is not None:  # other words put off no reply that is due
        reply_due = nearest(before.reply_due, reply_due)
    return changed | {
        "tier": int(max(before.tier, triage.screening.urgency)),
        "queue": queue,
        "category": category,
        "status": Status.OPEN,
        "reason": None,
        "reply_due": reply_due,
        "aware_at": before.aware_at,
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


def looked_at_anew(before: Work, about: Iterable[AuditEntry]) -> Work:
    """Return the work on what is no case as it meets new words; `about` is what was done with it.

    What was no report tells nothing of the new words: nobody has looked at those, and day zero
    is the first look at them. Of what was one it stays, also where it was an act without a look.
    """
    is_waiting = before.queue.is_open and before.aware_due is not None
    if gravity(before.category) or is_waiting:
        return replace(before, aware_at=before.aware_at or first_act(about))
    return replace(before, aware_at=None, aware_due=None)
