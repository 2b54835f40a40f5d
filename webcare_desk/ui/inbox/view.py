"""The list itself: one column, rows of one height, one row selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from webcare_desk.ui.inbox.model import ROW

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from webcare_desk.ui.inbox.delegate import InboxDelegate


class InboxView(QTableView):
    """Shows an InboxModel; says which comment a person picked."""

    #: The comment of the row that became the current one.
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Comments"))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def show_rows(self, model: QAbstractItemModel, delegate: InboxDelegate) -> None:
        """Show `model` through `delegate`."""
        self.setItemDelegate(delegate)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height())
        self.verticalScrollBar().setSingleStep(delegate.row_height() // 2)
        self.setModel(model)

    def pick(self, place: int) -> None:
        """Make row `place` the current one, in sight also where rows have just come."""
        self.updateGeometries()
        index = self.model().index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def go(self, step: int) -> None:
        """Go `step` rows down, or up where it is negative; at first to the first row."""
        last = self.model().rowCount() - 1
        if last >= 0:
            chosen = self.selectionModel().selectedRows()
            self.pick(max(0, min(last, chosen[0].row() + step)) if chosen else 0)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which comment was picked; the focus alone picks nothing."""
        super().selectionChanged(selected, deselected)
        for index in selected.indexes():
            row = index.data(ROW)
            if row is not None:
                self.picked.emit(row.comment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows go the way that j and k go."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.go(step)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter typed by accident must not open another comment."""
        del search

    def showEvent(self, event: QShowEvent) -> None:
        """Give the one column the whole width from the first paint on."""
        super().showEvent(event)
        self.resizeColumnsToContents()
