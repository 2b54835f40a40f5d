"""The queues as a narrow list: mark, name, count, and the worst clock below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QListView

from webcare_desk.domain.inbox import Queue
from webcare_desk.ui import theme
from webcare_desk.ui.counted import Row, RowDelegate
from webcare_desk.ui.marks import draw
from webcare_desk.ui.places import PLACES, Beside, Place, place_word
from webcare_desk.ui.queues.model import ENTRY, Entry, Index, QueuesModel, count
from webcare_desk.ui.said import error_words
from webcare_desk.ui.theme import Shape

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from webcare_desk.ui.workplace import Workplace

_MINUTE = 60_000  # milliseconds


class QueuesView(QListView):
    """Shows the places; says which one a person chose."""

    chosen = Signal(object)
    counted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show the places; `refresh` counts."""
        super().__init__()
        self._work = workplace
        self._is_counting = self._is_stale = False
        self._model = QueuesModel()
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self, _row))
        self.setObjectName("queues")
        self.setAccessibleName(self.tr("Queues"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        workplace.feed.changed.connect(lambda _: self.refresh())
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    def choose(self, place: Place) -> None:
        """Choose a place as a person would."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(PLACES.index(place), 0)
        is_chosen = self.selectionModel().isSelected(index)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        if is_chosen:
            self.chosen.emit(place)

    def unmark(self) -> None:
        """Show no place as chosen: the list shows a search."""
        self.selectionModel().clearSelection()

    def count_of(self, place: Place) -> int | None:
        """Return the last count of a place; None before the first one."""
        return self._model.entry(place).count if self._model.is_counted else None

    def refresh(self) -> None:
        """Count again in a worker."""
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, self._is_stale = True, False
        desk, me = self._work.app.desk, self._work.actor.moderator
        self._work.tasks.run(lambda: count(desk.read, me, desk.clock()), self._take, self._failed)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self._is_counting = False
        self._model.take(entries, self._work.app.desk.clock())
        self.counted.emit()
        if self._is_stale:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._is_counting = False
        self._work.tasks.problem.emit(error_words(error))

    def _on_selected(self, selected: QItemSelection) -> None:
        """Tell a place that is marked, also when it was the current one; the focus alone chooses none."""
        for index in selected.indexes():
            self.chosen.emit(PLACES[index.row()])

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search

    def sizeHint(self) -> QSize:
        """Return 200 pixels by all rows."""
        return QSize(200, self.sizeHintForRow(0) * len(PLACES))


def _row(index: Index) -> Row:
    """Return how a place is shown."""
    entry, model = index.data(ENTRY), index.model()
    clock = model.left_of(entry) if isinstance(model, QueuesModel) else None
    counted = (f"{entry.count}+" if entry.more else str(entry.count)) if entry.count else ""
    return Row(place_word(entry.place), counted, clock, partial(_mark, entry))


def _mark(entry: Entry, painter: QPainter, area: QRect) -> None:
    shape, colour = mark_of(entry.place)
    draw(painter, QRectF(area), shape, colour if entry.count else theme.colours().edge)


def mark_of(place: Place) -> tuple[Shape, str]:
    """Return the shape and colour of a place."""
    now = theme.colours()
    if isinstance(place, Queue):
        return theme.queue_mark(place)
    return {
        Beside.MINE: (Shape.PERSON, now.accent),
        Beside.UNCERTAIN: (Shape.QUESTION, now.warning),
        Beside.PROBLEMS: (Shape.CROSS, now.danger),
    }[place]
