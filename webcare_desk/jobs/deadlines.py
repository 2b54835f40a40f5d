"""One tick of the escalation clocks: who owns the present step now.

The clock of a safety report never pauses: hours count from the awareness time
on, through nights and weekends (GVP VI.B.7).
"""

from collections.abc import Callable
from contextlib import suppress

from webcare_desk.actions import HandOver
from webcare_desk.desk import Desk
from webcare_desk.domain.escalation import EscalationPlan, OpenStep
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.plan import turn_at
from webcare_desk.errors import RefusedError


def deadlines(
    desk: Desk,
    plan_of: Callable[[OpenStep], EscalationPlan | None],
    is_open: Callable[[int], bool],
) -> int:
    """Give every open step to whose turn it is: its owner, its deputy, and on when nobody acts.

    Return how many changed hands. `plan_of` gives the plan by which an escalation
    goes; without one it keeps its owner. `is_open` says whether the office is
    open at an instant; it is asked only where a plan tells the two apart.
    """
    handed = 0
    for found in desk.read.open_steps():
        plan = plan_of(found)
        if plan is None or not plan.steps:
            continue
        now = desk.clock()
        staffed = plan.out_of_hours is None or is_open(now)
        owner = owner_at(plan, found, now, is_open=staffed)
        if owner is not found.owner:
            # Refused: PV answered while we looked.
            with suppress(RefusedError):
                desk.perform(HandOver(found.id, owner), system_actor())
                handed += 1
    return handed


def owner_at(plan: EscalationPlan, found: OpenStep, now: int, *, is_open: bool) -> Role:
    """Return who owns the present step of an escalation at `now` (UTC microseconds)."""
    step = min(found.step, len(plan.steps) - 1)
    return turn_at(plan, step, now - found.aware_at, is_open=is_open).owner
