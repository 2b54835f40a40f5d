"""From checked items to a protocol in force."""

import json
from collections.abc import Iterable, Sequence
from typing import TypeVar

from webcare_desk.domain.audit import canonical, digest
from webcare_desk.domain.claim import Claim
from webcare_desk.domain.escalation import EscalationPlan, Unanswered
from webcare_desk.domain.escalation import Step as PlanStep
from webcare_desk.domain.finding import ANSWERED, Tier
from webcare_desk.domain.sla import Sla as ResponseTime
from webcare_desk.protocol import model, schema
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.source import Tree

_T = TypeVar("_T")
M = TypeVar("M", bound=schema.Item)


def merged_head(stack: Stack) -> schema.Head:
    """Return the head of the pack asked for, with what it leaves out from the packs below."""
    upper = stack.heads[-1].item
    for placed in reversed(stack.heads[:-1]):
        own = {name: getattr(upper, name) for name in upper.model_fields_set}
        upper = placed.item.model_copy(update=own)
    return upper


def build(stack: Stack, approved: str = "") -> model.Protocol:
    """Return the protocol of a stack without problems, or of one that was `approved` as this digest."""
    head = merged_head(stack)
    return model.Protocol(
        id=stack.heads[-1].item.id,
        version=head.version,
        digest=approved or digest(content_of(stack)),
        languages=tuple(_given(head.languages)),
        country=_present(head.country),
        sponsor=_words(_present(head.sponsor)),
        starts=_present(head.monitoring).start,
        ends=_present(head.monitoring).end,
        channels=tuple(channel_of(item) for item in _given(head.channels)),
        roles=tuple(_duty(item) for item in _given(head.roles)),
        products=tuple(_product(item) for item in _items(stack.products.items)),
        rules=tuple(sorted(map(_rule, _items(stack.rules.items)), key=lambda one: -one.priority)),
        templates={i.id: _template(i) for i in _items(stack.templates.items)},
        slas={item.id: _length(item.id, item) for item in _items(stack.slas.items)},
        plans={item.id: plan_of(item) for item in _items(stack.plans.items)},
        references={i.id: _reference(i) for i in _items(stack.references.items)},
        openings=_openings(_present(stack.hours).item),
        countries=tuple(_given(head.countries) or (_present(head.country),)),
        channel_times=tuple(
            model.ChannelTime(item.id, each.channel, _length(item.id, each))
            for item in _items(stack.slas.items)
            for each in item.channels
        ),
        channel_openings={i.id: _openings(i) for i in _items(stack.channel_hours.items)},
        terms=tuple(_term(item) for item in _items(stack.terms.items)),
    )


def _present(value: _T | None) -> _T:
    if value is None:
        msg = "a stack without problems has every key"
        raise ValueError(msg)
    return value


def _given(values: Sequence[_T] | None) -> Sequence[_T]:
    return values or ()


def _items(shelf: dict[str, Placed[M]]) -> Iterable[M]:
    return (placed.item for placed in shelf.values())


def content_of(stack: Stack) -> bytes:
    """Return all that a protocol says, in the bytes of which the log has the digest."""
    content: dict[str, object] = {"pack": _dumped(merged_head(stack))}
    content["hours"] = _dumped(_present(stack.hours).item)
    for shelf in stack.shelves():
        content[shelf.key] = [_dumped(placed.item) for placed in shelf.items.values()]
    return canonical(content)


def _dumped(item: schema.Item) -> dict[str, object]:
    return item.model_dump(mode="json", warnings=False)  # they are about what was read loosely


def as_written(content: bytes) -> dict[str, Tree]:
    """Return what `content_of` gave as the files of a pack would say it."""
    return {key: _written(value) for key, value in json.loads(content).items()}


