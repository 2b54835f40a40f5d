"""A row of a list at the left: mark, name and how much waits in one line, the worst clock below.

Where the name has no room beside it, what waits stands below too.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency

_MARK = 14
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows; `counted` is empty where nothing waits, `mark` draws into its square."""

    name: str
    counted: str
    clock: Left | None
    mark: Callable[[QPainter, QRect], None]


class RowDelegate(QStyledItemDelegate):
    """Paints the rows that `row_of` tells."""

    def __init__(self, parent: QObject, row_of: Callable[[_Index], Row]) -> None:
        """Paint for the view `parent`."""
        super().__init__(parent)
        self._row_of = row_of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        state, now = option.state, theme.colours()
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
        paint_row(painter, box.adjusted(theme.S, 0, -theme.S, 0), self._row_of(index))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for the name and the clock below it."""
        del option, index
        line, small = _heights()
        return QSize(180, line + small + theme.M)


def _heights() -> tuple[int, int]:
    return QFontMetrics(theme.font()).height(), QFontMetrics(theme.font(theme.SMALL)).height()


def paint_row(painter: QPainter, area: QRect, row: Row) -> None:
    """Draw mark, name and count in one line, and the worst clock below, in its tone."""
    now, (line, small) = theme.colours(), _heights()
    painter.setFont(theme.font(bold=bool(row.counted)))
    painter.setPen(QColor(now.text if row.counted else now.faint))
    room = area.width() - _MARK - theme.S
    wide = sum(map(painter.fontMetrics().horizontalAdvance, (row.counted, row.name)))
    is_beside = not row.counted or wide <= room - theme.XS
    is_high = row.clock is not None or not is_beside
    top = area.y() + (area.height() - line - (small if is_high else 0)) // 2
    row.mark(painter, QRect(area.x(), top + (line - _MARK) // 2, _MARK, _MARK))
    head = QRect(area.x() + _MARK + theme.S, top, room, line)
    below = QRect(head.x(), top + line, room, small)
    painter.setFont(theme.font(bold=bool(row.counted)))  # the mark may be a digit
    painter.setPen(QColor(now.text if row.counted else now.faint))
    if is_beside:
        _count(painter, head, row.counted)
    _line(painter, head, row.name)
    painter.setFont(theme.font(theme.SMALL, bold=True))
    if not is_beside:
        _count(painter, below, row.counted)
    if row.clock:
        painter.setFont(theme.font(theme.SMALL))
        tones = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning}
        painter.setPen(QColor(tones.get(row.clock.urgency, now.faint)))
        _line(painter, below, row.clock.text, *row.clock.shorter)


def _count(painter: QPainter, area: QRect, counted: str) -> None:
    """Draw how much waits at the right; what is left of it is the room of other words."""
    painter.drawText(area, Qt.AlignmentFlag.AlignRight, counted)
    area.setWidth(area.width() - painter.fontMetrics().horizontalAdvance(counted) - theme.XS)


def _line(painter: QPainter, area: QRect, *words: str) -> None:
    """Draw the first words that there is room for; the last end in an ellipsis where they must."""
    metrics = painter.fontMetrics()
    fits = (each for each in words if metrics.horizontalAdvance(each) <= area.width())
    line = metrics.elidedText(next(fits, words[-1]), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft, line)
