"""What can be asked of a desk about its log's key and head, and who else holds a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.epoch import Epoch
    from webcare_desk.domain.mark import Mark


class AnchorReads(Protocol):
    """The key in force, how far the log has come, and the anchors."""

    def epoch(self) -> Epoch:
        """Return the epoch of the log's key."""

    def mark(self) -> Mark:
        """Return how far the log has come."""
