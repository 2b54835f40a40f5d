"""How much time is left, in words."""

import pytest

from webcare_desk.domain.spans import DAY, HOUR, MINUTE, SECOND
from webcare_desk.ui.clock import left, span


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0, "<1 min"),
        (MINUTE - 1, "<1 min"),
        (MINUTE, "1 min"),
        (HOUR, "1 h 0 min"),
        (DAY + HOUR, "1 d 1 h"),
        (2 * DAY, "2 d"),
    ],
)
def test_a_length_is_told_in_its_two_largest_units(length: int, words: str) -> None:
    assert span(length) == words


def test_what_is_late_by_seconds_is_late_by_less_than_a_minute() -> None:
    assert left(0, 30 * SECOND).text == "<1 min late"
    assert left(30 * SECOND, 0).text == "<1 min"
