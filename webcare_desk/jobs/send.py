"""One tick of the outbox: claim, send, read back; in doubt, look before anything else.

A public reply is sent at most once without looking. Every attempt after the
first one looks first, so neither a lost answer, a crash nor a person's retry
can publish it twice. What the platform once gave a receipt for and does not
show any more is never sent again by itself: a person decides. Nor is what it
has and holds back: that stays uncertain until it is shown.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from webcare_desk.actions import (
    ClaimDelivery,
    MarkUncertain,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
)
from webcare_desk.actions.backup import is_held
from webcare_desk.actions.rewording import reworded_after
from webcare_desk.connectors.base import Connector
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reply import REWORDED, Delivery, DeliveryKind, DeliveryState, Receipt
from webcare_desk.domain.spans import MINUTE
from webcare_desk.errors import DuplicateError, GoneError, StaleError, WebcareError, WithheldError
from webcare_desk.jobs import effect
from webcare_desk.jobs.problem import (
    CRASHED,
    DUPLICATE,
    LEASE,
    NO_CONNECTOR,
    NOT_THERE,
    NOTHING_DONE,
    PASSING,
    TROUBLE,
    WITHHELD,
    name_of,
    wait,
)
from webcare_desk.jobs.turns import in_turn

#: After so many attempts, about six hours, a person decides what happens.
TRIES = 12
_NO_CONNECTOR_WAIT = 60 * MINUTE
_KINDS = tuple(kind for kind in DeliveryKind if not kind.is_mail)


@dataclass(frozen=True, slots=True)
class _Errand:
    """A delivery as this tick knows it, its comment, and the way to its platform."""

    desk: Desk
    connector: Connector
    comment: Comment
    delivery: Delivery
    lease: int

    def look(self) -> Receipt | None:
        return effect.look(self.connector, self.delivery, self.comment)

    def retry_at(self, error: WebcareError | None = None) -> int:
        return self.desk.clock() + wait(self.delivery.attempts, error)


def send(
    desk: Desk, connectors: Mapping[str, Connector], *, limit: int = 20, lease: int = LEASE
) -> tuple[Delivery, ...]:
    """Take up to `limit` due deliveries one step further, and return them as they are then.

    `lease` in microseconds must outlast every request of one attempt. A reply that may say that
    its comment is hidden leaves once that was read back. A bug over one is raised when the
    others had their turn; what it left claimed is looked for when the lease is over.
    """
    if is_held(desk.read):
        return ()
    due = desk.read.deliveries_due(desk.clock(), limit, kinds=_KINDS)
    return tuple(_moved(desk, connectors, due, lease))


def _moved(
    desk: Desk, connectors: Mapping[str, Connector], due: Sequence[Delivery], lease: int
) -> list[Delivery]:
    moved: list[Delivery] = []

    def move(delivery: Delivery) -> None:
        with suppress(StaleError):  # somebody else has taken or called it back meanwhile
            moved.append(_step(desk, connectors, delivery, lease))

    in_turn(move, due)
    return moved


def _step(
    desk: Desk, connectors: Mapping[str, Connector], delivery: Delivery, lease: int
) -> Delivery:
    comment = desk.read.comment(delivery.comment)
    connector = None if comment is None else connectors.get(comment.source)
    if comment is None or connector is None:
        return _without_connector(desk, delivery)
    errand = _Errand(desk, connector, comment, delivery, lease)
    match delivery.state:
        case DeliveryState.SENDING:
            return _doubt(errand, CRASHED, desk.clock())
        case DeliveryState.SENT:
            return _read_back(errand)
        case _:
            return _attempt(errand)


def _without_connector(desk: Desk, delivery: Delivery) -> Delivery:
    if delivery.state is DeliveryState.HELD:
        return desk.perform(
            RecordFailure(delivery.id, NO_CONNECTOR, None, delivery.version), system_actor()
        )
    later = desk.clock() + _NO_CONNECTOR_WAIT
    return desk.perform(
        MarkUncertain(delivery.id, NO_CONNECTOR, later, delivery.version), system_actor()
    )


def _attempt(errand: _Errand) -> Delivery:
    """Claim, look unless this is the very first attempt, and send what is not there."""
    before = errand.delivery
    claim = ClaimDelivery(before.id, before.version, errand.lease)
    errand = replace(errand, delivery=errand.desk.perform(claim, system_actor()))
    if errand.delivery.attempts > 1:
        looked = _looked(errand, before.state)
        if looked is not None:
            return looked
    if _is_overtaken(errand):
        return _failed(errand, REWORDED, None)
    return _act(errand)


def _is_overtaken(errand: _Errand) -> bool:
    """Say whether a reply answers words that are gone; a person decides whether it still fits."""
    delivery = errand.delivery
    return delivery.kind is DeliveryKind.REPLY and reworded_after(
        errand.desk.read, delivery.comment, delivery.queued_at
    )


def _looked(errand: _Errand, before: DeliveryState) -> Delivery | None:
    """Look before sending again; None means that it may be sent."""
    try:
        receipt = errand.look()
    except TROUBLE as error:
        return _look_failed(errand, before, error)
    if receipt is not None:
        return _delivered(errand, receipt)
    if before is DeliveryState.HELD:
        return None
    if errand.delivery.attempts >= TRIES:
        is_held_there = errand.delivery.problem == DUPLICATE
        return _failed(errand, DUPLICATE if is_held_there else NOT_THERE, None)
    if errand.delivery.receipt is None:
        return None
    return _doubt(errand, NOT_THERE, errand.retry_at())


def _look_failed(errand: _Errand, before: DeliveryState, error: WebcareError) -> Delivery:
    """Keep the doubt there was, unless what was to be hidden is gone, or was looked for too often.

    What is there and withheld is never sent again: it is looked for until the platform shows it.
    A hide may be done twice: replies must not wait for it without end.
    """
    is_gone = isinstance(error, GoneError) and errand.delivery.kind is not DeliveryKind.REPLY
    is_there = isinstance(error, WithheldError)
    if (before is DeliveryState.HELD and not is_there) or is_gone:
        return _give_up_or_retry(errand, error)
    if errand.delivery.kind is DeliveryKind.HIDE and errand.delivery.attempts >= TRIES:
        return _failed(errand, name_of(error), None)
    return _doubt(errand, name_of(error), errand.retry_at(error))


def _act(errand: _Errand) -> Delivery:
    try:
        receipt = effect.do(errand.connector, errand.delivery, errand.comment)
    except NOTHING_DONE as error:
        return _give_up_or_retry(errand, error)
    except DuplicateError:
        return _already_there(errand)
    except TROUBLE as error:
        return _doubt(errand, name_of(error), errand.retry_at(error))
    return _delivered(errand, receipt)


def _already_there(errand: _Errand) -> Delivery:
    try:
        receipt = errand.look()
    except TROUBLE as error:
        problem = name_of(error) if isinstance(error, WithheldError) else DUPLICATE
        return _doubt(errand, problem, errand.retry_at(error))
    if receipt is None:
        return _doubt(errand, DUPLICATE, errand.retry_at())
    return _delivered(errand, receipt)


def _read_back(errand: _Errand) -> Delivery:
    """Only what the platform shows is verified."""
    try:
        receipt = errand.look()
    except TROUBLE as error:
        return _doubt(errand, name_of(error), errand.retry_at(error))
    if receipt is None:
        return _doubt(errand, NOT_THERE, errand.retry_at())
    delivery = errand.delivery
    verified = RecordVerified(delivery.id, delivery.version, receipt.problem)
    return errand.desk.perform(verified, system_actor())


def _give_up_or_retry(errand: _Errand, error: WebcareError) -> Delivery:
    passing = isinstance(error, PASSING) and errand.delivery.attempts < TRIES
    return _failed(errand, name_of(error), errand.retry_at(error) if passing else None)


def _delivered(errand: _Errand, receipt: Receipt) -> Delivery:
    delivery = errand.delivery
    done = RecordDelivery(delivery.id, receipt.remote_id, delivery.version)
    return errand.desk.perform(done, system_actor())


def _failed(errand: _Errand, problem: Name, retry_at: int | None) -> Delivery:
    delivery = errand.delivery
    failure = RecordFailure(delivery.id, problem, retry_at, delivery.version)
    return errand.desk.perform(failure, system_actor())


def _doubt(errand: _Errand, problem: Name, look_at: int) -> Delivery:
    """Mark a doubt; what the platform once said that it has is not called missing afterwards."""
    delivery = errand.delivery
    if delivery.problem == DUPLICATE and problem != WITHHELD:
        problem = DUPLICATE
    doubt = MarkUncertain(delivery.id, problem, look_at, delivery.version)
    return errand.desk.perform(doubt, system_actor())
