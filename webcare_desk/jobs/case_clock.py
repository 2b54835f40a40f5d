"""One tick of the cases' clocks: who is told that nobody acted on a case or a question in time.

No acknowledgement, no correction, no decision within the step's hours: the deputy of the plan's
step is alarmed, and then the supervisor. An alarm ends when the case moves on.
"""

from collections.abc import Callable
from contextlib import suppress

from webcare_desk.actions.cases import AlarmCase, AlarmInquiry
from webcare_desk.desk import Desk
from webcare_desk.domain.case_duty import duty
from webcare_desk.domain.case_version import CaseStanding, clock_from
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.inquiry import WAITED, Inquiry
from webcare_desk.domain.inquiry import alarm_for as inquiry_alarm
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import RefusedError

#: Gives the plan by which a case goes, or the one that a question is about.
PlanOf = Callable[[CaseStanding | Inquiry], EscalationPlan | None]


def alarms(desk: Desk, plan_of: PlanOf) -> int:
    """Raise every alarm that is due by the plan of each case; return how many were raised."""
    raised = 0
    for standing in desk.read.case_standings(only_open=True):
        to = alarm_for(plan_of(standing), standing, _now_for(desk, clock_from(standing)))
        if to is not None and standing.alarm not in {to, Role.SUPERVISOR}:
            # Refused: PV answered while we looked.
            with suppress(RefusedError):
                desk.perform(AlarmCase(standing.case, to), system_actor())
                raised += 1
    return raised + late_inquiries(desk, plan_of)


def late_inquiries(desk: Desk, plan_of: PlanOf) -> int:
    """Raise the alarms about attempts to ask a poster whose end nobody told; return how many."""
    raised = 0
    for inquiry in desk.read.open_inquiries():
        to = inquiry_alarm(inquiry, plan_of(inquiry), _now_for(desk, inquiry.due_at - WAITED))
        if to is not None and inquiry.alarm not in {to, Role.SUPERVISOR}:
            # Refused: somebody said it while we looked.
            with suppress(RefusedError):
                desk.perform(AlarmInquiry(inquiry.id, to), system_actor())
                raised += 1
    return raised


def _now_for(desk: Desk, began: int) -> int:
    """Return the time by the clock by which something began (UTC microseconds).

    What begins in the future began by a clock that was ahead: what has passed since is counted
    from when that was set back, or nobody would be told until it caught up.
    """
    now = desk.clock()
    if began <= now:
        return now
    steps = desk.read.clock_steps(0, desk.read.log_size())
    back = next((each.at for each in reversed(steps) if each.at <= now), now)
    return began + now - back


def alarm_for(plan: EscalationPlan | None, standing: CaseStanding, now: int) -> Role | None:
    """Return whom an alarm has to reach about a case at `now` (UTC microseconds), or None."""
    found = duty(standing.state, plan, now - clock_from(standing))
    return None if found is None else found.alarm
