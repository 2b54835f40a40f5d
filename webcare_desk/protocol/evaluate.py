"""What the protocol says about one screened comment, and why. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.finding import Category, Finding, Mark, Opinion, Screening, Tier, rank
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.occasion import audience_of
from webcare_desk.domain.sla import Interval, counted, deadline
from webcare_desk.protocol.condition import named
from webcare_desk.protocol.model import (
    AllOf,
    AnyOf,
    Condition,
    FindingIs,
    IsReply,
    ModelSays,
    Not,
    Plain,
    ProductNamed,
    Protocol,
    Rule,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
    words_in,
)
from webcare_desk.protocol.occasion import NOWHERE, Occasion

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the protocol proposes; a person decides.

    `rules` are all that matched, the winner first: it has the most dangerous
    category (among equals the highest priority, then the uppermost pack wins),
    and gives the category, queue and response time. `why` gives for each rule the spans of the
    text on which it stands. `plans` are those of all rules that matched and `plan` is the first
    of them, so that a crisis does not hide a side effect; `templates` are the winner's and then
    those of the other rules that have a plan. `is_called`: the desk calls it something else
    than its words say, and what is asked for follows that; `rules` and `why` do not.
    """

    category: Category
    queue: Queue
    tier: Tier
    rules: tuple[str, ...]
    why: tuple[tuple[str, tuple[Span, ...]], ...]
    sla: str | None
    plan: str | None
    templates: tuple[str, ...]
    plans: tuple[str, ...]
    is_called: bool = False


def evaluate(
    protocol: Protocol, screening: Screening, *, is_reply: bool, occasion: Occasion = NOWHERE
) -> Recommendation:
    """Return what `protocol` says about a comment; `is_reply` when it answers another."""
    matched: list[tuple[Rule, tuple[Span, ...]]] = []
    said = _said(screening, is_reply=is_reply, occasion=occasion)
    asking = protocol.asking
    places = {place for asked in (None, *said.has) for place in asking.get(asked, ())}
    for place in sorted(places):
        rule = protocol.rules[place]
        spans = _holds(rule.when, said)
        if spans is not None:
            matched.append((rule, tuple(sorted(set(spans)))))
    if not matched:
        none, other = Category.NONE, Queue.OTHER
        return Recommendation(none, other, screening.urgency, (), (), None, None, (), ())
    matched.sort(key=lambda found: rank(found[0].category))
    winner = matched[0][0]
    plans = tuple(dict.fromkeys(rule.plan for rule, _ in matched if rule.plan is not None))
    beside = (rule.templates for rule, _ in matched if rule.plan is not None)
    return Recommendation(
        category=winner.category,
        queue=winner.queue,
        tier=screening.urgency,
        rules=tuple(rule.id for rule, _ in matched),
        why=tuple((rule.id, spans) for rule, spans in matched),
        sla=winner.sla,
        plan=plans[0] if plans else None,
        templates=tuple(dict.fromkeys(chain(winner.templates, *beside))),
        plans=plans,
    )


def as_called(
    protocol: Protocol, recommendation: Recommendation, category: Category
) -> Recommendation:
    """Return what the protocol asks for once a person has called a comment `category`.

    The rules of that category lead: those that matched, else each one, the last first, for what
    holds in general stands behind what is special. What matched as more dangerous was ruled out
    with it; the plans of what is less so stay.
    """
    if category is recommendation.category:
        return recommendation
    matched = [rule for rule in protocol.rules if rule.id in recommendation.rules]
    leading = [rule for rule in matched if rule.category is category]
    leading = leading or [one for one in reversed(protocol.rules) if one.category is category]
    less = (rule for rule in matched if rank(rule.category) > rank(category))
    plans = tuple(dict.fromkeys(rule.plan for rule in (*leading, *less) if rule.plan is not None))
    templates = (name for rule in leading for name in rule.templates)
    return replace(
        recommendation,
        category=category,
        queue=leading[0].queue if leading else Queue.OTHER,
        sla=leading[0].sla if leading else None,
        plan=plans[0] if plans else None,
        templates=tuple(dict.fromkeys(templates)),
        plans=plans,
        is_called=True,
    )


def plan_for(protocol: Protocol, recommended: str | None) -> EscalationPlan | None:
    """Return the plan by which a comment goes to PV.

    The recommended one if it forwards; else the first of the protocol that
    does, for a person may escalate what no rule recommends.
    """
    first = protocol.plans.get(recommended or "")
    plans = [] if first is None else [first]
    return next((plan for plan in [*plans, *protocol.plans.values()] if plan.forwards), None)


def matches(
    when: Condition, screening: Screening, *, is_reply: bool, occasion: Occasion = NOWHERE
) -> tuple[Span, ...] | None:
    """Return the spans on which `when` holds, in order; None when it does not hold."""
    spans = _holds(when, _said(screening, is_reply=is_reply, occasion=occasion))
    return None if spans is None else tuple(sorted(set(spans)))


