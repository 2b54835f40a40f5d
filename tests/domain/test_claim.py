"""What a reply may say was done."""

from dataclasses import replace

import pytest

from tests.ui.composer.test_gates import DELIVERY
from webcare_desk.domain.claim import Claim
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState, done


def delivery(kind: DeliveryKind, state: DeliveryState = DeliveryState.HELD) -> Delivery:
    return replace(DELIVERY, kind=kind, state=state)


@pytest.mark.parametrize(
    ("visibility", "deliveries", "is_escalated", "claims"),
    [
        (Visibility.VISIBLE, (), False, set()),
        (Visibility.VISIBLE, (), True, {Claim.ESCALATED}),
        (Visibility.HIDDEN, (), False, {Claim.HIDDEN}),
        (Visibility.VISIBLE, (delivery(DeliveryKind.HIDE),), False, {Claim.HIDDEN}),
        (Visibility.VISIBLE, (delivery(DeliveryKind.COMPLAINT),), False, {Claim.TOLD_QUALITY}),
        (
            Visibility.VISIBLE,
            (
                delivery(DeliveryKind.HIDE, DeliveryState.VERIFIED),
                delivery(DeliveryKind.UNHIDE, DeliveryState.VERIFIED),
            ),
            False,
            set(),
        ),
        (
            Visibility.VISIBLE,
            (
                delivery(DeliveryKind.HIDE, DeliveryState.CANCELLED),
                delivery(DeliveryKind.COMPLAINT, DeliveryState.FAILED),
            ),
            False,
            set(),
        ),
    ],
)
def test_what_was_called_back_or_failed_was_not_done(
    visibility: Visibility,
    deliveries: tuple[Delivery, ...],
    is_escalated: bool,  # noqa: FBT001 - a parameter of the table
    claims: set[Claim],
) -> None:
    assert done(visibility, deliveries, is_escalated=is_escalated) == claims
