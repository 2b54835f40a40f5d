"""In doubt the desk looks before it sends: after lost answers, crashes, and what vanished."""

import pytest

from tests.jobs.faulty import FINE, MINUTE, Fault, Outbox, PowerCut, nothing_due, tick
from tests.support.desks import SYSTEM, log_in, version_of
from webcare_desk.actions import CancelDelivery, RecordFailure, RestoreBackup, RetryDelivery
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    GoneError,
    MalformedError,
    RefusedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    WebcareError,
    WithheldError,
)
from webcare_desk.jobs.problem import LEASE, name_of
from webcare_desk.jobs.send import TRIES

HIDE = DeliveryKind.HIDE
HELD, SENT, FAILED = DeliveryState.HELD, DeliveryState.SENT, DeliveryState.FAILED
UNCERTAIN, VERIFIED = DeliveryState.UNCERTAIN, DeliveryState.VERIFIED
LOST = UncertainError("the answer was lost")
WITHHELD = WithheldError("taken for spam")
DOWN = UnavailableError("no connection")


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
    ("looking", "problem"),
    [(Fault(), "duplicate"), (Fault(DOWN), "duplicate"), (Fault(WITHHELD), "withheld")],
)
def test_a_duplicate_that_cannot_be_found_is_doubtful(
    outbox: Outbox, looking: Fault, problem: str
) -> None:
    outbox.queue()
    doubtful = tick(outbox, Fault(DuplicateError("the same words")), looking)
    assert (doubtful.state, doubtful.problem) == (UNCERTAIN, problem)


@pytest.mark.parametrize("last", [Fault(), Fault(DOWN)])
def test_what_the_platform_says_it_has_never_ends_as_not_there(outbox: Outbox, last: Fault) -> None:
    outbox.queue()
    there = Fault(DuplicateError("the same words"))
    doubtful = tick(outbox, there, Fault())
    while doubtful.attempts < TRIES - 2:
        doubtful = tick(outbox, Fault(), there, Fault(), later=61 * MINUTE)
    tick(outbox, last, *([there, Fault()] if last == Fault() else []), later=61 * MINUTE)
    failed = tick(outbox, later=61 * MINUTE)
    assert (failed.state, failed.problem, failed.attempts) == (FAILED, "duplicate", TRIES)
    assert outbox.platform.published == []


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


def test_a_reply_that_the_platform_holds_back_is_neither_verified_nor_sent_again(
    outbox: Outbox,
) -> None:
    outbox.queue()
    tick(outbox)
    for _ in range(TRIES + 2):
        withheld = tick(outbox, Fault(WITHHELD), later=61 * MINUTE)
        assert (withheld.state, withheld.problem) == (UNCERTAIN, "withheld")
    assert tick(outbox, later=61 * MINUTE).state is SENT
    assert tick(outbox).state is VERIFIED
    assert len(outbox.platform.published) == 1


def test_a_retry_that_finds_the_reply_withheld_has_not_failed(outbox: Outbox) -> None:
    outbox.queue()
    tick(outbox, Fault(DOWN))
    withheld = tick(outbox, Fault(WITHHELD), later=2 * MINUTE)
    assert (withheld.state, withheld.problem) == (UNCERTAIN, "withheld")
    assert outbox.platform.calls == ["reply", "find"]


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


def test_what_surely_did_not_leave_at_its_try_can_be_called_back(outbox: Outbox) -> None:
    first = outbox.queue()
    assert tick(outbox, Fault(DOWN)).state is HELD
    outbox.desk.perform(CancelDelivery(first), outbox.anna)
    second = outbox.queue()
    assert tick(outbox, Fault(LOST)).state is UNCERTAIN
    assert tick(outbox, FINE, Fault(DOWN), later=MINUTE).state is HELD
    with pytest.raises(RefusedError, match="may have left at an earlier try"):
        outbox.desk.perform(CancelDelivery(second), outbox.anna)
    third = outbox.queue()
    assert tick(outbox, Fault(UnauthorisedError("no"))).state is FAILED
    with pytest.raises(RefusedError, match="not on its way"):
        outbox.desk.perform(CancelDelivery(third), outbox.anna)
    assert outbox.platform.published == []


def test_what_waited_in_a_backup_that_was_put_back_may_have_left(outbox: Outbox) -> None:
    reply = outbox.queue()
    assert tick(outbox, Fault(DOWN)).state is HELD
    admin = log_in(outbox.desk, frozenset({Role.ADMINISTRATOR}), "root")[Role.ADMINISTRATOR]
    outbox.desk.perform(RestoreBackup(0, 1, Digest("0" * 64), None), admin)
    outbox.desk.perform(
        RecordFailure(reply, Name("unavailable"), 0, version_of(outbox.desk, reply)), SYSTEM
    )
    with pytest.raises(RefusedError, match="may have left at an earlier try"):
        outbox.desk.perform(CancelDelivery(reply), outbox.anna)
