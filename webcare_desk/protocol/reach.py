"""Rules that never decide anything: they cannot hold, or another wins wherever they do."""

from collections.abc import Iterator

from webcare_desk.domain.finding import rank
from webcare_desk.protocol.build import condition_of
from webcare_desk.protocol.condition import needed, spoken
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.logic import implies, impossible
from webcare_desk.protocol.model import USUAL, Condition
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.schema import Rule

_Built = tuple[Placed[Rule], Condition]


def unreachable(stack: Stack) -> Iterator[Problem]:
    """Yield the rules that never hold and those that another one shadows."""
    rules: list[_Built] = []
    for rule in sorted(stack.rules.items.values(), key=_place):
        when = condition_of(rule.item.when)
        if (why := impossible(when)) is not None:
            yield rule.problem(("when",), f"change the condition, it never holds: {why}")
        else:
            rules.append((rule, when))
    yield from _shadowed(rules)


def _place(rule: Placed[Rule]) -> tuple[int, int]:
    """Return where a rule stands: the first that holds wins."""
    return rank(rule.item.category), -(rule.item.priority or USUAL)


def _shadowed(rules: list[_Built]) -> Iterator[Problem]:
    """Yield each rule before which another stands that holds wherever it does.

    A rule with a plan of its own still counts: its plan is carried out too.
    """
    asking: dict[str | None, list[int]] = {}
    for place, (rule, narrow) in enumerate(rules):
        # Most rules have nothing to do with each other: only what asks for the same can shadow.
        before = {one for spoken in (None, *spoken(narrow)) for one in asking.get(spoken, ())}
        for one in sorted(before):
            first, wide = rules[one]
            adds = rule.item.plan is not None and rule.item.plan != first.item.plan
            if not adds and implies(narrow, wide):
                shadow = f"`{first.item.id}` holds wherever it does and wins"
                yield rule.problem(("when",), f"change the condition or remove the rule, {shadow}")
                break
        for asked in needed(narrow) or (None,):
            asking.setdefault(asked, []).append(place)
