"""Taking in PV's list: the file, the period it is about, and which column means what."""

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from webcare_desk.casebook.pv_list import ListColumns, PvList, guess_columns
from webcare_desk.casebook.reconcile import reconcile
from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_rows import columns_of
from webcare_desk.domain.case_clocks import whole_days
from webcare_desk.errors import WebcareError
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.workplace import Workplace

_DAYS = 7
_COLUMNS = {
    "reference": QT_TRANSLATE_NOOP("TakeListDialog", "Column of our number"),
    "link": QT_TRANSLATE_NOOP("TakeListDialog", "Column of the link"),
    "verbatim": QT_TRANSLATE_NOOP("TakeListDialog", "Column of the text"),
    "hash": QT_TRANSLATE_NOOP("TakeListDialog", "Column of its SHA-256"),
    "number": QT_TRANSLATE_NOOP("TakeListDialog", "Column of PV's number"),
    "status": QT_TRANSLATE_NOOP("TakeListDialog", "Column of what PV decided"),
}


class TakeListDialog(FormDialog):
    """Asks for PV's list and holds it against our cases."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Offer the last seven days; the columns are guessed from the file's header."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Take in PV's list"))
        self.setWindowTitle(self.heading.text())
        self.be_wide(520)
        self.main.setText(self.tr("Compare"))
        self._work = workplace
        self._path: Path | None = None
        #: What was compared: the rows of the file that could not be read.
        self.unread: tuple[tuple[int, str], ...] = ()
        self.choose = QPushButton(self.tr("Choose the file…"))
        self.choose.clicked.connect(self._choose)
        self.add(self.tr("PV's list (CSV or JSON Lines)"), self.choose)
        today = QDate.currentDate()
        self.since = self.day(self.tr("From"), today.addDays(-_DAYS))
        self.until = self.day(self.tr("Until"), today)
        self.columns = {name: QComboBox() for name in _COLUMNS}
        for name, box in self.columns.items():
            box.setAccessibleName(self.tr(_COLUMNS[name]))
            box.addItem(self.tr("not in the list"), "")
            self.add(self.tr(_COLUMNS[name]), box)

    def take(self, path: Path) -> None:
        """Take a file: offer its columns, as they are guessed."""
        try:
            header = columns_of(path, layout_of(path))
        except WebcareError as error:
            self.complain(error)
            return
        self.error.hide()
        self._path = path
        self.choose.setText(oneline(path.name, 50))
        guessed = guess_columns(header)
        for name, box in self.columns.items():
            box.clear()
            box.addItem(self.tr("not in the list"), "")
            for column in header:
                box.addItem(oneline(column, 60), column)
            box.setCurrentIndex(max(0, box.findData(getattr(guessed, name))))

    def submit(self) -> None:
        """Compare in a worker; what does not agree becomes the queue."""
        path = self._path
        if path is None:
            self.complain(self.tr("Choose the file first."))
            return
        desk, actor = self._work.app.desk, self._work.actor
        zone = self._work.app.protocol.openings.zone
        period = whole_days(date_of(self.since), date_of(self.until), zone)
        named = {
            each.name: str(self.columns[each.name].currentData()) for each in fields(ListColumns)
        }
        self.busy()
        self._work.tasks.act(
            lambda: reconcile(desk, path, actor, period, named)[1],
            alive(self, self._done),
            alive(self, self.complain),
        )

    def _done(self, listed: PvList) -> None:
        self.unread = listed.rejected
        self.accept()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.heading.text(), "", self.tr("Lists (*.csv *.txt *.jsonl);;Any file (*)")
        )
        if name:
            self.take(Path(name))
