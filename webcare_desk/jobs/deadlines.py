"""One tick of the escalation clocks: who owns the present step now.

The clock of a safety report never pauses: hours count from the awareness time
on, through nights and weekends (GVP VI.B.7).
"""

from collections.abc import Callable
from contextlib import suppress

from webcare_desk.actions import HandOver
from webcare_desk.desk import Desk
from webcare_desk.domain.escalation import Escalation, EscalationPlan
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.plan import turn_at
from webcare_desk.errors import RefusedError


def deadlines(
    desk: Desk,
    plan_of: Callable[[Escalation], EscalationPlan | None],
    is_open: Callable[[int], bool] = lambda _: True,
) -> int:
    """Give every open step to whose turn it is: its owner, its deputy, and on when nobody acts.

    Return how many changed hands. `plan_of` gives the plan by which an escalation
    goes; without one it keeps its owner. `is_open` says whether the office is
    open at an instant; it is asked only where a plan tells the two apart.
    """
    handed = 0
    for escalation in desk.read.open_escalations():
        plan = plan_of(escalation)
        if plan is None or not plan.steps:
            continue
        now = desk.clock()
        staffed = plan.out_of_hours is None or is_open(now)
        owner = owner_at(plan, escalation, now, is_open=staffed)
        if owner is not escalation.owner:
            # Refused: PV answered while we looked.
            with suppress(RefusedError):
                desk.perform(HandOver(escalation.id, owner), system_actor())
                handed += 1
    return handed


def owner_at(
    plan: EscalationPlan, escalation: Escalation, now: int, *, is_open: bool = True
) -> Role:
    """Return who owns the present step of an escalation at `now` (UTC microseconds)."""
    step = min(escalation.step, len(plan.steps) - 1)
    return turn_at(plan, step, now - escalation.aware_at, is_open=is_open).owner
