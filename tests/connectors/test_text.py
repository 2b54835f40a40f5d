"""Markup to text: words stay words, and nothing an author wrote gets lost."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.text import storable, text_of_html

ANY = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("koorts<br>dag", "koorts\ndag"),
        ("koorts<br />\ndag<br/>moe", "koorts\ndag\nmoe"),
        ("<p>koorts</p><p>moe</p>", "koorts\n\nmoe"),
        ("<p>een\n  twee</p>\n<p>drie</p>", "een twee\n\ndrie"),
        ("<ul><li>koorts<li>moe</ul>", "- koorts\n- moe"),
        ("<table><tr><td>2x</td><td>daags</td></tr></table>", "2x daags"),
        ("caf&eacute; &amp; thee &#128512;", "café & thee 😀"),
        ("een<script>alert('weg')</script> twee<style>p{}</style>", "een twee"),
        ("ik ben <b>zo</b> mo<i>e</i>", "ik ben zo moe"),
        ('boos <img src="x.png" alt="😡">', "boos 😡"),
        ('een plaatje <img src="/dev/zero">', "een plaatje"),
        ("een<!-- terzijde -->twee", "eentwee"),
        ("nul\0byte", "nul␀byte"),
        ("&nbsp;vast", "\u00a0vast"),
    ],
)
def test_markup_becomes_the_text_a_reader_sees(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- koorts",
        "<script>koorts",
        "<b koorts",
        "<koorts>",
        "</ koorts",
        "x <3 koorts",
        "<![CDATA[koorts",
        "<?koorts",
        "<textarea>koorts",
        "<title>koorts",
        "<plaintext>koorts",
        "--> <!-- koorts --",
        "<a href='koorts",
    ],
)
def test_a_broken_tag_swallows_no_word(markup: str) -> None:
    assert "koorts" in text_of_html(markup)


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_escaped_text_comes_back_word_for_word(text: str) -> None:
    shown = text_of_html(html.escape(text))

    assert "".join(shown.split()) == "".join(html.unescape(html.escape(storable(text))).split())


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sampled_from(["<", ">", "<!--", "-->", "<br>", "<script>", "</", "a", '"', "&"]))
)
def test_any_tag_soup_becomes_storable_text(parts: list[str]) -> None:
    text = text_of_html("".join(parts))

    assert text == storable(text)


@settings(deadline=None, max_examples=100)
@given(ANY)
def test_storable_text_holds_no_nul_no_surrogate_and_no_cr(text: str) -> None:
    kept = storable(text)

    assert kept.encode("utf-8").decode("utf-8") == kept
    assert "\0" not in kept
    assert "\r" not in kept
    assert storable(kept) == kept


@settings(deadline=None, max_examples=100)
@given(ANY)
def test_everything_else_stays_in_its_place(text: str) -> None:
    one_for_one = text.replace("\r", " ")

    kept = storable(one_for_one)

    assert len(kept) == len(one_for_one)
    assert all(
        old in {new, "\0"} or "\ud800" <= old <= "\udfff"
        for new, old in zip(kept, one_for_one, strict=True)
    )


def test_evidence_in_hidden_characters_is_kept() -> None:
    text = "a\u202eb\u200bc\ufeffd\u2028e\u00a0f\x1bg"

    assert storable(text) == text


def test_a_megabyte_stays_a_megabyte() -> None:
    text = "a" * 1_000_000

    assert storable(text) == text
    assert text_of_html(text) == text


def test_every_line_end_becomes_one_line_feed() -> None:
    assert storable("a\r\nb\rc\nd") == "a\nb\nc\nd"
