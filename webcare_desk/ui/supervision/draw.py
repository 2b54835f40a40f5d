"""The form that draws decisions to be checked: the period and the share."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from webcare_desk import oversight
from webcare_desk.domain.sampling import Below
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.workplace import Workplace

_DAYS = 7
#: The miss rates in per cent.
_RATES = {Below.FIVE: 5.0, Below.TWO: 2.0, Below.ONE: 1.0, Below.HALF: 0.5}


class DrawDialog(FormDialog):
    """Draws a share of each person's decisions by a seed that nobody chose."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Offer the last seven days and the share of the settings."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Draw decisions to check"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Draw"))
        self._work = workplace
        today = QDate.currentDate()
        self.since, self.until = QDateEdit(today.addDays(-_DAYS)), QDateEdit(today)
        self.below = QComboBox()
        self.below.addItem(self.tr("A share of each person's decisions"), None)
        for below, rate in _RATES.items():
            words = self.tr("“Not a report”, to rule out {rate} % of misses")
            self.below.addItem(words.format(rate=QLocale().toString(rate)), below)
        self.share = QLineEdit(str(max(workplace.app.settings.check_share, 1)))
        self.below.currentIndexChanged.connect(lambda place: self.share.setEnabled(place == 0))
        self.share.setValidator(QIntValidator(1, 100, self))
        for edit in (self.since, self.until):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d MMM yyyy")
        for label, field in (
            (self.tr("From"), self.since),
            (self.tr("Until"), self.until),
            (self.tr("How many"), self.below),
            (self.tr("Share in %"), self.share),
        ):
            field.setAccessibleName(label)
            self.add(label, field)
        self.remark(self.tr("Of each person's decisions at least one is drawn."))

    def submit(self) -> None:
        """Draw in a worker."""
        since, until = day_begins(date_of(self.since)), day_ends(date_of(self.until)) + 1
        share, below = int(self.share.text() or 1), self.below.currentData()
        rate = None if below is None else Below(below)
        chosen = oversight.Draw(since, until, share, oversight.new_seed(), rate)
        desk, by = self._work.app.desk, self._work.actor
        self.busy()
        done = alive(self, lambda _: self.accept())
        self._work.tasks.act(
            lambda: oversight.draw_checks(desk, chosen, by), done, alive(self, self.complain)
        )
