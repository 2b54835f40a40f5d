"""What a protocol says about a comment, why, and by when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import (
    Category,
    Context,
    Finding,
    Language,
    Mark,
    Screening,
    Tier,
)
from webcare_desk.domain.inbox import Queue
from webcare_desk.protocol.evaluate import (
    Recommendation,
    as_called,
    evaluate,
    matches,
    reasons,
    reply_counted,
    reply_due,
)
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import (
    AllOf,
    AnyOf,
    Condition,
    FindingIs,
    IsReply,
    Not,
    ProductNamed,
    Protocol,
    TierAtLeast,
    WrittenIn,
    needed,
)

Screen = Callable[[str], Screening]
T = TypeVar("T")
PAIN = Finding(Mark.EVENT, "pain", Category.ADVERSE_EVENT, 5, 9, frozenset({Context.PAST}))
PEN = Finding(Mark.PRODUCT, "ventora", None, 0, 4)
SEEN = Screening(Language.NL, Tier.CHECK, (PEN, PAIN))


@pytest.fixture
def protocol(spoil: Callable[..., Path]) -> Protocol:
    found = load_pack(spoil(), "small").protocol
    assert found is not None
    return found


def some(value: T | None) -> frozenset[T]:
    return frozenset() if value is None else frozenset({value})


def finding(
    category: Category | None = None,
    concept: str | None = None,
    mark: Mark | None = None,
    within: Context | None = None,
    without: Context | None = None,
) -> FindingIs:
    return FindingIs(some(category), some(concept), some(mark), some(within), some(without))


@pytest.mark.parametrize(
    ("when", "spans"),
    [
        (finding(Category.ADVERSE_EVENT), ((5, 9),)),
        (finding(Category.CRISIS), None),
        (finding(concept="pain"), ((5, 9),)),
        (finding(concept="itch"), None),
        (finding(mark=Mark.PRODUCT), ((0, 4),)),
        (finding(mark=Mark.PERSON), None),
        (finding(within=Context.PAST), ((5, 9),)),
        (finding(within=Context.NEGATED), None),
        (finding(without=Context.PAST), ((0, 4),)),
        (finding(Category.ADVERSE_EVENT, without=Context.PAST), None),
        (ProductNamed(frozenset()), ((0, 4),)),
        (ProductNamed(frozenset({"ventora"})), ((0, 4),)),
        (ProductNamed(frozenset({"calmira"})), None),
        (WrittenIn(frozenset({Language.NL})), ()),
        (WrittenIn(frozenset({Language.EN})), None),
        (TierAtLeast(Tier.CHECK), ()),
        (TierAtLeast(Tier.STRONG), None),
        (IsReply(reply=False), ()),
        (IsReply(reply=True), None),
        (Not(IsReply(reply=True)), ()),
        (Not(IsReply(reply=False)), None),
        (AnyOf((finding(concept="pain"), finding(concept="itch"))), ((5, 9),)),
        (AnyOf((finding(mark=Mark.PRODUCT), finding(concept="pain"))), ((0, 4), (5, 9))),
        (AnyOf((finding(concept="itch"),)), None),
        (AllOf((finding(concept="pain"), ProductNamed(frozenset()))), ((0, 4), (5, 9))),
        (AllOf((finding(concept="pain"), finding(concept="itch"))), None),
    ],
)
def test_a_condition_holds_on_its_spans(
    when: Condition, spans: tuple[tuple[int, int], ...] | None
) -> None:
    assert matches(when, SEEN, is_reply=False) == spans


LEAVES = st.sampled_from(
    [
        finding(concept="pain"),
        finding(concept="itch"),
        finding(Category.ADVERSE_EVENT),
        finding(Category.CRISIS),
        ProductNamed(frozenset()),
        TierAtLeast(Tier.STRONG),
        IsReply(reply=False),
    ]
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)


def truth(when: Condition) -> bool:
    if isinstance(when, AnyOf):
        return any(truth(part) for part in when.parts)
    if isinstance(when, AllOf):
        return all(truth(part) for part in when.parts)
    if isinstance(when, Not):
        return not truth(when.part)
    return matches(when, SEEN, is_reply=False) is not None


@settings(deadline=None, max_examples=100)
@given(CONDITIONS)
def test_conditions_mean_what_logic_says(when: Condition) -> None:
    spans = matches(when, SEEN, is_reply=False)
    assert (spans is not None) is truth(when)
    assert set(spans or ()) <= {(0, 4), (5, 9)}


def test_all_rules_count_and_the_most_dangerous_wins(protocol: Protocol, screen: Screen) -> None:
    text = "ik heb pijn en wil dood"
    found = evaluate(protocol, screen(text), is_reply=False)
    assert found == Recommendation(
        category=Category.CRISIS,
        queue=Queue.CRISIS,
        tier=Tier.STRONG,
        rules=("danger", "event"),
        why=(("danger", ((19, 23),)), ("event", ((7, 11),))),
        sla="now",
        plan="to-pv",
        templates=("help", "sorry"),
        plans=("to-pv",),
    )
    assert text[19:23] == "dood"
    assert reasons(protocol, found, "en") == (("danger", "Danger."), ("event", "A complaint."))


def test_called_what_its_words_say_nothing_else_is_asked(
    protocol: Protocol, screen: Screen
) -> None:
    found = evaluate(protocol, screen("ik heb pijn en wil dood"), is_reply=False)
    assert as_called(protocol, found, Category.CRISIS) is found
    event = as_called(protocol, found, Category.ADVERSE_EVENT)
    assert (event.category, event.templates, event.is_called) == (
        Category.ADVERSE_EVENT,
        ("sorry",),
        True,
    )


def test_what_no_rule_matches_goes_to_the_other_queue_without_a_clock(
    protocol: Protocol, screen: Screen
) -> None:
    found = evaluate(protocol, screen("geen pijn"), is_reply=False)
    assert (found.category, found.queue, found.rules) == (Category.NONE, Queue.OTHER, ())
    assert found.tier is Tier.CHECK
    assert reply_due(protocol, found, 0, None) is None
    assert reply_counted(protocol, found, 0, None) == ()


def test_the_place_in_the_thread_counts(protocol: Protocol, screen: Screen) -> None:
    seen = screen("pain from ventora")
    assert evaluate(protocol, seen, is_reply=False).category is Category.ADVERSE_EVENT
    assert evaluate(protocol, seen, is_reply=True).category is Category.CRISIS


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1_000_000


def test_a_reply_is_due_in_business_time_and_a_crisis_by_the_clock(
    protocol: Protocol, screen: Screen
) -> None:
    event = evaluate(protocol, screen("veel pijn"), is_reply=False)
    crisis = evaluate(protocol, screen("wil dood"), is_reply=False)
    evening = at("2026-01-06T20:00")  # Tuesday; open again on Monday, 08:30 in Amsterdam
    assert reply_due(protocol, event, evening, None) == at("2026-01-12T08:30")
    assert reply_counted(protocol, event, evening, None) == (
        (at("2026-01-12T07:30"), at("2026-01-12T08:30")),
    )
    assert reply_due(protocol, crisis, evening, None) == at("2026-01-06T20:15")


def test_among_equals_the_rule_of_the_uppermost_pack_wins(
    layer: Callable[..., Path], screen: Screen
) -> None:
    own = """\
