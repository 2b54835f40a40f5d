"""The rows of the list, loaded page by page as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from webcare_desk.domain.inbox import InboxRow
from webcare_desk.ui.inbox.kept import Kept
from webcare_desk.ui.places import PAGE, Listing

if TYPE_CHECKING:
    from webcare_desk.ui.inbox.fresh import Fresh, Loaded
    from webcare_desk.ui.inbox.kept import Again

#: The InboxRow of an index.
ROW = int(Qt.ItemDataRole.UserRole)
#: Whether the row has left the place that is shown and only stays for the eye.
LEFT = ROW + 1

Index = QModelIndex | QPersistentModelIndex
Pages = Callable[[Listing, InboxRow | None], list[InboxRow]]
_NOWHERE = QModelIndex()


class InboxModel(QAbstractTableModel):
    """One column; a row keeps its place until the list is loaded anew."""

    #: How many comments have arrived that are not shown yet.
    arrivals = Signal(int)

    def __init__(self, pages: Pages, again: Again, sentence: Callable[[InboxRow], str]) -> None:
        """Load with `pages`, and `again` what was let go; `sentence` is a row as it is spoken."""
        super().__init__()
        self._pages = pages
        self._sentence = sentence
        self._listing: Listing | None = None
        self._again = again
        self._rows = Kept(again)
        self._after: InboxRow | None = None
        self._is_whole = True
        self._left: set[int] = set()
        self._arrived: frozenset[int] = frozenset()

    @property
    def listing(self) -> Listing | None:
        """Return what is shown."""
        return self._listing

    @property
    def loaded(self) -> Loaded:
        """Return which comments are loaded, and up to where."""
        from webcare_desk.ui.inbox.fresh import Loaded

        return Loaded(frozenset(self._rows.comments), self._after, self._is_whole)

    def show(self, listing: Listing) -> None:
        """Show the first page of a listing."""
        first = self._pages(listing, None)
        self.beginResetModel()
        self._listing, self._rows = listing, Kept(self._again, first)
        self._left.clear()
        self._note_end(first)
        self.endResetModel()
        self._tell_arrivals(frozenset())

    def load_until(self, comment: int, most: int) -> None:
        """Load pages until `comment` is among them, or `most` rows are."""
        while self.row_of(comment) is None and self.canFetchMore() and len(self._rows) < most:
            self.fetchMore()

    def take(self, fresh: Fresh, keep: int | None) -> None:
        """Bring the rows up to date; the row of comment `keep` stays, marked as left."""
        if fresh.listing != self._listing:
            return
        places = {comment: place for place, comment in enumerate(self._rows.comments)}
        for row in fresh.rows:
            place = places.get(row.comment)
            if place is not None and self._rows.renew(row):
                self._touch(place)
        self._left = {comment for comment in fresh.gone if comment in places}
        for comment in self._left:
            self._touch(places[comment])
        self.drop_left(keep)
        self._tell_arrivals(fresh.arrived - set(self._rows.comments))

    def drop_left(self, keep: int | None) -> None:
        """Remove the rows that have left the place, but not that of comment `keep`."""
        for comment in self._left - {keep}:
            place = self.row_of(comment)
            if place is not None:
                self.beginRemoveRows(_NOWHERE, place, place)
                self._rows.remove(place)
                self.endRemoveRows()
            self._left.discard(comment)

    def row_of(self, comment: int) -> int | None:
        """Return the place of a comment in the list, or None."""
        return self._rows.place_of(comment)

    def repaint(self) -> None:
        """Say that every row may look different: time has passed."""
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), [ROW])

    def _note_end(self, page: Sequence[InboxRow]) -> None:
        self._is_whole = len(page) < PAGE
        self._after = page[-1] if page else None

    def _touch(self, place: int) -> None:
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)

    def _tell_arrivals(self, arrived: frozenset[int]) -> None:
        if arrived != self._arrived:
            self._arrived = arrived
            self.arrivals.emit(len(arrived))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = ROW) -> object:
        """Return the InboxRow for painting, and a sentence for a screen reader."""
        if role == LEFT:
            return self._rows.comments[index.row()] in self._left
        if role == ROW:
            return self._rows.row(index.row())
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            row = self._rows.row(index.row())
            return None if row is None else self._sentence(row)
        return None

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        """Say whether the store has more of this listing."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        """Load one more page; Qt asks when somebody scrolls to the end."""
        if self._listing is None or parent.isValid():
            return
        page = self._pages(self._listing, self._after)
        known = set(self._rows.comments)
        new = [row for row in page if row.comment not in known]
        if new:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()
        self._is_whole = len(page) < PAGE
        self._after = page[-1] if page else self._after
