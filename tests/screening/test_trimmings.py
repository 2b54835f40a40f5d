"""What stands around what a comment tells hides none of it: hearts, laughter, names, greetings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import Mark, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.assess import Assessment
from webcare_desk.screening.lexicon import Concept
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import load_reader
from webcare_desk.screening.trimmings import TELLING, untrimmed

READER = load_reader(resources_dir(), ["Ventora"])
TOLD = (
    "Mijn man kreeg een hartaanval na Ventora",
    "I had a heart attack after Ventora",
    "Ik ben zo misselijk van Ventora",
    "Since Ventora my legs are swollen, no idea what to do about it any more",
    "ik wil niet meer leven",
    "mooi weer vandaag",
)
HEARTS = st.lists(st.sampled_from([*"😭😂🙏😍🥰💕🌸🎉👍😡", "❤️", "🤷‍♀️"]), max_size=12)


def assess(text: str) -> Assessment:
    return READER(Line("1", text, None, None, None, {}))


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("au ❤️❤️ 🤷‍♀️", "au"),
        ("zo 🤢 van 😭", "zo 🤢 van"),
        ("hahaha ik lol niet xxx", "ik     niet"),
        ("@Anja de Vries kijk, @jan", "kijk,"),
        ("@Sofie Geen hoofdpijn gehad", "Geen hoofdpijn gehad"),
        ("@Anja de Vries Geen pijn", "Geen pijn"),
        ("Dag 5 met pijn, wie nog", "Dag 5 met pijn, wie nog"),
        ("Thanks to the tablets my rash, all gone", "Thanks to the tablets my rash, all gone"),
        ("Dank zij de pen geen pijn, top", "Dank zij de pen geen pijn, top"),
        ("pijn #love https://a.nl/b?c=1 www.x.nl", "pijn"),
        ("help help help!!! mij", "help          .   mij"),
        ("Hi everyone, my rash is back", "my rash is back"),
        ("Dank je wel Anja, mij hielp het niet", "mij hielp het niet"),
        ("Good morning all ☀️ I have a rash", "I have a rash"),
        ("pijn overal. Vriendelijke groet, Anja de Vries", "pijn overal."),
        ("rash. Love, Anna xx", "rash."),
        ("I'd love a rash", "I'd love a rash"),
        ("ja, mooi!", "ja, mooi!"),
    ],
)
def test_what_stands_around_is_blank_and_every_place_stays(text: str, core: str) -> None:
    found = untrimmed(text)
    assert found.strip() == core
    assert len(found) == len(text)
    assert all(left in (right, " ", ".") for left, right in zip(found, text, strict=True))


@given(st.sampled_from(TOLD), HEARTS, HEARTS)
@settings(max_examples=40, deadline=None)
def test_no_row_of_pictograms_takes_a_text_below_what_it_was(
    text: str, before: list[str], behind: list[str]
) -> None:
    bare, around = assess(text), assess(f"{''.join(before)} {text} {''.join(behind)}")
    assert around.tier >= bare.tier
    assert around.score >= bare.score - 1e-9
    assert around.crisis >= bare.crisis


@pytest.mark.parametrize(
    "around",
    [
        *("{} haha haha haha", "{} LOL LOL LOL", "{} groetjes Anja xxx", "{} Love, Anna xx"),
        *("{} no no no no no", "{} !!!!!!!!!", "{} #love #happy", "{} @Anja de Vries @Piet"),
        *("{} https://youtu.be/x", "{} Kind regards, Sarah Thompson, Leeds", "Thanks Anna! {}"),
        *("Hi everyone, {}", "Hoi lieve mensen! {}", "Good morning all ☀️ {}", "@Anna Smith {}"),
    ],
)
def test_nothing_usual_around_a_report_hides_it(around: str) -> None:
    for text in TOLD[:-1]:
        assert assess(around.format(text)).tier >= Tier.CHECK, (around, text)


@pytest.mark.parametrize("name", ["@Sofie ", "@Anja de Vries ", "@sofie "])
@pytest.mark.parametrize(
    "text", ["Geen hoofdpijn van Ventora gehad", "Geen bijwerkingen van Ventora gelukkig"]
)
def test_a_name_before_it_hides_no_denial(name: str, text: str) -> None:
    assert assess(name + text).tier is assess(text).tier is Tier.NONE


def test_the_places_of_what_is_told_are_those_of_the_whole_text() -> None:
    text = "❤️❤️❤️❤️ Hi all, I had a heart attack after Ventora ❤️❤️❤️❤️"
    named = [text[one.start : one.end] for one in assess(text).spans if one.kind == Mark.EVENT]
    assert named == ["heart attack"]


def test_the_pictograms_that_the_lexicon_reads_as_a_sign_stay() -> None:
    signs = {
        word.stem
        for phrase in load_lexicon(resources_dir() / "lexicons").phrases
        if isinstance(phrase.meaning, Concept) and phrase.meaning.mark is Mark.EVENT
        for word in phrase.words
        if re.fullmatch("[\u2600-\u27bf\U0001f300-\U0001faff]", word.stem)
    }
    assert signs
    assert signs <= set(TELLING)


@pytest.mark.parametrize(
    "text", ["ja " * 50_000, "ha" * 100_000, "groetjes a " * 20_000, " " * 99_999]
)
def test_a_long_run_is_read_in_linear_time(text: str) -> None:
    assert len(untrimmed(text)) == len(text)
