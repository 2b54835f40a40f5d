"""Nobody acts on a case in time: the deputy is alarmed, then the supervisor; acting ends it."""

from dataclasses import replace

import pytest

from tests.support.desks import HOUR, SYSTEM, Bench
from tests.support.fixtures import bench, pristine
from tests.support.safety import Safety, make_safety
from webcare_desk.actions import MarkUncertain, RecordFailedLogin
from webcare_desk.actions.cases import AlarmCase
from webcare_desk.casebook.versions import News, amend, correct, nullify
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding, clock_from
from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.inquiry import Inquiry
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reply import BOUNCED
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.case_clock import alarm_for, alarms

__all__ = ["bench", "pristine"]
PLAN = EscalationPlan(
    "ae-to-pv",
    (
        Step("forward", Role.MODERATOR, Role.SENIOR, 24, ()),
        Step("acknowledge", Role.PV_OFFICER, Role.SENIOR, 48, ()),
    ),
    None,
    Unanswered(Role.SUPERVISOR, 4),
)


def plan_of(found: CaseStanding | Inquiry) -> EscalationPlan | None:
    return PLAN if found.plan == PLAN.id else None


@pytest.fixture
def safety(bench: Bench) -> Safety:
    """Give a desk with case 1."""
    return make_safety(bench)


@pytest.mark.requirement("P22")
def test_without_an_acknowledgement_the_deputy_is_told_and_then_the_supervisor(
    safety: Safety,
) -> None:
    desk = safety.bench.desk
    safety.leave()
    assert alarms(desk, plan_of) == 0
    safety.bench.clock.pass_by(49 * HOUR)
    assert (alarms(desk, plan_of), safety.standing.alarm) == (1, Role.SENIOR)
    assert alarms(desk, plan_of) == 0
    safety.bench.clock.pass_by(4 * HOUR)
    assert (alarms(desk, plan_of), safety.standing.alarm) == (1, Role.SUPERVISOR)
    safety.bench.clock.pass_by(400 * HOUR)
    assert alarms(desk, plan_of) == 0
    safety.ack()
    assert (safety.standing.alarm, safety.standing.alarmed_at) == (None, None)


def test_a_clock_that_was_ahead_keeps_no_alarm_back(safety: Safety) -> None:
    """What began by such a clock counts from when it was set right, and not a month later."""
    desk, clock = safety.bench.desk, safety.bench.clock
    assert safety.standing.clock_from <= clock.at
    clock.pass_by(-30 * 24 * HOUR)  # it had stood ahead since before the case
    assert alarms(desk, plan_of) == 0  # no entry tells yet when that was
    desk.perform(RecordFailedLogin("x"), SYSTEM)
    clock.pass_by(23 * HOUR)
    assert alarms(desk, plan_of) == 0
    clock.pass_by(2 * HOUR)
    assert (alarms(desk, plan_of), safety.standing.alarm) == (1, Role.SENIOR)


def test_a_packet_that_does_not_leave_alarms_too(safety: Safety) -> None:
    safety.bench.clock.pass_by(25 * HOUR)
    assert (alarms(safety.bench.desk, plan_of), safety.standing.alarm) == (1, Role.SENIOR)


def test_a_packet_that_came_back_alarms_as_one_that_never_left(safety: Safety) -> None:
    safety.leave()
    (packet,) = safety.bench.desk.read.deliveries_of(1)
    safety.bench.desk.perform(MarkUncertain(packet.id, BOUNCED, 0, packet.version), SYSTEM)
    safety.bench.clock.pass_by(23 * HOUR)
    assert alarms(safety.bench.desk, plan_of) == 0
    safety.bench.clock.pass_by(2 * HOUR)
    assert (alarms(safety.bench.desk, plan_of), safety.standing.alarm) == (1, Role.SENIOR)


def test_a_case_that_waits_to_be_closed_counts_from_the_decision(safety: Safety) -> None:
    safety.leave()
    safety.bench.clock.pass_by(100 * HOUR)
    safety.ack()
    standing = safety.standing
    assert standing.state is CaseState.ACCEPTED
    assert clock_from(standing) == standing.since
    assert alarm_for(PLAN, standing, standing.since + 24 * HOUR) is None
    assert alarm_for(PLAN, standing, standing.since + 91 * 24 * HOUR) is Role.SUPERVISOR
    closed = replace(standing, state=CaseState.CLOSED)
    assert alarm_for(PLAN, closed, standing.since + 9999 * HOUR) is None


def test_an_alarm_that_stands_is_not_raised_again(safety: Safety) -> None:
    safety.bench.desk.perform(AlarmCase(1, Role.SENIOR), SYSTEM)
    with pytest.raises(RefusedError, match="needs no alarm"):
        safety.bench.desk.perform(AlarmCase(1, Role.SENIOR), SYSTEM)


def test_correcting_a_refused_report_does_not_give_its_clock_back(safety: Safety) -> None:
    desk, received = safety.bench.desk, safety.versions[0].received_at
    safety.leave()
    safety.ack(code="CR")
    safety.bench.clock.pass_by(30 * HOUR)
    assert alarms(desk, plan_of) == 1
    correct(desk, 1, safety.noor.actor, News("mended", send=False))
    assert clock_from(safety.standing) == received
    assert (alarms(desk, plan_of), safety.standing.alarm) == (1, Role.SUPERVISOR)


@pytest.mark.parametrize("is_taken", [True, False])
def test_the_clock_of_a_report_told_otherwise_begins_anew_only_where_pv_has_it(
    safety: Safety, *, is_taken: bool
) -> None:
    desk, received = safety.bench.desk, safety.versions[0].received_at
    safety.leave()
    if is_taken:
        safety.ack()
    safety.bench.clock.pass_by(30 * HOUR)
    amend(desk, 1, safety.noor.actor, News("a batch number was mistyped"))
    begun = clock_from(safety.standing)
    assert (begun == received) is not is_taken
    safety.leave()
    safety.later()
    nullify(desk, 1, safety.noor.actor, "of another person")
    assert clock_from(safety.standing) == begun


def test_an_alarm_that_reached_the_supervisor_does_not_go_back_to_the_deputy(
    safety: Safety,
) -> None:
    safety.leave()
    safety.bench.clock.pass_by(53 * HOUR)
    assert (alarms(safety.bench.desk, plan_of), safety.standing.alarm) == (1, Role.SUPERVISOR)
    safety.bench.clock.pass_by(-3 * HOUR)
    assert alarm_for(PLAN, safety.standing, safety.bench.clock()) is Role.SENIOR
    assert (alarms(safety.bench.desk, plan_of), safety.standing.alarm) == (0, Role.SUPERVISOR)
