"""What must hold between the items of a pack: names that exist, words in every language."""

from collections.abc import Iterator

from webcare_desk.domain.finding import Category, Language
from webcare_desk.protocol.build import merged_head
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.planning import plan_problems
from webcare_desk.protocol.problem import Path, Problem
from webcare_desk.protocol.reach import unreachable
from webcare_desk.protocol.schema import Condition, Head, Item, Plan, Product, Rule
from webcare_desk.protocol.template import PERSONAL, SPONSOR

_NEEDED = ("languages", "country", "sponsor", "channels", "monitoring", "roles")
#: From here on a comment is escalated (GVP VI.B.6): the order of danger is the enum's.
SAFETY = frozenset(list(Category)[: list(Category).index(Category.PRIVACY)])


def inconsistencies(stack: Stack) -> Iterator[Problem]:
    """Yield what is wrong between the items of a stack that was read whole."""
    head = merged_head(stack)
    yield from _head_complete(stack, head)
    for rule in stack.rules.items.values():
        yield from _rule_names(rule, stack)
    for plan in stack.plans.items.values():
        yield from plan_problems(plan, {duty.role for duty in head.roles or ()})
    if stack.rules.known == set(stack.rules.items):
        yield from _unused(stack)
        yield from unreachable(stack)
    yield from _hours(stack)
    yield from _channel_times(stack, head)
    yield from _channels_read(stack, head)
    yield from _roles_once(stack, head)
    yield from _products_apart(stack)
    yield from _references_last(stack, head)
    for placed in _everything(stack):
        yield from _translated(placed, placed.item, (), tuple(head.languages or ()))


def _everything(stack: Stack) -> Iterator[Placed[Item]]:
    for head in stack.heads:
        yield Placed(head.item, head.source, head.path)
    for shelf in stack.shelves():
        yield from shelf.items.values()


def _head_complete(stack: Stack, head: Head) -> Iterator[Problem]:
    for name in _NEEDED:
        if getattr(head, name) is None:
            yield stack.heads[-1].problem((), f"add `{name}`")


def _rule_names(rule: Placed[Rule], stack: Stack) -> Iterator[Problem]:
    item = rule.item
    for name, shelf in (("sla", stack.slas), ("plan", stack.plans)):
        value = getattr(item, name)
        if value is not None and value not in shelf.known:
            yield rule.problem((name,), f"name one of the {shelf.key}, there is no `{value}`")
    for number, template in enumerate(item.templates):
        if template not in stack.templates.known:
            message = f"name one of the templates, there is no `{template}`"
            yield rule.problem(("templates", number), message)
    if item.category in SAFETY and item.plan is None:
        yield rule.problem((), "add `plan`, this category is always escalated")
    if item.category is Category.CRISIS and item.sla is None:
        yield rule.problem((), "add `sla`, a crisis is never left without a time")
    if item.category in SAFETY and not item.queue.is_open:
        message = f"name a queue that somebody works through, `{item.queue}` is none"
        yield rule.problem(("queue",), message)
    plan = stack.plans.items.get(item.plan or "")
    if plan is not None and item.category in SAFETY - {Category.CRISIS} and not _forwards(plan):
        yield rule.problem(("plan",), "name a plan that has a step `forward`")
    yield from _names_within(rule, item.when, ("when",), stack)


def _forwards(plan: Placed[Plan]) -> bool:
    return any(step.id == "forward" for step in plan.item.steps)


def _names_within(
    rule: Placed[Rule], when: Condition, path: Path, stack: Stack
) -> Iterator[Problem]:
    """Yield the products and channels that a condition names and the pack has not."""
    known = {channel.id for channel in merged_head(stack).channels or ()}
    for within, part in conditions(when, path):
        for key, names, there in (
            ("product", part.product, stack.products.known | {"any"}),
            ("channel", part.channel, known),
        ):
            for number, name in enumerate(names or ()):
                if name not in there:
                    message = f"name one of the {key}s, there is no `{name}`"
                    yield rule.problem((*within, key, number), message)


def conditions(when: Condition, path: Path) -> Iterator[tuple[Path, Condition]]:
    """Yield a condition and every condition within it, each with its path."""
    yield path, when
    for key, parts in (("any", when.any), ("all", when.all)):
        for number, part in enumerate(parts or ()):
            yield from conditions(part, (*path, key, number))
    if when.not_ is not None:
        yield from conditions(when.not_, (*path, "not"))


