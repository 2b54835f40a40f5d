"""What a new version of the protocol would call the comments that are on the desk."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Category, Tier, asks_for_a_look
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.occasion import Circumstances


@dataclass(frozen=True, slots=True)
class Said:
    """What triage says of a comment: the queue is its priority."""

    category: Category
    tier: Tier
    queue: Queue


@dataclass(frozen=True, slots=True)
class KeptComment:
    """A comment in its latest wording, and what triage said of it when it came in.

    `thread` and `parent` are local rows; `own` marks a reply of the desk itself; `told` is what the platform
    told beside the text.
    """

    id: int
    thread: int
    parent: int | None
    is_answer: bool
    own: bool
    text: str
    said: Said
    told: Circumstances


@dataclass(frozen=True, slots=True)
class Changed:
    """A comment that a new version classifies differently; `rules` matched, the winner first."""

    comment: int
    old: Said
    new: Said
    rules: tuple[str, ...]

    @property
    def is_found(self) -> bool:
        """Say whether a person must look at it for PV now, and did not have to before."""
        return asks_for_a_look(self.new.category) and not asks_for_a_look(self.old.category)

    @property
    def is_lost(self) -> bool:
        """Say whether a person had to look at it for PV before, and has not now."""
        return asks_for_a_look(self.old.category) and not asks_for_a_look(self.new.category)
