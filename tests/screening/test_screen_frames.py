"""A complaint in the plain frames people tell it in: what the medicine brings, what one gets of it."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.lines import Line, Reader


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
