"""What changed between two protocols in meaning, not in text. Pure."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webcare_desk.domain.escalation import Step
from webcare_desk.domain.finding import Category, rank
from webcare_desk.domain.occasion import Ownership
from webcare_desk.domain.sla import Sla
from webcare_desk.protocol.model import Openings, Protocol, Rule, Words
from webcare_desk.protocol.wording import condition_words

_WHOSE = {
    Ownership.OWNED: "owned",
    Ownership.PAID: "owned and paid for",
    Ownership.OTHER: "not owned",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One change: of which item (`rule adverse-event`), and what, as a clause.

    It `weakens` when afterwards less is found or asked for, or later: a second
    person looks at that first.
    """

    item: str
    what: str
    weakens: bool = False


@dataclass(frozen=True, slots=True)
class _Fact:
    """What an item says in one respect; of two weights the greater is the weaker."""

    shown: str
    weight: int | None = None


_Facts = Mapping[str, _Fact]


def differences(old: Protocol, new: Protocol) -> tuple[Difference, ...]:
    """Return what changed, what weakens first; nothing only where both mean the same."""
    before, after = dict(_facts(old)), dict(_facts(new))
    found = [
        *(Difference(item, "removed", weakens=True) for item in before if item not in after),
        *(Difference(item, "added") for item in after if item not in before),
    ]
    for item, said in before.items():
        if item in after:
            found += _changed(item, said, after[item])
    found += _reordered(old, new)
    if not found and old.digest != new.digest:
        found.append(Difference("pack", "something else changed, such as the order of items"))
    return tuple(sorted(found, key=lambda one: (not one.weakens, one)))


def _changed(item: str, old: _Facts, new: _Facts) -> Iterator[Difference]:
    for respect in dict.fromkeys([*old, *new]):
        before, after = old.get(respect, _Fact("none")), new.get(respect, _Fact("none"))
        if before.shown == after.shown:
            continue
        weights = (before.weight, after.weight)
        weakens = None not in weights and weights[0] < weights[1]  # type: ignore[operator]  # no None
        yield Difference(item, f"{respect}: {before.shown} → {after.shown}", weakens)


def _reordered(old: Protocol, new: Protocol) -> Iterator[Difference]:
    """Yield where rules that are in both win in another order than before, among equals."""
    before, after = _equals(old), _equals(new)
    for key in before:
        was, is_now = before[key], after.get(key, [])
        stayed = [rule for rule in was if rule in is_now]
        now = [rule for rule in is_now if rule in was]
        if stayed != now:
            what = f"first among equals: {', '.join(stayed)} → {', '.join(now)}"
            yield Difference(f"rules of {key[0]}, priority {key[1]}", what)


def _equals(protocol: Protocol) -> dict[tuple[Category, int], list[str]]:
    """Return the rules among which nothing but their order tells which one wins."""
    found: dict[tuple[Category, int], list[str]] = {}
    for rule in protocol.rules:
        found.setdefault((rule.category, rule.priority), []).append(rule.id)
    return found


def _facts(protocol: Protocol) -> Iterator[tuple[str, _Facts]]:
    yield "pack", _pack(protocol)
    yield "hours", _hours(protocol.openings)
    for channel, openings in protocol.channel_openings.items():
        yield f"hours on {channel}", _hours(openings)
    for rule in protocol.rules:
        yield f"rule {rule.id}", _rule(rule, protocol)
    yield from _plans(protocol)
    for sla in protocol.slas.values():
        yield f"response time {sla.id}", _length(sla)
    for own in protocol.channel_times:
        yield f"response time {own.sla} on {own.channel}", _length(own.time)
    yield from _texts(protocol)
    yield from _said(protocol)


def _length(sla: Sla) -> _Facts:
    """Return how long a response time is; only times of one kind and unit can be compared."""
    if sla.days:
        kind = "business days" if sla.business else "calendar days"
        return {"within": _Fact(f"{sla.days} days", sla.days), "in": _Fact(kind)}
    kind = "business time" if sla.business else "wall-clock time"
    return {"within": _Fact(f"{sla.minutes} minutes", sla.minutes), "in": _Fact(kind)}


def _pack(protocol: Protocol) -> _Facts:
    said = {
        "id": protocol.id,
        "version": protocol.version,
        "languages": ", ".join(protocol.languages),
        "country": protocol.country,
        "countries": ", ".join(protocol.countries),
        "sponsor": _words(protocol.sponsor),
        "monitoring": f"{protocol.starts} to {protocol.ends}",
    }
    said |= {f"duty of {duty.role}": _words(duty.duty) for duty in protocol.roles}
    said |= {f"deputy of {duty.role}": duty.deputy for duty in protocol.roles}
    said |= {f"{duty.role} by name": duty.person or "nobody" for duty in protocol.roles}
    said |= {f"deputy of {d.role} by name": d.deputy_person or "nobody" for d in protocol.roles}
    for channel in protocol.channels:
        read = ", ".join(channel.sources or (channel.id,))
        said[f"channel {channel.id}"] = f"{channel.name}, {_WHOSE[channel.ownership]}, from {read}"
    return {respect: _Fact(text) for respect, text in said.items()}


