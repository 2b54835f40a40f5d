"""The sections of a manual about who, what for and how fast, from a protocol in force. Pure."""

from collections.abc import Callable, Iterator

from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.sla import Sla
from webcare_desk.protocol.model import Channel, Duty, Openings, Protocol, Rule, words_in
from webcare_desk.protocol.wording import channel_name
from webcare_desk.reports.manual.content import (
    Block,
    Drawing,
    Facts,
    Heading,
    Paragraph,
    Points,
    Section,
    Table,
)
from webcare_desk.reports.manual.diagram import diagram_of
from webcare_desk.reports.manual.words import many, role_name, said, short, term

_HOUR = 60


def first_sections(protocol: Protocol, language: str) -> Iterator[Section]:
    """Yield what matters most, scope, people, duties, response times and plans."""
    yield Section("short", said("short", language), (Points(short(language)),))
    yield Section("scope", said("scope", language), tuple(_scope(protocol, language)))
    yield Section("people", said("people", language), (_people(protocol, language),))
    duties = (Paragraph(said("duties_lead", language)), _duties(protocol, language))
    yield Section("duties", said("duties", language), duties)
    yield Section("times", said("times", language), tuple(_times(protocol, language)))
    yield Section("plans", said("plans", language), tuple(_plans(protocol, language)))


def _scope(protocol: Protocol, language: str) -> Iterator[Block]:
    yield Facts(
        (
            (said("sponsor", language), words_in(protocol.sponsor, language)),
            (said("countries", language), ", ".join(protocol.countries or (protocol.country,))),
            (
                said("languages", language),
                ", ".join(term(one, language) for one in protocol.languages),
            ),
            (
                said("monitoring", language),
                said("until", language).format(start=protocol.starts, end=protocol.ends),
            ),
        )
    )
    yield Heading("channels", said("channels", language))
    yield Table(
        (said("channel", language), said("whose", language)),
        tuple((one.name, term(_whose(one), language)) for one in protocol.channels),
        (0.6, 0.4),
    )
    yield Heading("products", said("products", language))
    if not protocol.products:
        yield Paragraph(said("no_products", language))
        return
    yield Table(
        tuple(said(key, language) for key in ("brand", "substance", "form", "spelled", "public")),
        tuple(
            (
                one.brand,
                one.substance,
                words_in(one.form, language),
                ", ".join(one.spellings[2:]),
                said("never_named" if one.prescription_only else "may_be_named", language),
            )
            for one in protocol.products
        ),
        (0.15, 0.15, 0.22, 0.3, 0.18),
    )


def _whose(channel: Channel) -> str:
    return channel.ownership.value if channel.owned else "not-owned"


def _people(protocol: Protocol, language: str) -> Table:
    def named(duty: Duty) -> tuple[str, str, str]:
        role, deputy = role_name(duty.role, language), role_name(duty.deputy, language)
        return (
            f"{role}\n{duty.person}" if duty.person else role,
            words_in(duty.duty, language),
            f"{deputy}\n{duty.deputy_person}" if duty.deputy_person else deputy,
        )

    heads = tuple(said(key, language) for key in ("role", "duty", "deputy"))
    return Table(heads, tuple(named(duty) for duty in protocol.roles), (0.24, 0.52, 0.24))


def _duties(protocol: Protocol, language: str) -> Table:
    rows = [
        (
            role_name(step.owner, language),
            step.title_in(language),
            said("after", language).format(hours=many(step.hours, "hours", language)),
            role_name(step.deputy, language),
            plan.id,
        )
        for duty in protocol.roles
        for plan in protocol.plans.values()
        for step in plan.steps
        if step.owner is duty.role
    ]
    heads = tuple(said(key, language) for key in ("role", "step", "by", "deputy", "plan"))
    return Table(heads, tuple(rows), (0.17, 0.4, 0.13, 0.17, 0.13))


