"""What leaves the desk in public, and how far it has come.

Notes never leave: a note is `domain.case.Note`, another type in another
table, and nothing here or in `connectors` accepts one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.audit import Name
from webcare_desk.domain.claim import Claim
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.spans import DAY, HOUR, MINUTE


@dataclass(frozen=True, slots=True)
class OutboundReply:
    """A public reply to deliver; `key` (UUIDv7) is the same on every try."""

    key: str
    thread: str
    parent: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the platform said it did: the id it gave and the link, if any.

    `problem` names what went wrong beside it and changes nothing of it. `to` is the address or
    the folder that a mail went to.
    """

    remote_id: str
    link: str = ""
    problem: Name | None = None
    to: str = ""


class DeliveryKind(StrEnum):
    """What an outbox row asks the world to do."""

    REPLY = "reply"
    HIDE = "hide"
    UNHIDE = "unhide"
    DELETE = "delete"
    PACKET = "packet"
    COMPLAINT = "complaint"

    @property
    def is_mail(self) -> bool:
        """Say whether it goes to a department rather than to a platform, and is not read back."""
        return self in {DeliveryKind.PACKET, DeliveryKind.COMPLAINT}


#: The longest pause between two tries of a mail, in microseconds, and the longest that a server
#: may ask for. What waits longer got its time from a clock that was ahead, and is due.
PAUSE: Final = 15 * MINUTE
LONGEST_ASKED: Final = DAY
#: The same of an act on a platform: an hour at most, as long as one can be held to be undone, and
#: an hour more, so that a clock that is put right by little cuts no such time short.
LONGEST_PAUSE: Final = 2 * HOUR
#: How long a platform may still be at work on what it was asked: no doubt is looked into sooner.
AT_WORK: Final = MINUTE
#: The longest lease; one that ends later is of such a clock too.
LONGEST_LEASE: Final = HOUR

#: The problem of a mail that left without the copy that the settings ask for.
NO_COPY = Name("no-copy")
#: The problem of a mail that came back, and how long it then rests, in microseconds.
BOUNCED = Name("bounced")
REST: Final = 6 * HOUR
#: The problems of what a server asked to wait with, and of a mail without a way to PV, to quality.
RATE_LIMITED = Name("rate-limited")
NO_COURIER = Name("no-courier")
NO_QUALITY = Name("no-quality")
#: What has such a problem may wait longer than any pause between two tries.
RESTING: Final = frozenset({RATE_LIMITED, BOUNCED, NO_COURIER, NO_QUALITY})
#: The problem of a reply that stands there, in other words than it was sent in.
OTHER_WORDS = Name("other-words")
#: The problem of a delivery that waited in a backup: it may have left since.
RESTORED = Name("restored")
#: The problem of a reply whose comment was reworded before it left.
REWORDED = Name("reworded")
#: The problem of a reply that may say that its comment is hidden, where the hide failed.
NOT_HIDDEN = Name("not-hidden")


class DeliveryState(StrEnum):
    """How far a delivery has come.

    held → sending → sent → verified, or sending → uncertain → verified,
    sending again or failed; held → cancelled within the undo window.
    """

    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    VERIFIED = "verified"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Where the receiver of a mail has it, as far as anybody knows.
AT_PV: Final = frozenset({DeliveryState.SENT, DeliveryState.VERIFIED})


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox; times in UTC microseconds.

    A reply, hide or delete is sent at most once without looking first; a
    packet to PV and a complaint to the quality department are sent at least
    once, with the same bytes and Message-ID. `receipt` is the platform's id, and
    of such a mail the address or the folder that it went to.
    """

    id: int
    key: str
    kind: DeliveryKind
    comment: int
    escalation: int | None
    state: DeliveryState
    body: str
    template: str | None
    author: str
    queued_at: int
    not_before: int
    attempts: int
    lease_until: int
    receipt: str | None
    problem: str | None
    version: int

    @property
    def told(self) -> str:
        """What a list says beside it: a reply's words, or where a mail went."""
        return (self.receipt or "") if self.kind.is_mail else self.body


def visibility_of(kind: DeliveryKind) -> Visibility:
    """Return the visibility that a hide, unhide or delete asks for."""
    return {
        DeliveryKind.HIDE: Visibility.HIDDEN,
        DeliveryKind.UNHIDE: Visibility.VISIBLE,
        DeliveryKind.DELETE: Visibility.DELETED,
    }[kind]


#: In these nothing was done and nothing will be.
OVER: Final = frozenset({DeliveryState.FAILED, DeliveryState.CANCELLED})
#: In these something is still to be done, or to be looked at.
UNDER_WAY: Final = frozenset(DeliveryState) - OVER - {DeliveryState.VERIFIED}


def may_tell_of(reply: Delivery, hide: Delivery) -> bool:
    """Say whether a delivery is a reply that has not surely left, and may say that a hide was done.

    It was written after it: the numbers tell that, as a clock can be set back. Or it was tried
    again after a hide that failed, and this one was asked for since.
    """
    is_doubted = reply.state is DeliveryState.UNCERTAIN and reply.receipt is None
    return (
        reply.kind is DeliveryKind.REPLY
        and (is_doubted or reply.state is DeliveryState.HELD)
        and hide.kind is DeliveryKind.HIDE
        and (hide.id < reply.id or reply.problem == NOT_HIDDEN)
    )


def waits_for_hide(reply: Delivery, others: Iterable[Delivery]) -> bool:
    """Say whether a reply stays until one of the `others` of its comment is read back, or over."""
    return any(may_tell_of(reply, each) and each.state in UNDER_WAY for each in others)


def done(
    visibility: Visibility, deliveries: Iterable[Delivery], *, is_escalated: bool
) -> frozenset[Claim]:
    """Return what a reply may say was done; what is still on its way counts."""
    begun = [each for each in deliveries if each.state not in OVER]
    told = any(each.kind is DeliveryKind.COMPLAINT for each in begun)
    # Once a hide was read back, the visibility says whether it still holds.
    under_way = (each.kind for each in begun if each.state is not DeliveryState.VERIFIED)
    hidden = visibility is not Visibility.VISIBLE or DeliveryKind.HIDE in under_way
    holds = {
        Claim.ESCALATED: is_escalated,
        Claim.TOLD_QUALITY: told,
        Claim.HIDDEN: hidden,
    }
    return frozenset(claim for claim, is_so in holds.items() if is_so)
