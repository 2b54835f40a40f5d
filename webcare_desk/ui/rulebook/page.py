"""The protocol as paragraphs that a person reads, each item with an anchor. No widgets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.escalation import EscalationPlan, Step
from webcare_desk.domain.sla import Sla
from webcare_desk.protocol.model import Openings, Protocol, Rule, words_in
from webcare_desk.protocol.wording import channel_name
from webcare_desk.ui.clock import date_words
from webcare_desk.ui.rulebook.conditions import condition_words
from webcare_desk.ui.words import category_word, queue_word, role_word

translate = QCoreApplication.translate
_SHOWN = 3
_SENTENCE = re.compile(r"[.:;?!]+(\s|$)")


class Look(StrEnum):
    """How a paragraph reads."""

    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"
    FAINT = "faint"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `anchor` is by what it is found, such as `plan:ae-to-pv:forward`."""

    look: Look
    text: str
    anchor: str = ""


def rule_anchor(rule: str) -> str:
    """Return the anchor of a rule."""
    return f"rule:{rule}"


def step_anchor(plan: str, step: str) -> str:
    """Return the anchor of a plan's step."""
    return f"plan:{plan}:{step}"


def page_of(protocol: Protocol, language: str) -> tuple[Paragraph, ...]:
    """Return the protocol as a page in a language."""
    return (
        *_head(protocol, language),
        *_roles(protocol, language),
        *_plans(protocol, language),
        *_rules(protocol, language),
        *_times(protocol, language),
        *_templates(protocol, language),
        *_references(protocol, language),
    )


def _heading(text: str) -> Paragraph:
    return Paragraph(Look.HEADING, text, f"heading:{text}")


