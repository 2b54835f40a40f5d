"""A table that is driven by the keyboard: its cells and its look."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from webcare_desk.ui import theme
from webcare_desk.ui.plain import oneline

_Index = QModelIndex | QPersistentModelIndex
_TALL = 36
#: The least pixels of a column that takes the rest, with letters of 10 points.
_LEAST = 240


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


class Table(QTableView):
    """Shows cells; whole rows are chosen, one at a time, and letters are commands."""

    def __init__(self, name: str, model: Cells, tall: int = _TALL) -> None:
        """Show a model in rows `tall` pixels high; a screen reader calls the table `name`."""
        super().__init__()
        self._empty = ""
        #: The pixels that its columns need with letters of 10 points.
        self.least = sum(column.width or _LEAST for column in model.columns)
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
                self.setColumnWidth(number, max(self.columnWidth(number), self._needed(number)))
        for number, column in enumerate(columns):
            if not column.width:
                rest = self.viewport().width() - header.length() + self.columnWidth(number)
                self.setColumnWidth(number, max(rest, round(_LEAST * theme.scale())))

    def _needed(self, number: int) -> int:
        """Return what a heading and what is in sight below it need, twice its width at most."""
        model = self.model()
        width = model.columns[number].width if isinstance(model, Cells) else 0
        needed = max(
            self.horizontalHeader().sectionSizeHint(number), self.sizeHintForColumn(number)
        )
        return min(needed, round(2 * width * theme.scale()))

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
        self._share()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Share the room out again: what a row says now may be longer."""
        super().dataChanged(first, last, list(roles))
        self._share()

    def _share(self) -> None:
        """Share the room out; where it is tight no column is wider than it needs."""
        model, scale = self.model(), theme.scale()
        if isinstance(model, Cells):
            is_tight = self.viewport().width() < round(self.least * scale)
            for number, column in enumerate(model.columns):
                if column.width:
                    wide = max(self.columnWidth(number), round(column.width * scale))
                    self.setColumnWidth(number, self._needed(number) if is_tight else wide)
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

    def step(self, by: int) -> None:
        """Choose the row below or above, as J and K do in every list."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with J and K as with the arrows; other letters are commands."""
        by = {"j": 1, "k": -1}.get(event.text())
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

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
