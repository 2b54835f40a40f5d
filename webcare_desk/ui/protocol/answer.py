"""How an escalation stands with PV; PV's answer is recorded by those who may, signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webcare_desk.domain.escalation import Escalation, EscalationState
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.elided import ElidedButton
from webcare_desk.ui.plain import PlainLabel, oneline


class AnswerLine(QWidget):
    """Says how an escalation stands; its button opens the one dialog for PV's answer."""

    #: PV's answer is to be entered.
    wanted = Signal()

    def __init__(self, *, may: bool, parent: QWidget | None = None) -> None:
        """Offer the button where the role `may` record the answer."""
        super().__init__(parent)
        self._may = may
        self.state = PlainLabel(wraps=True)
        self.button = ElidedButton(self.tr("Record PV's answer…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.state)
        column.addWidget(self.button)

    def show_escalation(self, escalation: Escalation | None, *, waits: bool) -> None:
        """Show how an escalation stands; `waits`: a word of PV is still to come."""
        self.setVisible(escalation is not None)
        if escalation is not None:
            self.state.setText(self._words(escalation))
            self.button.setVisible(waits and self._may)

    def _words(self, escalation: Escalation) -> str:
        reference = oneline(escalation.pv_reference or "", 60)
        if escalation.state is EscalationState.ACKNOWLEDGED:
            if not reference:
                return self.tr("✓ PV has acknowledged it.")
            return self.tr("✓ PV has acknowledged it as {reference}.").format(reference=reference)
        if escalation.state is EscalationState.NOT_A_CASE:
            if not reference:
                return self.tr("PV says that it is no case.")
            words = self.tr("PV says that it is no case ({reference}).")
            return words.format(reference=reference)
        words = self.tr("Escalated {time}. It is done only when PV acknowledges.")
        return words.format(time=moment(escalation.recognised_at))
