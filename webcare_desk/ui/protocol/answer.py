"""PV's answer to an escalation, recorded by those who may."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.escalation import Escalation, EscalationState
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.problem import ProblemLine


class AnswerForm(QWidget):
    """Says how an escalation stands; PV's reference makes it acknowledged."""

    #: The escalation, PV's reference, and whether PV calls it a case.
    answered = Signal(int, str, bool)

    def __init__(self, *, may: bool, parent: QWidget | None = None) -> None:
        """Let the answer be recorded where the role `may`."""
        super().__init__(parent)
        self._may = may
        self._escalation: int | None = None
        self.state = PlainLabel(wraps=True)
        self.reference = QLineEdit()
        self.case = QPushButton(self.tr("PV acknowledges"))
        self.no_case = QPushButton(self.tr("Not a case"))
        self.problem = ProblemLine()
        self._form = QWidget()
        self._lay_out()
        self.case.clicked.connect(lambda: self._answer(is_case=True))
        self.no_case.clicked.connect(lambda: self._answer(is_case=False))
        self.reference.returnPressed.connect(lambda: self._answer(is_case=True))
        self.reference.textChanged.connect(self._enable)
        self._enable("")

    def show_escalation(self, escalation: Escalation | None) -> None:
        """Show how an escalation stands; what is being typed stays."""
        number = None if escalation is None else escalation.id
        if number != self._escalation:
            self.reference.clear()
            self.problem.forget()
        self._escalation = number
        self.setVisible(escalation is not None)
        if escalation is None:
            return
        self.state.setText(self._words(escalation))
        self._form.setVisible(escalation.is_open and self._may)

    def _words(self, escalation: Escalation) -> str:
        reference = oneline(escalation.pv_reference or "", 60)
        if escalation.state is EscalationState.ACKNOWLEDGED:
            return self.tr("✓ PV has acknowledged it as {reference}.").format(reference=reference)
        if escalation.state is EscalationState.NOT_A_CASE:
            words = self.tr("PV says that it is no case ({reference}).")
            return words.format(reference=reference)
        words = self.tr("Escalated {time}. It is done only when PV acknowledges.")
        return words.format(time=moment(escalation.recognised_at))

    def _enable(self, reference: str) -> None:
        for button in (self.case, self.no_case):
            button.setEnabled(bool(reference.strip()))

    def _answer(self, *, is_case: bool) -> None:
        reference = self.reference.text().strip()
        if self._escalation is not None and reference:
            self.problem.forget()
            self.answered.emit(self._escalation, reference, is_case)

    def _lay_out(self) -> None:
        self.reference.setPlaceholderText(self.tr("PV's case number"))
        self.reference.setAccessibleName(self.tr("PV's case number"))
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        line.addWidget(self.case, 1)
        line.addWidget(self.no_case, 1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.S)
        form.addWidget(self.reference)
        form.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.state)
        column.addWidget(self._form)
        column.addWidget(self.problem)
