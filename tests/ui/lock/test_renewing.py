"""A password that is too old, or a first one, is renewed at the lock as it is at the log-in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import HOUR, PASSWORD
from webcare_desk import people
from webcare_desk.actions import LockCause, SetEntryRules
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.lock.locking import Locking
from webcare_desk.ui.lock.screen import LockScreen
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.vault.secret import Secret

OWN = "a sentence of one's own"


@pytest.fixture
def locking(window: MainWindow, qtbot: QtBot) -> Locking:
    """Return what locks the window."""
    qtbot.waitUntil(lambda: window.locking is not None)
    assert window.locking is not None
    return window.locking


@pytest.fixture
def admin(desk_app: App, chief: Actor) -> Actor:
    """Let the administrator in."""
    del chief
    return people.log_in(desk_app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR)


def give(screen: LockScreen, password: str) -> None:
    """Type the present password and press Enter."""
    screen.password.setText(password)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)


def renew(screen: LockScreen, password: str) -> None:
    """Type another password twice and press Enter."""
    for field in (screen.renewed, screen.again):
        field.setText(password)
    QTest.keyClick(screen.again, Qt.Key.Key_Return)


def test_a_supervisor_with_a_first_password_chooses_another_to_end_the_session(
    window: MainWindow, locking: Locking, desk_app: App, admin: Actor, qtbot: QtBot
) -> None:
    roles, first = frozenset({Role.SUPERVISOR}), Secret(PASSWORD)
    people.add_moderator(
        desk_app.desk, "new", "Nora", roles, first, admin, CHEAP, is_temporary=True
    )
    locking.lock(LockCause.IDLE)
    screen = locking.screen
    screen.other.click()
    screen.login.setText("new")
    assert not screen.renewed.isVisible()
    give(screen, PASSWORD)
    qtbot.waitUntil(lambda: "Somebody else set this password" in screen.error.text())
    assert screen.renewed.hasFocus()
    screen.renewed.setText(OWN)
    screen.main.click()
    assert "not the same" in screen.error.text()
    renew(screen, "kort")
    qtbot.waitUntil(lambda: "at least 12" in screen.error.text())
    with qtbot.waitSignal(window.closed):
        renew(screen, OWN)
    assert desk_app.desk.read.session_of(window.acts._work.actor.session) is None


def test_who_unlocks_with_an_old_password_chooses_another(
    locking: Locking, desk_app: App, admin: Actor, qtbot: QtBot
) -> None:
    desk, clock = desk_app.desk, desk_app.desk.clock
    desk.perform(SetEntryRules(10, 30), admin)
    object.__setattr__(desk, "clock", lambda: clock() + 31 * 24 * HOUR)
    screen = locking.screen
    locking.lock(LockCause.PERSON)
    give(screen, PASSWORD)
    qtbot.waitUntil(lambda: "too old" in screen.error.text())
    assert locking.is_locked
    renew(screen, OWN)
    qtbot.waitUntil(lambda: not locking.is_locked)
    locking.lock(LockCause.PERSON)
    assert not screen.renewed.isVisible()
    assert not screen.renewed.text()
    give(screen, OWN)
    qtbot.waitUntil(lambda: not locking.is_locked)
