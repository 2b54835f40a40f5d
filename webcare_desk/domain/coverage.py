"""Proof that a source was read, and what was not: a record for every poll."""

from dataclasses import dataclass
from enum import StrEnum


class CoverageState(StrEnum):
    """How a poll ended. Only COMPLETE covers; the others leave a gap."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One poll of one source; times in UTC microseconds.

    `seen` counts the comments on the pages read, `added` those that were new
    or changed. `expected` is the platform's own total, where it gives one.
    `problem` is a sentence for a person when the poll did not end well.
    """

    source: str
    began_at: int
    ended_at: int
    state: CoverageState
    seen: int
    added: int
    expected: int | None = None
    problem: str | None = None
