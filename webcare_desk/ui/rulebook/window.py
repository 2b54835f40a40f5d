"""The protocol's window: choose a version, read it, edit a draft, test it, put it in force."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.new_version import Obstacle
from webcare_desk.protocol.versions import Draft
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.dress import dress
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.room import give_room
from webcare_desk.ui.rulebook.choices import Choice, Standing, protocol_of, read_choices
from webcare_desk.ui.rulebook.comparing import ComparePane
from webcare_desk.ui.rulebook.drafting import NameDialog, ask_to_drop
from webcare_desk.ui.rulebook.editing import EditPane
from webcare_desk.ui.rulebook.page import Paragraph, page_of
from webcare_desk.ui.rulebook.putting import PutDialog
from webcare_desk.ui.rulebook.reader import Reader
from webcare_desk.ui.rulebook.testing import BacktestPane
from webcare_desk.ui.said import error_words
from webcare_desk.ui.whose import titled
from webcare_desk.ui.workplace import Workplace

WIDTH, HEIGHT = 1360, 800
_SECOND = 1000  # milliseconds
READ, EDIT, TEST, COMPARE = range(4)


class ProtocolWindow(QWidget):
    """One window for the versions of the protocol."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the version in force."""
        super().__init__(parent, Qt.WindowType.Window)
        self._work = workplace
        self.choices: tuple[Choice, ...] = ()
        self._wanted = ""
        self.version, self.state = QComboBox(), ElidedLabel()
        self.new, self.drop, self.put = QPushButton(), QPushButton(), QPushButton()
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.reader, self.editor = Reader(), EditPane(workplace)
        self.tester, self.comparer = BacktestPane(workplace), ComparePane(workplace)
        self._choosing: Latest[Sequence[Choice]] = Latest(workplace.tasks, self, self._take)
        self._paging: Latest[Sequence[Paragraph]] = Latest(
            workplace.tasks, self, self.reader.take, self._no_page
        )
        self._lay_out()
        self._connect()
        dress(self)
        self.refresh()

    @property
    def choice(self) -> Choice | None:
        """Return the version that is chosen."""
        row = self.version.currentIndex()
        return self.choices[row] if 0 <= row < len(self.choices) else None

    def refresh(self, wanted: str = "") -> None:
        """Read again which versions there are; choose the draft `wanted` when it is there."""
        self._wanted = wanted or self._wanted
        app = self._work.app
        self._choosing.ask(lambda: read_choices(app))

    def show_place(self, anchor: str) -> None:
        """Show a paragraph of the version in force."""
        self.version.setCurrentIndex(0)
        self.tabs.setCurrentIndex(READ)
        if self._paging.is_waiting:  # what stands there may be the page of a draft
            self.reader.expect(anchor)
        else:
            self.reader.go_to(anchor)

    def begin_draft(self) -> None:
        """Ask for a name, and begin a draft as a copy of the version that is chosen."""
        choice = self.choice
        if choice is not None:
            NameDialog(self._work, self, choice.root, self._begun).open()

    def drop_draft(self) -> None:
        """Throw the draft that is chosen away, once a person has confirmed it."""
        choice = self.choice
        if choice is not None and choice.draft is not None:
            self.editor.flush()
            ask_to_drop(self._work, self, choice.draft, self._dropped)

    def put_in_force(self) -> None:
        """Ask from when and why, and let the author sign."""
        choice = self.choice
        if choice is not None and choice.standing is Standing.DRAFT:
            self.editor.flush()
            PutDialog(self._work, self, choice, self.refresh).open()

    def _begun(self, draft: Draft) -> None:
        self.refresh(draft.name)
        self.tabs.setTabEnabled(EDIT, True)  # noqa: FBT003 - Qt's own argument
        self.tabs.setCurrentIndex(EDIT)

    def _dropped(self) -> None:
        self.editor.forget()
        self.refresh()

    def _take(self, choices: Sequence[Choice]) -> None:
        before = self.choice
        self.choices = tuple(choices)
        row = 0
        for number, choice in enumerate(self.choices):
            if choice.name == self._wanted and choice.standing is Standing.DRAFT:
                row, self._wanted = number, ""
                break
            if before is not None and choice.root == before.root:
                row = number
        self.version.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.version.clear()
        for choice in self.choices:
            self.version.addItem(self._title(choice))
        self.version.setCurrentIndex(row)
        self.version.blockSignals(False)  # noqa: FBT003 - the same
        self._show()

    def _show(self) -> None:
        choice = self.choice
        if choice is None:
            return
        language = self._work.language
        is_draft = choice.standing is Standing.DRAFT
        self.state.show_text(self._said(choice))
        self.drop.setVisible(is_draft and self._work.may(Right.CONFIGURE))
        self.tabs.setTabEnabled(EDIT, is_draft and self._work.may(Right.CONFIGURE))
        if self.tabs.currentIndex() == EDIT and not is_draft:
            self.tabs.setCurrentIndex(READ)
        self.editor.take(choice.draft)
        self._enable_put()
        self.tester.take(choice)
        self._paging.ask(lambda: read_page(choice, language))
        if self.tabs.currentIndex() == COMPARE:
            self.comparer.take(choice)

    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        choice = self.choice
        if choice is None:
            return
        if tab == COMPARE:
            self.editor.flush()
            self.comparer.take(choice)
        elif tab == READ and choice.draft is not None:
            self._show()

    def _no_page(self, error: WebcareError) -> None:
        self.reader.take(())
        self.state.show_text(f"⚠ {error_words(error)}")

    def _title(self, choice: Choice) -> str:
        words = {
            Standing.IN_FORCE: self.tr("In force: {name}"),
            Standing.DRAFT: self.tr("Draft: {name}"),
            Standing.ASKED: self.tr("Asked for: {name}"),
            Standing.EARLIER: self.tr("Earlier: {name}"),
        }[choice.standing]
        return oneline(words.format(name=choice.name), 60)

    def _said(self, choice: Choice) -> str:
        time = moment(choice.since) if choice.since else "–"
        if choice.obstacle is not None:
            words = self.tr("It does not come into force any more: {why}")
            return words.format(why=self._why_not(choice.obstacle))
        if choice.standing is Standing.ASKED:
            if choice.is_approved:
                return self.tr("Approved. It comes into force {time}.").format(time=time)
            words = self.tr(
                "Signed by its author; it waits for somebody else's approval. In force from {time}."
            )
            return words.format(time=time)
        words = {
            Standing.IN_FORCE: self.tr(
                "In force since {time}. Every entry of the log names its digest {digest}."
            ),
            Standing.DRAFT: self.tr("Nobody works by a draft. Changed {time}."),
            Standing.EARLIER: self.tr(
                "In force from {time}, until the version after it. Digest {digest}."
            ),
        }[choice.standing]
        return words.format(time=time, digest=choice.digest[:12])

    def _why_not(self, obstacle: Obstacle) -> str:
        return {
            Obstacle.LAPSED: self.tr("it was asked for more than 30 days ago. Ask again."),
            Obstacle.IN_FORCE: self.tr("it is in force already."),
            Obstacle.UNDOES: self.tr(
                "another version came into force since it was asked for. Ask again."
            ),
            Obstacle.GONE: self.tr("its kept packs are gone, were changed, or have problems."),
        }[obstacle]

    def _connect(self) -> None:
        self.version.currentIndexChanged.connect(lambda _: self._show())
        self.tabs.currentChanged.connect(self._on_tab)
        self.new.clicked.connect(self.begin_draft)
        self.drop.clicked.connect(self.drop_draft)
        self.put.clicked.connect(self.put_in_force)
        self.editor.checked.connect(self._enable_put)
        self._soon = QTimer(self, interval=_SECOND, singleShot=True)
        self._soon.timeout.connect(self._refresh_if_seen)
        self._work.feed.changed.connect(lambda _: self._soon.start())

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _enable_put(self) -> None:
        choice = self.choice
        is_ready = choice is not None and choice.standing is Standing.DRAFT
        is_ready = is_ready and not self.editor.has_problems
        self.put.setEnabled(is_ready and self._work.may(Right.CONFIGURE))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and end what runs."""
        self.editor.flush()
        self.tester.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(titled(self._work, self.tr("Protocol")))
        give_room(self, WIDTH, HEIGHT)
        self.version.setAccessibleName(self.tr("Version"))
        self.version.setMinimumWidth(280)
        self.state.setObjectName("faint")
        self.new.setText(self.tr("New draft…"))
        self.drop.setText(self.tr("Discard draft…"))
        self.drop.hide()
        self.put.setText(self.tr("Put in force…"))
        self.put.setObjectName("primary")
        self.put.setEnabled(False)
        self.new.setEnabled(self._work.may(Right.CONFIGURE))
        names = (self.tr("Read"), self.tr("Edit"), self.tr("Backtest"), self.tr("Compare"))
        for name in names:
            self.tabs.addTab(name)
        self.tabs.setTabEnabled(EDIT, False)  # noqa: FBT003 - Qt's own argument
        self.tabs.setAccessibleName(self.tr("Views"))
        for pane in (self.reader, self.editor, self.tester, self.comparer):
            self.stack.addWidget(pane)
        top = QHBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.L, 0)
        top.setSpacing(theme.M)
        top.addWidget(self.version)
        top.addWidget(self.state, 1)
        for button in (self.drop, self.new, self.put):
            top.addWidget(button)
        line = QHBoxLayout()
        line.setContentsMargins(theme.S, 0, theme.L, 0)
        line.addWidget(self.tabs)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self.stack, 1)


def read_page(choice: Choice, language: str) -> tuple[Paragraph, ...]:
    """Return a version as a page; refuses one with problems."""
    protocol = protocol_of(choice)
    if protocol is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "This version has problems, so that it cannot be shown as a page; see Edit."
            )
        )
        raise RefusedError(msg)
    return page_of(protocol, language)
