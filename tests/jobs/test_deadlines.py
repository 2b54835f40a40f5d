"""Steps of an escalation change hands by the clock that never pauses."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tests.support.desks import HOUR, Bench, arrival, escalate, take_in, version_of
from tests.support.pv_says import pv_says
from tests.support.steps import always
from webcare_desk.actions import ClaimDelivery, MarkUncertain, RecordDelivery
from webcare_desk.domain.escalation import Escalation, EscalationPlan, OpenStep, Step, Unanswered
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.reply import BOUNCED
from webcare_desk.jobs import deadlines as job
from webcare_desk.jobs.deadlines import deadlines

FORWARD = Step("forward", Role.PV_OFFICER, Role.SUPERVISOR, 24, ())
ANSWER = Step("acknowledge", Role.ADMINISTRATOR, Role.MODERATOR, 48, ())
DECIDE = Step("decide", Role.MODERATOR, Role.SUPERVISOR, 2, ())
#: `escalate` of the test bench begins at step 1 with the PV officer.
PLANS = {"ae-to-pv": EscalationPlan("ae-to-pv", (DECIDE, FORWARD, ANSWER))}


def by(plans: Mapping[str, EscalationPlan]) -> Callable[[OpenStep], EscalationPlan | None]:
    """Let an escalation go by the plan of its name."""
    return lambda escalation: plans.get(escalation.plan)


@pytest.fixture
def escalation(bench: Bench, anna: Actor) -> int:
    """Give an escalation that has just begun."""
    (comment,) = take_in(bench.desk, arrival(1))
    return escalate(bench.desk, comment, anna)


def found(bench: Bench, escalation: int) -> Escalation:
    escalated = bench.desk.read.escalation(escalation)
    assert escalated is not None
    return escalated


def forwarded(bench: Bench) -> None:
    (packet,) = bench.desk.read.deliveries_due(bench.clock(), 9)
    bench.desk.perform(ClaimDelivery(packet.id, packet.version, HOUR), system_actor())
    bench.desk.perform(
        RecordDelivery(packet.id, "250", version_of(bench.desk, packet.id)), system_actor()
    )


def test_within_its_time_a_step_stays_with_its_owner(bench: Bench, escalation: int) -> None:
    bench.clock.pass_by(23 * HOUR)
    assert deadlines(bench.desk, by(PLANS), always) == 0
    assert found(bench, escalation).owner is Role.PV_OFFICER


def test_past_its_time_a_step_goes_to_the_deputy_once(bench: Bench, escalation: int) -> None:
    bench.clock.pass_by(24 * HOUR)
    assert deadlines(bench.desk, by(PLANS), always) == 1
    assert found(bench, escalation).owner is Role.SUPERVISOR
    assert deadlines(bench.desk, by(PLANS), always) == 0


def test_the_next_step_begins_with_its_own_owner_and_hours(bench: Bench, escalation: int) -> None:
    bench.clock.pass_by(25 * HOUR)
    deadlines(bench.desk, by(PLANS), always)
    forwarded(bench)
    assert deadlines(bench.desk, by(PLANS), always) == 1
    assert found(bench, escalation).owner is Role.ADMINISTRATOR
    bench.clock.pass_by(24 * HOUR)
    assert deadlines(bench.desk, by(PLANS), always) == 1
    assert found(bench, escalation).owner is Role.MODERATOR


def test_a_packet_that_came_back_is_forwarded_again_by_who_forwards(
    bench: Bench, escalation: int
) -> None:
    forwarded(bench)
    deadlines(bench.desk, by(PLANS), always)
    assert (found(bench, escalation).step, found(bench, escalation).owner) == (
        2,
        Role.ADMINISTRATOR,
    )
    (packet,) = bench.desk.read.deliveries_of(1)
    bench.desk.perform(MarkUncertain(packet.id, BOUNCED, 0, packet.version), system_actor())
    deadlines(bench.desk, by(PLANS), always)
    assert (found(bench, escalation).step, found(bench, escalation).owner) == (1, Role.PV_OFFICER)
    forwarded(bench)
    assert found(bench, escalation).step == 2


def test_after_the_last_step_its_owner_stays_on_guard(bench: Bench, escalation: int) -> None:
    forwarded(bench)
    short = {"ae-to-pv": EscalationPlan("ae-to-pv", (DECIDE, FORWARD))}
    assert deadlines(bench.desk, by(short), always) == 0
    bench.clock.pass_by(30 * HOUR)
    assert deadlines(bench.desk, by(short), always) == 1
    assert found(bench, escalation).owner is Role.SUPERVISOR


def test_when_nobody_acts_a_step_goes_round_and_never_rests(bench: Bench, escalation: int) -> None:
    late = Unanswered(Role.DATA_PROTECTION, 6)
    plan = {"ae-to-pv": replace(PLANS["ae-to-pv"], nobody_acts=late)}
    owners = []
    for _ in range(10):
        bench.clock.pass_by(6 * HOUR)
        deadlines(bench.desk, by(plan), always)
        owners.append(found(bench, escalation).owner)
    again = [Role.DATA_PROTECTION, Role.PV_OFFICER, Role.SUPERVISOR]
    assert owners == [Role.PV_OFFICER] * 3 + [Role.SUPERVISOR] + again * 2


def test_out_of_hours_a_step_in_time_is_somebody_elses(bench: Bench, escalation: int) -> None:
    plan = {"ae-to-pv": replace(PLANS["ae-to-pv"], out_of_hours=Role.MODERATOR)}
    asked: list[int] = []

    def is_open(at: int) -> bool:
        asked.append(at)
        return False

    assert deadlines(bench.desk, by(plan), is_open) == 1
    assert found(bench, escalation).owner is Role.MODERATOR
    assert deadlines(bench.desk, by(plan), always) == 1
    assert found(bench, escalation).owner is Role.PV_OFFICER
    assert len(asked) == 1
    deadlines(bench.desk, by(PLANS), is_open)
    assert len(asked) == 1


@pytest.mark.parametrize("plans", [{}, {"ae-to-pv": EscalationPlan("ae-to-pv", ())}])
def test_a_plan_that_is_not_in_force_any_more_changes_nothing(
    bench: Bench, escalation: int, plans: dict[str, EscalationPlan]
) -> None:
    bench.clock.pass_by(30 * HOUR)
    assert deadlines(bench.desk, by(plans), always) == 0
    assert found(bench, escalation).owner is Role.PV_OFFICER


def test_what_pv_has_answered_is_left_alone(bench: Bench, escalation: int, anna: Actor) -> None:
    pv_says(bench.desk, anna, escalation, "PV-7")
    bench.clock.pass_by(30 * HOUR)
    assert deadlines(bench.desk, by(PLANS), always) == 0


def test_an_answer_that_comes_while_the_clock_is_read_wins(
    bench: Bench, escalation: int, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(*_: object, **__: object) -> Role:
        pv_says(bench.desk, anna, escalation, "PV-7")
        return Role.SUPERVISOR

    monkeypatch.setattr(job, "owner_at", answered)
    assert deadlines(bench.desk, by(PLANS), always) == 0
    assert found(bench, escalation).owner is Role.PV_OFFICER
