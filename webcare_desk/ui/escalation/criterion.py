"""One of the four criteria: its answer, and the words of the text that show it."""

from dataclasses import replace

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from webcare_desk.domain.escalation import Criterion, Evidence, Presence
from webcare_desk.ui import theme
from webcare_desk.ui.escalation.words import criterion_word, presence_word
from webcare_desk.ui.plain import PlainLabel, oneline

_MOST_WORDS = 6


class CriterionRow(QWidget):
    """One criterion: its answer, and the words that show it."""

    def __init__(self, criterion: Criterion, evidence: Evidence, text: str) -> None:
        """Show what the text says of a criterion."""
        super().__init__()
        self.criterion, self._evidence = criterion, evidence
        name = PlainLabel(criterion_word(criterion))
        name.setObjectName("strongest")
        letters = QFontMetrics(theme.font(bold=True))  # the answers stand below each other
        widths = (letters.horizontalAdvance(criterion_word(each)) for each in Criterion)
        name.setMinimumWidth(max(widths))
        self.choice = QButtonGroup(self)
        self._is_answered = False
        self.choice.buttonClicked.connect(self._answered)
        self.buttons: dict[Presence, QRadioButton] = {}
        line = QHBoxLayout()
        line.setSpacing(theme.M)
        line.addWidget(name)
        for presence in Presence:
            button = QRadioButton(presence_word(presence))
            button.setAccessibleName(f"{criterion_word(criterion)}: {presence_word(presence)}")
            button.setChecked(presence is evidence.presence)
            self.buttons[presence] = button
            self.choice.addButton(button)
            line.addWidget(button)
        line.addStretch()
        self._text, self._shown = text, PlainLabel(self._words(text), wraps=True)
        self._shown.setObjectName("faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.XS)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._shown)

    def answer(self) -> Evidence:
        """Return the answer; one that a person changed does not stand on a rule any more."""
        chosen = self._chosen()
        if chosen is self._evidence.presence:
            return self._evidence
        return replace(self._evidence, presence=chosen, defaulted=False)

    def imply(self, evidence: Evidence) -> None:
        """Show what other answers of the form say of it, unless a person answered."""
        if not self._is_answered and self._chosen() is self._evidence.presence:
            self._evidence = evidence
            self.buttons[evidence.presence].setChecked(True)
            self._shown.setText(self._words(self._text))

    def _answered(self) -> None:
        self._is_answered = True

    def _chosen(self) -> Presence:
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def _words(self, text: str) -> str:
        if self._evidence.spans:
            spans = dict.fromkeys(text[start:end] for start, end in self._evidence.spans)
            return ", ".join(f"“{oneline(word, 40)}”" for word in list(spans)[:_MOST_WORDS])
        if not self._evidence.defaulted:
            return self.tr("no words in the text show it")
        if self.criterion is Criterion.REPORTER:
            return self.tr("defaulted: the author, taken as a consumer")
        return self.tr("defaulted: the product of the page")
