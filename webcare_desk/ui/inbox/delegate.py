"""One comment as a row: mark, author, clock, two lines of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.inbox import InboxRow, Status
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Urgency, ago, left
from webcare_desk.ui.inbox.model import LEFT, ROW
from webcare_desk.ui.marks import draw
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import category_word, status_word, visibility_word

if TYPE_CHECKING:
    from collections.abc import Callable

#: More characters than two lines of the widest list hold.
PREVIEW = 240
_EDGE, _MARK = 4, 14


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label at the right; `is_solid` sets the awareness clock apart."""

    text: str
    colour: str
    is_solid: bool = False


class InboxDelegate(QStyledItemDelegate):
    """Paints rows; `now` is asked for each, `initials` says who holds a comment."""

    def __init__(
        self, now: Callable[[], int], initials: Callable[[str], str], parent: QWidget
    ) -> None:
        """Paint for the view `parent`."""
        super().__init__(parent)
        self._now = now
        self._initials = initials

    def row_height(self) -> int:
        """Return 64 pixels, or more where the person's letters are larger."""
        line = QFontMetrics(theme.font()).height()
        small = QFontMetrics(theme.font(theme.SMALL)).height()
        return max(theme.ROW_HEIGHT, line + 2 * small + theme.S + theme.XS)

    def _card(self, painter: QPainter, area: QRect, row: InboxRow, *, is_faint: bool) -> None:
        shape, colour = theme.category_mark(row.category)
        now = theme.colours()
        if is_faint:
            painter.setOpacity(0.5)
        if row.status is Status.NEW:
            painter.fillRect(
                QRect(area.x(), area.y() + 6, _EDGE - 1, area.height() - 12), QColor(colour)
            )
        body = area.adjusted(theme.M, theme.S - 1, -theme.M, -theme.XS)
        is_new = row.status is Status.NEW
        bold = theme.font(bold=is_new)
        line = QFontMetrics(bold).height()
        mark = QRectF(body.x(), body.y() + (line - _MARK) / 2, _MARK, _MARK)
        draw(painter, mark, shape, colour)
        inner = body.adjusted(_MARK + theme.S, 0, 0, 0)
        right = self._chips(painter, QRect(inner.x(), inner.y(), inner.width(), line), row)
        head = QRect(inner.x(), inner.y(), right - inner.x() - theme.S, line)
        self._head(painter, head, row, bold)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.text if is_new else now.faint))
        text = inner.adjusted(0, line + 1, 0, 0)
        _two_lines(painter, QRectF(text), oneline(row.preview, PREVIEW))

    def _head(self, painter: QPainter, area: QRect, row: InboxRow, bold: QFont) -> None:
        """Draw author, and small behind it category, source and age."""
        now = theme.colours()
        painter.setFont(bold)
        painter.setPen(QColor(now.text))
        metrics = QFontMetrics(bold)
        name = metrics.elidedText(
            oneline(row.author_name, 60),
            Qt.TextElideMode.ElideRight,
            max(area.width() * 6 // 10, 40),
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        used = metrics.horizontalAdvance(name) + theme.S
        small = theme.font(theme.SMALL)
        painter.setFont(small)
        painter.setPen(QColor(now.faint))
        rest = area.adjusted(used, 1, 0, 0)
        about = f"{category_word(row.category)} · {ago(row.posted_at, self._now())}"
        about = QFontMetrics(small).elidedText(about, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, about)

    def _chips(self, painter: QPainter, area: QRect, row: InboxRow) -> int:
        """Draw the chips from the right; return where they begin."""
        right = area.right()
        for chip in self._chips_of(row):
            right = _chip(painter, area, right, chip) - theme.XS
        return right

    def _chips_of(self, row: InboxRow) -> list[Chip]:
        now, chips = theme.colours(), []
        for due, is_solid in ((row.aware_due, True), (row.reply_due, False)):
            if due is None or not (row.queue.is_open or row.status is Status.ESCALATED):
                continue
            until = left(due, self._now())
            tones = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning}
            chips.append(Chip(until.text, tones.get(until.urgency, now.faint), is_solid))
        if row.claimed_by is not None:
            chips.append(Chip(self._initials(row.claimed_by), now.accent))
        if row.visibility is not Visibility.VISIBLE:
            chips.append(Chip(visibility_word(row.visibility), now.danger))
        if row.status in {Status.ANSWERED, Status.CLOSED}:
            chips.append(Chip(status_word(row.status), now.good))
        return chips

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row, now = index.data(ROW), theme.colours()
        area, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(now.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(now.hover))
        painter.setPen(QColor(now.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.setClipRect(area)
        self._card(painter, area, row, is_faint=bool(index.data(LEFT)))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that every row has."""
        del index
        return QSize(option.rect.width(), self.row_height())


def _chip(painter: QPainter, area: QRect, right: int, chip: Chip) -> int:
    """Draw a chip that ends at `right`; return where it begins."""
    font = theme.font(theme.SMALL, bold=chip.is_solid)
    metrics = QFontMetrics(font)
    wide, high = metrics.horizontalAdvance(chip.text) + 2 * theme.S, metrics.height() + 1
    box = QRectF(right - wide, area.y() + (area.height() - high) / 2, wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QPen(QColor(chip.colour), 1))
    painter.setBrush(QColor(chip.colour) if chip.is_solid else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(QColor(theme.colours().surface if chip.is_solid else chip.colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)
    return int(box.x())


def _two_lines(painter: QPainter, area: QRectF, text: str) -> None:
    """Draw text in at most two lines; the second is elided where there is more."""
    metrics = QFontMetrics(painter.font())
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(area.width())
    layout.endLayout()
    place = _split(text, first.textLength())
    ascent = metrics.ascent()
    painter.drawText(QPointF(area.x(), area.y() + ascent), text[:place].rstrip())
    rest = text[place:].lstrip()
    elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(QPointF(area.x(), area.y() + ascent + metrics.height()), elided)


def _split(text: str, units: int) -> int:
    """Return the offset in `text` of a place that Qt counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
