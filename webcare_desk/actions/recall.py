"""What was queued is called back before it leaves."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.backup import RestoreBackup
from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.hides import refuse_before_its_reply, stop_replies
from webcare_desk.actions.inquire_end import end_inquiry
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import OVER, RESTORED, Delivery, DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Session

#: So many entries about a comment are looked through.
_ENTRIES: Final = 10_000


@dataclass(frozen=True, slots=True)
class CancelDelivery(OnComment[Delivery]):
    """Undo within the window: what is still held does not leave.

    What waited in a backup that was put back may have left since, or have
    been undone: called back it has failed, and a person decides.
    """

    delivery: int
    name: ClassVar[Name] = Name("cancel-delivery")
    right: ClassVar[Right] = Right.REPLY

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Take it out of the outbox; the attempt to ask the poster for which it was is over."""
        found = session.delivery(self.delivery)
        if found is not None and _is_doubted_by_restore(found):
            session.change(tables.DELIVERY, self.delivery, {"state": DeliveryState.FAILED})
            stop_replies(session, found)
            return found
        delivery = held(session, self.delivery)
        refuse_before_its_reply(session, delivery)
        session.change(tables.DELIVERY, self.delivery, {"state": DeliveryState.CANCELLED})
        asked = session.inquiry_of(self.delivery)
        if asked is not None:
            end_inquiry(session, moment, asked, InquiryOutcome.CALLED_BACK)
        return delivery


def _is_doubted_by_restore(delivery: Delivery) -> bool:
    in_doubt = delivery.state is DeliveryState.UNCERTAIN
    return in_doubt and delivery.problem == RESTORED and not delivery.kind.is_mail


def held(session: Session, delivery: int) -> Delivery:
    """Return a delivery that has surely not left yet, or refuse."""
    found = session.delivery(delivery)
    if found is not None and found.kind.is_mail:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "A packet to PV or a complaint to quality is never called back."
            )
        )
        raise RefusedError(msg)
    if found is None or found.state in OVER:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "It is not on its way: there is nothing to call back.")
        )
        raise RefusedError(msg)
    if found.state is not DeliveryState.HELD:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "It has left already and cannot be called back."))
        raise RefusedError(msg)
    if found.attempts and _was_doubted(session, found):
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "It may have left at an earlier try and cannot be called back."
            )
        )
        raise RefusedError(msg)
    return found


def _was_doubted(session: Session, delivery: Delivery) -> bool:
    """Say whether anybody ever lost sight of a delivery; the log knows, or it was in a backup."""
    restores = LogFilter(action=RestoreBackup.name, since=delivery.queued_at)
    if session.entries(restores, None, 1):
        return True
    about = session.entries(LogFilter(subject=delivery.comment), None, _ENTRIES)
    return any(
        (table, key) == (tables.DELIVERY.name, delivery.id)
        and isinstance(state := columns.get("state"), list | tuple)
        and state[-1] == DeliveryState.UNCERTAIN
        for entry in about
        for table, key, columns in entry.changes
    )
