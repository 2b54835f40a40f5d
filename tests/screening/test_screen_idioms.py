"""A manner of speaking is no effect, and the same words about a medicine still are."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader

IDLE = [
    ("nl", "Ik schrok me een ongeluk toen de rekening van het ziekenhuisparkeren kwam"),
    ("nl", "Ik ga dood van de warmte hier in de zaal"),
    ("nl", "Wie keek er gisteren naar die ziekenhuisserie"),
    ("nl", "Ik word zo ziek van dat gezeur over de bus"),
    ("nl", "Onze kat lag te spugen op de nieuwe bank"),
    ("en", "Nearly had a heart attack when I saw the hospital parking bill"),
    ("en", "Watched the Arsenal match last night? Made me sick, what a car crash"),
    ("en", "Dying in this heat in the hall"),
    ("en", "The cat threw up on the new sofa"),
]
TOLD = [
    ("nl", "Door die pillen moet ik elke ochtend overgeven"),
    ("nl", "Ik word ziek van die pillen"),
    ("en", "He had a heart attack after the second injection"),
    ("en", "These tablets made me sick"),
    ("en", "I threw up after the first dose"),
]


def _tier(reader: Reader, language: str, text: str) -> Tier:
    return reader(Line("1", text, None, language, None, {})).tier


@pytest.mark.parametrize(("language", "text"), IDLE)
def test_a_manner_of_speaking_is_left_alone(reader: Reader, language: str, text: str) -> None:
    assert _tier(reader, language, text) is Tier.NONE


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_the_same_words_about_a_medicine_are_found(
    reader: Reader, language: str, text: str
) -> None:
    assert _tier(reader, language, text) is not Tier.NONE
