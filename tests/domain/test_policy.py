"""The rules for people: when a password is too old."""

import pytest

from webcare_desk.domain.policy import Policy

DAY = 86_400_000_000


@pytest.mark.parametrize(
    ("password_at", "days", "is_old"),
    [
        (None, 90, False),  # of unknown age, from before the rule
        (0, 0, True),  # somebody else set it
        (1, 0, False),
        (1, 90, False),
        (1 - DAY, 90, True),
    ],
)
def test_a_password_is_too_old_by_who_set_it_and_when(
    password_at: int | None, days: int, *, is_old: bool
) -> None:
    assert Policy(password_days=days).is_too_old(password_at, 1 + 90 * DAY - (days == 0)) is is_old
