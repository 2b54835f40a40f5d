"""A safety case as a state machine: where it stands, what may happen, whose turn it is, until when.

drafted → queued → sent → acknowledged → accepted, not a case or duplicate → closed;
rejected → corrected → queued again; new information makes a follow-up of any case that has left.
The table is data; `tests/domain/test_case_state.py` walks all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.plan import Phase, Turn, state_at, turn_at
from webcare_desk.domain.spans import HOUR


class CaseState(StrEnum):
    """How far a case has come; of several versions the latest one tells."""

    DRAFTED = "drafted"
    QUEUED = "queued"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    NOT_A_CASE = "not-a-case"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    FOLLOW_UP = "follow-up"
    CLOSED = "closed"


class CaseEvent(StrEnum):
    """What happens to a case.

    `RECEIVE` is the receiver's system taking the report, `ACCEPT`, `REFUSE` (not a case) and
    `DUPLICATE` are PV's decisions, `REJECT` is a report that the receiver cannot use.
    """

    QUEUE = "queue"
    LEAVE = "leave"
    RECEIVE = "receive"
    ACCEPT = "accept"
    REFUSE = "refuse"
    DUPLICATE = "duplicate"
    REJECT = "reject"
    CORRECT = "correct"
    FOLLOW_UP = "follow-up"
    CLOSE = "close"


_S, _E = CaseState, CaseEvent
_DECIDED: Final = {
    _E.ACCEPT: _S.ACCEPTED,
    _E.REFUSE: _S.NOT_A_CASE,
    _E.DUPLICATE: _S.DUPLICATE,
}
_ANSWERED: Final = {**_DECIDED, _E.RECEIVE: _S.ACKNOWLEDGED, _E.REJECT: _S.REJECTED}
_DONE: Final = {**_DECIDED, _E.FOLLOW_UP: _S.FOLLOW_UP, _E.CLOSE: _S.CLOSED}
#: What may happen in each state, and what comes of it; anything else is refused.
MOVES: Final[Mapping[CaseState, Mapping[CaseEvent, CaseState]]] = {
    _S.DRAFTED: {_E.QUEUE: _S.QUEUED},
    # PV may have it by another way before the packet leaves.
    _S.QUEUED: {_E.LEAVE: _S.SENT, **_ANSWERED},
    _S.SENT: {**_ANSWERED, _E.FOLLOW_UP: _S.FOLLOW_UP},
    _S.ACKNOWLEDGED: {**_DECIDED, _E.REJECT: _S.REJECTED, _E.FOLLOW_UP: _S.FOLLOW_UP},
    # A person had told of the yes, and then PV's system says that it has not got the report.
    _S.ACCEPTED: {
        **{event: to for event, to in _DONE.items() if event is not _E.ACCEPT},
        _E.REJECT: _S.REJECTED,
    },
    _S.NOT_A_CASE: {event: to for event, to in _DONE.items() if event is not _E.REFUSE},
    _S.DUPLICATE: {event: to for event, to in _DONE.items() if event is not _E.DUPLICATE},
    _S.REJECTED: {_E.CORRECT: _S.CORRECTED, **_DECIDED},
    _S.CORRECTED: {_E.QUEUE: _S.QUEUED},
    _S.FOLLOW_UP: {_E.QUEUE: _S.QUEUED},
    _S.CLOSED: {_E.FOLLOW_UP: _S.FOLLOW_UP, _E.REJECT: _S.REJECTED},
}
#: Where a decision of PV stands: said once more with another number, it changes the number alone.
DECIDED: Final = frozenset({_S.ACCEPTED, _S.NOT_A_CASE, _S.DUPLICATE, _S.CLOSED})

#: Where PV has an earlier version than the latest, which is kept back; it may answer that one.
KEPT_BACK: Final = frozenset({_S.FOLLOW_UP, _S.CORRECTED})


class Wait(StrEnum):
    """Which step of the escalation plan has the owners and the clock of a state."""

    FORWARD = "forward"
    ANSWER = "answer"
    DECIDE = "decide"
    CLOSE = "close"


#: In which states the desk waits for what; a closed case waits for nothing.
WAITS: Final[Mapping[CaseState, Wait]] = {
    _S.DRAFTED: Wait.FORWARD,
    _S.QUEUED: Wait.FORWARD,
    _S.REJECTED: Wait.FORWARD,
    _S.CORRECTED: Wait.FORWARD,
    _S.FOLLOW_UP: Wait.FORWARD,
    _S.SENT: Wait.ANSWER,
    _S.ACKNOWLEDGED: Wait.DECIDE,
    _S.ACCEPTED: Wait.CLOSE,
    _S.NOT_A_CASE: Wait.CLOSE,
    _S.DUPLICATE: Wait.CLOSE,
}
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


def after(state: CaseState, event: CaseEvent) -> CaseState | None:
    """Return what comes of an event in a state; None where it cannot happen."""
    return MOVES[state].get(event)


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
