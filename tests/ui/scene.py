"""A supervisor's window on a desk where something happened, and a hand to work it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import account
from webcare_desk import actions, casework, people
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.window import SupervisionWindow
from webcare_desk.ui.supervision.words_dialog import SayDialog
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

#: The password of one's own, with which one signs.
OWN = "a sentence that is mine alone"


@dataclass(frozen=True)
class Scene:
    """The window, and who did what it shows."""

    window: SupervisionWindow
    app: App
    chief: Actor
    mo: Actor
    staff: Mapping[str, Actor]
    qtbot: QtBot

    def show(self, area: Area) -> Board:
        """Choose a screen and wait until its rows are there."""
        self.window.choose(area)
        board = self.window.made[area]
        assert isinstance(board, Board)
        self.qtbot.waitUntil(lambda: bool(board.listing.rows.rows) or board.empty.isVisible())
        return board

    def press(self, board: Board, key: str) -> None:
        """Press the button that has a key."""
        (button,) = (button for deed, button in board.buttons if deed.key == key)
        self.qtbot.waitUntil(lambda: button.isEnabled() and not board.is_acting)
        button.click()

    def dialog(self, board: Board, kind: type[QDialog]) -> QDialog:
        """Return the dialog of a kind that a board has opened."""
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in board.findChildren(kind)))
        return next(each for each in board.findChildren(kind) if each.isVisible())

    def say(self, board: Board, words: str, choice: object = None) -> None:
        """Fill in the form of some words and go on."""
        dialog = self.dialog(board, SayDialog)
        assert isinstance(dialog, SayDialog)
        if choice is not None:
            dialog.choice.setCurrentIndex(dialog.choice.findData(choice))
        dialog.words.setPlainText(words)
        dialog.main.click()

    def sign(self, board: Board, password: str = OWN) -> SignDialog:
        """Give login and password in the dialog that signs."""
        dialog = self.dialog(board, SignDialog)
        assert isinstance(dialog, SignDialog)
        dialog.login.setText("chief")
        dialog.password.setText(password)
        dialog.main.click()
        return dialog

    def waits(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))


def busy(app: App, chief: Actor, mo: Actor) -> None:
    """Let things happen that every screen shows."""
    desk = app.desk
    people.set_password(desk, chief.moderator, Secret(OWN), chief, CHEAP)
    casework.view(desk, app.protocol, 1, mo)
    desk.perform(actions.Close(1, Reason.NOT_AN_ADVERSE_EVENT), mo)
    desk.perform(actions.Close(8, Reason.OTHER, "dubbel"), mo)
    failed = Coverage("community", 1, 2, CoverageState.FAILED, 0, 0, None, "503")
    desk.perform(actions.RecordCoverage(Name("community"), failed, None), system_actor())


@pytest.fixture
def scene(
    workplace_of: Callable[..., Workplace],
    desk_app: App,
    chief: Actor,
    moderator: Actor,
    qtbot: QtBot,
) -> Iterator[Scene]:
    """Open the window of a supervisor on a desk where things happened."""
    staff = {
        login: account(desk_app, login, name, role)
        for login, name, role in (
            ("bob", "Bob Second", Role.SUPERVISOR),
            ("ada", "Ada Admin", Role.ADMINISTRATOR),
            ("audrey", "Audrey Auditor", Role.AUDITOR),
        )
    }
    busy(desk_app, chief, moderator)
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    apply_theme(qt, is_dark=False)
    window = SupervisionWindow(workplace_of(chief))
    qtbot.addWidget(window)
    window.resize(1360, 800)
    window.show()
    yield Scene(window, desk_app, chief, moderator, staff, qtbot)
    window.close()
