"""Checks of decisions: drawn once, never one's own, and a missed report comes back as work."""

from dataclasses import replace

import pytest

from tests.support.desks import CALM, HOUR, Bench, arrival, escalate, log_in, take_in, triage
from tests.support.pv_says import pv_says
from webcare_desk.actions import CheckDecision, Close, DrawChecks, Open
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import NEVER, Queue, Status
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.quality import CHECK_WITHIN, CheckReason, Decision, DecisionKind
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError

NOT = DecisionKind.NOT_A_REPORT
DAY = 24 * HOUR


@pytest.fixture
def second(bench: Bench, anna: Actor) -> Actor:
    """Return a second supervisor."""
    del anna
    return log_in(bench.desk, frozenset({Role.SUPERVISOR}), "bob")[Role.SUPERVISOR]


def closed(bench: Bench, by: Actor, *, seen: bool = True) -> Decision:
    """Close a comment as no adverse event and return the decision."""
    said = None if seen else CALM
    comment = take_in(bench.desk, arrival(bench.desk.read.log_size(), said=said))[0]
    if seen:
        bench.desk.perform(Open(comment, DAY), by)
    bench.clock.pass_by(HOUR)
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), by)
    entry = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)[0]
    return Decision(entry.seq, comment, NOT, by.moderator, entry.at)


def test_a_drawn_decision_waits_for_its_check(bench: Bench, anna: Actor, second: Actor) -> None:
    decision = closed(bench, anna)
    assert bench.desk.perform(DrawChecks((decision,), 5), second) == 1
    assert bench.desk.perform(DrawChecks((decision,), 6), second) == 0
    (waiting,) = bench.desk.read.checks_waiting()
    assert waiting.decision == decision
    assert waiting.due_at - waiting.drawn_at == CHECK_WITHIN
    assert waiting.seed == 5


@pytest.mark.requirement("P25")
def test_nobody_checks_a_decision_of_his_own(bench: Bench, anna: Actor, second: Actor) -> None:
    bench.desk.perform(DrawChecks((closed(bench, anna),), 5), anna)
    with pytest.raises(RefusedError, match="of your own"):
        bench.desk.perform(CheckDecision(1, agrees=True), anna)
    found = bench.desk.perform(CheckDecision(1, agrees=True, remark=" goed "), second)
    assert (found.agrees, found.checked_by, found.remark) == (True, second.moderator, "goed")
    assert bench.desk.read.checks_waiting() == []
    with pytest.raises(RefusedError, match="checked it already"):
        bench.desk.perform(CheckDecision(1, agrees=True), second)
    with pytest.raises(RefusedError, match="not drawn"):
        bench.desk.perform(CheckDecision(9, agrees=True), second)


def test_who_disagrees_says_why(bench: Bench, anna: Actor, second: Actor) -> None:
    bench.desk.perform(DrawChecks((closed(bench, anna),), 5), second)
    for half in (
        CheckDecision(1, agrees=False, category=Category.SPAM),
        CheckDecision(1, agrees=False, because=CheckReason.OTHER),
    ):
        with pytest.raises(RefusedError, match="why you disagree"):
            bench.desk.perform(half, second)


def miss(category: Category = Category.ADVERSE_EVENT) -> CheckDecision:
    """Return a check that finds a report."""
    return CheckDecision(
        1, agrees=False, category=category, because=CheckReason.MISSED_EVENT, forward_within=DAY
    )


@pytest.mark.requirement("P26")
def test_a_missed_report_comes_back_with_its_true_awareness_time(
    bench: Bench, anna: Actor, second: Actor
) -> None:
    decision = closed(bench, anna)
    before = bench.desk.read.work(decision.comment)
    assert before is not None
    assert before.aware_at is not None
    bench.desk.perform(DrawChecks((decision,), 5), second)
    bench.clock.pass_by(3 * DAY)
    assert bench.desk.perform(miss(), second).found_event
    work = bench.desk.read.work(decision.comment)
    assert work is not None
    assert (work.status, work.queue, work.reason) == (Status.OPEN, Queue.SAFETY, None)
    assert work.aware_at == before.aware_at
    assert work.aware_due == before.aware_at + DAY
    assert work.due < bench.clock.at, "it is late already, and shown so"


def test_a_comment_that_nobody_opened_was_known_when_it_was_decided(
    bench: Bench, anna: Actor, second: Actor
) -> None:
    decision = closed(bench, anna, seen=False)
    bench.desk.perform(DrawChecks((decision,), 5), second)
    bench.desk.perform(replace(miss(Category.QUALITY), forward_within=None), second)
    work = bench.desk.read.work(decision.comment)
    assert work is not None
    assert (work.queue, work.category) == (Queue.QUALITY, Category.QUALITY)
    assert (work.aware_at, work.aware_due) == (decision.at, None)
    assert work.due != NEVER


def test_a_disagreement_about_something_else_leaves_the_work_alone(
    bench: Bench, anna: Actor, second: Actor
) -> None:
    decision = closed(bench, anna)
    bench.desk.perform(DrawChecks((decision,), 5), second)
    found = bench.desk.perform(miss(Category.SPAM), second)
    assert not found.found_event
    work = bench.desk.read.work(decision.comment)
    assert work is not None
    assert work.queue is Queue.DONE


def test_what_is_with_pv_stays_there(bench: Bench, anna: Actor, second: Actor) -> None:
    comment = take_in(bench.desk, arrival(1, said=triage(reply_due=None)))[0]
    escalate(bench.desk, comment, anna)
    entry = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)[0]
    decision = Decision(entry.seq, comment, DecisionKind.ESCALATED, anna.moderator, entry.at)
    bench.desk.perform(DrawChecks((decision,), 5), second)
    bench.desk.perform(replace(miss(), because=CheckReason.INCOMPLETE), second)
    work = bench.desk.read.work(comment)
    assert work is not None
    assert work.queue is Queue.WAITING


def test_a_missed_crisis_comes_back_to_its_queue_with_its_clock(
    bench: Bench, anna: Actor, second: Actor
) -> None:
    decision = closed(bench, anna)
    bench.desk.perform(DrawChecks((decision,), 5), second)
    due = bench.clock.at + HOUR
    said = bench.desk.perform(replace(miss(Category.CRISIS), reply_due=due), second)
    assert said.found_event
    work = bench.desk.read.work(decision.comment)
    assert work is not None
    assert (work.status, work.queue, work.category) == (Status.OPEN, Queue.CRISIS, Category.CRISIS)
    assert (work.reply_due, work.due) == (due, due)
    assert [each.comment for each in bench.desk.read.deviations()] == [decision.comment]


@pytest.mark.parametrize("category", [Category.CRISIS, Category.OVERDOSE])
def test_a_crisis_in_what_pv_knows_comes_back_without_pvs_clock(
    bench: Bench, anna: Actor, second: Actor, category: Category
) -> None:
    take_in(bench.desk, arrival(1))
    pv_says(bench.desk, anna, escalate(bench.desk, 1, anna))
    bench.desk.perform(Close(1, Reason.DONE), anna)
    decision = Decision(1, 1, DecisionKind.ESCALATED, anna.moderator, bench.clock())
    bench.desk.perform(DrawChecks((decision,), 5), second)
    due = bench.clock() + HOUR
    bench.desk.perform(replace(miss(category), reply_due=due), second)
    work = bench.desk.read.work(1)
    assert work is not None
    is_back = category is Category.CRISIS
    assert work.queue is (Queue.CRISIS if is_back else Queue.DONE)
    assert (work.due, work.aware_due) == (due if is_back else NEVER, None)
