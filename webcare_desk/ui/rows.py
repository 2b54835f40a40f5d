"""The rows of a form: all in sight while the screen has the room, scrolled to where it has not."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QScrollArea, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.room import within

#: So high rows stay on the lowest screen, in pixels.
_LEAST = 96


class Rows(QScrollArea):
    """Holds the rows; asks for the height that they need, and is content with less."""

    def __init__(self, form: QFormLayout) -> None:
        """Hold the rows of a form."""
        super().__init__()
        self.setObjectName("rows")
        self._page = _Page(self)
        self._page.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields have it
        self.setWidgetResizable(True)
        self.setWidget(self._page)
        for each in (self._page, self.viewport()):
            each.setAutoFillBackground(False)

    def needed(self, width: int) -> int:
        """Return the height of all rows at a width."""
        high = self._page.heightForWidth(width)
        return high if high > 0 else self._page.sizeHint().height()

    def missing(self) -> int:
        """Return by how many pixels the rows are higher than what is seen of them."""
        return self.needed(self.viewport().width()) - self.viewport().height()

    def sizeHint(self) -> QSize:
        """Return what shows every row."""
        width = max(self._page.sizeHint().width(), self.minimumSizeHint().width())
        return QSize(width, self.needed(width))

    def minimumSizeHint(self) -> QSize:
        """Return what the widest row asks for, as far as the screen has it."""
        hint = self._page.minimumSizeHint()
        widest = within(self).width() - 2 * theme.XL
        return QSize(min(hint.width(), widest), min(self.needed(hint.width()), _LEAST))


class _Page(QWidget):
    """Tells the area around it that its rows ask for other room: Qt does not."""

    def __init__(self, area: Rows) -> None:
        super().__init__()
        self._area = area

    def event(self, event: QEvent) -> bool:
        """Ask anew after a row came, went or grew."""
        known = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._area.updateGeometry()
        return known
