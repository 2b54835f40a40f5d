"""What can be asked of a desk about frozen originals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.original import Cause, Frozen, Original


class OriginalReads(Protocol):
    """What stood there when it was frozen, and its picture."""

    def standing(self, comment: int, cause: Cause, at: int) -> Original:
        """Return a comment and its thread as they stand now; StaleError without the comment."""

    def original(self, original: int) -> Frozen | None:
        """Return the record of a frozen original."""

    def originals(self, comment: int) -> list[Frozen]:
        """Return the originals of a comment, the oldest first."""

    def originals_waiting(self, limit: int) -> list[Frozen]:
        """Return originals that are still to be drawn, the oldest first."""

    def frozen_as(self, frozen: Frozen) -> Original:
        """Return what a record froze; an erased post has no words any more."""

    def picture_of(self, original: int) -> str | None:
        """Return the picture of an original as base64; None without one."""
