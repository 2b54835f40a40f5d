"""The register's window: filter, read, follow up, take back, enter PV's answer, export."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.cases import CloseCase
from webcare_desk.actions.read import Read
from webcare_desk.casebook.plans import plans_of_cases
from webcare_desk.casebook.register import Register, export_register
from webcare_desk.domain.audit import Name
from webcare_desk.domain.register import RegisterFilter, RegisterRow, Shown, case_turn
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.dialogs import text_dialog
from webcare_desk.ui.dress import dress
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.followed import recorded
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel, plain_tip
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.register.bar import CaseBar
from webcare_desk.ui.register.detail import CaseDetail
from webcare_desk.ui.register.forms import form_for, packet_text
from webcare_desk.ui.register.likeness import Compared, LikenessDialog, read_compared
from webcare_desk.ui.register.line import cells
from webcare_desk.ui.register.loose import LooseAnswers
from webcare_desk.ui.register.model import RegisterModel
from webcare_desk.ui.register.words import shown_word
from webcare_desk.ui.room import give_room, give_words_room
from webcare_desk.ui.table import Cell, Table
from webcare_desk.ui.whose import titled
from webcare_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from webcare_desk.ui.supervision.reconcile import ReconcileBoard

_PAUSE = 250  # milliseconds after the last letter of a search
_MINUTE = 60_000


class RegisterWindow(QWidget):
    """One row a case; the chosen one in full beside it."""

    #: A person wants to see this comment in the main window.
    comment_wanted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the open cases."""
        kind = Qt.WindowType.Window if parent is None else Qt.WindowType.Widget
        super().__init__(parent, kind)
        self._work = workplace
        self.shown, self.words = QComboBox(), QLineEdit()
        self.outcome, self.count = OutcomeLine(), PlainLabel()
        self.dialog: QDialog | None = None
        self.lists: ReconcileBoard | None = None
        app = workplace.app
        self._plan_of = plans_of_cases(app.desk.read, app.folder, app.protocol)
        self.model = RegisterModel(app.desk.read, workplace.tasks, self._plan_of, self._cells, self)
        self.table = Table(self.tr("Cases"), self.model)
        self.bar = CaseBar(workplace, self.table)
        columns = (self.tr("Versions"), self.tr("PV's answers"), self.tr("Possibly the same case"))
        self.detail = CaseDetail(workplace, columns)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._minute = QTimer(self, interval=_MINUTE)
        self._lay_out()
        self._connect()
        self.choose()
        self.table.setFocus()
        dress(self)

    @property
    def row(self) -> RegisterRow | None:
        """Return the case that is chosen."""
        return self.model.row(self.table.currentIndex().row())

    def choose(self) -> None:
        """Show the cases that the filter asks for."""
        self.model.choose(
            RegisterFilter(Shown(self.shown.currentData()), self.words.text().strip())
        )

    def export_to(self, target: Path) -> None:
        """Write every case that fits the filter to a file."""
        app, actor, chosen = self._work.app, self._work.actor, self.model.chosen
        register = Register(self._plan_of, self._work.language)

        def work() -> int:
            return export_register(app.desk, register, chosen, target, actor)

        name = target.name
        self.outcome.hide()
        self._work.tasks.act(
            work,
            alive(self, lambda n: self.outcome.say("fine", f"✓ {self._written(n, name)}")),
            alive(self, self._failed),
        )

    def _filter(self) -> None:
        self._record("register", self.choose)

    def _record(self, what: str, show: Callable[[], None], case: int | None = None) -> None:
        recorded(self, self._work, Read(Name(what), case=case), show, self._failed)

    def _written(self, count: int, name: str) -> str:
        return self.tr("%n case(s) are in {file}.", "", count).format(file=name)

    def reconcile(self) -> None:
        """Show the comparison with PV's list, as it was left."""
        self._record("supervision-reconciliation", self._show_lists)

    def _show_lists(self) -> None:
        from webcare_desk.ui.supervision.reconcile import ReconcileBoard

        if self.lists is None:
            self.lists = ReconcileBoard(self._work)
        self.lists.show()
        self.lists.raise_()
        self.lists.activateWindow()

    def _cells(self, row: RegisterRow) -> tuple[Cell, ...]:
        now = self._work.app.desk.clock()
        turn = case_turn(row, self._plan_of(row.standing), now)
        return cells(row, row.reference, turn, now, self._work.app.protocol.openings.zone)

    def _on_loaded(self, count: int) -> None:
        has_more = self.model.canFetchMore(QModelIndex())
        more = self.tr("more than {count} cases").format(count=count)
        self.count.setText(more if has_more else self.tr("%n case(s)", "", count))
        if count and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.say_empty("" if count else self._none())
        if not count:
            self._on_row()

    def _none(self) -> str:
        if self.words.text().strip() or Shown(self.shown.currentData()) is not Shown.OPEN:
            return self.tr("No case fits what is chosen above.")
        return self.tr("No case is open.")

    def _on_row(self) -> None:
        row = self.row
        self.bar.offer(None if row is None else row.standing.state)
        self.detail.tell_of(row)

    def _press(self, name: str) -> None:
        row = self.row
        if row is None:
            return
        self.outcome.hide()
        case, number = row.standing.case, row.reference
        if name == "comment":
            self.comment_wanted.emit(row.standing.comment)
        elif name == "packet":
            self._record("packet", partial(self._show_packet, case, number), case)
        elif name == "close":
            self._close_case(case)
        elif name == "alike":
            self._compare(case, number)
        else:
            self._open(form_for(name, self._work, row, number, self), case)

    def _open(self, dialog: QDialog, case: int) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.model.renew_case, case))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _close_case(self, case: int) -> None:
        done = alive(self, lambda _: self.model.renew_case(case))
        self._work.tasks.perform(CloseCase(case), done, alive(self, self._failed))

    def _show_packet(self, case: int, number: str) -> None:
        def show(text: str) -> None:
            self._open(text_dialog(self, number, text), case)

        work = partial(packet_text, self._work.app.desk.read, case, self._work.language)
        self._work.tasks.run(work, alive(self, show), alive(self, self._failed))

    def _compare(self, case: int, number: str) -> None:
        def show(compared: Compared) -> None:
            self._open(LikenessDialog(self._work, compared, number, self), case)

        work = partial(read_compared, self._work.app, case)
        self._work.tasks.run(work, alive(self, show), alive(self, self._failed))

    def _failed(self, error: WebcareError) -> None:
        self.outcome.complain(error)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the register"),
            "register.xlsx",
            self.tr("Workbook (*.xlsx);;Table (*.csv);;PDF (*.pdf)"),
        )
        if name:
            self.export_to(Path(name))

    def _connect(self) -> None:
        self.shown.currentIndexChanged.connect(lambda _: self._filter())
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._filter)
        self.detail.failed.connect(self._failed)
        self._minute.timeout.connect(self.model.repaint)
        self._minute.start()
        self.model.loaded.connect(self._on_loaded)
        self.model.dataChanged.connect(lambda *_: self._on_row())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._on_row())
        self.table.selectionModel().currentChanged.connect(self.outcome.hide)
        self.table.activated.connect(lambda _: self.bar.press("comment"))
        self._work.feed.changed.connect(self.model.renew)
        self.bar.pressed.connect(self._press)
        acts = {"/": self.words.setFocus, "Ctrl+E": self._export, "Ctrl+M": self.reconcile}
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self.table).activated.connect(act)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is new since the window was seen last."""
        super().showEvent(event)
        self.model.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the comparison too."""
        if self.lists is not None:
            self.lists.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(titled(self._work, self.tr("Register of safety cases")))
        give_room(self, 1280, 800)
        self.outcome.hide()
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.table)
        both.addWidget(self.detail)
        both.setSizes([440, 220])
        both.setChildrenCollapsible(False)
        top = QVBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        top.setSpacing(theme.M)
        top.addLayout(self._head())
        top.addWidget(self.bar)
        top.addWidget(self.outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(both, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        title = PlainLabel(self.tr("Register of safety cases"))
        title.setObjectName("title")
        self.count.setObjectName("faint")
        head.addWidget(title)
        head.addWidget(self.count)
        self.words.setPlaceholderText(self.tr("Search: author, words, PV's number"))
        self.words.setAccessibleName(self.words.placeholderText())
        give_words_room(self.words)
        self.words.setMaxLength(200)
        for each in Shown:
            self.shown.addItem(shown_word(each), each)
        self.shown.setAccessibleName(self.tr("Which cases"))
        lists = QPushButton(self.tr("Reconciliation…"))
        lists.clicked.connect(self.reconcile)
        plain_tip(lists, key_name("Ctrl+M"))
        export = QPushButton(self.tr("Export…"))
        export.clicked.connect(self._export)
        plain_tip(export, key_name("Ctrl+E"))
        acts = FlowLayout()
        for widget in (self.shown, self.words, LooseAnswers(self._work), lists, export):
            acts.addWidget(widget)
        head.addLayout(acts, 1)
        return head
