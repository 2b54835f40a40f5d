"""A table that is driven by the keyboard: its cells, its look, and pages read by a worker."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from webcare_desk.ui import theme
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.tasks import Tasks

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_TALL = 36
#: The least pixels of a column that takes the rest, with letters of 10 points.
_LEAST = 240
#: The rows of one page.
PAGE = 128


class Tone(StrEnum):
    """How a cell reads: plain, quiet, in good order, soon due, or wrong."""

    PLAIN = "plain"
    FAINT = "faint"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, as it came from anywhere, and how it reads."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and its width in pixels; 0 takes the rest."""

    name: str
    width: int = 0


def colour_of(tone: Tone) -> QColor | None:
    """Return the colour of a cell, None for that of the text."""
    now = theme.colours()
    chosen = {
        Tone.FAINT: now.faint,
        Tone.GOOD: now.good,
        Tone.WARNING: now.warning,
        Tone.DANGER: now.danger,
    }.get(tone)
    return None if chosen is None else QColor(chosen)


class Cells(QAbstractTableModel):
    """Cells under headings; a subclass counts the rows and says what a cell holds."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None) -> None:
        """Show these headings."""
        super().__init__(parent)
        self.columns = tuple(columns)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell, or None where there is none."""
        del row, column
        return None

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the colour or the weight of a cell."""
        if role not in _SHOWING:
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour_of(cell.tone)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=True) if cell.tone is Tone.DANGER else None
        return oneline(cell.text, 200)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.columns[section].name


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
        tasks.problem.emit(str(error))

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


class Table(QTableView):
    """Shows cells; whole rows are chosen, one at a time, and letters are commands."""

    def __init__(self, name: str, model: Cells, tall: int = _TALL) -> None:
        """Show a model in rows `tall` pixels high; a screen reader calls the table `name`."""
        super().__init__()
        self._empty = ""
        self.setModel(model)
        self.setObjectName("entries")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tall)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(0)  # what is in sight
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        for number, column in enumerate(model.columns):
            self.setColumnWidth(number, round((column.width or _LEAST) * theme.scale()))
        self._fit()

    def _fit(self) -> None:
        """Let columns grow with what is in sight of them, and one without a width take the rest."""
        model, header = self.model(), self.horizontalHeader()
        columns = model.columns if isinstance(model, Cells) else ()
        for number, column in enumerate(columns):
            if column.width:
                most = round(2 * column.width * theme.scale())
                needed = max(header.sectionSizeHint(number), self.sizeHintForColumn(number))
                self.setColumnWidth(number, max(self.columnWidth(number), min(needed, most)))
        for number, column in enumerate(columns):
            if not column.width:
                rest = self.viewport().width() - header.length() + self.columnWidth(number)
                self.setColumnWidth(number, max(rest, round(_LEAST * theme.scale())))

    def say_empty(self, words: str) -> None:
        """Say in the list itself why it is empty, or nothing."""
        self._empty = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw why the list is empty, where it is."""
        super().paintEvent(event)
        if self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours().faint))
            inner, gap = self.viewport().rect(), theme.XL
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(inner.adjusted(gap, gap, -gap, -gap), flags, self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._fit()

    def reset(self) -> None:
        """Share the room out among other rows."""
        super().reset()
        self._fit()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """Let what somebody has scrolled to stay where it is when rows come above it."""
        bar = self.verticalScrollBar()
        place = bar.value()
        super().rowsInserted(parent, start, end)
        self._fit()
        if place > 0 and start <= place:
            self.updateGeometries()
            bar.setValue(place + end - start + 1)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search


_SHOWING = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
    }
)
