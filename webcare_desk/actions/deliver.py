"""What became of a delivery: claimed, sent, verified, uncertain or failed.

The program performs these; `jobs.send` and `jobs.forward` do the talking in
between, when no transaction is open. By its `version` a result is refused
when somebody took the delivery over meanwhile: a late answer to an earlier
attempt says nothing about the one under way.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.anchor import add_anchor, take_with
from webcare_desk.actions.backup import is_held
from webcare_desk.actions.base import Moment, OnComment, work_of
from webcare_desk.actions.case_answer import left
from webcare_desk.actions.case_moves import came_back
from webcare_desk.actions.hides import stop_replies
from webcare_desk.actions.inbox import needs_decision
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.actions.rewording import reworded_after
from webcare_desk.actions.with_pv import knows_all
from webcare_desk.domain.anchor import AnchorKind, KeptHead
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import NEVER, Queue, Status, nearest
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import (
    Delivery,
    DeliveryKind,
    DeliveryState,
    visibility_of,
)
from webcare_desk.errors import RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


class _Delivering(OnComment[Delivery]):
    """An act on one delivery; its subject is the comment it is about."""

    is_urgent: ClassVar[bool] = True

    right: ClassVar[Right] = Right.DELIVER


@dataclass(frozen=True, slots=True)
class ClaimDelivery(_Delivering):
    """Take a delivery to send it: nobody else does until the lease ends.

    `mail` freezes the bytes of a packet or complaint at its first claim; every later try
    sends the same ones. `head` is the head of the log that travels in it, `replaced` how many
    characters the report could not carry, by element.
    """

    delivery: int
    version: int
    lease: int
    mail: str | None = None
    head: KeptHead | None = None
    replaced: tuple[tuple[str, int], ...] = ()
    name: ClassVar[Name] = Name("claim-delivery")

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Set it sending, unless it changed since it was read or the desk is held."""
        if is_held(session):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "This desk was put back from a backup: nothing is sent until that is confirmed.",
            )
            raise StaleError(Said.of(msg))
        found = _fresh(session, self.delivery, self.version)
        if found.state not in {DeliveryState.HELD, DeliveryState.UNCERTAIN}:
            msg = QT_TRANSLATE_NOOP("Said", "This delivery is not waiting to be sent.")
            raise StaleError(Said.of(msg))
        changed: dict[str, Detail] = {
            "state": DeliveryState.SENDING,
            "attempts": found.attempts + 1,
            "lease_until": moment.at + self.lease,
        }
        if self.mail is not None and session.mail_of(self.delivery) is None:
            changed["mail"] = session.add_document(self.mail)
            if self.head is not None:
                travels: Details = {"delivery": self.delivery, "not_before": NEVER}
                add_anchor(session, moment, AnchorKind.PACKET, self.head, travels)
        session.change(tables.DELIVERY, self.delivery, changed)
        return _get(session, self.delivery)

    def detail_of(self, result: Delivery) -> Details:
        """Say where the report has another character than the comment."""
        del result
        return {f"replaced-{code}": count for code, count in self.replaced}


@dataclass(frozen=True, slots=True)
class RecordDelivery(_Delivering):
    """The platform, or PV's server, took it and gave this receipt.

    `stays_here` tells of a file in a folder: nobody else has it for sure. `problem` is what went
    wrong beside it. `answer_within` is how long PV has to answer a packet, in microseconds.
    """

    delivery: int
    receipt: str
    version: int
    stays_here: bool = False
    problem: Name | None = None
    answer_within: int | None = None
    name: ClassVar[Name] = Name("record-delivery")

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Set it sent; a packet then waits for PV, what went to a platform is read back."""
        found = _fresh(session, self.delivery, self.version)
        if found.state not in {DeliveryState.SENDING, DeliveryState.UNCERTAIN}:
            msg = QT_TRANSLATE_NOOP("Said", "This delivery is not under way.")
            raise StaleError(Said.of(msg))
        is_packet = found.kind is DeliveryKind.PACKET
        session.change(
            tables.DELIVERY,
            self.delivery,
            {
                "state": DeliveryState.SENT,
                "problem": self.problem,
                "lease_until": 0,
                "not_before": NEVER if found.kind.is_mail else moment.at,
            },
            {"receipt": self.receipt},
        )
        if is_packet:
            left(session, moment, found)
            set_clock(session, found.escalation, self.answer_within)
            if not self.stays_here:
                take_with(session, moment, self.delivery)
        return _get(session, self.delivery)

    def detail_of(self, result: Delivery) -> Details:
        """Name a complaint: the sentence about it says that quality was told."""
        return _complaint(result)


def _complaint(delivery: Delivery) -> dict[str, Detail]:
    return {"kind": delivery.kind} if delivery.kind is DeliveryKind.COMPLAINT else {}


@dataclass(frozen=True, slots=True)
class RecordVerified(_Delivering):
    """It was read back from the platform: only now is it certain.

    `problem` is what is not as it was sent.
    """

    delivery: int
    version: int
    problem: Name | None = None
    name: ClassVar[Name] = Name("record-verified")

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Set it verified, and the work with it."""
        del moment
        found = _fresh(session, self.delivery, self.version)
        if found.kind.is_mail:
            msg = QT_TRANSLATE_NOOP(
                "Said", "What a department got is not read back; of a packet, PV acknowledges it."
            )
            raise RefusedError(Said.of(msg))
        if found.state is not DeliveryState.SENT:
            msg = QT_TRANSLATE_NOOP("Said", "Only what was sent can be verified.")
            raise StaleError(Said.of(msg))
        verified: Details = {"state": DeliveryState.VERIFIED, "problem": self.problem}
        session.change(tables.DELIVERY, self.delivery, verified)
        session.change(tables.WORK, found.comment, _work_after(session, found))
        return _get(session, self.delivery)


