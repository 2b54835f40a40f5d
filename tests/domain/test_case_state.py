"""The states of a case: no dead end, everybody owns something, and a clock runs."""

import pytest

from webcare_desk.domain.case_duty import duty
from webcare_desk.domain.case_state import MOVES, WAITS, CaseEvent, CaseState, after
from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.moderator import Right, Role, rights_of

HOUR = 3_600_000_000
PLAN = EscalationPlan(
    "ae-to-pv",
    (
        Step("decide", Role.MODERATOR, Role.SUPERVISOR, 2, ()),
        Step("forward", Role.MODERATOR, Role.SENIOR, 24, ()),
        Step("acknowledge", Role.PV_OFFICER, Role.SENIOR, 48, ()),
    ),
    None,
    Unanswered(Role.SUPERVISOR, 4),
)
OPEN = [state for state in CaseState if state is not CaseState.CLOSED]
#: Which right moves a case on out of a state; the program queues and delivers by itself.
NEEDS = {
    CaseEvent.QUEUE: Right.ESCALATE,
    CaseEvent.LEAVE: Right.DELIVER,
    CaseEvent.CORRECT: Right.ESCALATE,
    CaseEvent.FOLLOW_UP: Right.ESCALATE,
}


def reach(start: CaseState) -> set[CaseState]:
    known, waiting = set[CaseState](), [start]
    while waiting:
        state = waiting.pop()
        if state not in known:
            known.add(state)
            waiting += MOVES[state].values()
    return known


def test_every_state_is_reached_from_the_first_and_reaches_the_end() -> None:
    assert set(MOVES) == set(CaseState) == reach(CaseState.DRAFTED)
    assert all(CaseState.CLOSED in reach(state) for state in CaseState)


def test_every_event_happens_somewhere_and_changes_something() -> None:
    assert {event for moves in MOVES.values() for event in moves} == set(CaseEvent)
    assert all(to is not state for state, moves in MOVES.items() for to in moves.values())


@pytest.mark.requirement("P22")
@pytest.mark.parametrize("plan", [None, PLAN], ids=["no plan", "a plan"])
@pytest.mark.parametrize("state", OPEN)
def test_in_every_open_state_somebody_owns_it_and_a_clock_runs(
    state: CaseState, plan: EscalationPlan | None
) -> None:
    for hours in range(0, 3000, 5):
        found = duty(state, plan, hours * HOUR)
        assert found is not None
        assert found.until >= hours * HOUR
        assert found.alarm in {None, Role.SENIOR, Role.SUPERVISOR}
    rights = rights_of(Role.SUPERVISOR)
    assert all(
        NEEDS.get(event, Right.ACKNOWLEDGE) in rights | {Right.DELIVER} for event in MOVES[state]
    )


def test_a_closed_case_is_nobodys() -> None:
    assert CaseState.CLOSED not in WAITS
    assert duty(CaseState.CLOSED, PLAN, 0) is None


@pytest.mark.requirement("P22")
def test_the_alarm_reaches_the_deputy_of_the_plan_and_then_the_supervisor() -> None:
    steps = [duty(CaseState.SENT, PLAN, hours * HOUR) for hours in (0, 48, 49, 53)]
    assert [found and (found.owner, found.alarm) for found in steps] == [
        (Role.PV_OFFICER, None),
        (Role.PV_OFFICER, None),
        (Role.SENIOR, Role.SENIOR),
        (Role.SUPERVISOR, Role.SUPERVISOR),
    ]


def test_a_plan_that_forwards_nothing_leaves_the_owners_to_us() -> None:
    plan = EscalationPlan("crisis", (Step("answer", Role.MODERATOR, Role.SENIOR, 1, ()),))
    found = duty(CaseState.QUEUED, plan, 25 * HOUR)
    assert found is not None
    assert found.alarm is Role.SUPERVISOR
    one = EscalationPlan("short", (Step("forward", Role.MODERATOR, Role.SENIOR, 1, ()),))
    waiting = duty(CaseState.SENT, one, 0)
    assert waiting is not None
    assert waiting.owner is Role.PV_OFFICER


@pytest.mark.parametrize(
    "state", [CaseState.QUEUED, CaseState.DRAFTED, CaseState.REJECTED, CaseState.CAME_BACK]
)
def test_no_follow_up_overtakes_what_has_not_left(state: CaseState) -> None:
    assert after(state, CaseEvent.FOLLOW_UP) is None


def test_a_refused_report_is_corrected_and_sent_again() -> None:
    state: CaseState | None = CaseState.SENT
    for event in ("reject", "correct", "queue", "leave", "receive", "accept", "close", "follow-up"):
        assert state is not None
        state = after(state, CaseEvent(event))
    assert state is CaseState.FOLLOW_UP
