"""What PV has still to answer: each latest version, by when, and whose turn it is."""

from collections.abc import Callable
from dataclasses import dataclass

from webcare_desk.actions.pv_clock import step_until
from webcare_desk.domain.case_duty import answer_within
from webcare_desk.domain.case_state import WAITS, Wait
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.escalation import Escalation, EscalationPlan
from webcare_desk.domain.register import CaseTurn, turn_in
from webcare_desk.store.base import Reads


@dataclass(frozen=True, slots=True)
class Awaited:
    """A case whose latest version PV has not answered.

    `until` is by when PV must have it, or answers (UTC microseconds); `turn` whose turn it is.
    """

    standing: CaseStanding
    escalation: Escalation
    until: int
    turn: CaseTurn


def awaited(
    read: Reads, plan_of: Callable[[CaseStanding], EscalationPlan | None], now: int
) -> list[Awaited]:
    """Return every version that PV must have or has to answer, the nearest time first."""
    found = []
    for standing in read.case_standings(only_open=True):
        if WAITS.get(standing.state) not in {Wait.FORWARD, Wait.ANSWER}:
            continue
        plan, case = plan_of(standing), read.escalation(standing.case)
        turn = turn_in(standing, plan, now)
        if case is not None and turn is not None:
            until = step_until(read, standing, answer_within(plan))
            found.append(Awaited(standing, case, until, turn))
    return sorted(found, key=lambda each: each.until)


def awaits_pv(read: Reads, escalation: Escalation) -> bool:
    """Say whether PV has not answered, or has received it and has still to decide."""
    standing = read.case_standing(escalation.id)
    decides = standing is not None and WAITS.get(standing.state) is Wait.DECIDE
    return escalation.is_open or decides
