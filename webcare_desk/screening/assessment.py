"""What is said of a comment: a score, a tier, and the places that are the reason."""

from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.finding import Language, Tier

#: Whatever is all of it at once is none of it; and the log's names have an end.
MOST_CATEGORIES: Final = 5


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` in characters of the original, and why it counts."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a person is told: `score` (0 to 1) grows with the suspicion, and `tier` with it."""

    language: Language
    tier: Tier
    score: float
    categories: tuple[str, ...]
    crisis: bool
    spans: tuple[Span, ...]
