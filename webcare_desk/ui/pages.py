"""The rows of a table of which a worker reads page after page."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from webcare_desk.ui.latest import Latest
from webcare_desk.ui.said import error_words
from webcare_desk.ui.table import Cells, Column
from webcare_desk.ui.tasks import Tasks

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
#: The rows of one page.
PAGE = 128


class Pages(Cells, Generic[T]):
    """Rows of which the next page comes from a worker as a person scrolls; the highest key first."""

    #: A page has come; how many rows there are now.
    loaded = Signal(int)

    def __init__(
        self, columns: Sequence[Column], tasks: Tasks, parent: QObject, key: Callable[[T], int]
    ) -> None:
        """Hold nothing yet; `key` is the number by which a row is found again."""
        super().__init__(columns, parent)
        self.key = key
        self.rows: list[T] = []
        self._has_more = False
        self._paging = Latest(tasks, self, self._append, partial(self._failed, tasks))

    def page_after(self, last: T | None) -> Callable[[], list[T]]:
        """Return what reads the page after a row, or the first one, at most `PAGE` rows."""
        del last
        return list

    def clear(self) -> None:
        """Show no rows, and wait for none."""
        self._paging.forget()
        self.beginResetModel()
        self.rows, self._has_more = [], False
        self.endResetModel()

    def begin(self) -> None:
        """Show the rows anew, from the first page."""
        self.clear()
        self._ask(None)

    def see(self, page: list[T]) -> None:
        """Take the first page, read again: what is new comes in, and what is there stays."""
        is_apart = bool(self.rows and page) and self.key(page[-1]) > self.key(self.rows[0])
        if not self.rows or (is_apart and len(page) == PAGE):  # more is new than one page holds
            self.start(page)
        else:
            self._insert(page)
            self.loaded.emit(len(self.rows))

    def start(self, page: list[T]) -> None:
        """Show the rows anew, beginning with this page."""
        self.clear()
        self._append(page)

    def repaint(self) -> None:
        """Say that every row may look different."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> T | None:
        """Return what stands in a row."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def _ask(self, last: T | None) -> None:
        self._has_more = False  # until the page is here
        self._paging.ask(self.page_after(last))

    def _append(self, page: list[T]) -> None:
        self._insert(page)
        self._has_more = len(page) == PAGE
        self.loaded.emit(len(self.rows))

    def _insert(self, page: list[T]) -> None:
        """Put each row that is not there yet in its place."""
        keys = [-self.key(row) for row in self.rows]
        known = set(keys)
        new = [row for row in page if -self.key(row) not in known]
        places = [bisect_left(keys, -self.key(row)) for row in new]
        done = 0
        for place, each in groupby(zip(places, new, strict=True), key=lambda pair: pair[0]):
            rows, first = [row for _, row in each], place + done
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows[first:first] = rows
            self.endInsertRows()
            done += len(rows)

    def _failed(self, tasks: Tasks, error: Exception) -> None:
        self._has_more = True  # scrolling asks again
        tasks.problem.emit(error_words(error))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows have been loaded."""
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether there may be another page."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: _Index) -> None:
        """Load the next page."""
        if self.canFetchMore(parent):
            self._ask(self.rows[-1] if self.rows else None)
