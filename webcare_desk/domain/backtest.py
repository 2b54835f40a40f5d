"""What a new version of the protocol would call the comments that are on the desk."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Category, Tier, is_reportable
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
        """Say whether PV must hear of it now, and did not have to before."""
        return is_reportable(self.new.category) and not is_reportable(self.old.category)

    @property
    def is_lost(self) -> bool:
        """Say whether PV had to hear of it before, and does not now."""
        return is_reportable(self.old.category) and not is_reportable(self.new.category)
