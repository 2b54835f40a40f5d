"""One tick of the escalation clocks: who owns the present step now.

The clock of a safety report never pauses: hours count from the awareness time
on, through nights and weekends (GVP VI.B.7).
"""

from collections.abc import Mapping
from contextlib import suppress

from webcare_desk.actions import HandOver
from webcare_desk.desk import Desk
from webcare_desk.domain.escalation import Escalation, EscalationPlan
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import RefusedError

_HOUR = 3_600_000_000


def deadlines(desk: Desk, plans: Mapping[str, EscalationPlan]) -> int:
    """Give every open step to its owner, or past its time to its deputy.

    Return how many changed hands. An escalation by a plan that the protocol
    in force has no more keeps its owner.
    """
    handed = 0
    for escalation in desk.read.open_escalations():
        plan = plans.get(escalation.plan)
        if plan is None or not plan.steps:
            continue
        owner = owner_at(plan, escalation, desk.clock())
        if owner is not escalation.owner:
            # Refused: PV answered while we looked.
            with suppress(RefusedError):
                desk.perform(HandOver(escalation.id, owner), system_actor())
                handed += 1
    return handed


def owner_at(plan: EscalationPlan, escalation: Escalation, now: int) -> Role:
    """Return who owns the present step of an escalation at `now` (UTC microseconds)."""
    step = plan.steps[min(escalation.step, len(plan.steps) - 1)]
    is_late = now > escalation.aware_at + step.hours * _HOUR
    return step.deputy if is_late else step.owner
