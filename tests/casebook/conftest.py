"""A desk with a safety case on it."""

import pytest

from tests.support.desks import Bench
from tests.support.fixtures import bench, pristine
from tests.support.safety import Safety, make_safety

__all__ = ["bench", "pristine"]


@pytest.fixture
def safety(bench: Bench) -> Safety:
    """Give a desk with case 1, which is queued for PV."""
    return make_safety(bench)


@pytest.fixture
def sent(safety: Safety) -> Safety:
    """Give a case whose first version PV has accepted."""
    safety.leave()
    safety.ack()
    safety.later()
    return safety
