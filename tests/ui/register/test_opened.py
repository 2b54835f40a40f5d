"""The register is opened from the main window, and brings a comment back to it."""

from pytestqt.qtbot import QtBot

from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS


def test_the_register_opens_by_its_key_and_shows_a_comment(
    window: MainWindow, qtbot: QtBot
) -> None:
    command = next(each for each in COMMANDS if each.id == "register")
    assert command.key == "Ctrl+R"
    window.acts.run(command)
    register = window.acts.windows.shown_register
    assert register is not None
    assert register.isVisible()
    window.acts.run(command)
    assert window.acts.windows.shown_register is register
    register.comment_wanted.emit(3)
    qtbot.waitUntil(lambda: window.acts.shown == 3)
    register.reconcile()
    assert register.lists is not None
    register.reconcile()
    window.acts.close_windows()
    assert not register.isVisible()
    assert not register.lists.isVisible()


def test_a_comment_of_the_register_brings_the_main_window_up(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.acts.register()
    register = window.acts.windows.shown_register
    assert register is not None
    qtbot.waitUntil(register.isActiveWindow)
    register.comment_wanted.emit(3)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.acts.shown == 3
    window.showMinimized()
    register.activateWindow()
    qtbot.waitUntil(register.isActiveWindow)
    register.comment_wanted.emit(4)
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
