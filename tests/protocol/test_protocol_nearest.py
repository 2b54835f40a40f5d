"""The examples beside a comment: near ones first, both kinds, and nothing that only looks near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.finding import Language
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.nearest import nearest


def shipped() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


PROTOCOL = shipped()


@pytest.mark.parametrize(
    ("language", "text", "matching", "other"),
    [
        (Language.NL, "ik heb gelukkig geen hoofdpijn", "event-me-too", "asks-about-effects"),
        (Language.NL, "Sinds de derde prik elke dag hoofdpyn", "adverse-event", "grave-event"),
        (Language.EN, "Yesterday my pen leaked", "other-safety", "quality"),
        (Language.EN, "My wife is pregnant and I take Ventora", "father-exposure", "breastfeeding"),
    ],
)
def test_the_nearest_of_both_kinds_come_first(
    language: Language, text: str, matching: str, other: str
) -> None:
    found = nearest(PROTOCOL, text, language)
    assert found.matching[0].rule == matching
    assert other in {one.rule for one in found.others}
    assert all(one.example.matches for one in found.matching)
    assert not any(one.example.matches for one in found.others)
    for kind in (found.matching, found.others):
        assert 0 < len(kind) <= 3
        assert [one.likeness for one in kind] == sorted((o.likeness for o in kind), reverse=True)
        assert {one.example.language for one in kind} == {language}


def test_only_the_rules_that_are_asked_for_are_shown() -> None:
    found = nearest(PROTOCOL, "De pen lekt", Language.NL, rules={"quality"}, count=9)
    assert {one.rule for one in (*found.matching, *found.others)} == {"quality"}
    assert len(found.matching) >= 2


@pytest.mark.parametrize("text", ["", "…!?", "ik de het", "qwertz xyzzy", "\u202e\u0000"])
def test_a_text_that_shares_no_word_has_no_example_beside_it(text: str) -> None:
    found = nearest(PROTOCOL, text, Language.NL)
    assert (found.matching, found.others) == ((), ())


def test_an_example_is_nearest_to_itself() -> None:
    for rule in PROTOCOL.rules:
        for example in rule.examples[:2]:
            found = nearest(PROTOCOL, example.text, example.language, rules={rule.id})
            kind = found.matching if example.matches else found.others
            assert kind[0].example.text == example.text


@given(st.text(max_size=200), st.sampled_from(Language))
def test_any_text_gets_at_most_the_number_that_is_asked_for(text: str, language: Language) -> None:
    found = nearest(PROTOCOL, text, language, count=2)
    assert max(len(found.matching), len(found.others)) <= 2
    assert all(0 < one.likeness <= 100 for one in (*found.matching, *found.others))
