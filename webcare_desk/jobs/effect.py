"""What a delivery asks a platform to do, and whether it is done already."""

from webcare_desk.connectors.base import Connector
from webcare_desk.connectors.fields import withheld
from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.reply import (
    OTHER_WORDS,
    Delivery,
    DeliveryKind,
    OutboundReply,
    Receipt,
    visibility_of,
)
from webcare_desk.errors import GoneError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


def do(connector: Connector, delivery: Delivery, comment: Comment) -> Receipt:
    """Do it now; the platform's answer, or what the connector raises."""
    match delivery.kind:
        case DeliveryKind.REPLY:
            return connector.reply(_reply(delivery, comment))
        case DeliveryKind.HIDE:
            connector.set_visibility(comment.remote_id, Visibility.HIDDEN)
        case DeliveryKind.UNHIDE:
            connector.set_visibility(comment.remote_id, Visibility.VISIBLE)
        case _:
            # A person confirmed: only `DeleteComment` puts this in the outbox.
            connector.delete(comment.remote_id, confirmed=True)
    return Receipt(comment.remote_id)


def look(connector: Connector, delivery: Delivery, comment: Comment) -> Receipt | None:
    """Look whether it is done; None means that it certainly is not.

    A reply that its receipt alone finds has the problem `OTHER_WORDS`.
    `GoneError` when the comment to hide or to show is not there any more.
    """
    if delivery.kind is DeliveryKind.REPLY:
        by_words = connector.find(_reply(delivery, comment))
        return by_words or _in_other_words(connector, delivery.receipt)
    wanted, found = visibility_of(delivery.kind), connector.visibility_of(comment.remote_id)
    if found is wanted:
        return Receipt(comment.remote_id)
    if found is Visibility.DELETED:
        msg = QT_TRANSLATE_NOOP("Said", "The comment is not there any more.")
        raise GoneError(Said.of(msg))
    return None


def _in_other_words(connector: Connector, receipt: str | None) -> Receipt | None:
    """Look for what the receipt names: a plugin of the site, or its owner, changes a reply's words."""
    there = () if receipt is None else connector.refetch([receipt])
    for seen in there:
        if seen.own and seen.visibility is Visibility.HIDDEN:
            raise withheld(connector.source)
        if seen.own and seen.visibility is Visibility.VISIBLE:
            return Receipt(seen.remote_id, seen.link, OTHER_WORDS)
    return None


def _reply(delivery: Delivery, comment: Comment) -> OutboundReply:
    return OutboundReply(delivery.key, comment.thread, comment.remote_id, delivery.body)
