"""Handing a comment to pharmacovigilance, and what PV's answer does to it."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.anchor import take_anchor
from webcare_desk.actions.awareness import day_zero
from webcare_desk.actions.base import Action, Moment, OnComment, live_work, work_of
from webcare_desk.actions.case_moves import begin, queued
from webcare_desk.actions.complain import complain
from webcare_desk.actions.freeze import freeze
from webcare_desk.actions.outbound import queue
from webcare_desk.actions.with_pv import is_with_pv, known_case
from webcare_desk.domain.anchor import AnchorState
from webcare_desk.domain.audit import Detail, Details, Digest, Name
from webcare_desk.domain.case_version import Sheet
from webcare_desk.domain.escalation import (
    Criterion,
    Escalation,
    EscalationState,
    Evidence,
    Situation,
)
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work, home_of, nearest
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.original import Cause
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.errors import RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session


@dataclass(frozen=True, slots=True)
class Escalate(Action[int]):
    """One comment goes to PV: the frozen case, the clock and the packet's place.

    `case` is the safety case as JSON, `step` the plan's step that sending
    completes, `owner` the role that owns it; `due_at` in UTC microseconds. `sheet`
    is the report as it goes to PV; without one it is made from `case` each time.
    Nothing but the comment is required to be complete (GVP VI.B.2). With
    `tells_quality` a complaint about the product waits for the quality department too. `made_under`
    is the protocol of `plan` and `step`: another program may have put a later one in force.
    `revision` is the wording of which all this is said: spans point into no other one.
    """

    comment: int
    uid: str
    plan: Name
    step: int
    owner: Role
    aware_at: int
    due_at: int
    case: str
    criteria: tuple[tuple[Criterion, Evidence], ...]
    situations: tuple[Situation, ...]
    sheet: Sheet | None = None
    tells_quality: bool = False
    made_under: Digest | None = None
    revision: int | None = None
    name: ClassVar[Name] = Name("escalate")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> int:
        """Freeze the case, queue the packet, and return the escalation's id."""
        work = live_work(session, self.comment)
        self._require_same_words(session)
        freeze(session, moment, self.comment, Cause.ESCALATE)
        _refuse_second_case(session, self.comment)
        known = day_zero(session, work)
        if known is not None and known != self.aware_at:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The awareness time does not change; read the comment again."
            )
            raise RefusedError(Said.of(msg))
        escalation = self._add(session, moment)
        of_case = {"escalation": escalation}
        delivery = queue(session, moment, DeliveryKind.PACKET, self.comment, {**of_case})
        begin(session, moment, escalation, self.aware_at, self.sheet)
        queued(session, moment, escalation, delivery)
        if self.made_under is not None and session.fact("protocol") not in {None, self.made_under}:
            session.tell({"made_under": self.made_under})
        if self.tells_quality:
            complain(session, moment, self.comment, escalation)
        session.change(
            tables.WORK,
            self.comment,
            {
                "status": Status.ESCALATED,
                "aware_at": self.aware_at,
                "aware_due": self.due_at,
                "reason": None,
                **_stands(work, self.due_at),
            },
        )
        return escalation

    def _require_same_words(self, read: Reads) -> None:
        found = read.comment(self.comment)
        if found is not None and self.revision not in {None, found.revision}:
            msg = QT_TRANSLATE_NOOP(
                "Said", "This comment has changed on its platform: read it again, then escalate it."
            )
            raise StaleError(Said.of(msg))

    def _add(self, session: Session, moment: Moment) -> int:
        return session.add(
            tables.ESCALATION,
            {
                "uid": Name(self.uid),
                "comment": self.comment,
                "state": EscalationState.OPEN,
                "plan": self.plan,
                "step": self.step,
                "aware_at": self.aware_at,
                "recognised_at": moment.at,
                "due_at": self.due_at,
                "packet": session.add_document(self.case),
                "owner": self.owner,
                "by": Name(moment.by.moderator),
                "version": 1,
            },
        )

    def detail_of(self, result: int) -> Details:
        """Say what was seen: the criteria and the special situations."""
        detail: dict[str, Detail] = {"escalation": result}
        for criterion, evidence in self.criteria:
            detail[f"criterion_{criterion}"] = evidence.presence
        for situation in self.situations:
            detail[f"situation_{situation}"] = True
        if self.tells_quality:
            detail["tells_quality"] = True
        return detail


