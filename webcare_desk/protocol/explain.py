"""Why each rule holds for a comment, on which words, or for want of what. Pure."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Finding, Screening
from webcare_desk.protocol.evaluate import Span, matches
from webcare_desk.protocol.model import AllOf, AnyOf, Condition, FindingIs, Not, Protocol, Rule
from webcare_desk.protocol.wording import condition_words, listed


@dataclass(frozen=True, slots=True)
class Explained:
    """One rule held against a comment.

    `spans` are the words on which it holds, `wants` what it lacks, a clause
    each. It is `near` when only the words around a finding keep it away.
    """

    rule: str
    holds: bool
    spans: tuple[Span, ...]
    wants: tuple[str, ...]
    near: bool


@dataclass(frozen=True, slots=True)
class _Want:
    """A clause that says what is lacking, and whether it almost was there."""

    clause: str
    near: bool = False


def explain(protocol: Protocol, screening: Screening, *, is_reply: bool) -> tuple[Explained, ...]:
    """Return every rule of `protocol` held against a comment, in the order in which they win."""
    return tuple(_explained(rule, screening, is_reply=is_reply) for rule in protocol.rules)


def _explained(rule: Rule, screening: Screening, *, is_reply: bool) -> Explained:
    spans = matches(rule.when, screening, is_reply=is_reply)
    if spans is not None:
        return Explained(rule.id, holds=True, spans=spans, wants=(), near=False)
    wants = tuple(dict.fromkeys(_wants(rule.when, screening, is_reply=is_reply)))
    near = any(want.near for want in wants)
    clauses = tuple(want.clause for want in wants)
    return Explained(rule.id, holds=False, spans=(), wants=clauses, near=near)


def _wants(when: Condition, screening: Screening, *, is_reply: bool) -> list[_Want]:
    """Return what `when`, which does not hold, lacks."""
    if isinstance(when, AllOf):
        failing = [
            part for part in when.parts if matches(part, screening, is_reply=is_reply) is None
        ]
        return [want for part in failing for want in _wants(part, screening, is_reply=is_reply)]
    if isinstance(when, AnyOf):
        each = [_wants(part, screening, is_reply=is_reply) for part in when.parts]
        clause = ", or ".join(" and ".join(want.clause for want in wants) for wants in each)
        return [_Want(clause, any(want.near for wants in each for want in wants))]
    if isinstance(when, Not):
        return [_Want(f"a comment for which this is not so: {condition_words(when.part)}")]
    if isinstance(when, FindingIs):
        near = [
            _Want(_told(one, when), near=True) for one in screening.findings if _nearly(one, when)
        ]
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
    return f"a {finding.concept} read as {listed(missing)}"
