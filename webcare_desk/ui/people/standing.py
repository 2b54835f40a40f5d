"""How everybody's training stands, and the rules for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from webcare_desk import actions
from webcare_desk.domain.moderator import Moderator, Right, rights_of
from webcare_desk.domain.spans import DAY
from webcare_desk.domain.training import COURSE, Certificate, Standing, standing_of
from webcare_desk.training import Trained, everybody
from webcare_desk.ui import theme
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.marks import icon
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.workplace import Workplace

_NUMBER = 72  # pixels


class StandingTab(QWidget):
    """A row for each certificate with the days that are left; below it the rules."""

    def __init__(self, workplace: Workplace) -> None:
        """Show everybody."""
        super().__init__()
        self._work = workplace
        self.table = QTableWidget(0, 5)
        self.table.setObjectName("standing")
        self.table.setAccessibleName(self.tr("Training"))
        self.gate = QCheckBox(
            self.tr("Only who holds a valid certificate may reply and close; all may escalate")
        )
        self.mark, self.questions, self.days = QSpinBox(), QSpinBox(), QSpinBox()
        self.save = QPushButton(self.tr("Save the rules"))
        self.save.clicked.connect(self._save)
        self.outcome = OutcomeLine()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        desk = self._work.app.desk
        rows = [
            (trained, certificate)
            for trained in everybody(desk)
            for certificate in trained.certificates or (None,)
        ]
        self.table.setRowCount(len(rows))
        for number, (trained, certificate) in enumerate(rows):
            for column, text in enumerate(self._texts(trained, certificate, desk.clock())):
                self.table.setItem(number, column, QTableWidgetItem(text))
            first = self.table.item(number, 1)
            assert first is not None  # noqa: S101 - it was just put there
            first.setIcon(icon(*_mark(_stands(trained, certificate, desk.clock())), 14))
        rules = desk.read.policy()
        self.gate.setChecked(rules.training_gate)
        self.mark.setValue(rules.pass_percent)
        self.questions.setValue(rules.questions)
        self.days.setValue(rules.certificate_days)

    def _texts(
        self, trained: Trained, certificate: Certificate | None, now: int
    ) -> tuple[str, ...]:
        name = oneline(trained.person.name, 60)
        if certificate is None:
            return (name, self._word(trained.standing), "–", "–", "–")
        left = (certificate.expires_at - now) // DAY
        days = self.tr("%n day(s) left", "", left) if left >= 0 else self.tr("over")
        known = certificate.course == COURSE
        course = self.tr("Recognising reports") if known else certificate.course
        score = self.tr("vouched for") if certificate.seed is None else f"{certificate.score} %"
        return (name, self._word(_stands(trained, certificate, now)), course, score, days)

    def _word(self, standing: Standing) -> str:
        return {
            Standing.VALID: self.tr("valid"),
            Standing.EXPIRING: self.tr("ends soon"),
            Standing.EXPIRED: self.tr("expired"),
            Standing.MISSING: self.tr("no certificate"),
        }[standing]

    def _save(self) -> None:
        """Keep the rules; before the gate shuts somebody out, ask."""
        self.outcome.hide()
        desk = self._work.app.desk
        people = [each for each in everybody(desk) if _replies(each.person)]
        shut = [each for each in people if each.standing in {Standing.MISSING, Standing.EXPIRED}]
        if self.gate.isChecked() and not desk.read.policy().training_gate and shut:
            words = self.tr("{count} of {all} people who reply have no valid certificate.")
            ask(
                self,
                self.tr("Save the rules"),
                words.format(count=len(shut), all=len(people)),
                self.tr("Until they pass the test they can only read, note and escalate."),
                self.tr("Save the rules"),
                self._keep,
                is_grave=True,
            )
        else:
            self._keep()

    def _keep(self) -> None:
        act = actions.SetTrainingRules(
            self.gate.isChecked(), self.mark.value(), self.questions.value(), self.days.value()
        )
        self._work.tasks.perform(act, lambda _: self._saved(), self.outcome.complain)

    def _saved(self) -> None:
        self.refresh()
        self.outcome.say("fine", self.tr("Saved."))

    def _lay_out(self) -> None:
        names = [
            self.tr("Name"),
            self.tr("Stands"),
            self.tr("Course"),
            self.tr("Score"),
            self.tr("Left"),
        ]
        self.table.setHorizontalHeaderLabels(names)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)  # Tab goes on: it walked the cells for ever
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.table, 1)
        column.addWidget(self.gate)
        column.addLayout(self._rules())
        column.addWidget(self.outcome)
        for widget in (self.gate, self.mark, self.questions, self.days, self.save):
            widget.setEnabled(self._work.may(Right.OVERSEE))

    def _rules(self) -> QHBoxLayout:
        """Return the line with the numbers of the rules."""
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        for spin, bounds, words in (
            (self.mark, (70, 100), self.tr("Pass mark (%)")),
            (self.questions, (6, 24), self.tr("Questions")),
            (self.days, (30, 1100), self.tr("Valid for (days)")),
        ):
            spin.setRange(*bounds)
            spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
            spin.setFixedWidth(_NUMBER)
            spin.setAccessibleName(words)
            line.addWidget(PlainLabel(words))
            line.addWidget(spin)
            line.addSpacing(theme.M)
        line.addStretch()
        line.addWidget(self.save)
        return line


def _replies(person: Moderator) -> bool:
    return any(Right.CLOSE in rights_of(role) for role in person.roles)


def _stands(trained: Trained, certificate: Certificate | None, now: int) -> Standing:
    return trained.standing if certificate is None else standing_of(certificate, now)


def _mark(standing: Standing) -> tuple[Shape, str]:
    now = theme.colours()
    return {
        Standing.VALID: (Shape.TICK, now.good),
        Standing.EXPIRING: (Shape.HOURGLASS, now.warning),
        Standing.EXPIRED: (Shape.CROSS, now.danger),
        Standing.MISSING: (Shape.RING, now.faint),
    }[standing]
