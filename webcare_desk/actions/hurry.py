"""What waits in the outbox is sent, or looked for, sooner."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.recall import held
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import AT_WORK, Delivery, DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class SendNow(OnComment[Delivery]):
    """Do not wait for the end of the undo window, or for the next try; look into a doubt soon."""

    delivery: int
    name: ClassVar[Name] = Name("send-now")
    right: ClassVar[Right] = Right.REPLY

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Let it leave from now on."""
        delivery = _waiting(session, self.delivery)
        is_doubted = not delivery.kind.is_mail and delivery.state is DeliveryState.UNCERTAIN
        soon = min(delivery.not_before, moment.at + AT_WORK) if is_doubted else moment.at
        session.change(tables.DELIVERY, self.delivery, {"not_before": soon})
        return delivery


def _waiting(session: Session, delivery: int) -> Delivery:
    """Return what waits to leave or to be looked for, or refuse.

    A mail may leave twice and is tried until it has.
    """
    found = session.delivery(delivery)
    if found is not None and found.state is DeliveryState.UNCERTAIN:
        return found
    if found is None or not found.kind.is_mail:
        return held(session, delivery)
    if found.state is not DeliveryState.HELD:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This mail is being sent, or has been."))
        raise RefusedError(msg)
    return found
