"""What ends in an ellipsis where there is no more room: a label of one line, a button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOption, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, ampersand, oneline, plain_tip


class ElidedLabel(PlainLabel):
    """Shows foreign text on one line, however long; the whole is its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, limit: int = 200) -> None:
        """Show at most `limit` characters of `text`."""
        super().__init__("", parent)
        self._limit = limit
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        line = oneline(text, self._limit)
        self.setText(line)
        plain_tip(self, line)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few letters only."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        area = self.contentsRect()
        line = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, area, int(flags), self.palette(), self.isEnabled(), line, self.foregroundRole()
        )


class ElidedButton(QPushButton):
    """Shows what fits of a foreign title; the whole is its tooltip."""

    def __init__(self, title: str) -> None:
        """Be as wide as there is room."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_title(title)

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title = oneline(title, 60)
        plain_tip(self, title)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few letters only: what is shown now would keep it as wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title where the button ends now."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - theme.XL
        line = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(ampersand(line))
