"""The list at the left: the screens, how much waits in each, and its worst clock."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency, left, span
from webcare_desk.ui.supervision.areas import OLD, Area, Waiting, area_word

_Index = QModelIndex | QPersistentModelIndex
_ROLE = int(Qt.ItemDataRole.UserRole)


class RailModel(QAbstractListModel):
    """The screens with what waits in them."""

    def __init__(self) -> None:
        """Count nothing yet."""
        super().__init__()
        self.waiting: tuple[Waiting, ...] = tuple(Waiting(area) for area in Area)
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

    def __init__(self) -> None:
        """Show the screens."""
        super().__init__()
        self.rows = RailModel()
        self.setModel(self.rows)
        self.setItemDelegate(RailDelegate(self))
        self.setObjectName("queues")
        self.setAccessibleName(self.tr("Screens"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, area: Area) -> None:
        """Choose a screen as a person would."""
        self.setCurrentIndex(self.rows.index(list(Area).index(area)))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows.waiting[current.row()].area)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search


class RailDelegate(QStyledItemDelegate):
    """Paints a screen: its digit, its name, its count, its clock below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one screen."""
        found, now, state = index.data(_ROLE), theme.colours(), option.state
        model = index.model()
        clock = model.clock_of(found) if isinstance(model, RailModel) else None
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
        _waiting(painter, box.adjusted(theme.M, 0, -theme.M, 0), found, index.row() + 1, clock)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for the name and the clock below it."""
        del option, index
        line = QFontMetrics(theme.font()).height()
        small = QFontMetrics(theme.font(theme.SMALL)).height()
        return QSize(180, line + small + theme.M)


def _waiting(
    painter: QPainter, area: QRect, found: Waiting, digit: int, clock: Left | None
) -> None:
    now = theme.colours()
    line = QFontMetrics(theme.font()).height()
    small = QFontMetrics(theme.font(theme.SMALL)).height()
    top = area.y() + (area.height() - line - (small if clock else 0)) // 2
    is_live = found.count > 0
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(now.faint))
    painter.drawText(QRect(area.x(), top, 16, line), Qt.AlignmentFlag.AlignVCenter, str(digit))
    painter.setFont(theme.font(bold=is_live))
    painter.setPen(QColor(now.text if is_live else now.faint))
    head = QRect(area.x() + 20, top, area.width() - 20, line)
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft, area_word(found.area))
    counted = f"{found.count:,}".replace(",", "\u202f") if is_live else ""
    painter.drawText(head, Qt.AlignmentFlag.AlignRight, counted)
    if clock is not None:
        colours = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning}
        painter.setFont(theme.font(theme.SMALL, bold=clock.urgency is Urgency.OVERDUE))
        painter.setPen(QColor(colours.get(clock.urgency, now.faint)))
        below = QRect(head.x(), top + line, head.width(), small)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, clock.text)