def length(sla: Sla, language: str) -> str:
    """Return a response time in the largest unit that is whole: "2 hours", "15 minutes"."""
    if sla.days:
        return many(sla.days, "days", language)
    if sla.minutes % _HOUR == 0:
        return many(sla.minutes // _HOUR, "hours", language)
    return many(sla.minutes, "minutes", language)


def _urgency(sla: Sla) -> tuple[int, int]:
    return sla.days, sla.minutes


def clock(sla: Sla, language: str) -> str:
    """Return which clock a response time goes by, in words."""
    if sla.business:
        return said("business", language)
    return said("calendar" if sla.days else "wall", language)


def _named(protocol: Protocol, of: Callable[[Rule], str | None], value: str, language: str) -> str:
    """Return for which categories a value is; of one that has several values, by which rules."""
    named: dict[str, list[str]] = {}
    several = {
        rule.category
        for rule in protocol.rules
        if any(one.category is rule.category and of(one) != of(rule) for one in protocol.rules)
    }
    for rule in protocol.rules:
        if of(rule) == value:
            rules = named.setdefault(term(rule.category.value, language), [])
            rules += [rule.id] if rule.category in several else []
    return ", ".join(f"{name} ({', '.join(ids)})" if ids else name for name, ids in named.items())


def _times(protocol: Protocol, language: str) -> Iterator[Block]:
    rows = []
    for name, sla in sorted(protocol.slas.items(), key=lambda one: _urgency(one[1])):
        whole = _named(protocol, lambda rule: rule.sla, name, language)
        rows.append((whole, length(sla, language), clock(sla, language)))
        for own in protocol.channel_times:
            if own.sla == name:
                where = f"{whole} ({channel_name(protocol, own.channel)})"
                rows.append((where, length(own.time, language), clock(own.time, language)))
    heads = tuple(said(key, language) for key in ("for_what", "response", "clock"))
    yield Table(heads, tuple(rows), (0.58, 0.2, 0.22))
    yield Heading("hours", said("hours_title", language))
    yield from _openings(protocol.openings, language)
    for channel, openings in protocol.channel_openings.items():
        title = f"{said('hours_title', language)}: {channel_name(protocol, channel)}"
        yield Heading(f"hours-{channel}", title)
        yield from _openings(openings, language)


def _openings(openings: Openings, language: str) -> Iterator[Block]:
    heads = (said("day", language), said("open", language))
    yield Table(heads, open_days(openings, language), (0.3, 0.7))
    yield Paragraph(closed_days(openings, language))


def open_days(openings: Openings, language: str) -> tuple[tuple[str, str], ...]:
    """Return each day of the week with when the office is open."""
    return tuple(
        (term(str(number), language), ", ".join(map(_opening, day)) or said("closed", language))
        for number, day in enumerate(openings.week)
    )


def closed_days(openings: Openings, language: str) -> str:
    """Return by which zone the office's clock goes, and whose public holidays it keeps."""
    key = "zone" if openings.holidays else "zone_only"
    return said(key, language).format(zone=openings.zone, country=openings.holidays)


def _opening(minutes: tuple[int, int]) -> str:
    begins, ends = (f"{one // _HOUR:02d}:{one % _HOUR:02d}" for one in minutes)
    return f"{begins}–{ends}"


def _plans(protocol: Protocol, language: str) -> Iterator[Block]:
    for plan in protocol.plans.values():
        yield Heading(f"plan-{plan.id}", said("plan_called", language).format(plan=plan.id))
        used = _named(protocol, lambda rule: rule.plan, plan.id, language)
        yield Paragraph(f"{said('for_what', language)}: {used}")
        if plan.out_of_hours is not None:
            role = role_name(plan.out_of_hours, language)
            yield Paragraph(said("outside", language).format(role=role))
        yield Drawing(diagram_of(plan, language), _told(plan, language))
        asked = tuple(_evidence(plan, language))
        if asked:
            heads = (said("step", language), said("evidence", language))
            yield Table(heads, asked, (0.5, 0.5))


def _told(plan: EscalationPlan, language: str) -> str:
    steps = "; ".join(
        f"{step.title_in(language)} ({role_name(step.owner, language)}, "
        f"{many(step.hours, 'hours', language)})"
        for step in plan.steps
    )
    return said("diagram_words", language).format(plan=plan.id, steps=steps)


def _evidence(plan: EscalationPlan, language: str) -> Iterator[tuple[str, str]]:
    for step in plan.steps:
        if step.evidence:
            yield (
                step.title_in(language),
                "; ".join(words_in(one, language) for one in step.evidence),
            )
