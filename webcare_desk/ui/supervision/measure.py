"""The form that names a measure: what, by whom, until when."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from webcare_desk import actions
from webcare_desk.domain.deviation import Deviation, MeasureKind
from webcare_desk.ui.audit.told import day_ends
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.workplace import Workplace

_DAYS = 14


class MeasureDialog(FormDialog):
    """Keeps a measure with its owner and its clock."""

    def __init__(self, workplace: Workplace, parent: QWidget, deviation: Deviation) -> None:
        """Offer the people of the desk, and a fortnight."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("What is done about it?"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Keep the measure"))
        self._work, self._deviation = workplace, deviation
        self.what, self.kind, self.owner = QLineEdit(), QComboBox(), QComboBox()
        for kind in MeasureKind:
            self.kind.addItem(word(kind), kind)
        for person in workplace.app.desk.read.moderators():
            if person.active:
                self.owner.addItem(oneline(person.name, 40), person.id)
        self.due = QDateEdit(QDate.currentDate().addDays(_DAYS))
        self.due.setMinimumDate(QDate.currentDate())
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("d MMM yyyy")
        for label, field in (
            (self.tr("Measure"), self.what),
            (self.tr("Kind"), self.kind),
            (self.tr("Owner"), self.owner),
            (self.tr("Until"), self.due),
        ):
            field.setAccessibleName(label)
            self.add(label, field)

    def submit(self) -> None:
        """Keep it, or say what is missing."""
        act = actions.AddMeasure(
            self._deviation.id,
            MeasureKind(self.kind.currentData()),
            self.what.text(),
            str(self.owner.currentData()),
            day_ends(date_of(self.due)),
        )
        self.busy()
        done = alive(self, lambda _: self.accept())
        self._work.tasks.perform(act, done, alive(self, self.complain))
