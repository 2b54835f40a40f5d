"""Asking the poster for more: each attempt is kept, with its own clock (GVP VI.B.3)."""

from collections.abc import Iterable
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
    #: The question was called back before it left; the poster never saw it.
    CALLED_BACK = "called-back"


#: How a person can say that an attempt ended; calling the question back ends it by itself.
TOLD: Final = tuple(each for each in InquiryOutcome if each is not InquiryOutcome.CALLED_BACK)


@dataclass(frozen=True, slots=True)
class Invitation:
    """The public reply that asks for a private message, in Dutch ("nl") or else in English.

    It is held for `hold` microseconds in which it can be undone.
    """

    language: str
    hold: int


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One attempt: which approved questions, asked when and by whom, waiting until when.

    Times in UTC microseconds; an attempt without `outcome` is open. `delivery` is the public
    reply that the desk sends for it; None where a person asked in another way.
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
    delivery: int | None = None

    def is_late(self, now: int) -> bool:
        """Say whether nobody has said in time how it ended."""
        return self.outcome is None and now > self.due_at


def tried(inquiries: Iterable[Inquiry]) -> int:
    """Return how often the poster was asked; what was called back does not count."""
    return sum(each.outcome is not InquiryOutcome.CALLED_BACK for each in inquiries)
