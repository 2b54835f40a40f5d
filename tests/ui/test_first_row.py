"""The keys of a comment work on the row in its frame as soon as the window is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.walk import dialog_of, press, shown, waits
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.inbox.model import ROW
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import Menu, menu_text


def first(window: MainWindow) -> int:
    """Return the comment of the first row, of which nobody has picked any yet."""
    assert window.shown is None
    row = window.inbox.model.index(0, 0).data(ROW)
    assert row is not None
    return int(row.comment)


def test_enter_reads_the_first_comment(window: MainWindow, qtbot: QtBot) -> None:
    comment = first(window)
    press(Qt.Key.Key_Return)
    assert shown(window, qtbot) == comment
    waits(qtbot, window.comment.thread_view.hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_N])
def test_a_reply_and_a_note_begin_with_the_first_comment(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    comment, composer = first(window), window.comment.composer
    press(key)
    assert shown(window, qtbot) == comment
    edit = composer.reply.edit if key == Qt.Key.Key_R else composer.note.edit
    waits(qtbot, edit.hasFocus)


def test_the_first_comment_is_escalated(window: MainWindow, qtbot: QtBot) -> None:
    comment = first(window)
    press(Qt.Key.Key_E)
    dialog = dialog_of(EscalationDialog, qtbot)
    assert shown(window, qtbot) == comment
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_C, Qt.Key.Key_T])
def test_nothing_else_is_done_to_a_comment_that_nobody_picked_and_the_status_bar_says_so(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    first(window)
    press(key)
    waits(qtbot, lambda: window.status.currentMessage() == "Choose a comment from the list.")
    assert window.shown is None
    assert QApplication.activePopupWidget() is None
    menu = next(
        each.menu() for each in window.menuBar().actions() if each.text() == menu_text(Menu.COMMENT)
    )
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    assert {"open", "reply", "note", "escalate"} <= enabled
    assert not {"claim", "close", "hide", "delete", "classify", "assign"} & enabled
    menu.aboutToHide.emit()
    assert window.actions_by_id["close"].isEnabled()
