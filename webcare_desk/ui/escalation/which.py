"""Of which of several events or products the answers are; nobody must say."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from webcare_desk.domain.intake import Ask, is_same
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
        self._words: tuple[str, ...] = ()
        #: The words and the place among them that were chosen: a choice outlives a word half typed.
        self._chosen: tuple[tuple[str, ...], int] | None = None
        self.box.currentIndexChanged.connect(self._choose)
        self.offer(())

    def offer(self, words: Sequence[str]) -> None:
        """Offer the words as they stand in their field; what was chosen stays if it is still there."""
        self._words = tuple(words)
        place = self._place(self._words)
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("not chosen: in the narrative alone"), "")
            for word in words if len(words) > 1 else ():
                self.box.addItem(oneline(word, _LONGEST), word)
            self.box.setCurrentIndex(0 if place is None else place + 1)
        if place is not None:
            self._chosen = self._words, place
        self.setVisible(len(words) > 1)

    def _choose(self, index: int) -> None:
        self._chosen = (self._words, index - 1) if index > 0 else None

    def _place(self, words: tuple[str, ...]) -> int | None:
        """Return where the chosen word stands now, also while it alone is written otherwise."""
        if self._chosen is None or not words[1:]:
            return None
        before, place = self._chosen
        alike = [at for at, word in enumerate(words) if is_same(word, before[place])]
        if alike:
            return alike[0]
        others = [is_same(*each) for each in zip(words, before, strict=False)]
        is_edit = len(words) == len(before) and sum(others) == len(before) - 1
        return place if is_edit else None
