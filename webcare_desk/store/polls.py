"""What can be asked of a desk about its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.coverage import Coverage


class PollReads(Protocol):
    """How far each source was read, and what a poll did not cover."""

    def source_key(self, name: str) -> int | None:
        """Return the row of a source."""

    def cursor(self, name: str) -> str | None:
        """Return the cursor of a source's last poll."""

    def coverage(self, source: str | None = None, limit: int = 100) -> list[Coverage]:
        """Return the latest polls, the newest first."""

    def gaps(self) -> list[tuple[int, Coverage]]:
        """Return polls that did not cover and that nobody has explained."""
