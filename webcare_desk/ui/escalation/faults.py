"""What PV's rules would say of the packet, under the form; a click goes to the field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, ampersand, oneline

if TYPE_CHECKING:
    from webcare_desk.pv.e2b.faults import Fault

_MOST = 3


class Faults(QWidget):
    """Is not there while every rule holds; it never stops a packet from being sent."""

    #: The name of the field in which something can be mended.
    chosen = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._more = PlainLabel(wraps=True)
        self._more.setObjectName("faint")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self._column.addWidget(self._more)
        self.hide()

    def show_faults(self, faults: Sequence["Fault"]) -> None:
        """Show the first of what the rules found, in the order of the rules."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(each) for each in faults[:_MOST]]
        for place, button in enumerate(self.buttons):
            self._column.insertWidget(place, button)
        rest = len(faults) - len(self.buttons)
        more = self.tr("and %n more; the packet can be sent all the same", "", rest)
        self._more.setText(more if rest else self.tr("The packet can be sent all the same."))
        self.setVisible(bool(faults))

    def _button(self, fault: "Fault") -> QPushButton:
        button = QPushButton(ampersand(f"⚠ {oneline(fault.message)}"))
        button.setObjectName("link")
        button.setAutoDefault(False)
        button.setAccessibleName(fault.message)
        field = fault.field
        button.setEnabled(field is not None)
        if field is not None:
            button.clicked.connect(lambda: self.chosen.emit(field))
        return button
