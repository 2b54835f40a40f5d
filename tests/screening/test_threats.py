"""A threat against those who care for a patient is a crisis; a word of violence is looked at."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import Assessment
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader


def _assess(reader: Reader, text: str) -> Assessment:
    return reader(Line("1", text, None, None, None, {}))


@pytest.mark.parametrize(
    "text",
    [
        *("ik steek die dokter neer", "ik ga die apotheker iets aandoen"),
        *("ik kom jullie kantoor in brand steken", "ik sla die arts in elkaar"),
        *("ik ga die verpleegster slaan", "jullie moeten allemaal dood"),
        *("ik hoop dat jullie allemaal creperen", "ik maak mijn huisarts af"),
        *("die directeur moeten ze afknallen", "ik breng een bom mee"),
        *("I'll stab that doctor", "I'm going to punch my doctor", "I hope you all die"),
        *("someone should shoot the CEO", "I will set your headquarters on fire"),
        *("I'm going to hurt that nurse", "I'm bringing a bomb"),
    ],
)
def test_a_threat_is_a_crisis(reader: Reader, text: str) -> None:
    found = _assess(reader, text)
    assert found.crisis
    assert found.tier is Tier.STRONG


@pytest.mark.parametrize(
    "text",
    ["you should all be shot", "jullie gaan eraan", "you are all going to pay with your lives"],
)
def test_a_word_of_violence_is_looked_at(reader: Reader, text: str) -> None:
    assert _assess(reader, text).tier is not Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *("In die serie steekt hij de dokter neer", "Hij knalt de bal in het doel"),
        *("Zondag gaan jullie eraan, 3-0!", "Mijn dokter slaat alarm", "ik breng taart mee"),
        *("They killed the doctor in the last episode", "I'll shoot my doctor an email"),
        *("That scene should be shot in black and white", "She set the stage on fire"),
        *("I hope you die laughing at this one", "I will punch in my hours"),
        *("The striker is killing it this season", "I would die for that cake"),
        *("Wil je die of deze?", "Neem je die of 10 mg?", "Bij de apotheek slaan ze alles over"),
        *("ik bezorg het pakketje", "Ik ben dood op van het lachen"),
    ],
)
def test_talk_of_films_and_football_is_none(reader: Reader, text: str) -> None:
    assert _assess(reader, text).tier is Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *("Bij de dokter in elkaar gezakt", "It started to hurt, my doctor said it was normal"),
        *("After my heart attack my doctor said so", "Mijn arts kan daar iets aan doen"),
    ],
)
def test_what_is_told_of_a_doctor_is_no_threat(reader: Reader, text: str) -> None:
    assert not _assess(reader, text).crisis
