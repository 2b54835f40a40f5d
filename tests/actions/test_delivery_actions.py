"""What becomes of a delivery: each state lets only the steps through that can follow it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    take_in,
    version_of,
)
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    Action,
    ChangeVisibility,
    ClaimDelivery,
    Close,
    DeleteComment,
    MarkUncertain,
    Open,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
    RetryDelivery,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.inbox import NEVER, Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.errors import RefusedError, StaleError

LOST = Name("no-answer")


def queued(desk: Desk, by: Actor, comment: int = 1) -> Delivery:
    """Queue a reply that need not wait."""
    return got(desk, desk.perform(QueueReply(comment, "Beste Anna", None, 0), by))


def got(desk: Desk, delivery: int) -> Delivery:
    """Return a delivery that is there."""
    found = desk.read.delivery(delivery)
    assert found is not None
    return found


def claimed(desk: Desk, delivery: Delivery) -> Delivery:
    """Take a delivery to send it."""
    return desk.perform(ClaimDelivery(delivery.id, delivery.version, HOUR), SYSTEM)


def sent(desk: Desk, delivery: Delivery) -> Delivery:
    """Take a delivery and let the platform have taken it."""
    taken = claimed(desk, delivery)
    return desk.perform(RecordDelivery(taken.id, "remote-1", taken.version), SYSTEM)


def verified(desk: Desk, delivery: Delivery) -> Delivery:
    """Let a delivery be taken, sent and read back."""
    there = sent(desk, delivery)
    return desk.perform(RecordVerified(there.id, there.version), SYSTEM)


def test_a_reply_is_claimed_sent_and_verified_and_the_work_is_done(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    reply = queued(desk, anna)
    taken = claimed(desk, reply)
    assert (taken.state, taken.attempts) == (DeliveryState.SENDING, 1)
    assert taken.lease_until == bench.clock.at + HOUR
    assert desk.read.deliveries_due(bench.clock.at, 9) == []
    there = desk.perform(RecordDelivery(reply.id, "remote-1", taken.version), SYSTEM)
    assert (there.state, there.receipt, there.lease_until) == (DeliveryState.SENT, "remote-1", 0)
    assert (
        desk.perform(RecordVerified(reply.id, there.version), SYSTEM).state
        is DeliveryState.VERIFIED
    )
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue, work.reply_due) == (Status.ANSWERED, Queue.DONE, None)
    assert work.due == NEVER


def test_an_answer_to_what_may_be_a_report_decides_nothing(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    verified(desk, queued(desk, anna))
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue, work.reply_due) == (Status.NEW, Queue.SAFETY, None)
    assert work.due == MORNING + HOUR


def test_an_answered_comment_that_may_be_a_report_stays_with_its_clock(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1))
    desk.perform(Open(1, HOUR), anna)
    verified(desk, queued(desk, anna))
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue, work.reply_due) == (Status.OPEN, Queue.SAFETY, None)
    assert work.due == work.aware_due


def test_an_answer_changes_neither_closed_nor_escalated_work(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1), arrival(2))
    replies = [queued(desk, anna, comment) for comment in (1, 2)]
    desk.perform(Close(1, Reason.SPAM), anna)
    escalate(desk, 2, anna)
    for reply in replies:
        verified(desk, reply)
    states = [work.status for work in map(desk.read.work, (1, 2)) if work]
    assert states == [Status.CLOSED, Status.ESCALATED]


@pytest.mark.parametrize(
    ("action", "visibility"),
    [
        (ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), Visibility.HIDDEN),
        (DeleteComment(1, 0, Reason.AUTHOR_ASKED), Visibility.DELETED),
    ],
)
def test_a_verified_hide_or_delete_shows_on_the_work(
    desk: Desk, anna: Actor, action: Action[int], visibility: Visibility
) -> None:
    take_in(desk, arrival(1))
    delivery = got(desk, desk.perform(action, anna))
    verified(desk, delivery)
    comment = desk.read.comment(1)
    assert comment is not None
    assert comment.visibility is visibility


def test_two_workers_never_hold_the_same_delivery(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    reply = queued(desk, anna)
    claimed(desk, reply)
    with pytest.raises(StaleError, match="Somebody else has taken this delivery"):
        claimed(desk, reply)
    with pytest.raises(StaleError, match="not waiting to be sent"):
        claimed(desk, got(desk, reply.id))


def test_a_late_answer_to_an_earlier_attempt_is_refused(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    first = claimed(desk, queued(desk, anna))
    desk.perform(MarkUncertain(first.id, LOST, 0, first.version), SYSTEM)
    second = claimed(desk, got(desk, first.id))
    late: tuple[Action[Delivery], ...] = (
        RecordDelivery(first.id, "r", first.version),
        RecordFailure(first.id, LOST, None, first.version),
        MarkUncertain(first.id, LOST, 0, first.version),
        RecordVerified(first.id, first.version),
    )
    for action in late:
        with pytest.raises(StaleError, match="Somebody else has taken"):
            desk.perform(action, SYSTEM)
    assert desk.perform(RecordDelivery(first.id, "r", second.version), SYSTEM).attempts == 2


def test_a_lost_answer_is_looked_up_later_and_counts_as_a_problem(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    reply = claimed(desk, queued(desk, anna))
    later = bench.clock.at + HOUR
    desk.perform(MarkUncertain(reply.id, LOST, later, reply.version), SYSTEM)
    assert desk.read.problem_counts() == (1, 0)
    assert desk.read.deliveries_due(later - 1, 9) == []
    assert [row.problem for row in desk.read.deliveries_due(later, 9)] == ["no-answer"]
    desk.perform(RecordDelivery(reply.id, "found", version_of(desk, reply.id)), SYSTEM)
    assert desk.read.problem_counts() == (0, 0)


def test_a_failure_is_tried_again_by_itself_or_waits_for_a_person(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    reply = claimed(desk, queued(desk, anna))
    waiting = desk.perform(
        RecordFailure(reply.id, LOST, bench.clock.at + HOUR, reply.version), SYSTEM
    )
    assert (waiting.state, waiting.problem) == (DeliveryState.HELD, "no-answer")
    with pytest.raises(RefusedError, match="Only a failed delivery"):
        desk.perform(RetryDelivery(reply.id), anna)
    over = desk.perform(RecordFailure(reply.id, LOST, None, claimed(desk, waiting).version), SYSTEM)
    assert (over.state, desk.read.problem_counts()) == (DeliveryState.FAILED, (0, 1))
    again = desk.perform(RetryDelivery(reply.id), anna)
    assert (again.state, again.problem) == (DeliveryState.HELD, None)


def test_a_comment_with_two_problems_is_one_row_and_counts_as_one(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    for _ in range(2):
        reply = claimed(desk, queued(desk, anna))
        desk.perform(RecordFailure(reply.id, LOST, None, reply.version), SYSTEM)
    rows = desk.read.troubled(DeliveryState.FAILED, None, 9, bench.clock.at)
    assert desk.read.problem_counts() == (0, len(rows)) == (0, 1)


def test_the_first_claim_of_a_packet_freezes_its_mail(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalate(desk, 1, anna)
    packet = desk.read.deliveries_of(1)[0]
    assert desk.read.mail_of(packet.id) is None
    first = desk.perform(ClaimDelivery(packet.id, 1, HOUR, "Message-ID: <1@desk>"), SYSTEM)
    desk.perform(MarkUncertain(packet.id, LOST, 0, version_of(desk, packet.id)), SYSTEM)
    version = first.version + 1
    desk.perform(ClaimDelivery(packet.id, version, HOUR, "Message-ID: <2@desk>"), SYSTEM)
    assert desk.read.mail_of(packet.id) == "Message-ID: <1@desk>"


def test_a_packet_that_left_waits_for_pv_and_is_never_read_back(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    packet = sent(desk, desk.read.deliveries_of(1)[0])
    assert packet.not_before == NEVER
    found = desk.read.escalation(escalation)
    assert found is not None
    assert found.step == 2
    with pytest.raises(RefusedError, match="PV acknowledges it"):
        desk.perform(RecordVerified(packet.id, version_of(desk, packet.id)), SYSTEM)


def test_a_packet_that_leaves_after_pv_has_answered_moves_no_step(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    pv_says(desk, anna, escalation, "PV-1")
    sent(desk, desk.read.deliveries_of(1)[0])
    found = desk.read.escalation(escalation)
    assert found is not None
    assert found.step == 1


Step = Callable[[Delivery], Action[Any]]
STEPS: dict[str, Step] = {
    "claim": lambda row: ClaimDelivery(row.id, row.version, HOUR),
    "deliver": lambda row: RecordDelivery(row.id, "r", row.version),
    "verify": lambda row: RecordVerified(row.id, row.version),
    "doubt": lambda row: MarkUncertain(row.id, LOST, 0, row.version),
    "fail": lambda row: RecordFailure(row.id, LOST, None, row.version),
    "retry": lambda row: RetryDelivery(row.id),
}
#: The steps that lead to each state, and those that may follow it.
STATES: dict[DeliveryState, tuple[tuple[str, ...], set[str]]] = {
    DeliveryState.HELD: ((), {"claim", "fail"}),
    DeliveryState.SENDING: (("claim",), {"deliver", "doubt", "fail"}),
    DeliveryState.SENT: (("claim", "deliver"), {"verify", "doubt"}),
    DeliveryState.VERIFIED: (("claim", "deliver", "verify"), set()),
    DeliveryState.UNCERTAIN: (("claim", "doubt"), {"claim", "deliver", "doubt", "fail"}),
    DeliveryState.FAILED: (("claim", "fail"), {"retry"}),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", STEPS)
def test_each_state_lets_only_its_own_steps_follow(
    desk: Desk, anna: Actor, state: DeliveryState, step: str
) -> None:
    take_in(desk, arrival(1))
    reply = queued(desk, anna)
    way, allowed = STATES[state]
    for before in way:
        desk.perform(STEPS[before](got(desk, reply.id)), SYSTEM)
    found = got(desk, reply.id)
    assert found.state is state
    action = STEPS[step](found)
    by = anna if step == "retry" else SYSTEM
    if step in allowed:
        assert desk.perform(action, by).id == reply.id
    else:
        with pytest.raises(RefusedError):
            desk.perform(action, by)
        assert got(desk, reply.id) == found


def test_a_delivery_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is no delivery 9"):
        desk.perform(RecordDelivery(9, "r", version_of(desk, 9)), SYSTEM)
