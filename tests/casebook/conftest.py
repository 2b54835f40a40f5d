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
