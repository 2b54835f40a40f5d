"""Whose turn a safety case is, and until when: by the plan it was escalated by, or by our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.case_state import WAITS, CaseState, Wait
from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.plan import Phase, Turn, state_at, turn_at
from webcare_desk.domain.spans import HOUR

_DAY_HOURS: Final = 24
#: The clocks that no plan has, in hours: PV decides within a week, a case is closed in 90 days.
_OWN: Final[Mapping[Wait, Step]] = {
    Wait.FORWARD: Step("forward", Role.MODERATOR, Role.SUPERVISOR, _DAY_HOURS, ()),
    Wait.ANSWER: Step("acknowledge", Role.PV_OFFICER, Role.SUPERVISOR, 2 * _DAY_HOURS, ()),
    Wait.DECIDE: Step("decide", Role.PV_OFFICER, Role.SUPERVISOR, 7 * _DAY_HOURS, ()),
    Wait.CLOSE: Step("close", Role.PV_OFFICER, Role.SUPERVISOR, 90 * _DAY_HOURS, ()),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """Whose turn a case is (`owner`), until when, and whom an alarm has reached, if any."""

    owner: Role
    until: int
    alarm: Role | None


def duty(state: CaseState, plan: EscalationPlan | None, waited: int) -> Duty | None:
    """Return who has a case in a state `waited` microseconds after its clock began.

    The steps of the plan by which it was escalated name the owners; `until` counts from the
    same moment. After the step's hours the deputy is alarmed, and then the supervisor. A
    closed case is nobody's: None.
    """
    wait = WAITS.get(state)
    if wait is None:
        return None
    chosen, place = _plan_for(wait, plan)
    phase = state_at(chosen, place, waited).phase
    turn: Turn = turn_at(chosen, place, waited)
    alarm = {
        Phase.OWNER: None,
        Phase.DEPUTY: chosen.steps[place].deputy,
        Phase.ROUND: Role.SUPERVISOR,
    }[phase]
    return Duty(alarm or turn.owner, turn.until, alarm)


def answer_within(plan: EscalationPlan | None) -> int:
    """Return how long PV has to answer by a plan, in microseconds after its clock began."""
    chosen, place = _plan_for(Wait.ANSWER, plan)
    return chosen.steps[place].hours * HOUR


def _plan_for(wait: Wait, plan: EscalationPlan | None) -> tuple[EscalationPlan, int]:
    """Return a plan and the place of its step; where the plan has none, our own."""
    if plan is not None and wait is Wait.ANSWER and len(plan.steps) > 1 and plan.forwards:
        return plan, len(plan.steps) - 1
    if plan is not None and wait is Wait.FORWARD and plan.forwards:
        place = next(i for i, step in enumerate(plan.steps) if step.id == "forward")
        return plan, place
    own = EscalationPlan(wait, (_OWN[wait],), None, Unanswered(Role.SUPERVISOR, _DAY_HOURS))
    return own, 0
