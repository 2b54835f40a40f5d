"""A desk for each test, sound when it is over."""

from tests.support.fixtures import anna, bench, desk, people, pristine

__all__ = ("anna", "bench", "desk", "people", "pristine")
