"""The field of a reply shows what is written, and leaves the comment in sight."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui.composer.reply import ReplyEdit

LINE = "Wat vervelend voor je."


def field(qtbot: QtBot, height: int) -> tuple[QWidget, ReplyEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, height)
    edit = ReplyEdit()
    QVBoxLayout(window).addWidget(edit)
    window.show()
    return window, edit


def test_a_reply_of_some_lines_stands_there_whole(qtbot: QtBot) -> None:
    _window, edit = field(qtbot, 900)
    empty, line = edit.minimumHeight(), edit.fontMetrics().lineSpacing()
    assert empty >= 3 * line
    edit.put("\n".join([LINE] * 6))
    assert edit.minimumHeight() == empty + 3 * line
    edit.put("\n".join([LINE] * 40))
    assert edit.minimumHeight() == empty + 5 * line, "eight are enough"
    edit.put("")
    assert edit.minimumHeight() == empty


def test_in_a_low_window_a_long_reply_leaves_the_comment_its_place(qtbot: QtBot) -> None:
    _window, edit = field(qtbot, 500)
    edit.put("\n".join([LINE] * 40))
    assert edit.minimumHeight() < 500 // 4
    edit.put("\n".join([LINE] * 3))
    three = edit.minimumHeight()
    _low, scrolled = field(qtbot, 27 * edit.fontMetrics().lineSpacing())
    scrolled.put("\n".join([LINE] * 40))
    assert scrolled.minimumHeight() == three, "header, checks and buttons need the others"
