"""The sources of the desk in one list: to add one, change it, take it out, and try it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.moderator import Right
from webcare_desk.errors import WebcareError
from webcare_desk.setting_up import remove_source, sources_of
from webcare_desk.settings import SourceSettings
from webcare_desk.ui import theme
from webcare_desk.ui.clock import ago
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.dress import dress
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.room import give_room
from webcare_desk.ui.said import error_words
from webcare_desk.ui.sources.form import SourceForm, kind_word
from webcare_desk.ui.sources.trial import TrialBar
from webcare_desk.ui.words import coverage_word
from webcare_desk.ui.workplace import Workplace

_SIZE = (920, 460)
#: The widths of the columns; the address takes the rest.
_WIDTHS = {0: 120, 1: 110, 3: 120, 4: 180}


class SourcesDialog(QDialog):
    """A row for each source of the settings file, with its last poll."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show them."""
        super().__init__(parent)
        self._work = workplace
        self._sources = self._running = tuple[SourceSettings, ...]()
        self.setWindowTitle(self.tr("Sources"))
        give_room(self, *_SIZE)
        self.table = QTableWidget(0, 5)
        self.table.setObjectName("standing")
        self.table.setAccessibleName(self.tr("Sources"))
        self.note, self.error = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self.note.setObjectName("faint")
        self.error.setObjectName("error")
        self.error.hide()
        self.more = QPushButton(self.tr("Add…"))
        self.other = QPushButton(self.tr("Change…"))
        self.drop = QPushButton(self.tr("Remove…"))
        self.trial = TrialBar(workplace)
        self.more.clicked.connect(self.add)
        self.other.clicked.connect(self.change)
        self.drop.clicked.connect(self.remove)
        self.trial.wanted.connect(self._try)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._on_row)
        self.table.itemDoubleClicked.connect(self.change)
        workplace.feed.changed.connect(self._on_changed)  # a bound slot ends with the dialog
        self.refresh()

    @property
    def chosen(self) -> SourceSettings | None:
        """Return the source of the chosen row."""
        row = self.table.currentRow()
        return self._sources[row] if 0 <= row < len(self._sources) else None

    def refresh(self) -> None:
        """Show what the file says now; the same source stays chosen."""
        before, self._running = self.chosen, self._work.app.settings.sources
        self._say("")
        try:
            self._sources = sources_of(self._work.app)
        except WebcareError as error:
            self._sources = ()
            self._say(error_words(error))
        self.table.setRowCount(len(self._sources))
        for row, source in enumerate(self._sources):
            for column, text in enumerate(self._texts(source)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        names = [source.name for source in self._sources]
        if names:
            self.table.selectRow(names.index(before.name) if before and before.name in names else 0)
        self.note.setText(self._about())
        self._enable()

    def add(self) -> SourceForm:
        """Open the form for a further source."""
        return self._open(SourceForm(self._work, self, tuple(each.name for each in self._sources)))

    def change(self) -> SourceForm | None:
        """Open the form for the chosen source."""
        source = self.chosen
        if source is None or not self._may:
            return None
        others = tuple(each.name for each in self._sources if each != source)
        return self._open(SourceForm(self._work, self, others, source))

    def remove(self) -> QMessageBox | None:
        """Ask before the chosen source is taken out."""
        source = self.chosen
        if source is None:
            return None
        return ask(
            self,
            self.tr("Remove"),
            self.tr("Remove the source “{name}”?").format(name=oneline(source.name, 60)),
            self.tr(
                "It is not read any more, and what still waits to be sent there cannot leave. Its "
                "comments stay on this desk. Its password leaves the keyring."
            ),
            self.tr("Remove"),
            partial(self._remove, source),
            is_grave=True,
        )

    @property
    def _may(self) -> bool:
        return self._work.may(Right.CONFIGURE) and not self._work.app.is_demo

    def _texts(self, source: SourceSettings) -> tuple[str, ...]:
        app = self._work.app
        polls = app.desk.read.coverage(source.name, 1)
        if source not in app.settings.sources:
            last = self.tr("within a minute")
        elif polls:
            last = f"{ago(polls[0].ended_at, app.desk.clock())}  ·  {coverage_word(polls[0].state)}"
        else:
            last = self.tr("not yet")
        words = (oneline(each, 80) for each in (source.url, source.user or "–"))
        return (oneline(source.name, 60), kind_word(source.kind), *words, last)

    def _about(self) -> str:
        if self._work.app.is_demo:
            return self.tr("The demo reads its own community; a desk of your own is set up here.")
        if not self._sources:
            return self.tr("No source is read yet: add the first one.")
        return self.tr("They stand in desk.toml, their passwords in the keyring of this computer.")

    def _open(self, form: SourceForm) -> SourceForm:
        self._say("")
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(self.refresh)
        form.open()
        return form

    def _remove(self, source: SourceSettings) -> None:
        app, by = self._work.app, self._work.actor
        self._say("")
        self._work.tasks.act(
            lambda: remove_source(app, source, by),
            alive(self, lambda _: self.refresh()),
            alive(self, self._complain),
        )

    def _try(self) -> None:
        if self.chosen is not None:
            self.trial.begin(self.chosen, None)

    def _complain(self, error: WebcareError) -> None:
        self.refresh()
        self._say(error_words(error))

    def _say(self, wrong: str) -> None:
        self.error.setText(wrong)
        self.error.setVisible(bool(wrong))

    def _on_row(self) -> None:
        self.trial.forget()
        self._enable()

    def _on_changed(self, comments: object) -> None:
        """Show the newest polls; all of it anew only where a source was set up meanwhile."""
        del comments
        if self._running != self._work.app.settings.sources:
            return self.refresh()
        for row, source in enumerate(self._sources):
            self.table.setItem(row, 4, QTableWidgetItem(self._texts(source)[4]))
        return None

    def _enable(self) -> None:
        is_chosen = self.chosen is not None
        self.more.setEnabled(self._may)
        self.other.setEnabled(self._may and is_chosen)
        self.drop.setEnabled(self._may and is_chosen)
        self.trial.button.setEnabled(is_chosen)

    def _lay_out(self) -> None:
        names = [self.tr("Name"), self.tr("Kind"), self.tr("Address"), self.tr("User")]
        self.table.setHorizontalHeaderLabels([*names, self.tr("Last poll")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, round(width * theme.scale()))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._arrange()

    def _arrange(self) -> None:
        """Put the parts below each other."""
        deeds, close = QHBoxLayout(), QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        deeds.setSpacing(theme.S)
        for button in (self.more, self.other, self.drop):
            deeds.addWidget(button)
        deeds.addStretch()
        deeds.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addWidget(self.trial)
        column.addWidget(self.error)
        column.addLayout(deeds)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        dress(self)
