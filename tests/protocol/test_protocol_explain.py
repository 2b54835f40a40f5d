"""Why a rule holds, and for want of what it does not; in the words of the protocol."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

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
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.evaluate import evaluate
from webcare_desk.protocol.explain import Explained, explain
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import FindingIs, Protocol
from webcare_desk.protocol.wording import condition_words

NOTHING = frozenset[str]()


@pytest.fixture
def protocol(spoil: Callable[..., Path]) -> Protocol:
    found = load_pack(spoil(), "small").protocol
    assert found is not None
    return found


def told(protocol: Protocol, screening: Screening, rule: str) -> Explained:
    found = explain(protocol, screening, is_reply=False)
    return next(one for one in found if one.rule == rule)


def test_a_rule_that_holds_names_its_words(
    protocol: Protocol, screen: Callable[[str], Screening]
) -> None:
    found = told(protocol, screen("ik heb pijn van ventora"), "event")
    why = "it wins: adverse-event is the most dangerous category that holds"
    assert found == Explained(
        "event", holds=True, spans=((7, 11),), wants=(), near=False, standing=why
    )


def test_a_near_miss_names_the_words_around_it(
    protocol: Protocol, screen: Callable[[str], Screening]
) -> None:
    found = told(protocol, screen("geen pijn"), "event")
    assert found.near
    assert found.wants == ("a pain not read as negated",)


def test_what_is_far_names_every_way_there(
    protocol: Protocol, screen: Callable[[str], Screening]
) -> None:
    found = told(protocol, screen("mooi weer"), "danger")
    assert not found.holds
    assert not found.near
    [wants] = found.wants
    assert wants.split(", or ") == [
        "a finding of crisis",
        "ventora is named and it answers a comment and written in en and urgency strong or higher",
        "a comment for which this is not so: a finding for cue, event, person or product",
    ]
    assert told(protocol, screen("hallo"), "event").wants == (
        "a finding of adverse-event, not negated",
        "urgency check or higher",
    )


def test_a_context_that_is_asked_for_is_missed() -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    pain = Finding(Mark.EVENT, "pain", Category.ADVERSE_EVENT, 0, 4)
    seen = Screening(Language.NL, Tier.CHECK, (pain,))
    found = told(protocol, seen, "asks-about-effects")
    assert found.near
    assert "a pain read as hypothetical" in found.wants[0]


def test_a_finding_that_is_not_apart_says_so() -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    wanted = FindingIs(NOTHING, frozenset({"self"}), NOTHING, NOTHING, NOTHING, apart=True)  # type: ignore[arg-type]  # empty
    rule = replace(protocol.rules[0], when=wanted)
    my, mother = (
        Finding(Mark.PERSON, "self", None, 0, 2),
        Finding(Mark.PERSON, "relative", None, 0, 9),
    )
    seen = Screening(Language.NL, Tier.NONE, (my, mother))
    found = told(replace(protocol, rules=(rule,)), seen, rule.id)
    assert found.wants == ("a self apart from any other person",)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (
            FindingIs(NOTHING, frozenset({"itch", "rash"}), NOTHING, NOTHING, NOTHING),  # type: ignore[arg-type]  # empty
            "a finding named itch or rash",
        ),
        (
            FindingIs(NOTHING, NOTHING, NOTHING, frozenset({Context.PAST}), NOTHING),  # type: ignore[arg-type]  # empty
            "a finding, past",
        ),
        (
            FindingIs(NOTHING, frozenset({"self"}), NOTHING, NOTHING, NOTHING, apart=True),  # type: ignore[arg-type]  # empty
            "a finding named self, apart",
        ),
    ],
)
def test_a_finding_is_said_in_words(wanted: FindingIs, words: str) -> None:
    assert condition_words(wanted) == words


FINDINGS = st.builds(
    Finding,
    st.sampled_from(Mark),
    st.sampled_from(["pain", "ventora"]),
    st.none() | st.sampled_from(Category),
    st.just(0),
    st.just(3),
    st.frozensets(st.sampled_from(Context), max_size=2),
)


@settings(deadline=None, max_examples=60)
@given(
    found=st.lists(FINDINGS, max_size=3),
    tier=st.sampled_from(Tier),
    language=st.sampled_from(Language),
    is_reply=st.booleans(),
)
def test_what_holds_here_is_what_the_recommendation_says(
    found: list[Finding], tier: Tier, language: Language, *, is_reply: bool
) -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    screening = Screening(language, tier, tuple(found))
    rules = explain(protocol, screening, is_reply=is_reply)
    recommended = evaluate(protocol, screening, is_reply=is_reply).rules
    assert {one.rule for one in rules if one.holds} == set(recommended)
    assert all(bool(one.wants) is not one.holds for one in rules)
