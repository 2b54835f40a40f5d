"""Replies from templates: a value is data, and an open blank is seen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.bars import names_in, open_blanks
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.template import Filled, compose, fill, standing_values


def test_blanks_are_filled_by_name() -> None:
    text = "Beste {{ first_name }}, groet van {{moderator_name}}."
    assert fill(text, {"first_name": " Bo ", "moderator_name": "Kim"}) == Filled(
        "Beste Bo, groet van Kim.", ()
    )


def test_a_blank_without_a_value_stays_open_and_is_named_once() -> None:
    text = "{{ b }} {{ a }} {{ b }}"
    assert fill(text, {"a": "  "}) == Filled(text, ("b", "a"))
    assert open_blanks(text) == ("b", "a")


def test_a_blank_inside_a_value_stays_text_and_holds_the_reply_back() -> None:
    filled = fill("Beste {{ first_name }}", {"first_name": "{{ sponsor }}", "sponsor": "Orvanta"})
    assert filled == Filled("Beste {{ sponsor }}", ())
    assert open_blanks(filled.text) == ("sponsor",)


def test_anything_between_double_braces_is_an_open_blank() -> None:
    assert open_blanks("{{}} {{ First Name }} {{x|safe}} {x} }}{{") == ("", "First Name", "x|safe")
    assert open_blanks("Alles is ingevuld.") == ()


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60), st.dictionaries(st.sampled_from("abc"), st.text(max_size=20)))
def test_text_without_blanks_is_never_changed(text: str, values: dict[str, str]) -> None:
    plain = text.replace("{{", "")
    assert fill(plain, values) == Filled(plain, ())


@settings(deadline=None, max_examples=100)
@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_a_value_arrives_as_it_is_but_for_its_edges(value: str) -> None:
    assert fill("<{{ a }}>", {"a": value}) == Filled(f"<{value.strip()}>", ())


def test_a_reply_is_composed_with_the_sponsor_and_the_contacts(
    spoil: Callable[..., Path],
) -> None:
    protocol = load_pack(spoil(), "small").protocol
    assert protocol is not None
    reply = compose(
        protocol, protocol.templates["sorry"], "nl", {"first_name": "Bo"}, date(2026, 6, 1)
    )
    assert reply.text == (
        "Beste Bo, meld het bij Lareb (www.lareb.nl). {{ moderator_name }}, namens Orvanta"
    )
    assert reply.open == ("moderator_name",)


def test_a_contact_is_given_up_to_its_last_day_and_then_its_blank_stays_open(
    spoil: Callable[..., Path],
) -> None:
    protocol = load_pack(spoil(), "small").protocol
    assert protocol is not None
    sorry, values = protocol.templates["sorry"], {"first_name": "Bo", "moderator_name": "Kim"}
    last = compose(protocol, sorry, "nl", values, date(2027, 1, 1))
    over = compose(protocol, sorry, "nl", values, date(2027, 1, 2))
    assert (last.open, over.open) == ((), ("route",))
    assert open_blanks(over.text) == ("route",)
    assert "Lareb" not in over.text
    assert "Lareb" in standing_values(protocol, "nl", None)["route"]


def test_names_are_found_as_words_whatever_their_case() -> None:
    assert names_in("VENTORA. en velamab-pen", ["Ventora", "velamab", "pe"]) == (
        "Ventora",
        "velamab",
    )
    assert names_in("ventorapen", ["ventora"]) == ()


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        ("Beste {{ first_name }}, dank.", "Hallo, dank.", ()),
        ("Dear {{first_name}}, thanks.", "Hello, thanks.", ()),
        ("Hoi {{ first_name }}! Dank.", "Hoi! Dank.", ()),
        ("Dank, {{ first_name }}.", "Dank, {{ first_name }}.", ("first_name",)),
    ],
)
def test_a_greeting_without_a_name_is_a_greeting_still(
    spoil: Callable[..., Path], text: str, said: str, left: tuple[str, ...]
) -> None:
    protocol = load_pack(spoil(), "small").protocol
    assert protocol is not None
    template = replace(protocol.templates["sorry"], texts=(("nl", text),))
    for values in ({}, {"first_name": " "}):
        assert compose(protocol, template, "nl", values, date(2026, 6, 1)) == Filled(said, left)
    named = compose(protocol, template, "nl", {"first_name": "Bo"}, date(2026, 6, 1))
    assert (named.open, "Bo" in named.text) == ((), True)
