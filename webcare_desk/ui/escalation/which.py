"""Of which of several events or products the answers are; nobody must say."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from webcare_desk.domain.intake import Ask
from webcare_desk.ui.escalation.words import ask_word
from webcare_desk.ui.plain import PlainLabel, oneline

_LONGEST = 80


class Which(QWidget):
    """Is there only while several are told: of one there is nothing to choose."""

    def __init__(self, ask: Ask) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName(ask_word(ask))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        name = PlainLabel(ask_word(ask))
        name.setObjectName("faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(self.box)
        self.offer(())

    def offer(self, words: Sequence[str]) -> None:
        """Offer the words as they stand in their field; what was chosen stays if it is still there."""
        chosen = self.box.currentData()
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("not chosen: in the narrative alone"), "")
            for word in words if len(words) > 1 else ():
                self.box.addItem(oneline(word, _LONGEST), word)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.setVisible(len(words) > 1)
