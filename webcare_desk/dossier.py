"""Everything that the desk knows of one comment, and what the protocol says of it."""

from dataclasses import dataclass
from datetime import date

from webcare_desk import actions
from webcare_desk.desk import Desk
from webcare_desk.domain.case import Note
from webcare_desk.domain.comment import Comment, Move, Revision
from webcare_desk.domain.escalation import (
    Escalation,
    PlanStep,
)
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.occasion import circumstances
from webcare_desk.domain.reply import Delivery
from webcare_desk.domain.sla import local_date
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.evaluate import Recommendation, as_called, evaluate
from webcare_desk.protocol.follow import beside_pv
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.occasion import occasion_of
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the desk knows of one comment; `steps` are of plans that lead to no packet.

    `awaits_answer`: all of its report has left for PV, whose answer is due. `reply_from` is from
    when a reply is counted (UTC microseconds).
    """

    comment: Comment
    work: Work
    thread: tuple[Comment, ...]
    revisions: tuple[Revision, ...]
    moves: tuple[Move, ...]
    notes: tuple[Note, ...]
    deliveries: tuple[Delivery, ...]
    escalations: tuple[Escalation, ...]
    recommendation: Recommendation
    steps: tuple[PlanStep, ...]
    today: date
    awaits_answer: bool
    reply_from: int


def dossier(desk: Desk, protocol: Protocol, comment: int) -> Dossier:
    """Return what is known of a comment; reading it here is not yet viewing it."""
    found, work, read = desk.read.comment(comment), desk.read.work(comment), desk.read
    if found is None or work is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Comment {comment} is not on this desk."), comment=comment
        )
        raise RefusedError(msg)
    asked = recommended(desk, protocol, found)
    return Dossier(
        comment=found,
        work=work,
        thread=tuple(read.thread(comment)),
        revisions=tuple(read.revisions(comment)),
        moves=tuple(read.moves(comment)),
        notes=tuple(read.notes(comment)),
        deliveries=tuple(read.deliveries_of(comment)),
        escalations=tuple(read.escalations_of(comment)),
        recommendation=asked,
        steps=actions.plan_steps(read, found, work, beside_pv(protocol, asked)),
        today=local_date(desk.clock(), protocol.openings.zone),
        awaits_answer=any(row.awaits_answer for row in read.rows([comment], 0)),
        reply_from=actions.reply_from(read, found),
    )


def recommended(desk: Desk, protocol: Protocol, comment: Comment) -> Recommendation:
    """Return what the protocol says about a comment that the desk keeps, as the desk calls it."""
    answered = None if comment.parent is None else desk.read.comment(comment.parent)
    occasion = occasion_of(protocol, circumstances(comment, answered))
    is_reply = comment.parent is not None
    found = evaluate(protocol, comment.screening, is_reply=is_reply, occasion=occasion)
    return as_called(protocol, found, _called(desk, comment.id, found.category))


def _called(desk: Desk, comment: int, found: Category) -> Category:
    """Return what is `found`, or what the desk calls it: triage said else, or no rule does now."""
    work, kept = desk.read.work(comment), desk.read.kept_comments(comment - 1, 1)
    said = next((each.said.category for each in kept if each.id == comment), None)
    if work is None or said is None:
        return found
    is_lost = 0 < gravity(work.category) >= gravity(found)
    return work.category if is_lost or said is not work.category else found


def channel_of(protocol: Protocol, comment: Comment) -> str | None:
    """Return the channel of the protocol on which a comment came in, if it names one."""
    channel = protocol.channel_of(comment.source)
    return None if channel is None else channel.id
