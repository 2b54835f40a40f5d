"""Every state of a delivery, met by every way in which a platform can fail."""

import pytest

from tests.jobs.faulty import MINUTE, Fault, Outbox, PowerCut
from webcare_desk.actions import CancelDelivery, RetryDelivery
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.inbox import Status
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    MalformedError,
    RateLimitedError,
    SecretError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
    WebcareError,
)
from webcare_desk.jobs.problem import LEASE, name_of
from webcare_desk.jobs.send import TRIES, send

HIDE, UNHIDE, DELETE = DeliveryKind.HIDE, DeliveryKind.UNHIDE, DeliveryKind.DELETE
HELD, SENT, FAILED = DeliveryState.HELD, DeliveryState.SENT, DeliveryState.FAILED
UNCERTAIN, VERIFIED = DeliveryState.UNCERTAIN, DeliveryState.VERIFIED
LOST = UncertainError("the answer was lost")
DOWN = UnavailableError("no connection")


def tick(outbox: Outbox, *faults: Fault, later: int = 0) -> Delivery:
    """Let time pass, run one tick in which the calls fail like this, and return the delivery."""
    outbox.bench.clock.pass_by(later)
    outbox.platform.faults.extend(faults)
    (moved,) = send(outbox.desk, outbox.connectors)
    assert not outbox.platform.faults
    assert outbox.delivery(moved.id) == moved
    return moved


def nothing_due(outbox: Outbox) -> bool:
    return send(outbox.desk, outbox.connectors) == ()


def test_a_reply_is_sent_and_only_verified_when_it_was_read_back(outbox: Outbox) -> None:
    outbox.queue()
    assert tick(outbox).state is SENT
    assert outbox.platform.calls == ["reply"]
    assert tick(outbox).state is VERIFIED
    assert outbox.platform.calls == ["reply", "find"]
    assert nothing_due(outbox)
    work = outbox.desk.read.work(outbox.comment)
    assert work is not None
    assert work.status is Status.ANSWERED


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


@pytest.mark.parametrize("error", [LOST, MalformedError("half a page"), ConnectorError("?")])
@pytest.mark.parametrize("done", [True, False])
def test_after_a_lost_answer_it_is_looked_for_before_anything_is_sent(
    outbox: Outbox, error: WebcareError, *, done: bool
) -> None:
    outbox.queue()
    doubtful = tick(outbox, Fault(error, done=done))
    assert (doubtful.state, doubtful.problem) == (UNCERTAIN, name_of(error))
    assert nothing_due(outbox)
    assert tick(outbox, later=2 * MINUTE).state is SENT
    assert outbox.platform.calls == ["reply", "find"] + ([] if done else ["reply"])
    assert tick(outbox).state is VERIFIED
    assert len(outbox.platform.published) == 1


def test_an_effect_that_comes_late_is_waited_for(outbox: Outbox) -> None:
    outbox.queue()
    tick(outbox, Fault(LOST, late=50_000_000))
    assert nothing_due(outbox)
    assert tick(outbox, later=2 * MINUTE).state is SENT
    assert len(outbox.platform.published) == 1


@pytest.mark.parametrize("error", [DOWN, UnauthorisedError("renew"), GoneError("the thread")])
def test_while_nobody_can_look_a_doubtful_reply_is_not_sent(
    outbox: Outbox, error: WebcareError
) -> None:
    outbox.queue()
    tick(outbox, Fault(LOST, done=True))
    for _ in range(20):
        doubtful = tick(outbox, Fault(error), later=61 * MINUTE)
        assert (doubtful.state, doubtful.problem) == (UNCERTAIN, name_of(error))
    assert tick(outbox, later=61 * MINUTE).state is SENT
    assert len(outbox.platform.published) == 1


@pytest.mark.parametrize("done", [True, False])
def test_a_claim_left_by_a_crash_is_doubtful_and_looked_for(outbox: Outbox, *, done: bool) -> None:
    delivery = outbox.queue()
    with pytest.raises(PowerCut):
        tick(outbox, Fault(PowerCut(), done=done))
    outbox.platform.faults.clear()
    assert nothing_due(outbox)
    crashed = tick(outbox, later=LEASE)
    assert (crashed.state, crashed.problem) == (UNCERTAIN, "crashed")
    assert outbox.platform.calls == ["reply"]
    assert tick(outbox).state is SENT
    assert outbox.platform.calls[:2] == ["reply", "find"]
    assert tick(outbox).id == delivery
    assert len(outbox.platform.published) == 1


