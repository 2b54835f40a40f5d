"""Which roles an account gives up that leave a right to nobody."""

import pytest

from webcare_desk.domain.moderator import Moderator, Role, left_to_nobody

CHIEF, SENIOR, OFFICER = Role.SUPERVISOR, Role.SENIOR, Role.PV_OFFICER


def person(name: str, *roles: Role, active: bool = True) -> Moderator:
    return Moderator(name, name, name, frozenset(roles), active)


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        (person("a", CHIEF, SENIOR, active=False), (CHIEF,)),
        (person("a", SENIOR), (CHIEF,)),
        (person("a", CHIEF), ()),
        (person("new", CHIEF), ()),
        (person("gone", OFFICER), ()),
    ],
)
def test_only_what_nobody_else_may_is_lost(after: Moderator, lost: tuple[Role, ...]) -> None:
    people = (
        person("a", CHIEF, SENIOR),
        person("b", SENIOR, OFFICER),
        person("gone", CHIEF, active=False),
    )
    assert left_to_nobody(people, after) == lost
