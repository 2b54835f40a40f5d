"""What leaves the desk in public, and how far it has come.

Notes never leave: a note is `domain.case.Note`, another type in another
table, and nothing here or in `connectors` accepts one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility


@dataclass(frozen=True, slots=True)
class OutboundReply:
    """A public reply to deliver; `key` (UUIDv7) is the same on every try."""

    key: str
    thread: str
    parent: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the platform said it did: the id it gave and the link, if any."""

    remote_id: str
    link: str = ""


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


#: The problem of a delivery that waited in a backup: it may have left since.
RESTORED = Name("restored")


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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox; times in UTC microseconds.

    A reply, hide or delete is sent at most once without looking first; a
    packet to PV and a complaint to the quality department are sent at least
    once, with the same bytes and Message-ID.
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


def open_blanks(text: str) -> tuple[str, ...]:
    """Return what stands between double braces in a reply; such a reply is not sent."""
    return tuple(dict.fromkeys(name.strip() for name in _BLANK.findall(text)))


_BLANK = re.compile(r"\{\{([^{}]*)\}\}")


def visibility_of(kind: DeliveryKind) -> Visibility:
    """Return the visibility that a hide, unhide or delete asks for."""
    return {
        DeliveryKind.HIDE: Visibility.HIDDEN,
        DeliveryKind.UNHIDE: Visibility.VISIBLE,
        DeliveryKind.DELETE: Visibility.DELETED,
    }[kind]
