"""What can be asked of a desk about what it learnt, and what screening missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.hint import HintKind
    from webcare_desk.domain.learning import Escalated, KeptCorrection


class LearningReads(Protocol):
    """The versions of the desk's own correction, and what people escalated."""

    def correction(self, version: int) -> KeptCorrection | None:
        """Return one version of the correction."""

    def corrections(self, limit: int) -> list[KeptCorrection]:
        """Return the versions, the newest first."""

    def hints(self, comment: int) -> frozenset[HintKind]:
        """Return the hints of a comment that a person confirmed."""

    def escalated(self) -> list[Escalated]:
        """Count the comments that were escalated, by whether screening flagged them before."""
