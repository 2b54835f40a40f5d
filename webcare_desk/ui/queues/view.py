"""The queues as a narrow list: mark, name, count, and the worst clock below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from webcare_desk.domain.inbox import Queue
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency
from webcare_desk.ui.marks import draw
from webcare_desk.ui.places import PLACES, Beside, Place, place_word
from webcare_desk.ui.queues.model import ENTRY, Entry, QueuesModel, count
from webcare_desk.ui.theme import Shape

if TYPE_CHECKING:
    from webcare_desk.ui.workplace import Workplace

_MARK = 14
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
        self.setItemDelegate(QueueDelegate(self))
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

    def count_of(self, place: Place) -> Entry:
        """Return the last count of a place."""
        return self._model.entry(place)

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
        self._work.tasks.problem.emit(str(error))

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


class QueueDelegate(QStyledItemDelegate):
    """Paints a place."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one place."""
        entry, state, now = index.data(ENTRY), option.state, theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(theme.S, 1, -theme.S, -1)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_chosen = state & QStyle.StateFlag.State_Selected
            painter.setBrush(QColor(now.selection if is_chosen else now.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        _entry(painter, box.adjusted(theme.S, 0, -theme.S, 0), entry, self._left(index, entry))
        painter.restore()

    def _left(self, index: QModelIndex | QPersistentModelIndex, entry: Entry) -> Left | None:
        model = index.model()
        return model.left_of(entry) if isinstance(model, QueuesModel) else None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for the name and the clock below it."""
        del option, index
        line = QFontMetrics(theme.font()).height()
        small = QFontMetrics(theme.font(theme.SMALL)).height()
        return QSize(180, line + small + theme.M)


def _entry(painter: QPainter, area: QRect, entry: Entry, clock: Left | None) -> None:
    """Draw mark, name and count in one line, and the worst clock below, in its tone."""
    now = theme.colours()
    shape, colour = mark_of(entry.place)
    is_live = entry.count > 0
    line = QFontMetrics(theme.font()).height()
    small = QFontMetrics(theme.font(theme.SMALL)).height()
    top = area.y() + (area.height() - line - (small if clock else 0)) // 2
    mark = QRectF(area.x(), top + (line - _MARK) / 2, _MARK, _MARK)
    draw(painter, mark, shape, colour if is_live else now.edge)
    painter.setFont(theme.font(bold=is_live))
    painter.setPen(QColor(now.text if is_live else now.faint))
    head = QRect(area.x() + _MARK + theme.S, top, area.width() - _MARK - theme.S, line)
    counted = (f"{entry.count}+" if entry.more else str(entry.count)) if is_live else ""
    painter.drawText(head, Qt.AlignmentFlag.AlignRight, counted)
    head.setWidth(head.width() - painter.fontMetrics().horizontalAdvance(counted) - theme.XS)
    _line(painter, head, place_word(entry.place))
    if clock:
        painter.setFont(theme.font(theme.SMALL))
        tones = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning}
        painter.setPen(QColor(tones.get(clock.urgency, now.faint)))
        below = QRect(head.x(), top + line, area.right() + 1 - head.x(), small)
        _line(painter, below, clock.text)


def _line(painter: QPainter, area: QRect, words: str) -> None:
    """Draw words that end in an ellipsis where there is no more room."""
    line = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft, line)


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
