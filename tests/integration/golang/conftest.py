"""A desk for each test; afterwards its log must verify and its replay be equal."""

from tests.support.fixtures import bench, pristine

__all__ = ["bench", "pristine"]
