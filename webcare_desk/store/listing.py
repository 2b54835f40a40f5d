"""What a store tells of the list of comments: pages, rows, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from webcare_desk.domain.inbox import PageKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from webcare_desk.domain.inbox import InboxRow, Queue, QueueCount, Work
    from webcare_desk.domain.reply import Delivery, DeliveryState

_PAGE = 500


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
        """Return the comments that have a delivery in a state, the nearest due time first.

        To what failed belong the reports that PV refused, and those that cannot leave.
        """

    def undoable(self, author: str, now: int) -> list[Delivery]:
        """Return what of somebody's is held and can be called back, the last one first."""

    def rows(self, comments: Sequence[int], now: int) -> list[InboxRow]:
        """Return the rows of `comments`, to refresh what a list shows."""

    def search(self, words: str, before: int | None, limit: int, now: int) -> list[InboxRow]:
        """Return comments whose text holds all words, or begins the last, the newest first."""

    def queue_counts(self) -> list[QueueCount]:
        """Return every queue's count and first due time, in order of danger."""

    def next_forward(self) -> int | None:
        """Return by when PV must know of the first comment that nobody has handed over yet."""

    def work(self, comment: int) -> Work | None:
        """Return the work on a comment."""


def rows_of(
    read: ListingReads, queue: Queue, now: int, *, by_tier: bool = False
) -> Iterator[InboxRow]:
    """Yield all of a queue as it stood at `now`, read a page at a time."""
    after: PageKey | None = None
    while page := read.page(queue, after, _PAGE, now, by_tier=by_tier):
        yield from page
        after = PageKey(page[-1].due, page[-1].comment, page[-1].tier)
