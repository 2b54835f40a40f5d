"""A person lets a failed delivery go once more, unless it says what is not so."""

from collections.abc import Callable

from webcare_desk.actions import RetryDelivery
from webcare_desk.desk import Desk
from webcare_desk.domain.bars import Bar, Stop
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import Delivery, DeliveryKind, done
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.locked import unkept
from webcare_desk.protocol.model import Protocol
from webcare_desk.store.base import Reads


def retry(desk: Desk, protocol: Callable[[], Protocol], delivery: int, by: Actor) -> Delivery:
    """Let a failed delivery try again; `protocol` is asked about a reply alone.

    What a reply says was done may not be so any more: the hide failed, or was called back.
    Raises RefusedError where it says so.
    """
    found = desk.read.delivery(delivery)
    if found is not None and found.kind is DeliveryKind.REPLY:
        _refuse_untrue(desk.read, protocol(), found)
    return desk.perform(RetryDelivery(delivery), by)


def _refuse_untrue(read: Reads, protocol: Protocol, reply: Delivery) -> None:
    if early := said_too_early(read, protocol, reply.comment, reply.body):
        raise RefusedError(Stop(Bar.UNKEPT, early).sentence)


def said_too_early(read: Reads, protocol: Protocol, comment: int, reply: str) -> tuple[str, ...]:
    """Return what a reply says was done about a comment and is not done yet."""
    work = read.work(comment)
    if work is None:
        return ()
    is_escalated = bool(read.escalations_of(comment))
    made = done(work.visibility, read.deliveries_of(comment), is_escalated=is_escalated)
    return unkept(protocol, made, reply)
