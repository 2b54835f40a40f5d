"""Giving PV our list: of which days it is, and the file that it becomes."""

from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog, QWidget

from webcare_desk.casebook.reconcile import export, statement
from webcare_desk.domain.case_clocks import whole_days
from webcare_desk.reports.listing import as_named
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.workplace import Workplace

_DAYS = 7


class GiveListDialog(FormDialog):
    """Asks for whole days, so that two lists in a row leave no case out; then for the file."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Offer the days for which PV's list is asked as well."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Our list for PV"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Save…"))
        self._work = workplace
        #: The name of the file that was written.
        self.given = ""
        today = QDate.currentDate()
        self.since = self.day(self.tr("From"), today.addDays(-_DAYS))
        self.until = self.day(self.tr("Until"), today)
        self.since.dateChanged.connect(self.until.setMinimumDate)

    def submit(self) -> None:
        """Ask where the list goes."""
        kinds = self.tr("Workbook (*.xlsx);;Table (*.csv);;PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, self.heading.text(), "cases.xlsx", kinds)
        if name:
            self.give_to(Path(name))

    def give_to(self, target: Path) -> None:
        """Write our list of these days, which is an entry; without a case it is a nil report."""
        desk, language, actor = self._work.app.desk, self._work.language, self._work.actor
        zone = self._work.app.protocol.openings.zone
        since, until = whole_days(date_of(self.since), date_of(self.until), zone)

        def work() -> str:
            listing = statement(desk.read, since, until, desk.clock(), language)
            export(desk, actor, target, as_named(listing, target.name), over=True)
            return target.name

        self.busy()
        self._work.tasks.act(work, alive(self, self._done), alive(self, self.complain))

    def _done(self, name: str) -> None:
        self.given = name
        self.accept()
