"""What an approved phrase of a reply says was done, and whether it was."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState


class Claim(StrEnum):
    """What a reply tells its reader that the desk did."""

    ESCALATED = "escalated"
    TOLD_QUALITY = "told-quality"
    HIDDEN = "hidden"


_OVER: Final = frozenset({DeliveryState.FAILED, DeliveryState.CANCELLED})


def done(
    visibility: Visibility, deliveries: Iterable[Delivery], *, is_escalated: bool
) -> frozenset[Claim]:
    """Return what may be said of a comment; what is still on its way counts as done."""
    under_way = {each.kind for each in deliveries if each.state not in _OVER}
    hidden = visibility is not Visibility.VISIBLE or DeliveryKind.HIDE in under_way
    holds = {
        Claim.ESCALATED: is_escalated,
        Claim.TOLD_QUALITY: DeliveryKind.COMPLAINT in under_way,
        Claim.HIDDEN: hidden,
    }
    return frozenset(claim for claim, is_so in holds.items() if is_so)
