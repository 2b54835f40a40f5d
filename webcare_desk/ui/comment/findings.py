"""The findings in words, beneath the text they stand on; it is the legend too."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from webcare_desk.domain.finding import Finding
from webcare_desk.ui import theme
from webcare_desk.ui.comment.spans import finding_words, mark_icon
from webcare_desk.ui.room import rows_height

_MOST_ROWS = 6


class FindingsList(QListWidget):
    """One line for each finding; the current one stands out in the text."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("What was found in the words"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(28, 16))
        self.setFont(theme.font(theme.NORMAL))
        self.setMaximumWidth(theme.TEXT_WIDTH)
        self._findings: tuple[Finding, ...] = ()
        self.currentRowChanged.connect(self._on_row)

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Show the findings of `text` in the order in which they stand there."""
        self._findings = tuple(sorted(findings, key=lambda found: (found.start, found.end)))
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        for found in self._findings:
            self.addItem(QListWidgetItem(mark_icon(found.mark), finding_words(text, found)))
        self.setCurrentRow(-1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.setVisible(bool(self._findings))
        is_long = self.count() > _MOST_ROWS
        policy = Qt.ScrollBarPolicy
        # A bar that comes and goes would break the lines, and with them the height, anew.
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAlwaysOff
        )
        self._fit()

    def repaint_marks(self) -> None:
        """Draw the marks in the colours of the theme in use."""
        for row, found in enumerate(self._findings):
            self.item(row).setIcon(mark_icon(found.mark))

    def _fit(self) -> None:
        """Take the height of the first rows; the others are scrolled to."""
        self.setFixedHeight(rows_height(self, _MOST_ROWS) + theme.XS)

    def _on_row(self, row: int) -> None:
        self.chosen.emit(self._findings[row] if 0 <= row < len(self._findings) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first finding when Tab comes here."""
        super().focusInEvent(event)
        if (
            self.currentRow() < 0
            and self.count()
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self.setCurrentRow(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let no finding stand out any more."""
        super().focusOutEvent(event)
        self.setCurrentRow(-1)