def _hours(openings: Openings) -> _Facts:
    week = {
        day: ", ".join(f"{_clock(begins)}-{_clock(ends)}" for begins, ends in hours) or "closed"
        for day, hours in zip(_DAYS, openings.week, strict=True)
    }
    said = {"zone": openings.zone, "holidays": openings.holidays or "none", **week}
    return {respect: _Fact(text) for respect, text in said.items()}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _rule(rule: Rule, protocol: Protocol) -> _Facts:
    plan = None if rule.plan is None else protocol.plans[rule.plan]
    return {
        "category": _Fact(rule.category, rank(rule.category)),
        "priority": _Fact(str(rule.priority), -rule.priority),
        "queue": _Fact(rule.queue),
        "response time": _Fact(rule.sla or "none", int(rule.sla is None)),
        "plan": _Fact(rule.plan or "none", 2 if plan is None else int(not plan.forwards)),
        "templates": _Fact(", ".join(rule.templates) or "none"),
        "condition": _Fact(condition_words(rule.when)),
        "why": _Fact(_words(rule.why)),
        "examples": _Fact(_print(repr(rule.examples))),
    }


def _plans(protocol: Protocol) -> Iterator[tuple[str, _Facts]]:
    for plan in protocol.plans.values():
        late = plan.goes_on
        yield (
            f"plan {plan.id}",
            {
                "steps": _Fact(", ".join(step.id for step in plan.steps)),
                "out of hours": _Fact(plan.out_of_hours or "the owner"),
                "when nobody acts, to": _Fact(late.owner),
                "when nobody acts, again after": _Fact(f"{late.hours} hours", late.hours),
            },
        )
        for step in plan.steps:
            yield (
                f"plan {plan.id}, step {step.id}",
                {
                    "due after": _Fact(f"{step.hours} hours", step.hours),
                    "owner": _Fact(step.owner),
                    "deputy": _Fact(step.deputy),
                    "deputy after": _Fact(_passes(step), step.passes_after),
                    "evidence": _Fact("; ".join(map(_words, step.evidence)) or "none"),
                    "may end with": _Fact(", ".join(step.reasons) or "nothing", len(step.reasons)),
                    "title": _Fact(_words(step.title)),
                },
            )


def _passes(step: Step) -> str:
    return "its hours" if step.passes_after == step.hours else f"{step.passes_after} hours"


def _texts(protocol: Protocol) -> Iterator[tuple[str, _Facts]]:
    for template in protocol.templates.values():
        yield (
            f"template {template.id}",
            {
                "title": _Fact(_words(template.title)),
                "answered": _Fact("in the open" if template.public else "in private"),
                "text": _Fact(_print(repr(template.texts))),
            },
        )
    for reference in protocol.references.values():
        until = reference.valid_until
        yield (
            f"reference {reference.id}",
            {
                "kind": _Fact(reference.kind),
                "text": _Fact(_words(reference.text)),
                "checked": _Fact(str(reference.checked)),
                "valid until": _Fact("further notice" if until is None else str(until)),
                "says": _Fact("nothing was done" if reference.says is None else reference.says),
                "outdated": _Fact(
                    ", ".join(reference.outdated) or "none", -len(reference.outdated)
                ),
            },
        )
    for product in protocol.products:
        market = "on prescription" if product.prescription_only else "freely sold"
        yield (
            f"product {product.id}",
            {
                "names": _Fact(", ".join(product.spellings)),
                "form": _Fact(_words(product.form)),
                "sold": _Fact(market, int(not product.prescription_only)),
            },
        )


def _said(protocol: Protocol) -> Iterator[tuple[str, _Facts]]:
    for term in protocol.terms:
        phrases = ", ".join(phrase for _, each in term.phrases for phrase in each)
        about = _Fact(term.category or "nothing")
        yield (
            f"term {term.id}",
            {"phrases": _Fact(phrases), "about": about, "mark": _Fact(term.mark)},
        )


def _words(words: Words) -> str:
    return " / ".join(text for _, text in words)


def _print(text: str) -> str:
    """Return a fingerprint of what is too long to be shown in a line."""
    return f"text {hashlib.sha256(text.encode()).hexdigest()[:8]}"
