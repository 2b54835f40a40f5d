"""Death in plain words is looked at, and no manner of speaking takes it away."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader


def _tier(reader: Reader, text: str) -> Tier:
    return reader(Line("1", text, None, None, None, {})).tier


@pytest.mark.parametrize(
    "text",
    [
        *("Mijn tante ging dood aan Ventora", "mensen gaan dood aan dat spul"),
        *("Drie mensen stierven op Ventora", "mijn oma sterft van die pillen"),
        *("dat spul doodt", "mijn vader is gestikt", "Ventora is levensgevaarlijk"),
        *("naar de spoedafdeling", "Ik ben doodziek van Ventora", "kleintje op komst"),
        *("people die from Ventora", "she might die", "will I die?", "this could kill someone"),
        *("these pills are killing my mother", "my uncle froze to death", "an ER visit"),
        *("pain in the neck from Ventora", "bun in the oven", "these pills are killing me"),
    ],
)
def test_death_and_danger_in_plain_words_are_looked_at(reader: Reader, text: str) -> None:
    assert _tier(reader, text) is not Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "hij sterft van de honger",
            "ze stierven van het lachen",
            "ik erger me dood aan die film",
        ),
        *("Ik ben dood op van het lachen", "ik ben doodziek van dat gezeur", "lach je dood"),
        *("I was bored to death", "frightened me to death", "freezing to death in this office"),
        *("the suspense is killing me", "she is killing it", "I'd die for that cake"),
        *("I could die of shame", "I will die on this hill", "my boss is a pain in the neck"),
        *("my phone might die", "that killer goal by Kane", "die hard fans of the team"),
    ],
)
def test_a_manner_of_speaking_is_none(reader: Reader, text: str) -> None:
    assert _tier(reader, text) is Tier.NONE