def _written(value: object) -> Tree:
    if isinstance(value, dict):
        there = {key: each for key, each in value.items() if each is not None}
        return {key.removesuffix("_"): _written(each) for key, each in there.items()}
    if isinstance(value, list):
        return [_written(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _words(words: schema.Words) -> model.Words:
    texts = ((language.value, getattr(words, language.value)) for language in ANSWERED)
    return tuple((language, text) for language, text in texts if text is not None)


def channel_of(item: schema.Channel) -> model.Channel:
    """Return a channel as rules ask for it."""
    return model.Channel(item.id, item.name, item.owned, item.paid, tuple(item.sources or ()))


def _duty(item: schema.Duty) -> model.Duty:
    return model.Duty(item.role, item.deputy, _words(item.duty), item.person, item.deputy_person)


def _term(item: schema.Term) -> model.Term:
    said = ((language, getattr(item.phrases, language.value) or ()) for language in ANSWERED)
    phrases = tuple((language, tuple(wordings)) for language, wordings in said if wordings)
    return model.Term(item.id, item.mark, item.category, phrases)


def _product(item: schema.Product) -> model.Product:
    return model.Product(
        item.id,
        item.brand,
        item.substance,
        _words(item.form),
        tuple(dict.fromkeys((item.brand, item.substance, *item.brands, *item.spellings))),
        item.prescription_only,
    )


def _rule(item: schema.Rule) -> model.Rule:
    return model.Rule(
        id=item.id,
        when=condition_of(item.when),
        category=item.category,
        queue=item.queue,
        sla=item.sla,
        plan=item.plan,
        templates=tuple(item.templates),
        why=_words(item.why),
        examples=tuple(_examples(item.examples)),
        priority=item.priority or model.USUAL,
    )


def _examples(examples: schema.Examples) -> Iterable[model.Example]:
    for language in ANSWERED:
        for texts, matches in ((examples.match, True), (examples.no_match, False)):
            for one in getattr(texts, language.value) or ():
                yield model.Example(language, one.text, matches, one.kind)


def condition_of(item: schema.Condition) -> model.Condition:
    """Return the one condition that `item` has, its parts built as well."""
    found: model.Condition
    if item.any is not None:
        found = model.AnyOf(tuple(condition_of(part) for part in item.any))
    elif item.all is not None:
        found = model.AllOf(tuple(condition_of(part) for part in item.all))
    elif item.not_ is not None:
        found = model.Not(condition_of(item.not_))
    else:
        found = _leaf(item)
    return found


def _leaf(item: schema.Condition) -> model.Condition:
    found: model.Condition
    if item.finding is not None:
        found = _finding(item.finding)
    elif item.model is not None:
        tier = Tier[(item.model.tier or "check").upper()]
        found = model.ModelSays(tier, frozenset(item.model.category or ()))
    elif item.product is not None:
        found = model.ProductNamed(frozenset(item.product) - {"any"})
    elif item.language is not None:
        found = model.WrittenIn(frozenset(item.language))
    elif item.audience is not None:
        found = model.WrittenBy(frozenset(item.audience))
    elif item.tier is not None:
        found = model.TierAtLeast(Tier[item.tier.upper()])
    else:
        found = _outer(item)
    return found


def _outer(item: schema.Condition) -> model.Condition:
    found: model.Condition
    if item.answers is not None:
        found = model.Answers(frozenset(item.answers))
    elif item.channel is not None:
        found = model.CameIn(frozenset(item.channel))
    elif item.ownership is not None:
        found = model.ChannelIs(frozenset(item.ownership))
    elif item.time is not None:
        found = model.PostedWhile(item.time)
    elif item.period is not None:
        found = model.PostedIn(frozenset(item.period))
    else:
        found = model.IsReply(item.position == "reply")
    return found


def _finding(item: schema.FindingTest) -> model.FindingIs:
    return model.FindingIs(
        categories=frozenset(item.category or ()),
        concepts=frozenset(item.concept or ()),
        marks=frozenset(item.mark or ()),
        within=frozenset(item.within or ()),
        without=frozenset(item.without or ()),
        apart=item.apart is True,
    )


def _template(item: schema.Template) -> model.Template:
    return model.Template(item.id, _words(item.title), item.public, _words(item.text))


def _length(name: str, item: schema.Sla | schema.ChannelTime) -> ResponseTime:
    minutes = item.minutes or 60 * (item.hours or 0)
    return ResponseTime(name, minutes, business=item.time == "business", days=item.days or 0)


def plan_of(item: schema.Plan) -> EscalationPlan:
    """Return a plan as the desk goes by it."""
    steps = tuple(_step(step) for step in item.steps)
    told = item.nobody_acts
    goes_on = None if told is None else Unanswered(told.owner, told.hours)
    return EscalationPlan(item.id, steps, item.out_of_hours, goes_on)


def _step(item: schema.Step) -> PlanStep:
    return PlanStep(
        item.id,
        item.owner,
        item.deputy,
        item.hours,
        _words(item.title),
        item.deputy_after or item.hours,
        tuple(_words(each) for each in item.evidence),
        tuple(item.reasons),
    )


def _reference(item: schema.Reference) -> model.Reference:
    says = None if item.says is None else Claim(item.says)
    text = _words(item.text)
    return model.Reference(
        item.id, item.kind, text, item.checked, item.valid_until, says, tuple(item.outdated)
    )


def _openings(hours: schema.Hours) -> model.Openings:
    return model.Openings(hours.zone, hours.week(), hours.holidays)
