"""The same concepts in a third language: German is read, though no protocol is written in it."""

import pytest

from webcare_desk.domain.finding import ANSWERED, Category, Context, Language, Tier
from webcare_desk.screening import Lexicon, Screener, prepare
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader


@pytest.fixture(scope="module")
def german(lexicon: Lexicon) -> Screener:
    """Return a screener for a German community."""
    return prepare(lexicon, {"ventora": ["Ventora"]}, Language.DE)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Seit der zweiten Spritze ist mir ständig übel", "nausea"),
        ("mir ist so schwindelig", "dizziness"),
        ("Meine Haare fallen büschelweise aus", "hair"),
        ("die tabletten wirken nicht", "lack-of-effect"),
        ("bin in der 8. Woche schwanger und nehme es weiter", "pregnancy"),
        ("aus Versehen die doppelte Dosis genommen", "overdose"),
        ("Die Apotheke hat mir die falsche Packung gegeben", "medication-error"),
        ("Pen klemmt schon wieder", "quality"),
        ("mich an der Nadel vom Patienten gestochen", "occupational-exposure"),
        ("ein Glas Wein dazu und ich war weg", "interaction"),
        ("Kopfscmerzen ohne Ende", "headache"),
        ("ich will nicht mehr leben", "suicide"),
    ],
)
def test_a_german_phrase_means_the_same_concept(german: Screener, text: str, concept: str) -> None:
    screening = german(text)
    assert screening.language is Language.DE
    assert concept in {finding.concept for finding in screening.findings}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Ich habe keine Übelkeit davon", Context.NEGATED),
        ("Hat jemand Übelkeit davon?", Context.QUESTION),
        ("Laut Beipackzettel kann man Übelkeit bekommen", Context.HYPOTHETICAL),
        ("Meine Mutter hat Übelkeit", Context.SECOND_HAND),
        ("Früher hatte ich Übelkeit", Context.PAST),
        ("Endlich ohne Übelkeit dank der Spritze", Context.BENEFIT),
    ],
)
def test_german_words_around_a_finding_say_how_it_is_meant(
    german: Screener, text: str, context: Context
) -> None:
    found = [one for one in german(text).findings if one.concept == "nausea"]
    assert context in found[0].contexts


def test_german_is_recognised_in_a_dutch_community_by_its_small_words(screener: Screener) -> None:
    assert screener("Ich habe seit gestern Durchfall").language is Language.DE
    assert screener("Ik heb sinds gisteren diarree").language is Language.NL
    assert screener("I have had the runs since yesterday").language is Language.EN


def test_german_phrases_stay_out_of_what_shows_no_german(screener: Screener) -> None:
    assert Language.DE not in ANSWERED
    assert screener("Die blasen zijn rot").tier is Tier.NONE


def test_a_german_crisis_is_one_on_the_command_line(reader: Reader) -> None:
    told = reader(Line("1", "Ich will nicht mehr leben", None, "de", None, {}))
    assert (told.tier, told.crisis) == (Tier.STRONG, True)
    screening = reader.screeners[Language.DE]("Ich will nicht mehr leben")
    assert Category.CRISIS in {one.category for one in screening.findings}
