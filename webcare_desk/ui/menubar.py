"""Menu bar and shortcuts, made from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from webcare_desk.domain.moderator import Right
from webcare_desk.ui.menus import COMMANDS, Command, Menu, menu_text, text_of
from webcare_desk.ui.plain import ampersand

if TYPE_CHECKING:
    from collections.abc import Callable


def build(
    window: QMainWindow,
    inbox: QWidget,
    run: Callable[[Command], None],
    may: Callable[[Right], bool],
) -> dict[str, QAction]:
    """Fill the window's menu bar; return its actions by the id of their command.

    What sets the desk up stands there for those alone who may.
    """
    menus = {menu: QMenu(ampersand(menu_text(menu)), window) for menu in Menu}
    for menu in menus.values():
        window.menuBar().addMenu(menu)
    actions = {}
    for command in COMMANDS:
        action = QAction(ampersand(text_of(command)), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(partial(_run, run, command))
        if command.only_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            inbox.addAction(action)
        menus[command.menu].addAction(action)
        action.setVisible(command.right is not Right.CONFIGURE or may(Right.CONFIGURE))
        actions[command.id] = action
    return actions


def _run(run: Callable[[Command], None], command: Command, checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what QAction.triggered sends
    del checked
    run(command)
