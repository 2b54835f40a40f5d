"""The audit window: filter, read, verify, replay, export."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.read import Read
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.audit.checks import Outcome, export, replay, verify
from webcare_desk.ui.audit.filters import FilterBar
from webcare_desk.ui.audit.model import EntriesModel
from webcare_desk.ui.audit.story import read_story
from webcare_desk.ui.audit.told import told
from webcare_desk.ui.beside import Beside
from webcare_desk.ui.dress import dress
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.followed import recorded
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel, shown
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.room import give_room
from webcare_desk.ui.table import Table
from webcare_desk.ui.workplace import Workplace

_ROW = 30  # pixels: the log is read many lines at a time
_PAUSE = 250  # milliseconds after the last change of the filter


class AuditWindow(QWidget):
    """Shows the log of the desk and proves it."""

    #: How many entries a check has read; from its worker.
    checked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the newest entries."""
        kind = Qt.WindowType.Window if parent is None else Qt.WindowType.Widget
        super().__init__(parent, kind)
        self._work = workplace
        self.filters = FilterBar(reads=workplace.may(Right.READ))
        self.detail, self.outcome = QPlainTextEdit(), OutcomeLine()
        self.model = EntriesModel(workplace.app.desk.read, workplace.tasks, self)
        self.table = Table(self.tr("Entries"), self.model, _ROW)
        self.verify = QPushButton(self.tr("Verify the log"))
        self.replay = QPushButton(self.tr("Replay"))
        self.export = QPushButton(self.tr("Export…"))
        self.stop = QPushButton(self.tr("Stop"))
        self.story = QPushButton(self.tr("Story of the comment"))
        self._stopped = threading.Event()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._telling: Latest[str] = Latest(workplace.tasks, self, self._show_story)
        self._lay_out()
        self._connect()
        dress(self)

    def _search(self) -> None:
        read = Read(Name("supervision-audit"))
        recorded(self, self._work, read, self._filter, self.outcome.complain)

    def _filter(self) -> None:
        self.model.choose(self.filters.chosen())

    def _on_loaded(self, count: int) -> None:
        self.filters.offer_people(self.model.names)
        self.table.say_empty("" if count else self.tr("No entry fits this filter."))

    def _on_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        entry = self.model.row(current.row())
        self.story.setEnabled(entry is not None and entry.subject is not None)
        if entry is None:
            self.detail.setPlainText("")
        elif self.story.isChecked() and entry.subject is not None:
            store, names = self._work.app.desk.store, self.model.names
            self._telling.ask(partial(read_story, store, entry.subject, names))
        else:
            self._telling.forget()
            self.detail.setPlainText(shown(told(entry, self.model.names)))

    def _show_story(self, text: str) -> None:
        self.detail.setPlainText(shown(text))

    def _check(self, work: Callable[[], Outcome], meanwhile: str) -> None:
        """Run a check that reads the whole log; its buttons wait until it is done."""
        self._stopped.clear()
        self._enable(is_free=False)
        self.outcome.say("faint", meanwhile)
        self._work.tasks.read_long(work, alive(self, self._show), alive(self, self._failed))

    def _show(self, outcome: Outcome) -> None:
        self._enable(is_free=True)
        if outcome.is_good is None:
            self.outcome.say("faint", outcome.words)
        else:
            sign = "✓" if outcome.is_good else "✗"
            self.outcome.say("fine" if outcome.is_good else "stop", f"{sign} {outcome.words}")

    def _failed(self, error: WebcareError) -> None:
        self._enable(is_free=True)
        self.outcome.complain(error)

    def _enable(self, *, is_free: bool) -> None:
        for button in (self.verify, self.replay, self.export):
            button.setEnabled(is_free)
        self.stop.hide()

    def _verify(self) -> None:
        """Verify the log; of all that takes long, this alone looks whether it shall stop."""
        work = partial(verify, self._work.app.folder, self._watch)
        self._check(work, self.tr("Reading the whole log…"))
        self.stop.show()

    def stop_check(self) -> None:
        """End a check that is under way: nobody looks at it any more."""
        self._stopped.set()

    def _watch(self, count: int) -> bool:
        """Tell how far the check is; runs in its worker."""
        self.checked.emit(count)
        return not self._stopped.is_set()

    def _say_how_far(self, count: int) -> None:
        if not self.verify.isEnabled():
            words = self.tr("{count} of {size} entries hold so far…")
            size = self._work.app.desk.read.log_size()
            self.outcome.say("faint", words.format(count=count, size=size))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the entries"),
            "audit.csv",
            self.tr("Table (*.csv);;JSON Lines (*.jsonl);;Page (*.html);;PDF (*.pdf)")
            + self.tr(";;Inspection package (*.zip)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write the entries that fit the filter to a file."""
        chosen = self.filters.chosen()
        self._check(partial(export, self._work, chosen, target), self.tr("Writing the entries…"))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is new since the window was seen last."""
        super().showEvent(event)
        self._filter()

    def _connect(self) -> None:
        folder = self._work.app.folder
        self.filters.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self.model.loaded.connect(self._on_loaded)
        self.table.selectionModel().currentChanged.connect(self._on_row)
        self.model.modelReset.connect(lambda: self._on_row(QModelIndex(), QModelIndex()))
        reading = self.tr("Reading the whole log…")
        self.verify.clicked.connect(self._verify)
        self.checked.connect(self._say_how_far)
        self.stop.clicked.connect(self.stop_check)
        self.story.toggled.connect(lambda _: self._on_row(self.table.currentIndex(), QModelIndex()))
        self.replay.clicked.connect(lambda: self._check(partial(replay, folder), reading))
        self.export.clicked.connect(self._export)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Audit log"))
        give_room(self, 1100, 700)
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setObjectName("entry")
        self.detail.setAccessibleName(self.tr("The entry in full"))
        self.detail.setPlaceholderText(self.tr("Choose an entry."))
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        both = Beside(self.table, self.detail, self.table.least, (800, 290))
        head, deeds = QHBoxLayout(), FlowLayout()
        title = PlainLabel(self.tr("Audit log"))
        title.setObjectName("title")
        head.addWidget(title)
        head.addLayout(deeds, 1)
        self.stop.hide()
        self.story.setCheckable(True)
        self.story.setEnabled(False)
        for button in (self.stop, self.story, self.verify, self.replay, self.export):
            deeds.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        top.setSpacing(theme.M)
        top.addLayout(head)
        top.addWidget(self.filters)
        top.addWidget(self.outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(both, 1)
