"""The rows of the register: pages come from a worker as a person scrolls."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from webcare_desk.domain.register import RegisterFilter, RegisterRow
from webcare_desk.store.base import Reads
from webcare_desk.ui import theme
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.register.line import columns
from webcare_desk.ui.supervision.listing import Cell, Tone, colour_of
from webcare_desk.ui.tasks import Tasks

PAGE = 128
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """Cases that fit a filter, the newest first; keyset pages by case."""

    #: A page has come; how many rows there are now.
    loaded = Signal(int)

    def __init__(
        self,
        read: Reads,
        tasks: Tasks,
        cells: Callable[[RegisterRow], tuple[Cell, ...]],
        parent: QObject,
    ) -> None:
        """Hold nothing until a filter is set; `cells` makes the cells of a row."""
        super().__init__(parent)
        self._read, self._cells = read, cells
        self._columns = columns()
        self._chosen = RegisterFilter()
        self._rows: list[RegisterRow] = []
        self._has_more = False
        self._paging = Latest(tasks, self, self._append, partial(self._failed, tasks))
        self._renewing = Latest(tasks, self, self._renew)

    @property
    def chosen(self) -> RegisterFilter:
        """Return the filter."""
        return self._chosen

    def choose(self, chosen: RegisterFilter) -> None:
        """Show the cases that fit a filter, from the newest."""
        self.beginResetModel()
        self._chosen, self._rows, self._has_more = chosen, [], False
        self.endResetModel()
        self._ask(None)

    def row(self, place: int) -> RegisterRow | None:
        """Return the case in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def renew(self, comments: frozenset[int]) -> None:
        """Read the loaded cases of these comments again."""
        read = self._read
        cases = [row.standing.case for row in self._rows if row.standing.comment in comments]
        if cases:
            self._renewing.ask(lambda: [read.register_row(case) for case in cases])

    def place_of(self, case: int) -> int | None:
        """Return the row in which a case stands, or None."""
        places = (at for at, each in enumerate(self._rows) if each.standing.case == case)
        return next(places, None)

    def repaint(self) -> None:
        """Say that every row may look different: time has passed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _renew(self, rows: list[RegisterRow | None]) -> None:
        for row in rows:
            place = None if row is None else self.place_of(row.standing.case)
            if row is not None and place is not None:
                self._rows[place] = row
                last = self.index(place, len(self._columns) - 1)
                self.dataChanged.emit(self.index(place, 0), last)

    def _ask(self, before: int | None) -> None:
        self._has_more = False  # until the page is here
        read, chosen = self._read, self._chosen
        self._paging.ask(lambda: read.register_page(chosen, before, PAGE))

    def _append(self, page: list[RegisterRow]) -> None:
        if page:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._rows.extend(page)
            self.endInsertRows()
        self._has_more = len(page) == PAGE
        self.loaded.emit(len(self._rows))

    def _failed(self, tasks: Tasks, error: Exception) -> None:
        self._has_more = True  # scrolling asks again
        tasks.problem.emit(str(error))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many cases have been loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the colour or the weight of a cell."""
        if role not in _SHOWING:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        cell = self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour_of(cell.tone)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=True) if cell.tone is Tone.DANGER else None
        return cell.text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._columns[section].name

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether older cases may fit."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: _Index) -> None:
        """Load the next page of older cases."""
        if self.canFetchMore(parent):
            self._ask(self._rows[-1].standing.case)


_SHOWING = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
    }
)
