"""A reply that may say that its comment is hidden leaves once it is, and never where it is not."""

import pytest

from tests.jobs.faulty import Fault, Outbox, nothing_due, tick
from tests.support.desks import HOUR, SECOND, SYSTEM
from webcare_desk.actions import CancelDelivery, ClaimDelivery, MarkUncertain, RetryDelivery
from webcare_desk.domain.reply import NOT_HIDDEN, RESTORED, DeliveryKind, DeliveryState
from webcare_desk.errors import ForbiddenError, UnavailableError

HIDE = DeliveryKind.HIDE


def states(outbox: Outbox, *deliveries: int) -> list[DeliveryState]:
    return [outbox.delivery(each).state for each in deliveries]


@pytest.fixture
def both(outbox: Outbox) -> tuple[int, int]:
    """Queue a hide, and a reply that may tell of it."""
    return outbox.queue(HIDE), outbox.queue()


def test_a_reply_waits_until_the_hide_was_read_back(outbox: Outbox, both: tuple[int, int]) -> None:
    hide, reply = both
    assert [tick(outbox).id for _ in range(2)] == [hide, hide]
    assert tick(outbox).id == reply
    assert states(outbox, hide, reply) == [DeliveryState.VERIFIED, DeliveryState.SENT]


def test_a_reply_waits_while_the_hide_is_tried_again(outbox: Outbox, both: tuple[int, int]) -> None:
    hide, reply = both
    assert tick(outbox, Fault(UnavailableError("down"))).id == hide
    assert nothing_due(outbox)
    assert outbox.delivery(reply).attempts == 0


def test_where_the_hide_fails_a_person_decides_about_the_reply(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    hide, reply = both
    earlier = outbox.platform.published[:]
    tick(outbox, Fault(ForbiddenError("may not hide")))
    assert states(outbox, hide, reply) == [DeliveryState.FAILED, DeliveryState.FAILED]
    assert outbox.delivery(reply).problem == NOT_HIDDEN
    assert nothing_due(outbox)
    assert outbox.platform.published == earlier
    outbox.desk.perform(RetryDelivery(reply), outbox.anna)
    assert tick(outbox).id == reply
    assert outbox.delivery(reply).state is DeliveryState.SENT


def test_a_reply_that_was_written_before_the_hide_tells_nothing_of_it(outbox: Outbox) -> None:
    reply = outbox.queue(hold=20 * SECOND)
    outbox.bench.clock.pass_by(SECOND)
    outbox.queue(HIDE)
    tick(outbox, Fault(ForbiddenError("may not hide")))
    assert tick(outbox, later=20 * SECOND).id == reply


def test_a_hide_of_a_backup_that_is_called_back_stops_the_reply(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    hide, reply = both
    outbox.desk.perform(ClaimDelivery(hide, 1, HOUR), SYSTEM)
    outbox.desk.perform(MarkUncertain(hide, RESTORED, outbox.bench.clock.at + HOUR), SYSTEM)
    outbox.desk.perform(CancelDelivery(hide), outbox.anna)
    assert outbox.delivery(reply).problem == NOT_HIDDEN
