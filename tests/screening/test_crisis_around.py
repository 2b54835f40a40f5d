"""A crisis of a relative, or asked about, is one in whatever else the comment tells."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import Assessment
from webcare_desk.screening.lines import Line, Reader

RELATIVES = (
    "Mijn broer wil zelfmoord plegen",
    "Mijn zoon heeft zich opgehangen",
    "My sister cuts herself",
    "My husband beats me",
)
AROUND = (
    "{}.",
    "Sinds Ventora heb ik haaruitval en ben ik 10 kilo aangekomen. {}.",
    "{}. Since Ventora my hair is falling out too.",
    "Hi all, {}, love Anne",
)


def _assess(reader: Reader, text: str) -> Assessment:
    return reader(Line("1", text, None, None, None, {}))


@pytest.mark.parametrize("text", RELATIVES)
@pytest.mark.parametrize("around", AROUND)
def test_a_crisis_of_a_relative_is_one_beside_anything(
    reader: Reader, around: str, text: str
) -> None:
    found = _assess(reader, around.format(text))
    assert found.crisis
    assert found.tier is Tier.STRONG


@pytest.mark.parametrize(
    "text",
    [
        "Mijn broer lacht zich dood om die film",
        "Mijn man is dood op van het lachen",
        "My sister is killing it on stage",
        "My mum would die for that cake",
        "My brother scored and killed the game in the last minute",
    ],
)
def test_what_is_only_said_of_a_relative_is_none(reader: Reader, text: str) -> None:
    assert not _assess(reader, text).crisis
