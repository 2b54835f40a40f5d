"""A list of some hundred rows at most, read whole by a worker and driven by the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QFocusEvent

from webcare_desk.ui.clock import Left, Urgency
from webcare_desk.ui.table import Cell, Cells, Column, Table, Tone

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, what it stands for, and the key by which it is found again."""

    key: object
    item: object
    cells: tuple[Cell, ...]


def clock_cell(left: Left) -> Cell:
    """Return what is left of a time as a cell."""
    tone = {Urgency.OVERDUE: Tone.DANGER, Urgency.SOON: Tone.WARNING}.get(left.urgency, Tone.PLAIN)
    return Cell(left.text, tone)


class RowsModel(Cells):
    """Rows under headings."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Hold no rows yet."""
        super().__init__(columns, None)
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self.rows[row].cells[column]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)


class Listing(Table):
    """Shows rows; says which one a person has chosen, and keeps it through a refresh."""

    #: The item of the row chosen, or None.
    chosen = Signal(object)
    #: A person has come to the list, by whatever key or click.
    entered = Signal()

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        """Show an empty list that a screen reader calls `name`."""
        rows = RowsModel(columns)
        super().__init__(name, rows)
        rows.setParent(self)
        self.rows = rows
        self.selectionModel().currentChanged.connect(lambda _: self.chosen.emit(self.item))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that a person has come here."""
        super().focusInEvent(event)
        self.entered.emit()

    @property
    def item(self) -> object:
        """Return what the chosen row stands for, or None."""
        row = self.currentIndex().row()
        return self.rows.rows[row].item if 0 <= row < len(self.rows.rows) else None

    def take(self, rows: Sequence[Row]) -> None:
        """Show these rows, and choose the one that was chosen; else the one in its place.

        A list that somebody has scrolled stays where it is as long as that row is there.
        """
        row, bar = self.currentIndex().row(), self.verticalScrollBar()
        kept = self.rows.rows[row].key if 0 <= row < len(self.rows.rows) else None
        place = bar.value()
        self.rows.take(rows)
        keys = [each.key for each in rows]
        if not keys:
            self.chosen.emit(None)
        elif kept in keys:
            self.selectRow(keys.index(kept))
            bar.setValue(place)
        else:
            self.selectRow(min(max(row, 0), len(keys) - 1))
