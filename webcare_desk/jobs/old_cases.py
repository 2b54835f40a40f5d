"""One tick of the cases from before: each gets its first version, marked as such, and PV's clock."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from webcare_desk.actions.cases import ClockOldCase, TakeUpOldCase
from webcare_desk.desk import Desk
from webcare_desk.domain.case_duty import answer_within
from webcare_desk.domain.case_version import CaseStanding, Sheet, clock_from
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import PacketError, RefusedError

#: So many at one time.
BATCH: Final = 50


def take_up_old(desk: Desk) -> int:
    """Give up to `BATCH` old cases their first version; return how many got one."""
    taken = 0
    for escalation in desk.read.escalations_without_case(BATCH):
        act = TakeUpOldCase(escalation, _sheet(desk, escalation))
        # Refused: another process was quicker.
        with suppress(RefusedError):
            desk.perform(act, system_actor())
            taken += 1
    return taken


def clock_old(desk: Desk, plan_of: Callable[[CaseStanding], EscalationPlan | None]) -> int:
    """Give what left before the clock of PV's answer began then that clock; return how many got it."""
    set_now = 0
    for standing in desk.read.cases_clocked_before():
        within, work = answer_within(plan_of(standing)), desk.read.work(standing.comment)
        # The answer may be due when the report was: that is no old clock.
        if work is None or work.aware_due == clock_from(standing) + within:
            continue
        # Refused: another process was quicker.
        with suppress(RefusedError):
            desk.perform(ClockOldCase(standing.case, within), system_actor())
            set_now += 1
    return set_now


def _sheet(desk: Desk, escalation: int) -> Sheet | None:
    """Return the report that the packet gives, with the numbers that PV knows it by."""
    from webcare_desk.pv.e2b.cases import case_batch, sheet_of
    from webcare_desk.pv.e2b.rules import Profile
    from webcare_desk.pv.packet import case_from_json

    found = desk.read.escalation(escalation)
    try:
        case, _ = case_from_json(b"" if found is None else found.case.encode("utf-8"))
    except PacketError:
        return None
    return sheet_of(case_batch(case, Profile.INTAKE))
