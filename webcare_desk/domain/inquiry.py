"""Asking the poster for more: each attempt is kept, with its own clock (GVP VI.B.3)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_DAY: Final = 86_400_000_000
#: How long an answer is waited for, and how often one asks: more would be pressing.
WAITED: Final = 7 * _DAY
MOST: Final = 3


class InquiryOutcome(StrEnum):
    """How an attempt ended."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    NOT_REACHED = "not-reached"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One attempt: which approved questions, asked when and by whom, waiting until when.

    Times in UTC microseconds; an attempt without `outcome` is open.
    """

    id: int
    case: int
    attempt: int
    questions: tuple[str, ...]
    asked_at: int
    by: str
    due_at: int
    ended_at: int | None
    outcome: InquiryOutcome | None

    def is_late(self, now: int) -> bool:
        """Say whether nobody has said in time how it ended."""
        return self.outcome is None and now > self.due_at
