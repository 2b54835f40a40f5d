"""What can be asked of where a comment stands: its thread, and the places it was moved from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.comment import Comment, Move


class PlaceReads(Protocol):
    """Reads of threads and of moves."""

    def thread(self, comment: int, limit: int = 200) -> list[Comment]:
        """Return the thread in which a comment stands now, oldest first."""

    def thread_size(self, comment: int) -> int:
        """Return how many posts the thread of a comment has."""

    def thread_named(self, source: str, remote: str) -> int | None:
        """Return the row of the thread that a platform calls `remote`."""

    def moves(self, comment: int) -> list[Move]:
        """Return every move of a comment, the first one first."""

    def early_answers(self, comments: Sequence[int]) -> list[int]:
        """Return the new comments, none of `comments`, that answer one of them in its thread."""
