"""What can be asked of the judgements of cases that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.likeness import Likeness


class LikenessReads(Protocol):
    """Reads of judgements."""

    def likenesses(self, case: int | None = None) -> list[Likeness]:
        """Return the judgements about a case or about all, the oldest first."""
