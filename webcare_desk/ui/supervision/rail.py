"""The list at the left: the screens, how much waits in each, and its worst clock."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView

from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency, left, span
from webcare_desk.ui.counted import Row, RowDelegate
from webcare_desk.ui.supervision.areas import OLD, Area, Waiting, area_word

_Index = QModelIndex | QPersistentModelIndex
_ROLE = int(Qt.ItemDataRole.UserRole)


class RailModel(QAbstractListModel):
    """The screens with what waits in them."""

    def __init__(self, areas: Sequence[Area]) -> None:
        """Count nothing yet."""
        super().__init__()
        self.waiting: tuple[Waiting, ...] = tuple(Waiting(area) for area in areas)
        self.now = 0

    def take(self, waiting: Sequence[Waiting], now: int) -> None:
        """Show these counts."""
        self.waiting, self.now = tuple(waiting), now
        self.dataChanged.emit(self.index(0), self.index(len(self.waiting) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of screens."""
        return 0 if parent.isValid() else len(self.waiting)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a screen's name, or all of it for the delegate."""
        found = self.waiting[index.row()]
        if role == _ROLE:
            return found
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            clock = self.clock_of(found)
            words = (area_word(found.area), str(found.count or ""), clock.text if clock else "")
            return ", ".join(filter(None, words))
        return None

    def clock_of(self, found: Waiting) -> Left | None:
        """Return what is left until the first is due, or for how long the oldest waits."""
        if found.oldest is not None:
            age = max(0, self.now - found.oldest)
            words = QCoreApplication.translate("Rail", "oldest: {age}").format(age=span(age))
            return Left(words, Urgency.OVERDUE if age >= OLD else Urgency.LATER)
        return None if found.worst is None else left(found.worst, self.now)


class Rail(QListView):
    """Shows the screens; says which one a person chose."""

    chosen = Signal(object)

    def __init__(self, areas: Sequence[Area] = tuple(Area)) -> None:
        """Show the screens."""
        super().__init__()
        self._areas, self.rows = tuple(areas), RailModel(areas)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self, _row))
        self.setObjectName("queues")
        self.setAccessibleName(self.tr("Screens"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def area(self) -> Area:
        """Return the screen that is chosen."""
        return self._areas[max(0, self.currentIndex().row())]

    def choose(self, area: Area) -> None:
        """Choose a screen as a person would."""
        self.setCurrentIndex(self.rows.index(self._areas.index(area)))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows.waiting[current.row()].area)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search


def _row(index: _Index) -> Row:
    """Return how a screen is shown: its digit stands in the place of a mark."""
    found, model = index.data(_ROLE), index.model()
    clock = model.clock_of(found) if isinstance(model, RailModel) else None
    counted = f"{found.count:,}".replace(",", "\u202f") if found.count else ""
    return Row(area_word(found.area), counted, clock, partial(_digit, str(index.row() + 1)))


def _digit(digit: str, painter: QPainter, area: QRect) -> None:
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(theme.colours().faint))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(area, flags, digit)
