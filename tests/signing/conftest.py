"""A desk for each test; afterwards its log must verify and its replay be equal."""

import pytest

from tests.support.erasable import crew_of
from tests.support.fixtures import anna, bench, desk, lived, people, pristine, victim
from tests.support.signing import Signer
from webcare_desk.desk import Desk

__all__ = ["anna", "bench", "desk", "lived", "people", "pristine", "victim"]


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire a data protection officer, a supervisor and an administrator."""
    return crew_of(desk)
