"""Which plans without a way to PV a comment calls for: a person records their steps. Pure."""

from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.protocol.evaluate import Recommendation
from webcare_desk.protocol.model import Protocol


def beside_pv(protocol: Protocol, found: Recommendation) -> tuple[EscalationPlan, ...]:
    """Return every recommended plan that leads to no packet."""
    plans = (protocol.plans[name] for name in found.plans if name in protocol.plans)
    return tuple(plan for plan in plans if not plan.forwards)


def followed(protocol: Protocol, found: Recommendation) -> tuple[str, ...]:
    """Return the ids of those whose clock runs, and whose steps are asked for at the end.

    They are those of the rules that matched. What is called a crisis though no rule says so has
    the plans of every rule for one before them: of these the first is enough.
    """
    plans = tuple(plan.id for plan in beside_pv(protocol, found))
    rules = [rule for rule in protocol.rules if rule.id in found.rules and rule.plan in plans]
    matched = {rule.plan for rule in rules}
    if all(rule.category is not found.category for rule in rules):
        matched.update(plans[:1])
    return tuple(plan for plan in plans if plan in matched)