def _channel_times(stack: Stack, head: Head) -> Iterator[Problem]:
    """Yield the channels that response times and hours name and the pack has not."""
    known = {channel.id for channel in head.channels or ()}
    for placed in stack.slas.items.values():
        named = [each.channel for each in placed.item.channels]
        for number, name in enumerate(named):
            path: Path = ("channels", number, "channel")
            if name not in known:
                yield placed.problem(path, f"name one of the channels, there is no `{name}`")
            elif name in named[:number]:
                yield placed.problem(path, f"name each channel once, `{name}` has a time already")
    for name, hours in stack.channel_hours.items.items():
        if name not in known:
            yield hours.problem(("id",), f"name one of the channels, there is no `{name}`")


def _channels_read(stack: Stack, head: Head) -> Iterator[Problem]:
    """Yield the channels that share an id or a source: each comment is on one."""
    placed = next((each for each in reversed(stack.heads) if each.item.channels), stack.heads[-1])
    seen: set[str] = set()
    for number, channel in enumerate(head.channels or ()):
        for name in channel.sources or (channel.id,):
            if name in seen:
                message = f"give each channel sources of its own, `{name}` is taken"
                yield placed.problem(("channels", number), message)
            seen.add(name)


def _roles_once(stack: Stack, head: Head) -> Iterator[Problem]:
    placed = next((each for each in reversed(stack.heads) if each.item.roles), stack.heads[-1])
    named = [duty.role for duty in head.roles or ()]
    for number, role in enumerate(named):
        if role in named[:number]:
            message = f"name each role once, `{role}` has a duty already"
            yield placed.problem(("roles", number, "role"), message)


def _products_apart(stack: Stack) -> Iterator[Problem]:
    """Yield the spellings by which a comment would name two products; a substance may be shared."""
    owners: dict[str, str] = {}
    for name, placed in stack.products.items.items():
        for told, path in _called(placed.item):
            owner = owners.setdefault(" ".join(told.casefold().split()), name)
            if owner != name:
                message = f"give each product spellings of its own, `{told}` is of `{owner}`"
                yield placed.problem(path, message)


def _called(product: Product) -> Iterator[tuple[str, Path]]:
    yield product.brand, ("brand",)
    for key in ("brands", "spellings"):
        for number, name in enumerate(getattr(product, key)):
            yield name, (key, number)


def _unused(stack: Stack) -> Iterator[Problem]:
    rules = [placed.item for placed in stack.rules.items.values()]
    for shelf, used in (
        (stack.templates, {name for rule in rules for name in rule.templates}),
        (stack.slas, {rule.sla for rule in rules}),
        (stack.plans, {rule.plan for rule in rules}),
    ):
        for name, placed in shelf.items.items():
            if name not in used:
                yield placed.problem(("id",), f"use `{name}` in a rule, or remove it")


def _hours(stack: Stack) -> Iterator[Problem]:
    if stack.hours is None:
        yield stack.heads[-1].problem((), f"add `hours` to {stack.slas.file}")


def _references_last(stack: Stack, head: Head) -> Iterator[Problem]:
    for name, placed in stack.references.items.items():
        if name in PERSONAL | {SPONSOR}:
            message = f"give the contact another id, the desk fills `{name}` itself"
            yield placed.problem(("id",), message)
        until = placed.item.valid_until
        if until is not None and head.monitoring is not None and until < head.monitoring.end:
            message = f"name a contact that is still valid on {head.monitoring.end}"
            yield placed.problem(("valid_until",), message)


def _translated(
    placed: Placed[Item], item: Item, path: Path, languages: tuple[Language, ...]
) -> Iterator[Problem]:
    """Yield a problem for each text within `item` that a language of the pack lacks."""
    spoken = {"nl", "en"} & set(type(item).model_fields)
    for language in languages:
        if language.value in spoken and getattr(item, language.value) is None:
            yield placed.problem(path, f"add `{language.value}`, a language of the pack")
    for name, value in item:
        if isinstance(value, Item):
            yield from _translated(placed, value, (*path, name), languages)
        elif isinstance(value, list):
            for number, part in enumerate(value):
                if isinstance(part, Item):
                    yield from _translated(placed, part, (*path, name, number), languages)
