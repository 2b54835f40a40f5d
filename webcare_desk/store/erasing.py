"""What can be asked of a desk about erasing, holding and keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from webcare_desk.store.originals import OriginalReads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.erasure import ErasedRow, Hold, Kept, Written
    from webcare_desk.store.table import Table


class ErasureReads(OriginalReads, Protocol):
    """Legal holds, what was erased, and what is there of a comment or an author."""

    def holds_on(self, comment: int) -> list[Hold]:
        """Return the holds on a comment that have not ended, the oldest first."""

    def holds(self, *, is_open: bool, limit: int = 500) -> list[Hold]:
        """Return holds, the newest first: those that have not ended, or all."""

    def erased_rows(self, request: int | None = None, limit: int = 500) -> list[ErasedRow]:
        """Return what was erased, by one request or at all, the newest first."""

    def erased_count(self, request: int) -> int:
        """Return how many rows a request has erased."""

    def is_erased(self, comment: int) -> bool:
        """Say whether the words of a comment were erased."""

    def erasure_of(self, comment: int) -> ErasedRow | None:
        """Return what stands for an erased comment: by which request, and when; None for others."""

    def author_of(self, comment: int) -> int | None:
        """Return the row of a comment's author."""

    def written_with(self, comment: int) -> Written | None:
        """Return who wrote a comment, and what else stands under that author."""

    def comments_by(self, author: int) -> list[int]:
        """Return the comments of an author that have not been erased."""

    def emptied_threads(self, comments: Sequence[int]) -> list[int]:
        """Return the threads of these comments in which every comment has been erased."""

    def personal_rows(self, comment: int) -> list[tuple[Table, int]]:
        """Return table and key of what the desk holds of a comment, its author apart.

        What was written about its answers to the comment is about the comment.
        """

    def answers_to(self, comment: int) -> list[int]:
        """Return the desk's own answers to a comment, which go with it."""

    def frozen_with(self, comment: int) -> list[int]:
        """Return what is held or was told to PV, and has a comment in a frozen original."""

    def packets_beside(self, comment: int) -> list[tuple[int, int, str]]:
        """Return comment, when PV was last told, and frozen case of each escalation in its thread."""

    def migrated_at(self, migration: str) -> int | None:
        """Return when a migration of this name ran on the desk; None where none did."""

    def kept_since(self, before: int, after: int = 0) -> list[Kept]:
        """Return finished comments that came in before a time and are not erased, by their number.

        The next page begins `after` the last comment of this one.
        """
