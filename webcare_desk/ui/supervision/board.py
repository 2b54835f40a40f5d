"""The frame of each screen of the supervisor: a heading, what can be done, a list, the detail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.base import Action
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.beside import Beside
from webcare_desk.ui.dress import dress
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel, ampersand, tell
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Column
from webcare_desk.ui.workplace import Workplace

_SIZES = (800, 300)
_SECOND = 1000  # milliseconds after a change


@dataclass(frozen=True, slots=True)
class Deed:
    """A button with its key; `fits` says for which chosen item it can be pressed."""

    text: str
    key: str
    act: Callable[[], object]
    right: Right
    fits: Callable[[object], bool] = lambda item: item is not None


class Board(QWidget):
    """One screen; a subclass says what its rows are and what can be done with them."""

    #: Something was done: the counts may differ.
    acted = Signal()
    #: The comment that a row is about is to be shown.
    comment_wanted = Signal(int)

    def __init__(self, workplace: Workplace, title: str, hint: str) -> None:
        """Show the frame; `begin` fills it."""
        super().__init__()
        self.work = workplace
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading, self.hint = PlainLabel(title), PlainLabel(hint, wraps=True)
        self.outcome = OutcomeLine()
        self.empty = PlainLabel(wraps=True)
        self.detail = QPlainTextEdit()
        self.buttons: list[tuple[Deed, QPushButton]] = []
        #: An act is under way, or what is shown after it has not been seen yet.
        self.is_acting = False
        self._seen = QTimer(self, interval=QApplication.doubleClickInterval(), singleShot=True)
        self._seen.timeout.connect(self._let_act)
        self._asked: Latest[Sequence[Row]] = Latest(
            workplace.tasks, self, self._take, self.complain
        )

    def begin(self, listing: Listing, deeds: Sequence[Deed], empty: str) -> None:
        """Lay out the list with its deeds, and read it; `empty` stands where nothing is."""
        self.listing = listing
        self.empty.setText(empty)
        for deed in deeds:
            self.buttons.append((deed, self._button(deed)))
        self.lay_out()
        self.listing.chosen.connect(self._on_chosen)
        self._soon = QTimer(self, interval=_SECOND, singleShot=True)
        self._soon.timeout.connect(self._refresh_if_seen)
        self.work.feed.changed.connect(lambda _: self._soon.start())
        dress(self)
        self.refresh()

    def read_rows(self) -> Sequence[Row]:
        """Return the rows; runs in a worker."""
        return ()

    def told(self, item: object) -> str:
        """Return an item in full, as plain text; it must not take long."""
        return str(item)

    def told_of_none(self) -> str:
        """Return what stands in the detail where nothing is chosen."""
        return ""

    def refresh(self) -> None:
        """Read the rows again, in a worker."""
        self._asked.ask(self.read_rows)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what may have changed while another screen was shown."""
        super().showEvent(event)
        self.refresh()

    def perform(self, action: Action[Any]) -> None:
        """Do an act and read again; what is refused is said here."""
        self.begin_act()
        self.work.tasks.perform(action, alive(self, self.done), alive(self, self.complain))

    def begin_act(self) -> None:
        """Let no other deed be done until `done` or `complain`."""
        self.outcome.hide()
        self.is_acting = True
        self._seen.stop()

    def done(self, result: object = None) -> None:
        """Show what is now; a key pressed twice does nothing to what comes into its place."""
        del result
        self.outcome.hide()
        if self.is_acting:
            self._seen.start()
        self.refresh()
        self.acted.emit()

    def complain(self, error: WebcareError) -> None:
        """Say what was refused."""
        self._let_act()
        self.outcome.complain(error)

    def _let_act(self) -> None:
        self.is_acting = False

    def _do(self, deed: Deed) -> None:
        if not self.is_acting:
            deed.act()

    def _take(self, rows: Sequence[Row]) -> None:
        self.listing.take(rows)
        self.empty.setVisible(not rows)
        self.listing.setVisible(bool(rows))
        self._on_chosen(self.listing.item)

    def _on_chosen(self, item: object) -> None:
        tell(self.detail, self.told_of_none() if item is None else self.told(item))
        self.enable(item)

    def enable(self, item: object) -> None:
        """Let those deeds be done that fit the chosen item and the person's rights."""
        for deed, button in self.buttons:
            button.setEnabled(self.work.may(deed.right) and deed.fits(item))

    def _button(self, deed: Deed) -> QPushButton:
        button = QPushButton(ampersand(f"{deed.text}  {deed.key}"))
        button.setAccessibleName(deed.text)
        button.clicked.connect(lambda _=False: self._do(deed))
        # In the whole window, also while the list of screens has the focus; none of a hidden screen.
        shortcut = QShortcut(QKeySequence(deed.key), self, autoRepeat=False)
        shortcut.activated.connect(button.click)
        return button

    def main(self) -> QWidget:
        """Return what stands at the left: the list, or the words where it is empty."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.listing, 1)
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.hide()
        column.insertWidget(0, self.empty)
        return page

    def lay_out(self) -> None:
        """Put heading and deeds above the list, and the detail beside it."""
        self.heading.setObjectName("title")
        self.hint.setObjectName("faint")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setObjectName("entry")
        self.detail.setAccessibleName(self.tr("In full"))
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        deeds = FlowLayout()
        for _, button in self.buttons:
            deeds.addWidget(button)
            self.heading.setMinimumHeight(button.sizeHint().height())  # level with the first line
        row.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(deeds, 1)
        top = QVBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        top.setSpacing(theme.S)
        top.addLayout(row)
        top.addWidget(self.hint)
        top.addWidget(self.outcome)
        both = Beside(self.main(), self.detail, self.listing.least, _SIZES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(both, 1)

    def columns(self, *columns: tuple[str, int]) -> tuple[Column, ...]:
        """Return headings and widths as columns."""
        return tuple(Column(name, width) for name, width in columns)
