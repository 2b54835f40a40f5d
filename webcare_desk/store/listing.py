"""What a store tells of the list of comments: pages, rows, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.inbox import InboxRow, PageKey, Queue, QueueCount, Work
    from webcare_desk.domain.reply import Delivery, DeliveryState


class ListingReads(Protocol):
    """Reads for the list; times in UTC microseconds."""

    def page(
        self, queue: Queue, after: PageKey | None, limit: int, now: int, *, by_tier: bool = False
    ) -> list[InboxRow]:
        """Return up to `limit` rows of a queue after a key, nearest due time first.

        `by_tier` puts the most suspect first, and goes by due time within a tier.
        """

    def mine(self, moderator: str, after: PageKey | None, limit: int, now: int) -> list[InboxRow]:
        """Return the open work that is assigned to a moderator or claimed by him."""

    def troubled(
        self, state: DeliveryState, after: PageKey | None, limit: int, now: int
    ) -> list[InboxRow]:
        """Return the comments that have a delivery in a state, the nearest due time first."""

    def undoable(self, author: str, now: int) -> list[Delivery]:
        """Return what of somebody's is held and can be called back, the last one first."""

    def rows(self, comments: Sequence[int], now: int) -> list[InboxRow]:
        """Return the rows of `comments`, to refresh what a list shows."""

    def search(self, words: str, before: int | None, limit: int, now: int) -> list[InboxRow]:
        """Return comments whose text holds all words, or begins the last, the newest first."""

    def queue_counts(self) -> list[QueueCount]:
        """Return every queue's count and first due time, in order of danger."""

    def next_forward(self) -> int | None:
        """Return by when PV must know of the first open comment of which its clock runs."""

    def work(self, comment: int) -> Work | None:
        """Return the work on a comment."""
