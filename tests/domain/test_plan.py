"""A plan as a state machine: somebody always owns the step, and a clock always runs."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.moderator import Right, Role, rights_of
from webcare_desk.domain.plan import (
    Event,
    Outcome,
    Phase,
    State,
    clock_in,
    doers,
    incapable,
    moves,
    owner_in,
    right_for,
    ring,
    state_at,
    states,
    turn_at,
)
from webcare_desk.domain.reason import CLOSING, Reason
from webcare_desk.domain.spans import HOUR

FORWARD = Step("forward", Role.MODERATOR, Role.SUPERVISOR, 24, (), deputy_after=20)
ANSWER = Step("acknowledge", Role.PV_OFFICER, Role.SUPERVISOR, 48, ())
PLAN = EscalationPlan("ae", (replace(FORWARD, reasons=(Reason.NO_PRODUCT,)), ANSWER))
ROLES = st.sampled_from([role for role in Role if role is not Role.SYSTEM])


@st.composite
def plans(draw: st.DrawFn) -> EscalationPlan:
    hours = sorted(draw(st.lists(st.integers(1, 100), min_size=2, max_size=5)))
    steps = []
    for number, due in enumerate(hours):
        owner, deputy = draw(st.lists(ROLES, min_size=2, max_size=2, unique=True))
        reasons = tuple(draw(st.frozensets(st.sampled_from(CLOSING), max_size=2)))
        after = draw(st.integers(0, due))
        steps.append(Step(f"s{number}", owner, deputy, due, (), after, (), reasons))
    late = draw(st.none() | st.builds(Unanswered, ROLES, st.integers(1, 30)))
    return EscalationPlan("any", tuple(steps), draw(st.none() | ROLES), late)


@settings(deadline=None)
@given(plans())
def test_every_state_has_an_owner_a_clock_and_a_way_to_the_end(plan: EscalationPlan) -> None:
    ends: set[State] = set()
    known = states(plan)
    for state in known:
        assert owner_in(plan, state) in Role
        assert clock_in(plan, state) > 0
        told = dict(moves(plan, state))
        assert {Event.DONE, Event.TIME} <= set(told)
        assert isinstance(told[Event.TIME], State)
        assert (Event.OPENED in told) is not state.is_open
    while True:
        more = {
            state
            for state in known - ends
            if any(isinstance(to, Outcome) or to in ends for _, to in moves(plan, state))
        }
        if not more:
            break
        ends |= more
    assert ends == known


@settings(deadline=None)
@given(plan=plans(), number=st.integers(0, 4), waited=st.integers(0, 400), is_open=st.booleans())
def test_time_moves_a_step_as_the_machine_says(
    plan: EscalationPlan, number: int, waited: int, *, is_open: bool
) -> None:
    step = number % len(plan.steps)
    state = state_at(plan, step, waited * HOUR, is_open=is_open)
    turns = len(ring(plan, plan.steps[step]))
    assert replace(state, lap=state.lap % turns) in states(plan)
    assert clock_in(plan, state) >= waited * HOUR
    after = state_at(plan, step, clock_in(plan, state) + 1, is_open=is_open)
    expected = dict(moves(plan, state))[Event.TIME]
    assert isinstance(expected, State)
    assert replace(after, lap=after.lap % turns) == replace(expected, lap=expected.lap % turns)


@settings(deadline=None)
@given(plans(), st.integers(0, 4))
def test_nobody_has_a_late_step_twice_running(plan: EscalationPlan, number: int) -> None:
    step = plan.steps[number % len(plan.steps)]
    turns = ring(plan, step)
    assert len(turns) >= 2
    assert turns[0] is not step.deputy
    assert {step.owner, step.deputy} <= set(turns)


@pytest.mark.parametrize(
    ("hours", "owner", "until"),
    [
        (0, Role.MODERATOR, 20),
        (20, Role.MODERATOR, 20),
        (21, Role.SUPERVISOR, 48),
        (24, Role.SUPERVISOR, 48),
        (48, Role.SUPERVISOR, 48),
        (49, Role.MODERATOR, 72),
        (73, Role.SUPERVISOR, 96),
    ],
)
def test_whose_turn_it_is_and_until_when(hours: int, owner: Role, until: int) -> None:
    turn = turn_at(PLAN, 0, hours * HOUR)
    assert (turn.owner, turn.until) == (owner, until * HOUR)


def test_while_the_office_is_closed_only_a_step_in_time_is_somebody_elses() -> None:
    plan = replace(PLAN, out_of_hours=Role.SENIOR)
    assert turn_at(plan, 0, HOUR, is_open=False).owner is Role.SENIOR
    assert turn_at(plan, 0, HOUR).owner is Role.MODERATOR
    assert turn_at(plan, 0, 30 * HOUR, is_open=False).owner is Role.SUPERVISOR
    assert turn_at(PLAN, 0, HOUR, is_open=False).owner is Role.MODERATOR


def test_a_plan_ends_with_a_decision_or_a_reason_and_by_time_never() -> None:
    ends = {
        (state.step, event, to)
        for state in states(PLAN)
        for event, to in moves(PLAN, state)
        if isinstance(to, Outcome)
    }
    assert ends == {
        (0, Event.ENDED, Outcome(Reason.NO_PRODUCT)),
        (1, Event.DONE, Outcome()),
    }
    assert {state.phase for state in states(PLAN)} == set(Phase)


def test_who_owns_a_step_or_may_do_all_that_its_owner_may_says_that_it_was_done() -> None:
    assert doers(PLAN, 0) == {Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR}
    assert doers(PLAN, 1) == {Role.PV_OFFICER, Role.SUPERVISOR}
    called = replace(PLAN, out_of_hours=Role.MODERATOR)
    assert Role.MODERATOR in doers(called, 1), "while the office is closed it is theirs"


def test_a_role_that_may_not_do_a_step_is_named_wherever_it_comes_from() -> None:
    rights = {role: rights_of(role) for role in Role}
    assert [right_for(PLAN, number) for number in (0, 1)] == [Right.ESCALATE, Right.ACKNOWLEDGE]
    assert incapable(PLAN, 0, rights) == incapable(PLAN, 1, rights) == set()
    called = replace(PLAN, out_of_hours=Role.AUDITOR)
    assert incapable(called, 0, rights) == incapable(called, 1, rights) == {Role.AUDITOR}
    late = replace(PLAN, nobody_acts=Unanswered(Role.MODERATOR, 3))
    assert incapable(late, 1, rights) == {Role.MODERATOR}