def _stands(work: Work, due_at: int) -> dict[str, Detail]:
    """Return where it stands from now on: a reply that is due is due all the same.

    PV answers no poster: a crisis would leave its queue, and its quarter of an hour with it.
    """
    if work.awaits_reply:
        return {"due": nearest(work.reply_due, due_at)}
    return {"queue": Queue.WAITING, "due": due_at}


def _refuse_second_case(session: Session, comment: int) -> None:
    known = known_case(session, comment)
    if known is not None:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "This comment is with PV already, as case {case}: what is new goes there as its "
            "follow-up, or as its correction where PV could not use it.",
        )
        raise RefusedError(Said.of(msg, case=known.id))
    if is_with_pv(session, comment):
        msg = QT_TRANSLATE_NOOP(
            "Said", "This comment is with PV already and waits for their answer."
        )
        raise RefusedError(Said.of(msg))


@dataclass(frozen=True, slots=True)
class HandOver(OnComment[Escalation]):
    """The present step gets another owner.

    Its own one when the step begins, its deputy when nobody did it in time.
    """

    escalation: int
    to: Role
    name: ClassVar[Name] = Name("hand-over")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> Escalation:
        """Change the owner."""
        del moment
        found = _open(session, self.escalation)
        if found.owner is self.to:
            msg = QT_TRANSLATE_NOOP("Said", "A {role} owns this step already.")
            raise RefusedError(Said.of(msg, role=self.to))
        session.change(tables.ESCALATION, self.escalation, {"owner": self.to})
        return found


def acknowledge(
    session: Session, moment: Moment, found: Escalation, reference: str, *, is_case: bool
) -> None:
    """Keep PV's answer; of an escalation that still waited, the comment moves on."""
    session.change(
        tables.ESCALATION,
        found.id,
        {"state": EscalationState.ACKNOWLEDGED if is_case else EscalationState.NOT_A_CASE},
        {"pv_reference": reference.strip()} if reference.strip() else {},
    )
    if found.is_open:
        _confirm_anchors(session, moment, found)
        _move_on(session, found.comment)


def _confirm_anchors(session: Session, moment: Moment, found: Escalation) -> None:
    """PV has the packet, and with it the head of the log."""
    for delivery in session.deliveries_of(found.comment):
        if delivery.escalation == found.id:
            anchor = session.anchor_of(delivery.id)
            if anchor is not None and delivery.state is not DeliveryState.HELD:
                take_anchor(session, moment, anchor.id, AnchorState.CONFIRMED)


def _move_on(session: Session, comment: int) -> None:
    """Let a comment go on that waited for PV; what was reworded meanwhile is open as it is.

    A crisis has steps of its own: a person closes it.
    """
    work = work_of(session, comment)
    if work.status is not Status.ESCALATED:
        return
    # A reply to older words, or to what was no crisis yet, leaves the present one due.
    answered = work.reply_due is None and any(
        delivery.kind is DeliveryKind.REPLY and delivery.state is DeliveryState.VERIFIED
        for delivery in session.deliveries_of(comment)
    )
    session.change(
        tables.WORK,
        comment,
        {"status": Status.ANSWERED, "queue": Queue.DONE, "due": NEVER, "aware_due": None}
        if answered and work.category is not Category.CRISIS
        else {
            "status": Status.OPEN,
            "queue": work.queue if work.queue.is_open else home_of(work.category),
            "due": nearest(work.reply_due, None),
            "aware_due": None,
        },
    )


def _open(session: Session, escalation: int) -> Escalation:
    found = session.escalation(escalation)
    if found is None or not found.is_open:
        msg = QT_TRANSLATE_NOOP("Said", "This escalation is not waiting for PV.")
        raise RefusedError(Said.of(msg))
    return found
