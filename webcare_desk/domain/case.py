"""What the desk itself adds to a comment, and never sends anywhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A private note beside a comment; no connector accepts this type."""

    id: int
    comment: int
    author: str
    text: str
    at: int
