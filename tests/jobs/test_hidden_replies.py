"""A reply that may say that its comment is hidden leaves once it is, and never where it is not."""

import pytest

from tests.jobs.faulty import Fault, Outbox, nothing_due, tick
from tests.support.desks import HOUR, SECOND, SYSTEM, escalate, version_of
from webcare_desk.actions import CancelDelivery, ClaimDelivery, MarkUncertain, RetryDelivery
from webcare_desk.domain.reply import (
    NOT_HIDDEN,
    RESTORED,
    DeliveryKind,
    DeliveryState,
    waits_for_hide,
)
from webcare_desk.errors import ForbiddenError, UnavailableError
from webcare_desk.jobs.send import TRIES, send

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
    outbox.desk.perform(
        MarkUncertain(hide, RESTORED, outbox.bench.clock.at + HOUR, version_of(outbox.desk, hide)),
        SYSTEM,
    )
    outbox.desk.perform(CancelDelivery(hide), outbox.anna)
    assert outbox.delivery(reply).problem == NOT_HIDDEN


@pytest.mark.parametrize("doubted", [False, True])
def test_replies_that_wait_crowd_out_neither_their_hide_nor_a_packet(
    outbox: Outbox, both: tuple[int, int], *, doubted: bool
) -> None:
    hide, reply = both
    if doubted:
        restore(outbox)
    tick(outbox, Fault(UnavailableError("down")))
    outbox.bench.clock.pass_by(HOUR)
    due = outbox.desk.read.deliveries_due(outbox.bench.clock.at, 1)
    assert [each.id for each in due] == [hide]
    escalate(outbox.desk, outbox.comment, outbox.anna)
    kinds = (DeliveryKind.PACKET,)
    found = outbox.desk.read.deliveries_due(outbox.bench.clock.at, 1, kinds=kinds)
    assert [each.kind for each in found] == [*kinds]
    assert waits_for_hide(outbox.delivery(reply), outbox.desk.read.deliveries_of(outbox.comment))


def test_after_a_restore_a_reply_still_waits_and_is_stopped_with_its_hide(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    hide, reply = both
    restore(outbox)
    earlier = outbox.platform.published[:]
    assert tick(outbox, Fault(), Fault(ForbiddenError("may not hide"))).id == hide
    assert states(outbox, hide, reply) == [DeliveryState.FAILED, DeliveryState.FAILED]
    assert outbox.delivery(reply).problem == NOT_HIDDEN
    assert nothing_due(outbox)
    assert outbox.platform.published == earlier


def test_a_clock_that_is_set_back_lets_no_reply_leave_before_its_hide(outbox: Outbox) -> None:
    hide = outbox.queue(HIDE)
    outbox.bench.clock.at -= 5 * SECOND
    reply = outbox.queue()
    assert nothing_due(outbox)
    tick(outbox, Fault(ForbiddenError("may not hide")), later=5 * SECOND)
    assert states(outbox, hide, reply) == [DeliveryState.FAILED, DeliveryState.FAILED]


def test_a_reply_that_the_platform_took_waits_for_no_hide_that_is_tried_again(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    hide, reply = both
    tick(outbox, Fault(ForbiddenError("may not hide")))
    outbox.desk.perform(RetryDelivery(reply), outbox.anna)
    tick(outbox)
    tick(outbox, Fault(UnavailableError("down")))
    outbox.desk.perform(RetryDelivery(hide), outbox.anna)
    outbox.bench.clock.pass_by(HOUR)
    assert {each.id for each in send(outbox.desk, outbox.connectors)} == {hide, reply}


@pytest.mark.parametrize("is_hidden_first", [True, False])
def test_a_reply_that_is_tried_again_waits_for_the_hide_that_is_asked_for_anew(
    outbox: Outbox, both: tuple[int, int], *, is_hidden_first: bool
) -> None:
    _, reply = both
    tick(outbox, Fault(ForbiddenError("may not hide")))
    if is_hidden_first:
        again = outbox.queue(HIDE)
    outbox.desk.perform(RetryDelivery(reply), outbox.anna)
    if not is_hidden_first:
        again = outbox.queue(HIDE)
    assert [tick(outbox).id for _ in range(3)] == [again, again, reply]


def test_a_hide_that_is_asked_for_anew_and_fails_stops_the_reply_again(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    _, reply = both
    tick(outbox, Fault(ForbiddenError("may not hide")))
    again = outbox.queue(HIDE)
    outbox.desk.perform(RetryDelivery(reply), outbox.anna)
    tick(outbox, Fault(ForbiddenError("may not hide")))
    assert states(outbox, again, reply) == [DeliveryState.FAILED, DeliveryState.FAILED]
    assert outbox.delivery(reply).problem == NOT_HIDDEN
    assert nothing_due(outbox)


def test_a_hide_that_cannot_be_read_back_goes_to_a_person_after_all_tries(
    outbox: Outbox, both: tuple[int, int]
) -> None:
    hide, reply = both
    tick(outbox)
    for _ in range(TRIES):
        assert outbox.delivery(reply).state is DeliveryState.HELD
        tick(outbox, Fault(ForbiddenError("may not look")), later=HOUR)
    assert states(outbox, hide, reply) == [DeliveryState.FAILED, DeliveryState.FAILED]
    assert [outbox.delivery(each).problem for each in both] == ["forbidden", NOT_HIDDEN]


def restore(outbox: Outbox) -> None:
    """Put everything that waits in doubt, as a backup that was put back and confirmed does."""
    for each in outbox.desk.read.deliveries_in(DeliveryState.HELD):
        outbox.desk.perform(ClaimDelivery(each.id, each.version, HOUR), SYSTEM)
        outbox.desk.perform(
            MarkUncertain(
                each.id, RESTORED, outbox.bench.clock.at, version_of(outbox.desk, each.id)
            ),
            SYSTEM,
        )