rules:
  - id: own-event
    category: adverse-event
    queue: quality
    plan: to-pv
    templates: [sorry]
    when: {finding: {concept: [pain]}}
    why: {nl: Van ons., en: Ours.}
    examples:
      match: {nl: [pijn, veel pijn, geen pijn], en: [pain, no pain, I have pain]}
      no_match: {nl: [weer, mooi], en: [weather, nice]}
"""
    found = load_pack(layer(rules=own), "upper")
    assert found.protocol is not None
    said = evaluate(found.protocol, screen("veel pijn"), is_reply=False)
    assert said.rules == ("own-event", "event")
    assert said.queue is Queue.QUALITY


@settings(deadline=None, max_examples=200)
@given(CONDITIONS)
def test_where_a_condition_holds_something_needed_is_found(when: Condition) -> None:
    """The short way past a rule never passes one that matches."""
    found = {asked for one in SEEN.findings for asked in (one.category, one.concept, one.mark)}
    if matches(when, SEEN, is_reply=False) is not None:
        assert not needed(when) or needed(when) & found
    assert needed(AllOf((finding(Category.CRISIS), when))) == {Category.CRISIS}


MY = Finding(Mark.PERSON, "self", None, 0, 2)
MOTHER = Finding(Mark.PERSON, "relative", None, 0, 9)
I_HURT = Finding(Mark.EVENT, "pain", Category.ADVERSE_EVENT, 0, 8)


@pytest.mark.parametrize(
    ("findings", "spans"),
    [
        ((MY,), ((0, 2),)),
        ((MY, I_HURT), ((0, 2),)),
        ((MY, MOTHER), None),
        ((MY, replace(MY, concept="relative")), ((0, 2),)),
        ((replace(MY, start=3), MOTHER), None),
        ((replace(MY, start=12, end=14), MOTHER), ((12, 14),)),
    ],
)
def test_apart_is_what_lies_within_no_other_of_its_mark(
    findings: tuple[Finding, ...], spans: tuple[tuple[int, int], ...] | None
) -> None:
    said = replace(SEEN, findings=findings)
    assert matches(replace(finding(concept="self"), apart=True), said, is_reply=False) == spans
