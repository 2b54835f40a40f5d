"""Every plan that ships: all states, all events; and no owner or deadline changes unseen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.moderator import Role, rights_of
from webcare_desk.domain.plan import (
    Event,
    Outcome,
    State,
    clock_in,
    moves,
    owner_in,
    right_for,
    states,
)
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.check import check
from webcare_desk.protocol.library import load_pack

PACKS = sorted(path.parent.name for path in protocols_dir().glob("*/pack.yaml"))
#: What each plan says: (step, owner, deputy, deputy after, due), then out of hours, nobody acts.
AGREED = {
    "ae-to-pv": (
        ("freeze", "moderator", "supervisor", 1, 1),
        ("decide", "moderator", "supervisor", 2, 2),
        ("forward", "moderator", "supervisor", 8, 24),
        ("acknowledge", "pv-officer", "supervisor", 48, 48),
        (None, "supervisor", 4),
    ),
    "crisis": (
        ("answer", "moderator", "supervisor", 1, 1),
        ("warn", "moderator", "supervisor", 1, 1),
        ("review", "supervisor", "pv-officer", 4, 4),
        ("supervisor", "supervisor", 1),
    ),
    "threat": (
        ("keep", "moderator", "supervisor", 1, 1),
        ("warn", "moderator", "supervisor", 1, 1),
        ("review", "supervisor", "pv-officer", 4, 4),
        ("supervisor", "supervisor", 1),
    ),
}
Row = tuple[object, ...]


def shipped() -> dict[tuple[str, str], EscalationPlan]:
    found: dict[tuple[str, str], EscalationPlan] = {}
    for pack in PACKS:
        protocol = load_pack(protocols_dir(), pack).protocol
        assert protocol is not None
        found |= {(pack, name): plan for name, plan in protocol.plans.items()}
    return found


SHIPPED = shipped()
EACH = pytest.mark.parametrize("plan", SHIPPED.values(), ids=map("-".join, SHIPPED))


def said(plan: EscalationPlan) -> tuple[Row, ...]:
    steps = ((s.id, s.owner, s.deputy, s.passes_after, s.hours) for s in plan.steps)
    return (*steps, (plan.out_of_hours, plan.goes_on.owner, plan.goes_on.hours))


@EACH
def test_in_every_state_somebody_who_may_owns_the_step_and_a_clock_runs(
    plan: EscalationPlan,
) -> None:
    for state in states(plan):
        assert right_for(plan, state.step) in rights_of(owner_in(plan, state))
        assert clock_in(plan, state) > 0
        for event, to in moves(plan, state):
            assert isinstance(to, State) or (event is Event.DONE) is (to.reason is None)
        assert reaches_end(plan, state)


def reaches_end(plan: EscalationPlan, state: State) -> bool:
    """Say whether doing what is asked, and nothing else, ends the plan with its decision."""
    for _ in plan.steps:
        after = dict(moves(plan, state))[Event.DONE]
        if isinstance(after, Outcome):
            return after.reason is None
        state = after
    return False


@EACH
def test_a_plan_says_what_was_agreed(plan: EscalationPlan) -> None:
    assert said(plan) == AGREED[plan.id]


def mutants(plan: EscalationPlan) -> Iterator[EscalationPlan]:
    """Yield the plan with each owner and each deadline another one."""
    for number, step in enumerate(plan.steps):
        others: list[Step] = []
        for role in Role:
            others += [replace(step, owner=role)] if role is not step.owner else []
            others += [replace(step, deputy=role)] if role is not step.deputy else []
        for by in (-1, 1):
            others += [replace(step, hours=step.hours + by)]
            if step.passes_after + by > 0:
                others += [replace(step, deputy_after=step.passes_after + by)]
        for other in others:
            steps = (*plan.steps[:number], other, *plan.steps[number + 1 :])
            yield replace(plan, steps=steps, nobody_acts=plan.goes_on)
    late = plan.goes_on
    yield replace(plan, out_of_hours=Role.SENIOR)
    yield replace(plan, nobody_acts=Unanswered(late.owner, late.hours + 1))
    yield replace(plan, nobody_acts=Unanswered(Role.SENIOR, late.hours))


@EACH
def test_no_owner_and_no_deadline_changes_unseen(plan: EscalationPlan) -> None:
    changed = list(mutants(plan))
    assert len(changed) > 15 * len(plan.steps)
    assert [each for each in changed if said(each) == AGREED[plan.id]] == []


BROKEN = [
    ("steps:", "out_of_hours: auditor\\n    steps:", "plans.yaml:3: plans[0].out_of_hours: name a role of the pack, `auditor` has no duty"),
    ("steps:", "out_of_hours: moderator\\n    steps:", "plans.yaml:3: plans[0].out_of_hours: name a role that may do `acknowledge`, `moderator` may not"),
    ("steps:", "nobody_acts: {owner: moderator, hours: 4}\\n    steps:", "plans.yaml:3: plans[0].nobody_acts.owner: name a role that may do `acknowledge`, `moderator` may not"),
    ("steps:", "nobody_acts: {owner: supervisor, hours: 0}\\n    steps:", "plans.yaml:3: plans[0].nobody_acts.hours: write a number of at least 1"),
    ("hours: 24", "hours: 24\\n        reasons: [spam, spam]", "plans.yaml:8: plans[0].steps[0].reasons: name each reason once"),
    ("owner: moderator", "owner: auditor", "plans.yaml:5: plans[0].steps[0].owner: name a role that may do `forward`, `auditor` may not"),
    ("deputy: supervisor", "deputy: administrator", "plans.yaml:6: plans[0].steps[0].deputy: name a role that may do `forward`, `administrator` may not"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN)
def test_a_dead_end_is_named_with_its_place(
    spoil: Callable[..., Path],
    screen: Callable[[str], Screening],
    old: str,
    new: str,
    expected: str,
) -> None:
    root = spoil("plans.yaml", old, new.replace("\\n", "\n"))
    problems = [str(problem) for problem in check(root, "small", screen)]
    assert f"small/{expected}" in problems, problems