def _head(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield Paragraph(Look.TITLE, f"{protocol.id} {protocol.version}", "top")
    days = translate("ProtocolPage", "{sponsor} · monitored from {first} to {last}")
    sponsor = words_in(protocol.sponsor, language)
    yield Paragraph(
        Look.FAINT,
        days.format(
            sponsor=sponsor, first=date_words(protocol.starts), last=date_words(protocol.ends)
        ),
    )
    channels = ", ".join(channel.name for channel in protocol.channels)
    yield Paragraph(
        Look.TEXT, translate("ProtocolPage", "Channels: {names}").format(names=channels)
    )
    for product in protocol.products:
        yield Paragraph(
            Look.TEXT,
            f"{product.brand} ({product.substance}): {', '.join(product.spellings)}",
            f"product:{product.id}",
        )


def _roles(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield _heading(translate("ProtocolPage", "Who does what"))
    for duty in protocol.roles:
        yield Paragraph(Look.ITEM, role_word(duty.role), f"role:{duty.role}")
        yield Paragraph(Look.TEXT, words_in(duty.duty, language))
        deputy = translate("ProtocolPage", "Deputy: {role}")
        yield Paragraph(Look.FAINT, deputy.format(role=role_word(duty.deputy)))


def _plans(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield _heading(translate("ProtocolPage", "Escalation, step by step"))
    names = _plan_names(protocol)
    for plan in protocol.plans.values():
        yield Paragraph(Look.ITEM, names[plan.id], f"plan:{plan.id}")
        yield _in_packs(plan.id)
        for number, step in enumerate(plan.steps, 1):
            yield from _step(plan, number, step, language)
        yield from _otherwise(plan)


def _plan_names(protocol: Protocol) -> Mapping[str, str]:
    """Return what each plan is for, as its name: a pack gives it none but an id in English."""
    named = {plan.id: _plan_name(protocol, plan) for plan in protocol.plans.values()}
    told = list(named.values())
    for name in {each for each in told if told.count(each) > 1}:
        same = [plan for plan, each in named.items() if each == name]
        named.update({plan: f"{name} ({number})" for number, plan in enumerate(same, 1)})
    return named


def _plan_name(protocol: Protocol, plan: EscalationPlan) -> str:
    if plan.forwards:
        return translate("ProtocolPage", "To PV")
    led = (category_word(rule.category) for rule in protocol.rules if rule.plan == plan.id)
    return ", ".join(dict.fromkeys(led)) or plan.id


def _in_packs(name: str) -> Paragraph:
    return Paragraph(Look.FAINT, translate("ProtocolPage", "In the packs: {id}").format(id=name))


def _otherwise(plan: EscalationPlan) -> Iterator[Paragraph]:
    """Yield who has a step out of hours, and who when nobody acts."""
    if plan.out_of_hours is not None:
        closed = translate("ProtocolPage", "Outside office hours: {role}")
        yield Paragraph(Look.FAINT, closed.format(role=role_word(plan.out_of_hours)))
    late = translate("ProtocolPage", "When nobody acts: {role}, again every {hours} h")
    last = plan.goes_on
    yield Paragraph(Look.FAINT, late.format(role=role_word(last.owner), hours=last.hours))


def _step(plan: EscalationPlan, number: int, step: Step, language: str) -> Iterator[Paragraph]:
    title = f"{number}. {step.title_in(language)}"
    yield Paragraph(Look.TEXT, title, step_anchor(plan.id, step.id))
    words = translate(
        "ProtocolPage", "{owner} · within {hours} h of the first look · then {deputy}"
    )
    owner, deputy = role_word(step.owner), role_word(step.deputy)
    yield Paragraph(Look.FAINT, words.format(owner=owner, hours=step.hours, deputy=deputy))
    for asked in step.evidence:
        needed = translate("ProtocolPage", "Needed: {what}")
        yield Paragraph(Look.FAINT, needed.format(what=words_in(asked, language)))


def _rules(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield _heading(translate("ProtocolPage", "What a comment is, and what follows"))
    plans = _plan_names(protocol)
    for rule in protocol.rules:
        yield Paragraph(Look.ITEM, _rule_name(protocol, rule, language), rule_anchor(rule.id))
        yield Paragraph(Look.TEXT, words_in(rule.why, language))
        yield Paragraph(Look.FAINT, _follows(protocol, rule, plans, language))
        yield from _when(protocol, rule, language)
        yield _in_packs(rule.id)


def _rule_name(protocol: Protocol, rule: Rule, language: str) -> str:
    """Return the category, and where other rules have it too, what this one sees."""
    name = category_word(rule.category)
    if sum(each.category is rule.category for each in protocol.rules) == 1:
        return name
    return f"{name} · {_SENTENCE.split(words_in(rule.why, language), maxsplit=1)[0]}"


def _follows(protocol: Protocol, rule: Rule, plans: Mapping[str, str], language: str) -> str:
    """Return the queue, how fast, by which plan and with which replies."""
    replies = [words_in(protocol.templates[each].title, language) for each in rule.templates]
    parts = (
        queue_word(rule.queue),
        _time(protocol.slas[rule.sla], language) if rule.sla else "",
        plans[rule.plan] if rule.plan else "",
        ", ".join(replies),
    )
    return " · ".join(filter(None, parts))


def _when(protocol: Protocol, rule: Rule, language: str) -> Iterator[Paragraph]:
    when = translate("ProtocolPage", "When: {condition}")
    yield Paragraph(Look.FAINT, when.format(condition=condition_words(rule.when, protocol)))
    own = [example for example in rule.examples if example.language.value == language]
    for matches, look, sign in ((True, Look.GOOD, "✓"), (False, Look.BAD, "✗")):
        shown = [example.text for example in own if example.matches is matches][:_SHOWN]
        for text in shown:
            yield Paragraph(look, f"{sign} “{text}”")


def _times(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    """Yield the response times and the office hours, in the words of the manual."""
    yield _heading(translate("ProtocolPage", "How fast"))
    for sla in protocol.slas.values():
        whole = _for_what(protocol, sla.id, language)
        yield Paragraph(Look.TEXT, f"{_time(sla, language)}: {whole}", f"sla:{sla.id}")
        for own in protocol.channel_times:
            if own.sla == sla.id:
                where = channel_name(protocol, own.channel)
                text = f"{_time(own.time, language)} ({where}): {whole}"
                yield Paragraph(Look.TEXT, text, f"sla:{sla.id}:{own.channel}")
        yield _in_packs(sla.id)
    yield Paragraph(Look.ITEM, translate("ProtocolPage", "Office hours"), "hours")
    yield from _openings(protocol.openings, language)
    for channel, openings in protocol.channel_openings.items():
        title = translate("ProtocolPage", "Office hours: {channel}")
        where = channel_name(protocol, channel)
        yield Paragraph(Look.ITEM, title.format(channel=where), f"hours:{channel}")
        yield from _openings(openings, language)


def _for_what(protocol: Protocol, sla: str, language: str) -> str:
    """Return what has a response time: categories, and where they have several, the rules."""
    several = {
        rule.category
        for rule in protocol.rules
        if any(one.category is rule.category and one.sla != rule.sla for one in protocol.rules)
    }
    found = (
        _rule_name(protocol, rule, language)
        if rule.category in several
        else category_word(rule.category)
        for rule in protocol.rules
        if rule.sla == sla
    )
    return "; ".join(dict.fromkeys(found)) or translate("ProtocolPage", "no rule asks for it")


def _time(sla: Sla, language: str) -> str:
    from webcare_desk.reports.manual.sections import clock, length  # loads reportlab

    return f"{length(sla, language)}, {clock(sla, language)}"


def _openings(openings: Openings, language: str) -> Iterator[Paragraph]:
    from webcare_desk.reports.manual.sections import (  # loads reportlab
        closed_days,
        open_days,
    )

    for day, hours in open_days(openings, language):
        yield Paragraph(Look.TEXT, f"{day}: {hours}")
    yield Paragraph(Look.FAINT, closed_days(openings, language))


def _templates(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield _heading(translate("ProtocolPage", "Approved replies"))
    for template in protocol.templates.values():
        title = words_in(template.title, language)
        yield Paragraph(Look.ITEM, title, f"template:{template.id}")
        yield Paragraph(Look.TEXT, words_in(template.texts, language))
        yield _in_packs(template.id)


def _references(protocol: Protocol, language: str) -> Iterator[Paragraph]:
    yield _heading(translate("ProtocolPage", "Addresses and contacts"))
    for reference in protocol.references.values():
        text = words_in(reference.text, language)
        yield Paragraph(Look.ITEM, text, f"reference:{reference.id}")
        checked = translate("ProtocolPage", "Checked {day}")
        yield Paragraph(Look.FAINT, checked.format(day=date_words(reference.checked)))
        yield _in_packs(reference.id)
