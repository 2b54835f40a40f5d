"""One tick of the cases' clocks: who is told that nobody acted on a case in time.

No acknowledgement, no correction, no decision within the step's hours: the deputy of the plan's
step is alarmed, and then the supervisor. An alarm ends when the case moves on.
"""

from collections.abc import Mapping
from contextlib import suppress

from webcare_desk.actions.cases import AlarmCase
from webcare_desk.desk import Desk
from webcare_desk.domain.case_state import duty
from webcare_desk.domain.case_version import CaseStanding, clock_from
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import RefusedError


def alarms(desk: Desk, plans: Mapping[str, EscalationPlan]) -> int:
    """Raise every alarm that is due; return how many were raised."""
    raised = 0
    for standing in desk.read.case_standings(only_open=True):
        to = alarm_for(plans.get(standing.plan), standing, desk.clock())
        if to is not None and standing.alarm not in {to, Role.SUPERVISOR}:
            # Refused: PV answered while we looked.
            with suppress(RefusedError):
                desk.perform(AlarmCase(standing.case, to), system_actor())
                raised += 1
    return raised


def alarm_for(plan: EscalationPlan | None, standing: CaseStanding, now: int) -> Role | None:
    """Return whom an alarm has to reach about a case at `now` (UTC microseconds), or None."""
    found = duty(standing.state, plan, now - clock_from(standing))
    return None if found is None else found.alarm
