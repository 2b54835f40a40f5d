"""A hide and the replies that were written after it: these may say that the comment is hidden.

What they say is checked when they are queued; here it stays true until they leave.
"""

from collections.abc import Iterator

from webcare_desk.domain.reply import (
    NOT_HIDDEN,
    Delivery,
    DeliveryKind,
    DeliveryState,
    may_tell_of,
)
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session


def refuse_before_its_reply(read: Reads, hide: Delivery) -> None:
    """Keep a hide while a reply waits that may say that it was done."""
    if any(_replies_after(read, hide)):
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "A reply waits that may say that the comment is hidden: call that back first.",
            )
        )
        raise RefusedError(msg)


def stop_replies(session: Session, hide: Delivery) -> None:
    """Let a person decide about each reply that may say that a hide was done which is not."""
    for reply in _replies_after(session, hide):
        state = DeliveryState.FAILED
        session.change(tables.DELIVERY, reply.id, {"state": state, "problem": NOT_HIDDEN})


def _replies_after(read: Reads, hide: Delivery) -> Iterator[Delivery]:
    """Yield the replies that wait and were written after a hide; none after anything else."""
    others = read.deliveries_of(hide.comment) if hide.kind is DeliveryKind.HIDE else ()
    return (each for each in others if may_tell_of(each, hide))
