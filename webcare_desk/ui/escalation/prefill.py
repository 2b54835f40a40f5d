"""What the escalation form is filled with, read in a worker."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from webcare_desk.actions.cases import JudgeLikeness
from webcare_desk.app import App
from webcare_desk.casebook.filing import filing_of
from webcare_desk.casework import Decision, case_for, decided, escalate, reference
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.intake import told
from webcare_desk.domain.likeness import Judgement
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    from webcare_desk.pv.duplicates import Alike
    from webcare_desk.pv.e2b.faults import Fault


@dataclass(frozen=True, slots=True)
class Prefill:
    """The case as the findings show it, the comment with its marks, and what goes along of its thread."""

    case: SafetyCase
    comment: Comment
    thread: tuple[Comment, ...]
    at: int
    parties: Parties
    alike: tuple["Alike", ...] = ()


def read_prefill(app: App, comment: int, actor: Actor) -> Prefill:
    """Return the form's content; nothing is kept yet."""
    found = app.desk.read.comment(comment)
    if found is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Comment {comment} is not on this desk."), comment=comment
        )
        raise RefusedError(msg)
    from webcare_desk.casebook.alike import proposed_before

    at = app.desk.clock()
    case = case_for(app.desk, app.protocol, comment, actor, new_uid(at))
    filed = filing_of(app.settings, app.protocol)
    case = replace(case, details=told(found.screening), day_zero=filed.day_zero)
    alike = proposed_before(app.desk.read, case, comment)
    thread = tuple(post for post in app.desk.read.thread(comment) if post.id != comment)
    return Prefill(case, found, thread, at, filed.parties, alike)


def faults(prefill: Prefill, decision: Decision, language: str) -> tuple["Fault", ...]:
    """Return what the rules of E2B find in the packet as the form has it now."""
    from webcare_desk.pv.e2b.faults import faults as found_in

    case = decided(prefill.case, decision)
    return found_in(case, prefill.parties, prefill.at, language)


def send(
    app: App, comment: int, actor: Actor, decision: Decision, apart: tuple[int, ...] = ()
) -> str:
    """Escalate the comment and return the case number under which it went.

    `apart` are the cases of which the person said that they are another one.
    """
    filed = replace(decision, filing=filing_of(app.settings, app.protocol))
    number = escalate(app.desk, app.protocol, comment, actor, filed)
    for other in apart:
        app.desk.perform(JudgeLikeness(number, other, Judgement.ANOTHER), actor)
    kept = app.desk.read.escalation(number)
    if kept is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Escalation {number} is not on this desk."), number=number
        )
        raise RefusedError(msg)
    return reference(app.protocol, kept.uid)