def test_a_reply_that_the_platform_holds_already_counts_as_sent(outbox: Outbox) -> None:
    outbox.queue()
    sent = tick(outbox, Fault(DuplicateError("the same words"), done=True))
    assert (sent.state, sent.receipt) == (SENT, "reply-1")


@pytest.mark.parametrize(
    ("looking", "problem"), [(Fault(), "duplicate"), (Fault(DOWN), "unavailable")]
)
def test_a_duplicate_that_cannot_be_found_is_doubtful(
    outbox: Outbox, looking: Fault, problem: str
) -> None:
    outbox.queue()
    doubtful = tick(outbox, Fault(DuplicateError("the same words")), looking)
    assert (doubtful.state, doubtful.problem) == (UNCERTAIN, problem)


def test_a_reply_that_vanished_is_never_sent_again_by_itself(outbox: Outbox) -> None:
    delivery = outbox.queue()
    tick(outbox)
    outbox.platform.published.clear()
    vanished = tick(outbox)
    while vanished.state is UNCERTAIN:
        assert vanished.problem == "not-there"
        vanished = tick(outbox, later=61 * MINUTE)
    assert (vanished.state, vanished.problem, vanished.attempts) == (FAILED, "not-there", TRIES)
    assert outbox.platform.published == []
    outbox.desk.perform(RetryDelivery(delivery), outbox.anna)
    assert tick(outbox).state is SENT
    assert len(outbox.platform.published) == 1


def test_a_reply_that_shows_up_after_all_is_verified(outbox: Outbox) -> None:
    outbox.queue()
    tick(outbox)
    published = list(outbox.platform.published)
    outbox.platform.published.clear()
    assert tick(outbox).state is UNCERTAIN
    outbox.platform.published.extend(published)
    assert tick(outbox, later=2 * MINUTE).state is SENT
    assert tick(outbox).state is VERIFIED


def test_a_platform_that_never_says_and_never_shows_is_left_to_a_person(outbox: Outbox) -> None:
    outbox.queue()
    doubtful = tick(outbox, Fault(LOST))
    while doubtful.state is UNCERTAIN:
        faults = [Fault(), Fault(LOST)] if doubtful.attempts < TRIES - 1 else [Fault()]
        doubtful = tick(outbox, *faults, later=61 * MINUTE)
    assert (doubtful.state, doubtful.problem) == (FAILED, "not-there")
    assert outbox.platform.calls.count("reply") == TRIES - 1


def test_reading_back_that_fails_is_doubtful_and_tried_again(outbox: Outbox) -> None:
    outbox.queue()
    tick(outbox)
    doubtful = tick(outbox, Fault(DOWN))
    assert (doubtful.state, doubtful.problem) == (UNCERTAIN, "unavailable")
    assert tick(outbox, later=2 * MINUTE).state is SENT
    assert tick(outbox).state is VERIFIED
    assert len(outbox.platform.published) == 1


def test_a_retry_that_cannot_look_first_waits(outbox: Outbox) -> None:
    outbox.queue()
    tick(outbox, Fault(DOWN))
    held = tick(outbox, Fault(DOWN), later=2 * MINUTE)
    assert (held.state, held.problem) == (HELD, "unavailable")
    assert outbox.platform.calls == ["reply", "find"]


def test_a_lost_hide_is_looked_up_and_done_again_if_it_was_not_done(outbox: Outbox) -> None:
    outbox.queue(HIDE)
    tick(outbox, Fault(LOST))
    assert tick(outbox, later=2 * MINUTE).state is SENT
    assert outbox.platform.calls == ["set_visibility", "visibility_of", "set_visibility"]


def test_a_lost_hide_of_a_comment_that_is_gone_fails(outbox: Outbox) -> None:
    outbox.queue(HIDE)
    tick(outbox, Fault(LOST))
    outbox.platform.shown["r1"] = Visibility.DELETED
    failed = tick(outbox, later=2 * MINUTE)
    assert (failed.state, failed.problem) == (FAILED, "gone")


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
    connectors = outbox.connectors

    def the_machine_slept() -> None:
        outbox.bench.clock.pass_by(LEASE + MINUTE)
        send(outbox.desk, connectors)
        send(outbox.desk, connectors)

    outbox.platform.faults.append(Fault(DOWN, during=the_machine_slept))
    assert send(outbox.desk, connectors) == ()
    assert outbox.delivery(delivery).state is SENT
    assert len(outbox.platform.published) == 1


def test_a_tick_takes_no_more_than_its_limit(outbox: Outbox) -> None:
    for _ in range(3):
        outbox.queue()
    assert len(send(outbox.desk, outbox.connectors, limit=2)) == 2
