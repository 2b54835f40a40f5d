"""More of a kind than a page holds: what comes behind the page has its clock all the same."""

from tests.jobs.test_case_clock import plan_of, safety
from tests.jobs.test_deadlines import PLANS
from tests.jobs.test_inquiry_clock import ask
from tests.jobs.test_unanswered import CRISIS, of_crisis, protocol
from tests.support.crowds import PAGE, crowd
from tests.support.desks import HOUR, Bench, arrival, escalate, take_in
from tests.support.safety import Safety
from tests.support.steps import always
from webcare_desk import oversight
from webcare_desk.actions import Open
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.jobs import case_clock
from webcare_desk.jobs.deadlines import deadlines
from webcare_desk.jobs.unanswered import unanswered
from webcare_desk.protocol.model import Protocol
from webcare_desk.store.base import LogFilter

__all__ = ["protocol", "safety"]
OTHERS = {"remote": "remote || n"}


def test_the_501st_open_escalation_changes_hands_too(bench: Bench, anna: Actor) -> None:
    [comment] = take_in(bench.desk, arrival(1))
    escalation = escalate(bench.desk, comment, anna)
    bench.clock.pass_by(25 * HOUR)
    gone = {"due_at": "due_at - n", "plan": "'of an earlier protocol'"}
    with crowd(bench, "escalation", escalation, gone):
        assert deadlines(bench.desk, lambda found: PLANS.get(found.plan), always) == 1
        assert len(bench.desk.read.open_steps()) == PAGE + 1
    found = bench.desk.read.escalation(escalation)
    assert found is not None
    assert found.owner is Role.SUPERVISOR


def test_the_501st_packet_that_never_left_is_noticed_too(bench: Bench, anna: Actor) -> None:
    before, comment = take_in(bench.desk, arrival(1), arrival(2))
    oldest = escalate(bench.desk, before, anna)
    escalate(bench.desk, comment, anna)
    bench.clock.pass_by(72 * HOUR)
    with crowd(bench, "escalation", oldest, {}):
        found = oversight.proposals(bench.desk.read, bench.clock())
    assert {each.comment for each in found} >= {before, comment}


def test_the_501st_late_comment_of_a_queue_is_noticed_too(bench: Bench, anna: Actor) -> None:
    before, comment = take_in(bench.desk, arrival(1), arrival(2))
    for each in (before, comment):
        bench.desk.perform(Open(each, HOUR), anna)
    bench.clock.pass_by(72 * HOUR)
    with crowd(bench, "comment", before, OTHERS), crowd(bench, "work", before, {}):
        found = oversight.proposals(bench.desk.read, bench.clock())
    assert {each.comment for each in found} >= {before, comment}
    assert len(found) > PAGE


def test_the_501st_attempt_whose_end_nobody_told_is_alarmed_too(safety: Safety) -> None:
    asked = ask(safety)
    safety.bench.clock.pass_by(asked.due_at - asked.asked_at)
    told = {"due_at": "due_at - n", "attempt": "attempt + n", "alarm": "'supervisor'"}
    with crowd(safety.bench, "inquiry", asked.id, told):
        assert case_clock.late_inquiries(safety.bench.desk, plan_of) == 1
    found = safety.bench.desk.read.inquiry(asked.id)
    assert found is not None
    assert found.alarm is Role.SENIOR


def test_the_501st_crisis_that_nobody_answers_is_alarmed_too(
    bench: Bench, protocol: Protocol, anna: Actor
) -> None:
    before, comment = take_in(bench.desk, arrival(1, said=CRISIS), arrival(2, said=CRISIS))
    bench.desk.perform(Open(comment), anna)
    bench.clock.pass_by(2 * HOUR)
    owed_none = {"due": "due - n", "reply_due": "NULL"}
    with (
        crowd(bench, "comment", before, OTHERS),
        crowd(bench, "work", before, owed_none),
    ):
        unanswered(bench.desk, protocol, of_crisis, always)
    told = bench.desk.read.entries(LogFilter(subject=comment, action="alarm-comment"), None, 9)
    assert len(told) == 1
