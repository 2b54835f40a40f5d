"""Why each rule holds for a comment, on which words, or for want of what. Pure."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Finding, Screening
from webcare_desk.protocol.evaluate import Span, evaluate, matches
from webcare_desk.protocol.model import AllOf, AnyOf, Condition, FindingIs, Not, Protocol, Rule
from webcare_desk.protocol.occasion import NOWHERE, Occasion
from webcare_desk.protocol.wording import condition_words, listed


@dataclass(frozen=True, slots=True)
class Explained:
    """One rule held against a comment.

    `spans` are the words on which it holds, `wants` what it lacks, a clause
    each. It is `near` when only the words around a finding keep it away.
    `standing` says of one that holds why it wins or does not.
    """

    rule: str
    holds: bool
    spans: tuple[Span, ...]
    wants: tuple[str, ...]
    near: bool
    standing: str = ""


@dataclass(frozen=True, slots=True)
class _Want:
    """A clause that says what is lacking, and whether it almost was there."""

    clause: str
    near: bool = False


def explain(
    protocol: Protocol, screening: Screening, *, is_reply: bool, occasion: Occasion = NOWHERE
) -> tuple[Explained, ...]:
    """Return every rule of `protocol` held against a comment, in the order in which they win."""
    found = evaluate(protocol, screening, is_reply=is_reply, occasion=occasion)
    rules = {rule.id: rule for rule in protocol.rules}
    winner = rules[found.rules[0]] if found.rules else None
    against = _Against(screening, is_reply, occasion)
    return tuple(_explained(rule, against, winner) for rule in protocol.rules)


@dataclass(frozen=True, slots=True)
class _Against:
    """What the rules are held against."""

    screening: Screening
    is_reply: bool
    occasion: Occasion

    def spans(self, when: Condition) -> tuple[Span, ...] | None:
        return matches(when, self.screening, is_reply=self.is_reply, occasion=self.occasion)


def _explained(rule: Rule, against: _Against, winner: Rule | None) -> Explained:
    spans = against.spans(rule.when)
    if spans is not None and winner is not None:
        standing = why_it_stands(rule, winner)
        return Explained(rule.id, holds=True, spans=spans, wants=(), near=False, standing=standing)
    wants = tuple(dict.fromkeys(_wants(rule.when, against)))
    near = any(want.near for want in wants)
    clauses = tuple(want.clause for want in wants)
    return Explained(rule.id, holds=False, spans=(), wants=clauses, near=near)


def why_it_stands(rule: Rule, winner: Rule) -> str:
    """Say why `rule`, which holds, wins or not: by category, then priority, then place."""
    if rule.id == winner.id:
        return f"it wins: {rule.category} is the most dangerous category that holds"
    if rule.category is not winner.category:
        clause = f"{winner.category} is more dangerous than {rule.category}"
    elif rule.priority != winner.priority:
        clause = f"it has priority {winner.priority}, this one {rule.priority}"
    else:
        clause = "it stands before this one, or in a pack above it"
    plan = f"; its plan {rule.plan} counts all the same" if rule.plan is not None else ""
    return f"{winner.id} wins over it: {clause}{plan}"


def _wants(when: Condition, against: _Against) -> list[_Want]:
    """Return what `when`, which does not hold, lacks."""
    if isinstance(when, AllOf):
        failing = [part for part in when.parts if against.spans(part) is None]
        return [want for part in failing for want in _wants(part, against)]
    if isinstance(when, AnyOf):
        each = [_wants(part, against) for part in when.parts]
        clause = ", or ".join(" and ".join(want.clause for want in wants) for wants in each)
        return [_Want(clause, any(want.near for wants in each for want in wants))]
    if isinstance(when, Not):
        return [_Want(f"a comment for which this is not so: {condition_words(when.part)}")]
    if isinstance(when, FindingIs):
        found = against.screening.findings
        near = [_Want(_told(one, when), near=True) for one in found if _nearly(one, when)]
        return near or [_Want(condition_words(when))]
    return [_Want(condition_words(when))]


def _nearly(finding: Finding, wanted: FindingIs) -> bool:
    """Tell whether only the words around a finding keep it from what is wanted."""
    return (
        (not wanted.categories or finding.category in wanted.categories)
        and (not wanted.concepts or finding.concept in wanted.concepts)
        and (not wanted.marks or finding.mark in wanted.marks)
    )


def _told(finding: Finding, wanted: FindingIs) -> str:
    against, missing = wanted.without & finding.contexts, wanted.within - finding.contexts
    if against:
        return f"a {finding.concept} not read as {listed(against)}"
    if missing:
        return f"a {finding.concept} read as {listed(missing)}"
    return f"a {finding.concept} apart from any other {finding.mark}"
