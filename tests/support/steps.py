"""A step of the plan for a crisis, as the desk would give it, and hours that never end."""

from tests.support.desks import HOUR, MORNING
from webcare_desk.domain.escalation import PlanStep, Step
from webcare_desk.domain.moderator import Role


def plan_step(name: str, due_at: int = MORNING + HOUR) -> PlanStep:
    """Return a step of the plan `crisis`, which a moderator or a supervisor may do."""
    step = Step(name, Role.MODERATOR, Role.SUPERVISOR, 1, (("en", name),))
    doers = frozenset({Role.MODERATOR, Role.SUPERVISOR})
    return PlanStep("crisis", step, due_at, doers, None)


def always(_: int) -> bool:
    """Say that the office is open at an instant, whichever."""
    return True
