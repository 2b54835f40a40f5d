"""The history of one case as it is handed to an inspector."""

from collections.abc import Sequence
from dataclasses import dataclass

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.comment import Comment, Revision
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import Delivery
from webcare_desk.reports.sentences import Step


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A comment with every wording, every step, and what left the desk about it.

    Notes and deliveries stand with who wrote them, escalations with the number
    that PV has. `erased_by` is the entry by which the words were erased.
    """

    comment: Comment
    wordings: tuple[Revision, ...]
    notes: tuple[tuple[str, int, str], ...]
    deliveries: tuple[tuple[str, Delivery], ...]
    escalations: tuple[tuple[str, Escalation], ...]
    steps: tuple[Step, ...]
    signatures: tuple[tuple[str, ...], ...] = ()
    erased_by: int | None = None

    @property
    def changes(self) -> int:
        """How many wordings and steps replaced something."""
        replaced = sum(step.is_change for step in self.steps)
        return replaced + len(self.wordings) - 1

    def words(self, text: str) -> str:
        """Return a text, or where there is none any more by which entry it went."""
        return text if text or self.erased_by is None else f"erased, entry {self.erased_by}"


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page: which log, how much of it, for whom."""

    origin: str
    key: str
    root: Digest
    size: int
    shown: int
    made_at: int
    made_by: str
    build: str
    filters: Sequence[str] = ()
    comment: int | None = None
