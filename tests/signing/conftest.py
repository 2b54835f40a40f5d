"""A desk for each test; afterwards its log must verify and its replay be equal."""

from tests.support.fixtures import anna, bench, desk, lived, people, pristine, victim

__all__ = ["anna", "bench", "desk", "lived", "people", "pristine", "victim"]
