"""A list with its chosen row in full beside it; below it where the letters leave no room for both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from webcare_desk.ui import theme

#: The least pixels of what is told beside a list, with letters of 10 points.
_TOLD = 240
#: How they share the height where one is below the other.
_BELOW = (3, 2)


class Beside(QSplitter):
    """Shares the room between a list and what is told of its chosen row."""

    def __init__(self, listing: QWidget, told: QWidget, least: int, sizes: tuple[int, int]) -> None:
        """Put them beside each other; `least` is what the list needs with letters of 10 points."""
        super().__init__(Qt.Orientation.Horizontal)
        self._least, self._beside = least + _TOLD, sizes
        self.addWidget(listing)
        self.addWidget(told)
        self.setSizes(list(sizes))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the one below the other as soon as both no longer fit, and back."""
        super().resizeEvent(event)
        fits = self.width() >= round(self._least * theme.scale())
        wanted = Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            whole = self.width() if fits else self.height()
            shares = self._beside if fits else _BELOW
            self.setSizes([whole * each // sum(shares) for each in shares])
