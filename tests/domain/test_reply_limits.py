"""What keeps a reply from leaving, the same for the window, the commands and the action."""

from dataclasses import replace

import pytest

from webcare_desk.domain.bars import Bar, Limits, gap_in, stops_of
from webcare_desk.domain.comment import Visibility

ANY = Limits(Visibility.VISIBLE)
LIMITS = replace(ANY, longest=40, secret_names=("ventora", "velamab pen"))
FINE = "Beste Jan, dank voor je bericht."


def test_a_fine_reply_has_no_bar() -> None:
    assert list(stops_of(FINE, LIMITS)) == []
    assert list(stops_of("x" * 40, LIMITS)) == []


@pytest.mark.parametrize(
    ("text", "limits", "bar", "words"),
    [
        (FINE, replace(ANY, visibility=Visibility.DELETED), Bar.DELETED, "was deleted"),
        (FINE, replace(ANY, is_way=False), Bar.NO_WAY, "came in from a file"),
        (" \n", ANY, Bar.EMPTY, "is empty"),
        ("Dag {{ naam }} van {{ ons }}", ANY, Bar.BLANK, "the blank 'naam' first"),
        ("Dag [naam]", ANY, Bar.GAP, "“[naam]”"),
        ("x" * 41, LIMITS, Bar.LENGTH, "has 41 characters"),
        ("Neem VENTORA.", LIMITS, Bar.NAME, "“ventora”"),
        ("De velamab  PEN.", LIMITS, Bar.NAME, "“velamab pen”"),
        (FINE, replace(ANY, lost=("Bel 112.",)), Bar.PHRASE, "“Bel 112.”"),
    ],
)
def test_each_bar_has_its_sentence(text: str, limits: Limits, bar: Bar, words: str) -> None:
    [stop] = stops_of(text, limits)
    assert stop.bar is bar
    assert words in stop.sentence


@pytest.mark.parametrize(
    "text",
    ["[naam]", "____", "<naam>", "XXX", "{naam}", "{{ naam }", "{ naam }}", "{{", "}}", "%s"],
)
def test_a_gap_is_seen(text: str) -> None:
    assert gap_in(f"Beste {text}, dank je wel.") == text


@pytest.mark.parametrize("text", ["a_b", "[1", "1 < 2", "liefs xxx", "50%", ":-{", "(naam)"])
def test_what_only_looks_like_a_gap_is_none(text: str) -> None:
    assert gap_in(f"Beste {text}, dank je wel.") is None
