"""Who seems to write, and in what mood: a hint that a person confirms, never a fact."""

from dataclasses import dataclass
from enum import StrEnum


class HintKind(StrEnum):
    """A role, a stance, a stage or a mood; the order is that in which they are shown.

    The sceptic is a stance, not a bad mood. None of these ever leaves the desk.
    """

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    ADVOCATE = "advocate"
    PROFESSIONAL = "professional"
    SCEPTIC = "sceptic"
    NEW_DIAGNOSIS = "new-diagnosis"
    SEARCHING = "searching"
    AT_A_LOW = "at-a-low"
    LONG_TERM = "long-term"
    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Hint:
    """What hints at a kind: `text[start:end]` in characters of the original text."""

    kind: HintKind
    start: int
    end: int
