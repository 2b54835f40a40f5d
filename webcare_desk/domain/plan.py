"""An escalation plan as a state machine: in every state somebody owns the step and a clock runs.

A state is a step, how far time has carried it, and whether the office is open.
Time alone never ends a plan: only an act does, a decision at the last step or
a reason with which a step may end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from webcare_desk.domain.escalation import EscalationPlan, Step
from webcare_desk.domain.moderator import Right, Role, rights_of
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.spans import HOUR


class Phase(StrEnum):
    """Whose turn a step is: in time its owner's, then the deputy's, then round and round."""

    OWNER = "owner"
    DEPUTY = "deputy"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class State:
    """Where a plan stands; `lap` counts whose turn it is once nobody has acted."""

    step: int
    phase: Phase = Phase.OWNER
    lap: int = 0
    is_open: bool = True


class Event(StrEnum):
    """What can happen to a step."""

    DONE = "done"
    ENDED = "ended"
    TIME = "time"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a plan ended: with the decision of its last step, or with a reason, which the log names."""

    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Who has a step, and until when (microseconds after the awareness time)."""

    owner: Role
    until: int


def forward_step(plan: EscalationPlan) -> tuple[int, Step]:
    """Return the place and the step in which the packet leaves for PV."""
    return next((i, step) for i, step in enumerate(plan.steps) if step.id == "forward")


def right_for(plan: EscalationPlan, step: int) -> Right:
    """Return the right that a step takes: to forward, at the end to acknowledge."""
    if step == len(plan.steps) - 1:
        return Right.ACKNOWLEDGE
    return Right.ESCALATE


def ring(plan: EscalationPlan, step: Step) -> tuple[Role, ...]:
    """Return who get a late step in turn when nobody acts; it begins after the deputy."""
    turns = tuple(dict.fromkeys((plan.goes_on.owner, step.owner, step.deputy)))
    return (*turns[1:], turns[0]) if turns[0] is step.deputy else turns


def owner_in(plan: EscalationPlan, state: State) -> Role:
    """Return who owns the next step in a state."""
    step = plan.steps[state.step]
    if state.phase is Phase.ROUND:
        turns = ring(plan, step)
        return turns[state.lap % len(turns)]
    if state.phase is Phase.DEPUTY:
        return step.deputy
    return step.owner if state.is_open else plan.out_of_hours or step.owner


def clock_in(plan: EscalationPlan, state: State) -> int:
    """Return when time carries a state on, in microseconds after the awareness time."""
    step, late = plan.steps[state.step], plan.goes_on
    if state.phase is Phase.OWNER:
        return step.passes_after * HOUR
    laps = 0 if state.phase is Phase.DEPUTY else state.lap + 1
    return (step.hours + late.hours * (laps + 1)) * HOUR


def state_at(plan: EscalationPlan, step: int, waited: int, *, is_open: bool = True) -> State:
    """Return the state of a step `waited` microseconds after the awareness time."""
    last, late = plan.steps[step], plan.goes_on
    if waited <= last.passes_after * HOUR:
        return State(step, Phase.OWNER, 0, is_open)
    over = waited - (last.hours + late.hours) * HOUR
    if over <= 0:
        return State(step, Phase.DEPUTY, 0, is_open)
    return State(step, Phase.ROUND, (over - 1) // (late.hours * HOUR), is_open)


def turn_at(plan: EscalationPlan, step: int, waited: int, *, is_open: bool = True) -> Turn:
    """Return who has a step `waited` microseconds after the awareness time, and until when."""
    state = state_at(plan, step, waited, is_open=is_open)
    return Turn(owner_in(plan, state), clock_in(plan, state))


def moves(plan: EscalationPlan, state: State) -> Iterator[tuple[Event, State | Outcome]]:
    """Yield what can happen in a state, and what comes of it."""
    yield Event.DONE, _done(plan, state)
    for reason in plan.steps[state.step].reasons:
        yield Event.ENDED, Outcome(reason)
    yield Event.TIME, _later(plan, state)
    yield (
        (Event.CLOSED, replace(state, is_open=False))
        if state.is_open
        else (Event.OPENED, replace(state, is_open=True))
    )


def _done(plan: EscalationPlan, state: State) -> State | Outcome:
    if state.step == len(plan.steps) - 1:
        return Outcome()
    return State(state.step + 1, is_open=state.is_open)


def _later(plan: EscalationPlan, state: State) -> State:
    if state.phase is Phase.OWNER:
        return replace(state, phase=Phase.DEPUTY)
    if state.phase is Phase.DEPUTY:
        return replace(state, phase=Phase.ROUND)
    return replace(state, lap=(state.lap + 1) % len(ring(plan, plan.steps[state.step])))


def states(plan: EscalationPlan) -> frozenset[State]:
    """Return every state that a plan can come into; a lap that comes round is the same again."""
    known, waiting = set[State](), [State(0)]
    while waiting:
        state = waiting.pop()
        if state not in known:
            known.add(state)
            waiting += [after for _, after in moves(plan, state) if isinstance(after, State)]
    return frozenset(known)


def incapable(plan: EscalationPlan, step: int, rights: dict[Role, frozenset[Right]]) -> set[Role]:
    """Return who may come to own a step and has not the right that it takes."""
    return {role for role in _owners(plan, step) if right_for(plan, step) not in rights[role]}


def doers(plan: EscalationPlan, step: int) -> frozenset[Role]:
    """Return who may say that a step was done: its owners, and who may do all that one of them may."""
    owners = _owners(plan, step)
    return frozenset(
        role for role in Role if any(rights_of(role) >= rights_of(owner) for owner in owners)
    )


def _owners(plan: EscalationPlan, step: int) -> set[Role]:
    return {owner_in(plan, state) for state in states(plan) if state.step == step}
