"""The windows beside the main one are closed by keys, and come back as they were left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui.dialogs import ask, text_dialog
from webcare_desk.ui.gaps import GapsDialog
from webcare_desk.ui.keysheet import key_sheet
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.windows import Windows
from webcare_desk.ui.workplace import Workplace

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(windows: Windows, name: str) -> QWidget:
    if name == "register":
        return windows.register()
    return windows.supervision() if name == "supervision" else windows.protocol()


@pytest.mark.parametrize("name", ["register", "supervision", "protocol"])
def test_ctrl_w_closes_a_window_and_it_comes_back(
    chief_place: Workplace, qtbot: QtBot, name: str
) -> None:
    windows = Windows(chief_place, lambda _: None)
    window = opened(windows, name)
    qtbot.addWidget(window)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_W, CTRL)
    assert window.isHidden()
    assert opened(windows, name) is window
    assert window.isVisible()


def test_escape_closes_the_register_and_leaves_supervision_by_its_list(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    windows = Windows(chief_place, lambda _: None)
    register, supervision = windows.register(), windows.supervision()
    for window in (register, supervision):
        qtbot.addWidget(window)
    register.activateWindow()
    qtbot.waitUntil(register.isActiveWindow)
    QTest.keyClick(register.table, Key.Key_Escape)
    assert register.isHidden()
    supervision.activateWindow()
    qtbot.waitUntil(supervision.isActiveWindow)
    supervision._enter()
    qtbot.waitUntil(lambda: not supervision.rail.hasFocus())
    QTest.keyClick(supervision, Key.Key_Escape)
    assert supervision.isVisible()
    assert supervision.rail.hasFocus()
    QTest.keyClick(supervision.rail, Key.Key_Escape)
    assert supervision.isHidden()


def test_the_button_that_enter_presses_is_measured_with_bold_letters(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = ask(parent, "Delete", "Delete it?", "", "Delete", lambda: None)
    for dialog in (
        text_dialog(parent, "Packet", "words"),
        key_sheet(parent),
        GapsDialog(chief_place, parent),
        asked,
    ):
        first = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
        assert first.objectName() == "primary"


@pytest.mark.parametrize("is_grave", [False, True])
def test_a_confirmation_shows_the_words_of_its_main_button_whole(
    qapp: QApplication, qtbot: QtBot, *, is_grave: bool
) -> None:
    apply_theme(qapp, is_dark=False)
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ask(parent, "Hide", "Hide it?", "", "Verbergen op dit platform", print, is_grave=is_grave)
    first = next(each for each in box.findChildren(QPushButton) if each.isDefault())
    qtbot.waitUntil(first.isVisible)
    bold = first.font()
    bold.setWeight(QFont.Weight.DemiBold)
    needed = QFontMetrics(bold).horizontalAdvance(first.text()) + 2 * (12 + 1)
    assert first.width() >= needed


def test_the_sheet_of_keys_never_scrolls_sideways(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = key_sheet(parent)
    page = sheet.findChild(QWidget, "pane")
    assert page is not None
    assert page.minimumSizeHint().width() < 800
