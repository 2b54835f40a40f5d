"""The supervisor's window: a list of screens at the left, the chosen one beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.read import Read
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.followed import hidden_until_recorded
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.room import give_room
from webcare_desk.ui.said import error_words
from webcare_desk.ui.supervision.approvals import ApprovalBoard
from webcare_desk.ui.supervision.areas import Area, Waiting, areas_for, survey
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.checks import CheckBoard
from webcare_desk.ui.supervision.coverage import CoverageBoard
from webcare_desk.ui.supervision.deviations import DeviationBoard
from webcare_desk.ui.supervision.online import OnlineBoard
from webcare_desk.ui.supervision.periodic import PeriodicDialog, write_periodic
from webcare_desk.ui.supervision.rail import Rail
from webcare_desk.ui.supervision.reconcile import ReconcileBoard
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.supervision.screening import ScreeningBoard
from webcare_desk.ui.table import Table
from webcare_desk.ui.whose import titled
from webcare_desk.ui.workplace import Workplace

WIDTH, HEIGHT = 1360, 800
_RAIL = 220
_SECOND, _MINUTE = 1_000, 60_000  # milliseconds

_BOARDS: Mapping[Area, Callable[[Workplace], Board]] = {
    Area.REVIEW: ReviewBoard,
    Area.APPROVALS: ApprovalBoard,
    Area.QUALITY: CheckBoard,
    Area.DEVIATIONS: DeviationBoard,
    Area.PEOPLE: OnlineBoard,
    Area.COVERAGE: CoverageBoard,
    Area.SCREENING: ScreeningBoard,
    Area.RECONCILIATION: ReconcileBoard,
}


class SupervisionWindow(QWidget):
    """One window for everything a supervisor looks at; a screen is made when first chosen."""

    #: A comment is to be shown in the main window.
    comment_wanted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the first screen that is for whoever works here: mostly the audit log."""
        super().__init__(parent, Qt.WindowType.Window)
        self._work = workplace
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._areas = areas_for(workplace)
        self.rail, self.stack = Rail(self._areas), QStackedWidget()
        self.made: dict[Area, QWidget] = {}
        self.report = QPushButton(self.tr("Periodic review…"))
        self.outcome = PlainLabel(wraps=True)
        self._counting: Latest[tuple[Waiting, ...]] = Latest(workplace.tasks, self, self._take)
        self._lay_out()
        self._connect()
        self.choose(self._areas[0])
        self.count()

    def choose(self, area: Area) -> None:
        """Show a screen."""
        self.rail.choose(area)

    def count(self) -> None:
        """Count again what waits, in a worker."""
        self._counting.ask(lambda: survey(self._work))

    def _take(self, waiting: tuple[Waiting, ...]) -> None:
        self.rail.rows.take(waiting, self._work.app.desk.clock())

    def _show(self, area: Area) -> None:
        if area not in self.made:
            self.made[area] = self._make(area)
            self.stack.addWidget(self.made[area])
        self.stack.setCurrentWidget(self.made[area])
        if self.isVisible():
            self._record(area)

    def _record(self, area: Area) -> None:
        read = Read(Name(f"supervision-{area.name.lower()}"))
        hidden_until_recorded(self.stack, self._work, read, alive(self, self._failed))

    def _make(self, area: Area) -> QWidget:
        if area is Area.AUDIT:
            return AuditWindow(self._work, self.stack)
        board = _BOARDS[area](self._work)
        board.acted.connect(self.count)
        board.comment_wanted.connect(self.comment_wanted)
        return board

    def _enter(self) -> None:
        """Go from the list of screens into the one that is shown."""
        self._table.setFocus()

    def _step(self, by: int) -> None:
        """Move in the list that has the focus, else in that of the screen."""
        within = self.focusWidget()
        (within if isinstance(within, Table) else self._table).step(by)

    @property
    def _table(self) -> Table:
        shown = self.stack.currentWidget()
        assert isinstance(shown, Board | AuditWindow)  # noqa: S101 - the stack holds no other
        return shown.listing if isinstance(shown, Board) else shown.table

    def _back(self) -> None:
        """Go back to the list of screens; from there, out of the window."""
        if self.rail.hasFocus():
            self.close()
        else:
            self.rail.setFocus()

    def _write(self) -> None:
        dialog = PeriodicDialog(self, self._review)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _review(self, since: int, until: int, name: str) -> None:
        self._work.tasks.read_long(
            lambda: write_periodic(self._work, since, until, name),
            alive(self, self._written),
            alive(self, self._failed),
        )

    def _written(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.show()

    def _failed(self, error: WebcareError) -> None:
        self._written(f"⚠ {error_words(error)}")

    def showEvent(self, event: QShowEvent) -> None:
        """Record for a guest which screen stands here again."""
        super().showEvent(event)
        self._record(self.rail.area)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the check of the log that runs."""
        audit = self.made.get(Area.AUDIT)
        if isinstance(audit, AuditWindow):
            audit.stop_check()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._show)
        self.rail.activated.connect(lambda _: self._enter())
        self.report.clicked.connect(self._write)
        self.report.setVisible(self._work.may(Right.REVIEW))
        self._soon = QTimer(self, interval=_SECOND, singleShot=True)
        self._soon.timeout.connect(self.count)
        self._work.feed.changed.connect(lambda _: self._soon.start())
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.count)
        self._minute.start()
        for digit, area in enumerate(self._areas, start=1):
            key = QShortcut(QKeySequence(str(digit)), self)
            key.activated.connect(lambda area=area: self.choose(area))
        for letter, by in (("J", 1), ("K", -1)):
            key = QShortcut(QKeySequence(letter), self)
            key.activated.connect(lambda by=by: self._step(by))
        back = QShortcut(QKeySequence("Esc"), self)
        back.activated.connect(self._back)
        into = QShortcut(QKeySequence("Return"), self.rail)
        into.setContext(Qt.ShortcutContext.WidgetShortcut)
        into.activated.connect(self._enter)

    def _lay_out(self) -> None:
        self.setWindowTitle(titled(self._work, self.tr("Supervision")))
        give_room(self, WIDTH, HEIGHT)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.rail, 1)
        below = QVBoxLayout()
        below.setContentsMargins(theme.M, 0, theme.M, 0)
        self.outcome.setObjectName("faint")
        self.outcome.hide()
        below.addWidget(self.outcome)
        below.addWidget(self.report)
        column.addLayout(below)
        side.setFixedWidth(round(_RAIL * theme.scale()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.stack, 1)
