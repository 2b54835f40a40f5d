"""One comment as a row: mark, author, clock, two lines of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Tier
from webcare_desk.domain.inbox import Handover, InboxRow, Status
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency, ago, left, roughly
from webcare_desk.ui.inbox.chips import Chip, fitted, told
from webcare_desk.ui.inbox.inks import Inks, Type
from webcare_desk.ui.inbox.model import LEFT, ROW
from webcare_desk.ui.inbox.sentence import handover_word, preview, runs, strength
from webcare_desk.ui.marks import draw
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import sort_word, status_word, visibility_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from webcare_desk.ui.theme import Colours

#: More characters than two lines of the widest list hold.
PREVIEW = 240
#: What stands before the time that is left for a reply.
REPLY = "↩"
_EDGE, _MARK = 4, 14
#: So many previews keep the lines they were broken into: some screens of them.
_KEPT = 256
#: With less room than this, in pixels with letters of 10 points, the author's name has it alone.
_ROOMY = 160
#: So many pixels of the name stay before a chip says all it can, with letters of 10 points.
_NAME = 72


class InboxDelegate(QStyledItemDelegate):
    """Paints rows; `now` is asked for each, `initials` says who holds a comment."""

    def __init__(
        self, now: Callable[[], int], initials: Callable[[str], str], parent: QWidget
    ) -> None:
        """Paint for the view `parent`."""
        super().__init__(parent)
        self._now = now
        self._initials = initials
        self._inks = Inks()
        self._lines: dict[tuple[str, int], tuple[str, str]] = {}

    def row_height(self) -> int:
        """Return 64 pixels, or more where the person's letters are larger."""
        line = QFontMetrics(theme.font()).height()
        small = QFontMetrics(theme.font(theme.SMALL)).height()
        return max(theme.ROW_HEIGHT, line + 2 * small + theme.S + theme.XS)

    def _card(self, painter: QPainter, area: QRect, row: InboxRow, inks: Inks) -> None:
        """Draw everything but what is behind the row."""
        shape, colour = inks.mark(row.category)
        is_new = row.status is Status.NEW
        if is_new:
            bar = QRect(area.x(), area.y() + 6, _EDGE - 1, area.height() - 12)
            painter.fillRect(bar, inks.pen(colour).color())
        left, top = area.x() + theme.M, area.y() + theme.S - 1
        name = inks.bold if is_new else inks.normal
        mark = QRectF(left, top + (name.height - _MARK) / 2, _MARK, _MARK)
        draw(painter, mark, form_of(shape, row.tier), colour)
        left += _MARK + theme.S
        head = QRect(left, top, area.right() - theme.M + 1 - left, name.height)
        head.setRight(self._chips(painter, head, row, inks) - theme.S - 1)
        self._head(painter, head, row, name, inks)
        painter.setFont(inks.small.font)
        painter.setPen(inks.pen(inks.colours.text if is_new else inks.colours.faint))
        width = area.right() - theme.M + 1 - left
        self._words(painter, QPointF(left, top + name.height + 1), width, preview(row), inks.small)

    def _head(self, painter: QPainter, area: QRect, row: InboxRow, type_: Type, inks: Inks) -> None:
        """Draw author, and small behind it category and age where the clocks leave room."""
        painter.setFont(type_.font)
        painter.setPen(inks.pen(inks.colours.text))
        is_roomy = area.width() >= _ROOMY * theme.scale()
        name = oneline(row.author_name, 60)
        most = area.width() * 6 // 10 if is_roomy else area.width()
        wide = type_.metrics.horizontalAdvance(name)
        if wide > most:
            name = type_.metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
            wide = type_.metrics.horizontalAdvance(name)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        if not is_roomy:
            return
        painter.setFont(inks.small.font)
        painter.setPen(inks.pen(inks.colours.faint))
        rest = area.adjusted(wide + theme.S, 1, 0, 0)
        said = (sort_word(row.category, row.tier), ago(row.posted_at, self._now()), strength(row))
        about = " · ".join(filter(None, said))
        about = inks.small.metrics.elidedText(about, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, about)

    def _words(self, painter: QPainter, at: QPointF, width: int, preview: str, type_: Type) -> None:
        """Draw the first words in at most two lines; the lines are kept for the next time."""
        key = (preview, width)
        lines = self._lines.get(key)
        if lines is None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            lines = self._lines[key] = _two_lines(oneline(preview, PREVIEW), width, type_)
        for number, line in enumerate(lines):
            if line:
                down = type_.ascent + number * type_.height
                painter.drawText(QPointF(at.x(), at.y() + down), line)

    def _chips(self, painter: QPainter, area: QRect, row: InboxRow, inks: Inks) -> int:
        """Draw the chips from the right, as much as there is room for; return where they begin."""
        type_ = inks.bold if row.status is Status.NEW else inks.normal
        name = type_.metrics.horizontalAdvance(oneline(row.author_name, 60))
        room = area.width() - min(name, round(_NAME * theme.scale())) - theme.S - theme.XS - 1
        right, chips = area.right(), self._chips_of(row, inks.colours)
        for chip in fitted(chips, room, theme.XS, lambda chip: _wide(chip, inks)):
            right = _chip(painter, area, right, chip, inks) - theme.XS
        return right

    def _chips_of(self, row: InboxRow, now: Colours) -> list[Chip]:
        """Return the chips from the right: first PV's clock and that of the reply."""
        chips, clocks = [], runs(row)
        if row.status is Status.ESCALATED or (clocks and row.aware_due is not None):
            chips.append(self._pv_chip(row, now, row.aware_due if clocks else None))
        elif row.handover is not None:  # a later version of what PV has answered
            chips.append(self._pv_chip(row, now, row.pv_due))
        if clocks and row.reply_due is not None:
            until = left(row.reply_due, self._now(), roughly)
            text, tone = f"{REPLY} {until.text}", _tone(until, now, now.faint)
            chips.append(Chip(text, tone, shorter=told(f"{REPLY} ", until), due=row.reply_due))
        if row.claimed_by is not None:
            chips.append(Chip(self._initials(row.claimed_by), now.accent))
        if row.visibility is not Visibility.VISIBLE:
            chips.append(Chip(visibility_word(row.visibility), now.danger))
        if row.status in {Status.ANSWERED, Status.CLOSED}:
            chips.append(Chip(status_word(row.status), now.good))
        return chips

    def _pv_chip(self, row: InboxRow, now: Colours, due: int | None) -> Chip:
        """Return where the report to PV is, and what is left until PV must know of it, or answers."""
        is_sent = row.status is Status.ESCALATED or row.aware_due is None
        until = None if due is None else left(due, self._now(), roughly)
        where = handover_word(row) if is_sent else "PV"
        if row.awaits_answer and until is not None:
            where = QCoreApplication.translate("Sentence", "PV answers")
        said = [where, "" if until is None else until.text]
        colour = _tone(until, now, now.accent if is_sent else now.faint)
        if is_sent and row.handover is Handover.FAILING:
            colour = now.warning
        if is_sent and row.handover is Handover.REFUSED:
            colour = now.danger
        shorter = told("PV" if until is None else "PV · ", until)
        return Chip(" · ".join(filter(None, said)), colour, until is not None, shorter, due)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        inks = self._inks
        if not inks.fits():
            inks = self._inks = Inks()
            self._lines.clear()
        area, state, now = option.rect, option.state, inks.colours
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, inks.pen(now.selection).color())
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, inks.pen(now.hover).color())
        painter.setPen(inks.pen(now.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.setClipRect(area)
        if index.data(LEFT):
            painter.setOpacity(0.5)
        row = index.data(ROW)
        if row is not None:
            self._card(painter, area, row, inks)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that every row has."""
        del index
        return QSize(option.rect.width(), self.row_height())


def form_of(shape: theme.Shape, tier: Tier) -> theme.Shape:
    """Return how a mark looks where its comment should be looked at, but no signal is strong."""
    if shape is theme.Shape.TRIANGLE and tier is Tier.CHECK:
        return theme.Shape.HOLLOW_TRIANGLE
    return shape


def _tone(until: Left | None, now: Colours, calm: str) -> str:
    """Return the colour of what is left until something is due; `calm` where there is time."""
    tones = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning}
    return calm if until is None else tones.get(until.urgency, calm)


def _wide(chip: Chip, inks: Inks) -> int:
    type_ = inks.small_bold if chip.is_solid else inks.small
    return type_.metrics.horizontalAdvance(chip.text) + 2 * theme.S


def _chip(painter: QPainter, area: QRect, right: int, chip: Chip, inks: Inks) -> int:
    """Draw a chip that ends at `right`; return where it begins."""
    type_ = inks.small_bold if chip.is_solid else inks.small
    wide, high = _wide(chip, inks), type_.height + 1
    box = QRectF(right - wide, area.y() + (area.height() - high) / 2, wide, high)
    pen = inks.pen(chip.colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(type_.font)
    painter.setPen(pen)
    painter.setBrush(pen.color() if chip.is_solid else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, high / 2, high / 2)
    if chip.is_solid:
        painter.setPen(inks.pen(inks.colours.surface))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)
    return int(box.x())


def _two_lines(text: str, width: int, type_: Type) -> tuple[str, str]:
    """Return the two lines that a text takes at most; the second is elided where there is more."""
    layout = QTextLayout(text, type_.font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    place = _split(text, first.textLength())
    rest = text[place:].lstrip()
    elided = type_.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width) if rest else ""
    return text[:place].rstrip(), elided


def _split(text: str, units: int) -> int:
    """Return the offset in `text` of a place that Qt counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
