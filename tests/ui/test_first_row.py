"""The keys of a comment work on the row in its frame as soon as the window is open."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.walk import dialog_of, press, shown, waits
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.inbox.model import ROW
from webcare_desk.ui.main_window import MainWindow


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


def test_nothing_else_is_done_to_a_comment_that_nobody_picked(window: MainWindow) -> None:
    enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    assert {"open", "reply", "note", "escalate"} <= enabled
    assert not {"claim", "close", "hide", "delete", "classify", "assign"} & enabled