def _work_after(session: Session, delivery: Delivery) -> dict[str, Detail]:
    if delivery.kind is not DeliveryKind.REPLY:
        return {"visibility": visibility_of(delivery.kind)}
    if reworded_after(session, delivery.comment, delivery.queued_at):
        return {}  # it answers words that are gone; the new ones are open, with their clock
    work = work_of(session, delivery.comment)
    answered: dict[str, Detail] = {"reply_due": None}
    if work.status is Status.CLOSED:
        return answered
    waits: dict[str, Detail] = {"queue": Queue.WAITING} if work.status is Status.ESCALATED else {}
    is_told = knows_all(session, work)
    # A crisis that PV knows stays open for its steps, which have times and alarms of their own.
    is_known_crisis = is_told and work.category is Category.CRISIS
    if waits or work.aware_due is not None or is_known_crisis:
        return answered | waits | {"due": nearest(None, work.aware_due)}
    if needs_decision(work) and not is_told:
        return answered  # an answer is no decision: it stays open with the time it has
    return answered | {"status": Status.ANSWERED, "queue": Queue.DONE, "due": NEVER}


@dataclass(frozen=True, slots=True)
class MarkUncertain(_Delivering):
    """The answer was lost: it may have been done, so look before anything else."""

    delivery: int
    problem: Name
    look_at: int
    version: int
    name: ClassVar[Name] = Name("mark-uncertain")

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Set it uncertain until it has been looked up; a packet that came back is due at PV again."""
        found = _fresh(session, self.delivery, self.version)
        if found.state not in {DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN}:
            msg = QT_TRANSLATE_NOOP("Said", "Only what has left can be uncertain.")
            raise StaleError(Said.of(msg))
        session.change(
            tables.DELIVERY,
            self.delivery,
            {
                "state": DeliveryState.UNCERTAIN,
                "problem": self.problem,
                "lease_until": 0,
                "not_before": self.look_at,
            },
        )
        if found.kind is DeliveryKind.PACKET and found.state is DeliveryState.SENT:
            came_back(session, moment, found.id)
            set_clock(session, found.escalation)
        return _get(session, self.delivery)

    def detail_of(self, result: Delivery) -> Details:
        """Name the problem."""
        del result
        return {"problem": self.problem}


@dataclass(frozen=True, slots=True)
class RecordFailure(_Delivering):
    """Surely nothing was done. With `retry_at` it waits, without it is over."""

    delivery: int
    problem: Name
    retry_at: int | None
    version: int
    name: ClassVar[Name] = Name("record-failure")

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Set it waiting for the next try, or failed for a person to see, with what may tell of it."""
        del moment
        found = _fresh(session, self.delivery, self.version)
        if found.state not in {DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.HELD}:
            msg = QT_TRANSLATE_NOOP("Said", "Only what was to be sent can fail.")
            raise StaleError(Said.of(msg))
        changed: dict[str, Detail] = {
            "state": DeliveryState.FAILED if self.retry_at is None else DeliveryState.HELD,
            "problem": self.problem,
            "lease_until": 0,
        }
        if self.retry_at is None:
            stop_replies(session, found)
        else:
            changed["not_before"] = self.retry_at
        session.change(tables.DELIVERY, self.delivery, changed)
        return _get(session, self.delivery)

    def detail_of(self, result: Delivery) -> Details:
        """Name the problem, and a complaint."""
        return {"problem": self.problem, **_complaint(result)}


def _get(session: Session, delivery: int) -> Delivery:
    found = session.delivery(delivery)
    if found is None:
        msg = QT_TRANSLATE_NOOP("Said", "There is no delivery {delivery}.")
        raise RefusedError(Said.of(msg, delivery=delivery))
    return found


def _fresh(session: Session, delivery: int, version: int) -> Delivery:
    """Return the delivery as the caller last saw it."""
    found = _get(session, delivery)
    if found.version != version:
        msg = QT_TRANSLATE_NOOP("Said", "Somebody else has taken this delivery.")
        raise StaleError(Said.of(msg))
    return found
