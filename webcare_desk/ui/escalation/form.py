"""The right side of the dialog: criteria, special situations, clocks, remark."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.casework import Decision
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.ui import theme
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.escalation.prefill import Prefill
from webcare_desk.ui.escalation.words import criterion_word, presence_word, situation_word
from webcare_desk.ui.plain import PlainLabel, oneline

_COLUMNS = 2
_MOST_WORDS = 6


class CriterionRow(QWidget):
    """One criterion: its answer, and the words that show it."""

    def __init__(self, criterion: Criterion, evidence: Evidence, text: str) -> None:
        """Show what the text says of a criterion."""
        super().__init__()
        self.criterion, self._evidence = criterion, evidence
        name = PlainLabel(criterion_word(criterion))
        name.setObjectName("strongest")
        name.setMinimumWidth(80)
        self.choice = QButtonGroup(self)
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
        words = PlainLabel(self._words(text), wraps=True)
        words.setObjectName("faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.XS)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(words)

    def answer(self) -> Evidence:
        """Return the answer; one that a person changed does not stand on a rule any more."""
        chosen = next(each for each, button in self.buttons.items() if button.isChecked())
        if chosen is self._evidence.presence:
            return self._evidence
        return replace(self._evidence, presence=chosen, defaulted=False)

    def _words(self, text: str) -> str:
        if self._evidence.spans:
            spans = dict.fromkeys(text[start:end] for start, end in self._evidence.spans)
            return ", ".join(f"“{oneline(word, 40)}”" for word in list(spans)[:_MOST_WORDS])
        if not self._evidence.defaulted:
            return self.tr("no words in the text show it")
        if self.criterion is Criterion.REPORTER:
            return self.tr("defaulted: the author, taken as a consumer")
        return self.tr("defaulted: the product of the page")


class CaseForm(QWidget):
    """Filled from the findings; nothing in it is mandatory."""

    def __init__(self, prefill: Prefill) -> None:
        """Show a case as the text shows it."""
        super().__init__()
        self.setObjectName("form")
        case = prefill.case
        self.rows = [CriterionRow(name, each, case.snapshot.text) for name, each in case.criteria]
        self.situations: dict[Situation, QCheckBox] = {}
        self.remark = QPlainTextEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.XS)
        column.addWidget(_heading(self.tr("Clocks")))
        column.addWidget(PlainLabel(self._clocks(prefill), wraps=True))
        column.addSpacing(theme.S)
        column.addWidget(_heading(self.tr("The four criteria")))
        for row in self.rows:
            column.addWidget(row)
        column.addSpacing(theme.S)
        column.addWidget(_heading(self.tr("Words of the poster")))
        column.addWidget(PlainLabel(self._said(case), wraps=True))
        column.addSpacing(theme.S)
        column.addWidget(_heading(self.tr("Special situations")))
        column.addLayout(self._boxes(case))
        column.addSpacing(theme.S)
        column.addWidget(_heading(self.tr("Remark for PV (optional)")))
        column.addWidget(self._remark())
        column.addStretch()

    def decision(self) -> Decision:
        """Return what the form says now."""
        return Decision(
            criteria=tuple((row.criterion, row.answer()) for row in self.rows),
            situations=tuple(each for each, box in self.situations.items() if box.isChecked()),
            remark=self.remark.toPlainText().strip(),
        )

    def _clocks(self, prefill: Prefill) -> str:
        case, at = prefill.case, prefill.at
        seen = self.tr("First viewed, day zero: {time}")
        due = self.tr("Due at PV: {time} ({left})")
        return "\n".join(
            (
                seen.format(time=moment(case.awareness.first_viewed_at)),
                due.format(time=moment(case.due_at), left=left(case.due_at, at).text),
            )
        )

    def _said(self, case: SafetyCase) -> str:
        none = self.tr("none found")
        products = ", ".join(f"“{oneline(word, 40)}”" for word in case.products) or none
        events = ", ".join(f"“{oneline(word, 40)}”" for word in case.event_words) or none
        words = self.tr("Products: {products}\nEvents: {events}")
        return words.format(products=products, events=events)

    def _boxes(self, case: SafetyCase) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(0)
        for number, situation in enumerate(Situation):
            box = QCheckBox(situation_word(situation))
            box.setChecked(situation in case.situations)
            self.situations[situation] = box
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        return grid

    def _remark(self) -> QPlainTextEdit:
        self.remark.setObjectName("field")
        self.remark.setAccessibleName(self.tr("Remark for PV (optional)"))
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(3 * self.remark.fontMetrics().lineSpacing() + theme.L)
        return self.remark


def _heading(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setObjectName("section")
    return label
