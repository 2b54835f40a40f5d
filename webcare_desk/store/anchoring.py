"""What can be asked of a desk about its log's key and head, and who else holds a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.anchor import Anchor
    from webcare_desk.domain.epoch import Epoch
    from webcare_desk.domain.mark import LogEnd, LogMark


class AnchorReads(Protocol):
    """The key in force, how far the log has come, and the anchors."""

    def epoch(self) -> Epoch:
        """Return the epoch of the log's key."""

    def mark(self) -> LogMark:
        """Return how far the log has come."""

    def log_end(self) -> LogEnd:
        """Return the end of the log, as its head has it and as its entries are."""

    def anchor(self, anchor: int) -> Anchor | None:
        """Return an anchor."""

    def anchors(self, limit: int) -> list[Anchor]:
        """Return the anchors, the newest first."""

    def anchors_due(self, now: int) -> list[Anchor]:
        """Return what waits to be taken by somebody else, and whose time has come."""

    def anchor_of(self, delivery: int) -> Anchor | None:
        """Return the anchor that travels with a delivery."""

    def anchor_mail(self, anchor: int) -> str | None:
        """Return the frozen mail of an anchor."""

    def anchored(self) -> tuple[int, int]:
        """Return the size of the largest head that somebody else holds, and since when."""
