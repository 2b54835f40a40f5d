"""What is said of a comment agrees with the words that are marked in it."""

import pytest

from webcare_desk.domain.finding import Context, Language, Mark
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon, prepare
from webcare_desk.screening.assess import WORDING, Assessment
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import load_reader

READER = load_reader(resources_dir(), [])
SCREENER = prepare(load_lexicon(resources_dir() / "lexicons"), {}, Language.EN)


def assess(text: str, language: str = "en") -> Assessment:
    return READER(Line("1", text, None, language, None, {}))


def test_what_is_always_looked_at_is_the_category_of_a_flag_without_another() -> None:
    assert assess("Nope, not pregnant").categories == ("pregnancy",)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("the box was opened and half the strip was missing, and a headache too", "quality"),
        (
            "Eleven. Two hospital car parks in one day, living like a king",
            "adverse_event",
        ),
    ],
)
def test_a_category_that_the_lexicon_found_told_plainly_is_named(text: str, category: str) -> None:
    assert category in assess(text).categories


def test_an_everyday_word_or_a_denied_one_names_no_category() -> None:
    assert "adverse_event" not in assess("12 weeks pregnant and no nausea").categories


def test_a_crisis_that_the_model_alone_sees_shows_its_words_beside_an_event() -> None:
    told = assess(
        "Ik heb zo'n hoofdpijn en niemand die het ziet, na vanavond hoeft het niet meer voor mij",
        "nl",
    )
    assert told.crisis
    assert {one.kind for one in told.spans} >= {Mark.EVENT, WORDING}


def test_a_crisis_of_the_lexicon_shows_its_own_words_alone() -> None:
    told = assess("I want to kill myself")
    assert told.crisis
    assert WORDING not in {one.kind for one in told.spans}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Since the new tablets I can't get my wedding ring off", False),
        ("I did not get this from the tablets", True),
    ],
)
def test_what_a_drug_did_is_not_denied_by_what_stands_behind(text: str, *, denied: bool) -> None:
    blamed = [one for one in SCREENER(text).findings if one.concept == "blamed"]
    assert [Context.NEGATED in one.contexts for one in blamed] == [denied]


@pytest.mark.parametrize("text", ["After the shot I had a cough", "Ventora is giving me hives"])
def test_nothing_is_lightly_named_beside_an_adverse_event(text: str) -> None:
    assert assess(text).categories == ("adverse_event",)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ten weeks pregnant and I have hives", "pregnancy"),
        ("Infected needle, and now a fever", "infection"),
    ],
)
def test_what_the_lexicon_found_beside_an_adverse_event_is_named(text: str, category: str) -> None:
    assert {category, "adverse_event"} <= set(assess(text).categories)
