"""A desk with a comment on a platform that fails when a test says so."""

import pytest

from tests.jobs.faulty import Outbox, outbox_of
from tests.support.desks import Bench
from tests.support.fixtures import anna, bench, desk, people, pristine
from webcare_desk.domain.moderator import Actor

__all__ = ["anna", "bench", "desk", "people", "pristine"]


@pytest.fixture
def outbox(bench: Bench, anna: Actor) -> Outbox:
    """Give the outbox of a desk with one comment."""
    return outbox_of(bench, anna)
