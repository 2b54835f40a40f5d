"""What the escalation form is filled with, read in a worker."""

from dataclasses import dataclass

from webcare_desk.app import App
from webcare_desk.casework import Decision, case_for, escalate, reference
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Prefill:
    """The case as the findings show it, and the comment with its marks."""

    case: SafetyCase
    comment: Comment
    at: int


def read_prefill(app: App, comment: int, actor: Actor) -> Prefill:
    """Return the form's content; nothing is kept yet."""
    found = app.desk.read.comment(comment)
    if found is None:
        msg = f"Comment {comment} is not on this desk."
        raise RefusedError(msg)
    at = app.desk.clock()
    return Prefill(case_for(app.desk, app.protocol, comment, actor, new_uid(at)), found, at)


def send(app: App, comment: int, actor: Actor, decision: Decision) -> str:
    """Escalate the comment and return the case number under which it went."""
    number = escalate(app.desk, app.protocol, comment, actor, decision)
    kept = app.desk.read.escalation(number)
    if kept is None:
        msg = f"Escalation {number} is not on this desk."
        raise RefusedError(msg)
    return reference(app.protocol, kept.uid)
