"""What a new version of the protocol would call the comments that are on the desk."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Category, Tier, danger
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.occasion import Circumstances


@dataclass(frozen=True, slots=True)
class Verdict:
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
    said: Verdict
    told: Circumstances


@dataclass(frozen=True, slots=True)
class Changed:
    """A comment that a new version classifies differently; `rules` matched, the winner first."""

    comment: int
    old: Verdict
    new: Verdict
    rules: tuple[str, ...]

    @property
    def is_found(self) -> bool:
        """Say whether a person must look at it now and did not have to, or it is a crisis now."""
        return self.is_new_crisis or danger(self.new.category) > danger(self.old.category) == 0

    @property
    def is_lost(self) -> bool:
        """Say whether it is less grave than it was: a report that is none, a crisis that is a report."""
        return danger(self.new.category) < danger(self.old.category)

    @property
    def is_new_crisis(self) -> bool:
        """Say whether somebody is in danger who was not before."""
        return self.new.category is Category.CRISIS is not self.old.category

    @property
    def is_lost_crisis(self) -> bool:
        """Say whether somebody was in danger who is not any more."""
        return self.old.category is Category.CRISIS is not self.new.category
