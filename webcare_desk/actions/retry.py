"""A person lets go once more what failed: that takes what the act itself takes."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Moment, OnComment, live_work
from webcare_desk.actions.inbox import refuse_if_claimed
from webcare_desk.actions.inquire_end import refuse_ended
from webcare_desk.actions.outbound import refuse_reply
from webcare_desk.domain.audit import Detail, Name
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.domain.reply import (
    NOT_HIDDEN,
    REWORDED,
    Delivery,
    DeliveryKind,
    DeliveryState,
)
from webcare_desk.errors import DeniedError, RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_RIGHTS: Final = {
    DeliveryKind.HIDE: Right.HIDE,
    DeliveryKind.UNHIDE: Right.HIDE,
    DeliveryKind.DELETE: Right.DELETE,
}
#: What each of them takes more than a reply, which `RetryDelivery` asks for itself.
_DENIED: Final = {
    DeliveryKind.HIDE: QT_TRANSLATE_NOOP("Said", "In the role {role} one may not hide."),
    DeliveryKind.UNHIDE: QT_TRANSLATE_NOOP("Said", "In the role {role} one may not unhide."),
    DeliveryKind.DELETE: QT_TRANSLATE_NOOP("Said", "In the role {role} one may not delete."),
}


def retry_right(kind: DeliveryKind) -> Right:
    """Return the right that a retry takes; who replies may let a mail go again."""
    return _RIGHTS.get(kind, Right.REPLY)


@dataclass(frozen=True, slots=True)
class RetryDelivery(OnComment[Delivery]):
    """A person has seen the failure and lets it try again."""

    delivery: int
    name: ClassVar[Name] = Name("retry-delivery")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.REPLY

    def apply(self, session: Session, moment: Moment) -> Delivery:
        """Put a failed delivery back in the outbox."""
        found = session.delivery(self.delivery)
        if found is None:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no delivery {delivery}."),
                delivery=self.delivery,
            )
            raise RefusedError(msg)
        if found.state is not DeliveryState.FAILED:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Only a failed delivery is tried again."))
            raise RefusedError(msg)
        refuse_ended(session, self.delivery)
        _refuse_act(session, moment, found)
        # A reply that waited for a hide in vain waits for the next one, too.
        problem = NOT_HIDDEN if found.problem == NOT_HIDDEN else None
        changed: dict[str, Detail] = {"state": DeliveryState.HELD, "not_before": moment.at}
        if found.problem == REWORDED:  # from now on it answers the words of now
            changed["queued_at"] = moment.at
        session.change(tables.DELIVERY, self.delivery, changed | {"problem": problem})
        return session.delivery(self.delivery) or found


def _refuse_act(session: Session, moment: Moment, delivery: Delivery) -> None:
    """Refuse who may not do it anew; what goes to a department is asked for once."""
    if retry_right(delivery.kind) not in rights_of(moment.by.role):
        raise DeniedError(Said.of(_DENIED[delivery.kind], role=moment.by.role))
    if delivery.kind is DeliveryKind.REPLY:
        refuse_reply(session, moment, delivery.comment, delivery.body)
    elif not delivery.kind.is_mail:
        work = live_work(session, delivery.comment)
        if delivery.kind is not DeliveryKind.DELETE:
            refuse_if_claimed(work, moment)
