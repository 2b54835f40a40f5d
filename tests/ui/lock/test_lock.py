"""The lock: nothing is left to be read, nothing is lost, and only a password opens it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD, account
from tests.ui.walk import guessing, nameless, opened
from webcare_desk import actions
from webcare_desk.actions import LockCause
from webcare_desk.app import App
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import CodeNeededError
from webcare_desk.ui.dialogs import text_dialog
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.lock.curtain import Curtain
from webcare_desk.ui.lock.locking import Locking
from webcare_desk.ui.lock.screen import LockScreen
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret

#: Words of the first comment, of its author, and of what is typed in these tests.
WORDS = ("hoofdpijn", "Jan de V.", "half a reply", "half a note", "zoekwoord")


@pytest.fixture
def locking(window: MainWindow, qtbot: QtBot) -> Locking:
    """Return what locks the window."""
    qtbot.waitUntil(lambda: window.locking is not None)
    assert window.locking is not None
    return window.locking


def readable() -> list[str]:
    """Return every text on the screen, whatever kind of widget shows it."""
    texts = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel):
            texts.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.text())
        texts.append(widget.windowTitle())
    return texts


def leaks() -> list[str]:
    """Return the words of the desk that can be read on the screen."""
    return [word for word in WORDS if any(word in text for text in readable())]


def unlock(locking: Locking, qtbot: QtBot, password: str = PASSWORD) -> None:
    """Type a password into the lock screen and press Enter."""
    locking.screen.password.setText(password)
    QTest.keyClick(locking.screen.password, Qt.Key.Key_Return)
    qtbot.waitUntil(locking.screen.main.isEnabled)


def said(app: App) -> list[str]:
    """Return the newest acts of the log that the lock is about, the oldest first."""
    entries = app.desk.read.entries_after(0, 500)
    return [entry.action for entry in entries if "lock" in entry.action]


def shown(window: MainWindow, qtbot: QtBot) -> None:
    """Show comment 1 with half a reply and half a note, and a filled search field."""
    window.acts.open_comment(1)
    qtbot.waitUntil(lambda: window.comment.sheet is not None)
    window.comment.composer.reply.edit.setPlainText("half a reply")
    window.comment.composer.note.edit.setPlainText("half a note")
    window.top.search.setText("zoekwoord")


def test_a_lock_leaves_nothing_to_be_read_and_loses_nothing(
    window: MainWindow, locking: Locking, desk_app: App, qtbot: QtBot
) -> None:
    shown(window, qtbot)
    assert "half a reply" in leaks()
    window.actions_by_id["lock"].trigger()
    assert locking.is_locked
    assert leaks() == []
    assert guessing(locking.screen) == nameless(locking.screen) == []
    assert not any(action.isEnabled() for action in window.actions_by_id.values())
    qtbot.waitUntil(lambda: said(desk_app) == ["lock"])
    assert desk_app.desk.read.draft(1, window.acts._work.actor.moderator) == "half a reply"
    unlock(locking, qtbot, "wrong wrong wrong")
    assert "wrong" in locking.screen.error.text()
    assert locking.is_locked
    unlock(locking, qtbot)
    assert not locking.is_locked
    assert said(desk_app) == ["lock", "unlock"]
    assert window.comment.composer.text == "half a reply"
    assert window.comment.composer.note.edit.toPlainText() == "half a note"
    assert window.top.search.text() == "zoekwoord"
    assert window.menuBar().isVisible()
    assert window.actions_by_id["reply"].isEnabled()


def test_without_the_curtain_everything_could_be_read(
    window: MainWindow, locking: Locking, qtbot: QtBot
) -> None:
    """The twin: it is the curtain that hides the dialogs."""
    del locking
    shown(window, qtbot)
    dialog = text_dialog(window, "Jan de V.", "hoofdpijn")
    dialog.open()
    window.layers.addWidget(QWidget())
    window.layers.setCurrentIndex(window.layers.count() - 1)
    assert {"hoofdpijn", "Jan de V."} <= set(leaks())
    dialog.close()


def test_half_filled_dialogs_and_further_windows_come_back_as_they_were(
    window: MainWindow, locking: Locking, qtbot: QtBot
) -> None:
    shown(window, qtbot)
    window.acts.escalate(1)
    dialog = next(each for each in window.findChildren(EscalationDialog))
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.findChildren(QPlainTextEdit) != [])
    typed = dialog.findChildren(QPlainTextEdit)[-1]
    typed.setPlainText("half a remark")
    above = text_dialog(dialog, "Jan de V.", "hoofdpijn")
    above.open()
    window.acts.audit()
    locking.lock(LockCause.IDLE)
    assert leaks() == []
    assert not any(each.isVisible() for each in (dialog, above))
    assert locking.screen.password.isVisible()
    unlock(locking, qtbot)
    assert dialog.isVisible()
    assert above.isVisible()
    assert dialog.isModal()
    assert typed.toPlainText() == "half a remark"
    for each in (above, dialog):
        each.reject()
    window.acts.close_windows()


def test_menus_and_what_shows_itself_later_stay_behind_the_curtain(
    window: MainWindow, locking: Locking, qtbot: QtBot
) -> None:
    shown(window, qtbot)
    menu = QMenu("hoofdpijn", window)
    menu.addAction("Jan de V.")
    menu.popup(QPoint(10, 10))
    locking.lock(LockCause.SCREEN)
    assert not menu.isVisible()
    late = text_dialog(window, "Jan de V.", "hoofdpijn")
    late.open()
    child = QLabel("hoofdpijn", window)
    child.show()
    again = QMenu("hoofdpijn", window)
    again.popup(QPoint(10, 10))
    qtbot.waitUntil(lambda: leaks() == [])
    qtbot.waitUntil(lambda: not again.isVisible())
    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    assert locking.curtain.eventFilter(child, tip)
    gone = QDialog(window)
    gone.open()
    qtbot.waitUntil(lambda: not gone.isVisible())
    gone.setParent(None)
    gone.deleteLater()
    unlock(locking, qtbot)
    assert late.isVisible()
    assert child.isVisible()
    assert not menu.isVisible()
    late.close()


def test_work_goes_on_behind_the_lock(
    window: MainWindow, locking: Locking, desk_app: App, qtbot: QtBot
) -> None:
    shown(window, qtbot)
    done: list[int] = []
    window.acts._work.tasks.run(desk_app.desk.read.log_size, done.append)
    locking.lock(LockCause.SUSPEND)
    locking.lock(LockCause.IDLE)
    qtbot.waitUntil(lambda: bool(done))
    desk_app.desk.perform(actions.RecordFailedLogin("nobody"), system_actor())
    qtbot.waitUntil(lambda: window.acts._work.feed.seen == desk_app.desk.read.log_size() - 1)
    assert said(desk_app) == ["lock"]
    assert leaks() == []
    unlock(locking, qtbot)


def test_a_supervisor_ends_the_session_and_the_window_closes(
    window: MainWindow, locking: Locking, desk_app: App, qtbot: QtBot
) -> None:
    account(desk_app, "second", "Second Chief", Role.SUPERVISOR)
    shown(window, qtbot)
    locking.lock(LockCause.IDLE)
    screen = locking.screen
    screen.other.click()
    assert screen.login.isVisible()
    screen.login.setText("second")
    screen.password.setText("wrong wrong wrong")
    screen.main.click()
    qtbot.waitUntil(lambda: "wrong" in screen.error.text())
    screen.password.setText(PASSWORD)
    with qtbot.waitSignal(window.closed) as closed:
        screen.main.click()
    assert closed.args == [True]
    entries = [entry.action for entry in desk_app.desk.read.entries_after(0, 500)]
    assert "end-session" in entries
    me = window.acts._work.actor.moderator
    assert desk_app.desk.read.draft(1, me) == "half a reply"
    assert desk_app.desk.read.draft(1, f"{me}/note") == "half a note"


def test_the_way_for_somebody_else_leads_back(locking: Locking) -> None:
    locking.lock(LockCause.IDLE)
    locking.screen.other.click()
    locking.screen.other.click()
    assert not locking.screen.login.isVisible()
    locking.screen.main.click()
    assert locking.is_locked


def test_a_code_is_asked_for_where_the_account_has_one(
    window: MainWindow, locking: Locking, desk_app: App, qtbot: QtBot
) -> None:
    key = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    me = window.acts._work.actor
    now = totp.step_at(desk_app.desk.clock())
    desk_app.secrets.put(f"totp:{me.moderator}", key)
    desk_app.desk.perform(actions.EnrolCode(now - 1), me)
    locking.lock(LockCause.IDLE)
    unlock(locking, qtbot)
    assert locking.screen.code.isVisible()
    locking.screen.code.setText("123")
    locking.screen.main.click()
    qtbot.waitUntil(lambda: "code is wrong" in locking.screen.error.text())
    locking.screen.password.setText(PASSWORD)
    locking.screen.code.setText(totp.code(b"12345678901234567890", now))
    locking.screen.main.click()
    qtbot.waitUntil(lambda: not locking.is_locked)


def test_a_code_is_asked_for_where_nothing_can_be_recorded(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    app, me = chief_place.app, chief_place.actor
    now = totp.step_at(app.desk.clock())
    app.secrets.put(f"totp:{me.moderator}", Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
    app.desk.perform(actions.EnrolCode(now - 1), me)
    with opened(replace(chief_place, read_only="This desk can only be read."), qtbot) as window:
        qtbot.waitUntil(lambda: window.locking is not None)
        assert window.locking is not None
        window.locking.lock(LockCause.IDLE)
        unlock(window.locking, qtbot)
        screen = window.locking.screen
        assert screen.code.isVisible()
        assert window.locking.is_locked
        screen.code.setText(totp.code(b"12345678901234567890", now))
        screen.main.click()
        qtbot.waitUntil(screen.main.isEnabled)
        assert not window.locking.is_locked


def test_a_curtain_opens_and_closes_once(window: MainWindow) -> None:
    curtain = Curtain(window, window.layers)
    curtain.open()
    assert not curtain.is_closed
    assert isinstance(LockScreen("Mo").title.text(), str)


def test_the_screen_calls_who_is_away_by_name_where_it_asks_for_a_code(qtbot: QtBot) -> None:
    screen = LockScreen("Mo Bakker")
    qtbot.addWidget(screen)
    screen.refuse(CodeNeededError("mo"))
    assert "“Mo Bakker” also asks for a code" in screen.error.text()
    screen.ask(for_other=True)
    screen.refuse(CodeNeededError("sam"))
    assert "“sam” also asks for a code" in screen.error.text()
