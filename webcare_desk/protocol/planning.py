"""What is wrong with a plan: a dead end, a step that nobody may do, a clock that runs backwards."""

from collections.abc import Iterator

from webcare_desk.domain.moderator import Role, rights_of
from webcare_desk.domain.plan import incapable
from webcare_desk.protocol.build import plan_of
from webcare_desk.protocol.layers import Placed
from webcare_desk.protocol.problem import Path, Problem
from webcare_desk.protocol.schema import Plan


def plan_problems(plan: Placed[Plan], roles: set[Role]) -> Iterator[Problem]:
    """Yield the problems of a plan in a pack that has duties for `roles`."""
    yield from _steps(plan)
    yield from _owners(plan, roles)
    yield from _dead_ends(plan)


def _steps(plan: Placed[Plan]) -> Iterator[Problem]:
    seen: set[str] = set()
    before = None
    for number, step in enumerate(plan.item.steps):
        if step.id in seen:
            message = f"give the step an id of its own, `{step.id}` is taken"
            yield plan.problem(("steps", number, "id"), message)
        seen.add(step.id)
        if before is not None and step.hours < before.hours:
            message = "let a step be due no earlier than the one before"
            yield plan.problem(("steps", number, "hours"), message)
        if len(set(step.reasons)) < len(step.reasons):
            yield plan.problem(("steps", number, "reasons"), "name each reason once")
        before = step


def _named(plan: Plan) -> Iterator[tuple[Path, Role]]:
    """Yield every role that a plan names, with its place."""
    for number, step in enumerate(plan.steps):
        yield ("steps", number, "owner"), step.owner
        yield ("steps", number, "deputy"), step.deputy
    if plan.out_of_hours is not None:
        yield ("out_of_hours",), plan.out_of_hours
    if plan.nobody_acts is not None:
        yield ("nobody_acts", "owner"), plan.nobody_acts.owner


def _owners(plan: Placed[Plan], roles: set[Role]) -> Iterator[Problem]:
    for path, role in _named(plan.item):
        if role not in roles:
            yield plan.problem(path, f"name a role of the pack, `{role}` has no duty")


def _dead_ends(plan: Placed[Plan]) -> Iterator[Problem]:
    """Yield the places that bring a step to somebody who may not do it."""
    rights = {role: rights_of(role) for role in Role}
    built = plan_of(plan.item)
    last = len(plan.item.steps) - 1
    for number in range(len(plan.item.steps)):
        unable = incapable(built, number, rights)
        for path, role in _named(plan.item):
            elsewhere = path[0] == "steps" and path[1] != number
            if role not in unable or elsewhere:
                continue
            if number == last and path[0] == "steps":
                yield plan.problem(path, _LAST)
            else:
                message = (
                    f"name a role that may do `{plan.item.steps[number].id}`, `{role}` may not"
                )
                yield plan.problem(path, message)


_LAST = "give the last step to a role that may acknowledge, such as pv-officer"
