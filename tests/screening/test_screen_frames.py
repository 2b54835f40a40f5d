"""A complaint in the plain frames people tell it in: what the medicine brings, what one gets of it."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader


def _tier(reader: Reader, text: str) -> Tier:
    return reader(Line("1", text, None, None, None, {})).tier


@pytest.mark.parametrize(
    "complaint",
    ["een droge mond", "galbulten", "een longontsteking", "nachtmerries", "trillende handen"],
)
def test_what_a_medicine_brings_is_no_delivery(reader: Reader, complaint: str) -> None:
    assert _tier(reader, f"Ventora bezorgt mij {complaint}") is not Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ik bezorg het pakketje",
            "PostNL bezorgt mijn pakketje morgen",
            "wat kost de bezorging?",
        ),
        *("de koerier bezorgt mij elke week een doos", "Ventora bezorgt ons veel plezier"),
    ],
)
def test_a_delivery_is_none(reader: Reader, text: str) -> None:
    assert _tier(reader, text) is Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *("Gestopt met Ventora vanwege nierstenen", "Ventora bezorgt mij uitslag"),
        *("Als ik Ventora neem krijg ik een verstopte neus", "Ik had er rugpijn van"),
        *("heb nu een anafylactische shock", "heb nu een epileptische aanval"),
        *("Quit Ventora because of gas", "Quit Ventora because of dry heaves"),
        *("When I take Ventora I get kidney stones", "I had an earache with Ventora"),
        *("now I have an anaphylactic shock", "Ventora gave me a stuffy nose"),
    ],
)
def test_a_complaint_in_a_plain_frame_is_looked_at(reader: Reader, text: str) -> None:
    assert _tier(reader, text) is not Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        *("De uitslag van de wedstrijd", "the gas bill came today", "the gas works and the sea"),
        *("Sad news about that actor, heart attack at 50", "Ik had er zin in", "de boeren staken"),
    ],
)
def test_the_same_words_about_something_else_are_none(reader: Reader, text: str) -> None:
    assert _tier(reader, text) is Tier.NONE
