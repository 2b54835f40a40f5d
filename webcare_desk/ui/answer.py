"""PV's answer to an escalation: only with it the escalation is acknowledged."""

from PySide6.QtWidgets import QCheckBox, QWidget

from webcare_desk import actions
from webcare_desk.domain.escalation import Escalation
from webcare_desk.ui.clock import moment
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.workplace import Workplace


class AnswerDialog(FormDialog):
    """Asks for PV's reference and whether PV took it as a case."""

    def __init__(self, workplace: Workplace, escalation: Escalation, parent: QWidget) -> None:
        """Ask about one open escalation; name the comment it is about."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Record PV's answer"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Record"))
        self._work, self._escalation = workplace, escalation
        comment = workplace.app.desk.read.comment(escalation.comment)
        if comment is not None:
            self.remark(f"{oneline(comment.author_name, 60)}: “{oneline(comment.text, 80)}”")
        escalated = self.tr("Escalated {time}").format(time=moment(escalation.recognised_at))
        self.remark(escalated)
        self.reference = self.field(self.tr("PV's reference"))
        self.is_case = QCheckBox(self.tr("PV keeps it as a case"))
        self.is_case.setChecked(True)
        self.add("", self.is_case)

    def submit(self) -> None:
        """Record the answer."""
        self.busy()
        answer = actions.Acknowledge(
            self._escalation.id, self.reference.text(), self.is_case.isChecked()
        )
        self._work.tasks.perform(answer, lambda _: self.accept(), self.complain)
