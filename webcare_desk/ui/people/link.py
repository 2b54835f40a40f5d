"""A link as a picture that a telephone reads; black on white in either theme."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from webcare_desk.ui.people.qr import modules

_CELL, _QUIET = 4, 4  # pixels a module; modules of white around


class LinkCode(QWidget):
    """Shows a QR code."""

    def __init__(self, text: str) -> None:
        """Draw `text`."""
        super().__init__()
        self._rows = modules(text)
        side = (len(self._rows) + 2 * _QUIET) * _CELL
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("QR code of the key"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    at = QRect((x + _QUIET) * _CELL, (y + _QUIET) * _CELL, _CELL, _CELL)
                    painter.fillRect(at, Qt.GlobalColor.black)
