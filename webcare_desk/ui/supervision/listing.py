"""A list of some hundred rows at most, read whole by a worker and driven by the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency
from webcare_desk.ui.plain import oneline

_ROW = 36
_Index = QModelIndex | QPersistentModelIndex


class Tone(StrEnum):
    """How a cell reads: plain, quiet, in good order, soon due, or wrong."""

    PLAIN = "plain"
    FAINT = "faint"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and how it reads."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, what it stands for, and the key by which it is found again."""

    key: object
    item: object
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and its width in pixels; 0 takes the rest."""

    name: str
    width: int = 0


def clock_cell(left: Left) -> Cell:
    """Return what is left of a time as a cell."""
    tone = {Urgency.OVERDUE: Tone.DANGER, Urgency.SOON: Tone.WARNING}.get(left.urgency, Tone.PLAIN)
    return Cell(left.text, tone)


class RowsModel(QAbstractTableModel):
    """Rows under headings."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        """Hold no rows yet."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the colour or the weight of a cell."""
        cell = self.rows[index.row()].cells[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return oneline(cell.text, 200)
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour_of(cell.tone)
        if role == Qt.ItemDataRole.FontRole and cell.tone is Tone.DANGER:
            return _strong()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._columns[section].name


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


def _strong() -> QFont:
    return theme.font(bold=True)


class Listing(QTableView):
    """Shows rows; says which one a person has chosen, and keeps it through a refresh."""

    #: The item of the row chosen, or None.
    chosen = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        """Show an empty list that a screen reader calls `name`."""
        super().__init__()
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self.setObjectName("entries")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(number, round(column.width * theme.scale()))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(lambda _: self.chosen.emit(self.item))

    @property
    def item(self) -> object:
        """Return what the chosen row stands for, or None."""
        row = self.currentIndex().row()
        return self.rows.rows[row].item if 0 <= row < len(self.rows.rows) else None

    def take(self, rows: Sequence[Row]) -> None:
        """Show these rows, and choose the one that was chosen; else the first."""
        row = self.currentIndex().row()
        kept = self.rows.rows[row].key if 0 <= row < len(self.rows.rows) else None
        self.rows.take(rows)
        keys = [each.key for each in rows]
        if keys:
            self.selectRow(keys.index(kept) if kept in keys else min(max(row, 0), len(keys) - 1))
        else:
            self.chosen.emit(None)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search