def reply_due(
    protocol: Protocol, recommendation: Recommendation, posted_at: int, channel: str | None
) -> int | None:
    """Return when a reply is due (UTC microseconds), or None when none is asked."""
    if recommendation.sla is None:
        return None
    sla = protocol.sla_of(recommendation.sla, channel)
    return deadline(posted_at, sla, protocol.timetable_of(channel))


def reply_counted(
    protocol: Protocol, recommendation: Recommendation, posted_at: int, channel: str | None
) -> tuple[Interval, ...]:
    """Return every interval that `reply_due` counted: the answer to "why 14:20?"."""
    if recommendation.sla is None:
        return ()
    sla = protocol.sla_of(recommendation.sla, channel)
    return counted(posted_at, sla, protocol.timetable_of(channel))


def reasons(
    protocol: Protocol, recommendation: Recommendation, language: str
) -> tuple[tuple[str, str], ...]:
    """Return each rule that matched with its reason in words, the winner first."""
    why = {rule.id: rule.why for rule in protocol.rules}
    return tuple((name, words_in(why[name], language)) for name in recommendation.rules)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the conditions of all rules are held against; `has` is what `needed` asks for."""

    screening: Screening
    is_reply: bool
    occasion: Occasion
    has: frozenset[str | None]


def _said(screening: Screening, *, is_reply: bool, occasion: Occasion) -> _Said:
    has: set[str | None] = set()
    for finding in screening.findings:
        has.update((finding.category, finding.concept, finding.mark))
    if screening.opinion is not None:
        has.update(map(named, (None, *screening.opinion.categories)))
    return _Said(screening, is_reply, occasion, frozenset(has))


def _holds(when: Condition, said: _Said) -> Iterable[Span] | None:
    match when:
        case FindingIs() | ModelSays():
            return _found(when, said)
        case ProductNamed(products):
            named = (f for f in said.screening.findings if f.mark is Mark.PRODUCT)
            return _spans(f for f in named if not products or f.concept in products)
        case AnyOf(parts):
            found = [_holds(part, said) for part in parts]
            held = [spans for spans in found if spans is not None]
            return [span for spans in held for span in spans] if held else None
        case AllOf(parts):
            return _all(parts, said)
        case Not(part):
            return () if _holds(part, said) is None else None
    return () if _so(when, said) else None


def _so(when: Plain, said: _Said) -> bool:
    """Say whether a condition that stands on no words of the text holds."""
    match when:
        case WrittenIn(languages):
            holds = said.screening.language in languages
        case WrittenBy(audience):
            holds = audience_of(said.screening) in audience
        case TierAtLeast(tier):
            holds = said.screening.tier >= tier
        case IsReply(reply):
            holds = said.is_reply is reply
        case _:
            holds = said.occasion.fits(when)
    return holds


def _all(parts: Iterable[Condition], said: _Said) -> list[Span] | None:
    spans: list[Span] = []
    for part in parts:
        found = _holds(part, said)
        if found is None:
            return None
        spans.extend(found)
    return spans


def _found(wanted: FindingIs | ModelSays, said: _Said) -> Sequence[Span] | None:
    if isinstance(wanted, ModelSays):
        return _flagged(wanted, said.screening.opinion)
    # Most rules ask for a category that the comment has not, and this is asked for every rule.
    if wanted.categories and wanted.categories.isdisjoint(said.has):
        return None
    findings = said.screening.findings
    fitting = (one for one in findings if _fits(one, wanted))
    return _spans(one for one in fitting if not wanted.apart or _is_apart(one, findings))


def _flagged(wanted: ModelSays, opinion: Opinion | None) -> Sequence[Span] | None:
    if opinion is None or opinion.tier < max(wanted.tier, Tier.CHECK):
        return None
    if wanted.categories and wanted.categories.isdisjoint(opinion.categories):
        return None
    return opinion.spans


def _fits(finding: Finding, wanted: FindingIs) -> bool:
    return (
        (not wanted.categories or finding.category in wanted.categories)
        and (not wanted.concepts or finding.concept in wanted.concepts)
        and (not wanted.marks or finding.mark in wanted.marks)
        and wanted.within <= finding.contexts
        and not wanted.without & finding.contexts
    )


def _is_apart(finding: Finding, findings: Iterable[Finding]) -> bool:
    """Tell whether a finding lies within no wider one of its mark."""
    length = finding.end - finding.start
    return not any(
        other.mark is finding.mark
        and other.start <= finding.start
        and other.end >= finding.end
        and other.end - other.start > length
        for other in findings
    )


def _spans(findings: Iterable[Finding]) -> list[Span] | None:
    return [(finding.start, finding.end) for finding in findings] or None
