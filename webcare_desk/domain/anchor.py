"""Anchors: heads of the log that somebody else holds, and how much came after the last one.

What stands before an anchor cannot be changed or put back unnoticed, not even
with the desk's own key. What came after it can.
"""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.spans import MINUTE

#: More entries, or more time (microseconds), than this should not be without an anchor.
MOST_ENTRIES = 100
MOST_TIME = 15 * MINUTE


class AnchorKind(StrEnum):
    """Who holds it, and how."""

    #: Pharmacovigilance, in a packet.
    PACKET = "packet"
    #: The supervisor's mailbox.
    MAIL = "mail"
    #: The supervisor, who checked that the log only grew since the last time.
    COSIGNATURE = "cosignature"
    #: A time-stamping authority (RFC 3161).
    TIMESTAMP = "timestamp"
    #: Somebody kept it, and brought it back.
    IMPORTED = "imported"


class AnchorState(StrEnum):
    """How far it has come: made → taken by somebody else's server → confirmed by who got it."""

    WAITING = "waiting"
    TAKEN = "taken"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A signed head with what it says."""

    note: str
    size: int
    root: Digest


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor as the desk keeps it; times in UTC microseconds.

    `taken_at` is when somebody else had it, `evidence` what he gave for it: a
    receipt, a cosignature, a token in base64.
    """

    id: int
    uid: str
    kind: AnchorKind
    state: AnchorState
    head: KeptHead
    made_at: int
    taken_at: int | None
    attempts: int
    not_before: int
    problem: str | None
    evidence: str | None

    @property
    def is_held(self) -> bool:
        """Say whether somebody else has it."""
        return self.state is not AnchorState.WAITING


@dataclass(frozen=True, slots=True)
class Unanchored:
    """What nobody else vouches for: so many entries, for so long (microseconds)."""

    entries: int
    time: int
    anchored: int = 0

    @property
    def is_over(self) -> bool:
        """Say whether it is more than it should be."""
        return self.entries > 0 and (self.entries > MOST_ENTRIES or self.time > MOST_TIME)


def unanchored(size: int, now: int, anchored: int, since: int) -> Unanchored:
    """Return what came after the last anchor that somebody else holds.

    `size` is the log's, `anchored` that of the anchor, 0 when there is none;
    `since` is when it was taken, or when the log began.
    """
    entries = max(size - anchored, 0)
    return Unanchored(entries, max(now - since, 0) if entries else 0, min(anchored, size))
