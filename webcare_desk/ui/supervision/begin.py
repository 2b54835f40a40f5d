"""The form that begins a review: the period, the questions, the sample."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from webcare_desk import oversight
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.workplace import Workplace

_DAYS = 7
_MOST = 500


class BeginDialog(FormDialog):
    """Asks the log, and opens the review of what it points to."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Offer the last seven days and every question."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("A new review of the log"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Ask the log"))
        self._work = workplace
        today = QDate.currentDate()
        self.since = self.day(self.tr("From"), today.addDays(-_DAYS))
        self.until = self.day(self.tr("Until"), today)
        self.drawn = QLineEdit(str(oversight.Scope(0, 0, (), 0).size))
        self.drawn.setValidator(QIntValidator(1, _MOST, self))
        self.drawn.setAccessibleName(self.tr("Drawn at random"))
        self.questions = {question: QCheckBox(word(question)) for question in ReviewQuestion}
        for question, box in self.questions.items():
            box.setChecked(True)
            self.add(self.tr("Questions") if question is ReviewQuestion.LATE_FORWARD else "", box)
        self.add(self.tr("Drawn at random"), self.drawn)

    def submit(self) -> None:
        """Ask the log in a worker; what it points to becomes the review."""
        chosen = tuple(each for each, box in self.questions.items() if box.isChecked())
        since, until = day_begins(date_of(self.since)), day_ends(date_of(self.until)) + 1
        desk, actor, size = self._work.app.desk, self._work.actor, int(self.drawn.text() or 1)

        def ask() -> int:
            first, last = oversight.period(desk.read, since, until)
            scope = oversight.Scope(first, last, chosen, oversight.new_seed(), size)
            return oversight.begin(desk, scope, oversight.zone_here(), actor)

        self.busy()
        done = alive(self, lambda _: self.accept())
        self._work.tasks.act(ask, done, alive(self, self.complain))


def date_of(edit: QDateEdit) -> date:
    """Return the day that a field shows."""
    day = edit.date()
    return date(day.year(), day.month(), day.day())
