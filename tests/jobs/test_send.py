"""Every state of a delivery, met by every way in which a platform can fail."""

import pytest

from tests.jobs.faulty import MINUTE, Fault, Outbox, PowerCut, nothing_due, tick
from webcare_desk.actions import CancelDelivery, RetryDelivery
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.inbox import Status
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.errors import (
    ForbiddenError,
    GoneError,
    RateLimitedError,
    SecretError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
    WebcareError,
)
from webcare_desk.jobs.problem import LEASE
from webcare_desk.jobs.send import TRIES, send

HIDE, UNHIDE, DELETE = DeliveryKind.HIDE, DeliveryKind.UNHIDE, DeliveryKind.DELETE
HELD, SENT, FAILED = DeliveryState.HELD, DeliveryState.SENT, DeliveryState.FAILED
UNCERTAIN, VERIFIED = DeliveryState.UNCERTAIN, DeliveryState.VERIFIED
LOST = UncertainError("the answer was lost")
DOWN = UnavailableError("no connection")


def test_a_reply_is_sent_and_only_verified_when_it_was_read_back(outbox: Outbox) -> None:
    outbox.queue()
    assert tick(outbox).state is SENT
    assert outbox.platform.calls == ["reply"]
    assert tick(outbox).state is VERIFIED
    assert outbox.platform.calls == ["reply", "find"]
    assert nothing_due(outbox)
    work = outbox.desk.read.work(outbox.comment)
    assert work is not None
    assert (work.status, work.reply_due) == (Status.NEW, None)  # it may be a report


def test_a_reply_says_where_it_belongs_and_keeps_its_key(outbox: Outbox) -> None:
    delivery = outbox.delivery(outbox.queue())
    tick(outbox)
    (reply,) = outbox.platform.published
    assert (reply.key, reply.thread, reply.parent) == (delivery.key, "t1", "r1")
    assert reply.text == "Dank je wel, Anna."


def test_nothing_leaves_within_the_undo_window(outbox: Outbox) -> None:
    delivery = outbox.queue(hold=20_000_000)
    assert nothing_due(outbox)
    outbox.desk.perform(CancelDelivery(delivery), outbox.anna)
    outbox.bench.clock.pass_by(MINUTE)
    assert nothing_due(outbox)
    assert outbox.platform.published == []


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (HIDE, Visibility.VISIBLE, Visibility.HIDDEN),
        (DELETE, Visibility.VISIBLE, Visibility.DELETED),
    ],
)
def test_a_hide_and_a_deletion_reach_the_platform_and_are_read_back(
    outbox: Outbox, kind: DeliveryKind, before: Visibility, after: Visibility
) -> None:
    assert outbox.platform.visibility_of("r1") is before
    outbox.queue(kind)
    assert tick(outbox).state is SENT
    assert tick(outbox).state is VERIFIED
    assert outbox.platform.shown == {"r1": after}
    work = outbox.desk.read.work(outbox.comment)
    assert work is not None
    assert work.visibility is after


def test_a_hidden_comment_is_shown_again(outbox: Outbox) -> None:
    outbox.queue(HIDE)
    tick(outbox)
    tick(outbox)
    outbox.queue(UNHIDE)
    tick(outbox)
    assert tick(outbox).state is VERIFIED
    assert outbox.platform.shown == {"r1": Visibility.VISIBLE}


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (UnauthorisedError("renew the password"), "unauthorised"),
        (ForbiddenError("not this account"), "forbidden"),
        (GoneError("not there"), "gone"),
        (SecretError("no keyring"), "no-secret"),
        (UsageError("not an address"), "misconfigured"),
    ],
)
def test_what_a_person_must_mend_fails_at_once(
    outbox: Outbox, error: WebcareError, problem: str
) -> None:
    outbox.queue()
    failed = tick(outbox, Fault(error))
    assert (failed.state, failed.problem) == (FAILED, problem)
    outbox.bench.clock.pass_by(1000 * MINUTE)
    assert nothing_due(outbox)


def test_a_failed_reply_that_a_person_retries_is_looked_for_and_then_sent(outbox: Outbox) -> None:
    delivery = outbox.queue()
    tick(outbox, Fault(UnauthorisedError("renew the password")))
    outbox.desk.perform(RetryDelivery(delivery), outbox.anna)
    assert tick(outbox).state is SENT
    assert outbox.platform.calls == ["reply", "find", "reply"]


def test_without_a_connection_it_waits_longer_each_time_and_in_the_end_for_a_person(
    outbox: Outbox,
) -> None:
    outbox.queue()
    waits = []
    failed = tick(outbox, Fault(DOWN))
    while failed.state is HELD:
        waits.append(round((failed.not_before - outbox.bench.clock.at) / MINUTE))
        failed = tick(outbox, Fault(DOWN), later=waits[-1] * MINUTE)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]
    assert (failed.state, failed.problem, failed.attempts) == (FAILED, "unavailable", TRIES)


def test_a_platform_that_asks_for_rest_gets_it(outbox: Outbox) -> None:
    outbox.queue()
    held = tick(outbox, Fault(RateLimitedError("wait", 300.0)))
    assert (held.state, held.problem) == (HELD, "rate-limited")
    outbox.bench.clock.pass_by(299_000_000)
    assert nothing_due(outbox)
    assert tick(outbox, later=MINUTE).state is SENT


def test_without_a_connector_a_reply_fails_once_and_a_doubtful_one_stays_so(
    outbox: Outbox,
) -> None:
    outbox.queue()
    outbox.queue(HIDE)
    outbox.platform.faults.append(Fault(LOST))
    send(outbox.desk, outbox.connectors, limit=1)
    outbox.bench.clock.pass_by(2 * MINUTE)
    moved = send(outbox.desk, {})
    assert {(each.state, each.problem) for each in moved} == {
        (FAILED, "no-connector"),
        (UNCERTAIN, "no-connector"),
    }
    assert send(outbox.desk, {}) == ()


def test_what_somebody_else_took_meanwhile_is_left_to_him(outbox: Outbox) -> None:
    outbox.queue()
    outbox.queue(HIDE)
    connectors = outbox.connectors
    inner: list[tuple[Delivery, ...]] = []
    outbox.platform.faults.append(Fault(during=lambda: inner.append(send(outbox.desk, connectors))))
    moved = send(outbox.desk, connectors)
    assert [each.kind for each in moved] == [DeliveryKind.REPLY]
    assert [[each.kind for each in done] for done in inner] == [[HIDE]]
    assert outbox.platform.calls == ["reply", "set_visibility"]


def test_a_late_answer_does_not_speak_for_the_attempt_that_came_after_it(outbox: Outbox) -> None:
    delivery = outbox.queue()

    def the_machine_slept() -> None:
        outbox.bench.clock.pass_by(LEASE + MINUTE)
        send(outbox.desk, outbox.connectors)
        outbox.platform.faults.extend([Fault(), Fault(PowerCut(), done=True)])
        with pytest.raises(PowerCut):
            send(outbox.desk, outbox.connectors)

    outbox.platform.faults.append(Fault(DOWN, during=the_machine_slept))
    assert send(outbox.desk, outbox.connectors) == ()
    assert outbox.delivery(delivery).state is DeliveryState.SENDING
    assert tick(outbox, later=LEASE).problem == "crashed"
    assert tick(outbox).state is SENT
    assert len(outbox.platform.published) == 1


def test_a_tick_takes_no_more_than_its_limit(outbox: Outbox) -> None:
    for _ in range(3):
        outbox.queue()
    assert len(send(outbox.desk, outbox.connectors, limit=2)) == 2
