"""What can be asked of a desk about its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.coverage import Coverage, Poll, Shift


class PollReads(Protocol):
    """How far each source was read, and what a poll did not cover."""

    def source_key(self, name: str) -> int | None:
        """Return the row of a source."""

    def cursor(self, name: str) -> str | None:
        """Return the cursor of a source's last poll."""

    def coverage(self, source: str | None = None, limit: int = 100) -> list[Coverage]:
        """Return the latest polls, the newest first."""

    def polls_between(self, since: int, until: int) -> list[Poll]:
        """Return the polls that touch a period, and the first of each source, the oldest first."""

    def shifts(self, since: int, until: int) -> list[Shift]:
        """Return who was at the desk in a period (UTC microseconds), the program left out."""

    def gaps(self) -> list[tuple[int, Coverage]]:
        """Return polls that did not cover and that nobody has explained."""

    def recent_remote_ids(self, source: str, limit: int) -> list[str]:
        """Return the platform ids of the newest comments of a source that are not deleted."""

    def waiting_remote_ids(self, source: str, limit: int) -> list[str]:
        """Return some platform ids of what waits on a source; after another poll, the next ones."""

    def deleted_remote_ids(self, source: str, since: int, limit: int) -> list[str]:
        """Return some platform ids of what was deleted since; after another poll, the next ones."""
