"""The rows of a long list: all their numbers, but only as many rows as somebody looks at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from webcare_desk.ui.places import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from webcare_desk.domain.inbox import InboxRow

    Again = Callable[[Sequence[int]], list[InboxRow]]

#: So many rows are held, some 0.6 MB; those further away are read again when they are seen.
MOST = 1024
_FREED = 256


class Kept:
    """Rows in their order. A row takes 600 bytes, its number eight."""

    def __init__(self, again: Again, rows: Iterable[InboxRow] = ()) -> None:
        """Hold `rows`; `again` reads rows anew by the numbers of their comments."""
        self._again = again
        self._comments = array("q")
        self._rows: dict[int, InboxRow] = {}
        self.extend(rows)

    def __len__(self) -> int:
        """Return how many rows the list has."""
        return len(self._comments)

    @property
    def comments(self) -> Sequence[int]:
        """Return the number of every comment, in order."""
        return self._comments

    @property
    def held(self) -> int:
        """Return how many rows are held."""
        return len(self._rows)

    def row(self, place: int) -> InboxRow | None:
        """Return the row at a place; read again with its neighbours when it was let go.

        None stands for a comment that the desk does not have any more.
        """
        comment = self._comments[place]
        if comment not in self._rows:
            first = place - place % PAGE
            self._hold(self._again(self._comments[first : first + PAGE]))
        return self._rows.get(comment)

    def place_of(self, comment: int) -> int | None:
        """Return the place of a comment, or None."""
        try:
            return self._comments.index(comment)
        except ValueError:
            return None

    def extend(self, rows: Iterable[InboxRow]) -> None:
        """Add rows at the end."""
        added = list(rows)
        self._comments.extend(row.comment for row in added)
        self._hold(added)

    def renew(self, row: InboxRow) -> bool:
        """Take a row as it is now; say whether one is held that was different."""
        before = self._rows.get(row.comment)
        if before is None or before == row:
            return False
        self._rows[row.comment] = row
        return True

    def remove(self, place: int) -> None:
        """Take a row out of the list."""
        self._rows.pop(self._comments.pop(place), None)

    def _hold(self, rows: Iterable[InboxRow]) -> None:
        """Hold rows, and let go of those that were held first."""
        for row in rows:
            self._rows.pop(row.comment, None)
            self._rows[row.comment] = row
        if len(self._rows) > MOST:
            for comment in list(self._rows)[: len(self._rows) - MOST + _FREED]:
                del self._rows[comment]
