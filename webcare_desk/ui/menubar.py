"""Menu bar and shortcuts, made from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from webcare_desk.domain.moderator import Right
from webcare_desk.ui.fitting import unfit
from webcare_desk.ui.menus import COMMANDS, Command, Menu, menu_text, text_of
from webcare_desk.ui.plain import ampersand

if TYPE_CHECKING:
    from webcare_desk.ui.acts import Acts
    from webcare_desk.ui.workplace import Workplace


def build(
    window: QMainWindow, inbox: QWidget, acts: Acts, workplace: Workplace
) -> dict[str, QAction]:
    """Fill the window's menu bar; return its actions by the id of their command.

    What sets the desk up stands there for those alone who may. What the comment
    does not need is grey in the menu; its key still says why.
    """
    menus = {menu: QMenu(ampersand(menu_text(menu)), window) for menu in Menu}
    for menu in menus.values():
        window.menuBar().addMenu(menu)
    actions: dict[str, QAction] = {}
    may = workplace.may
    for command in COMMANDS:
        action = QAction(ampersand(text_of(command)), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(partial(_run, acts, command))
        if command.only_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            inbox.addAction(action)
        if command.begins:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
        action.setVisible(command.right is not Right.CONFIGURE or may(Right.CONFIGURE))
        actions[command.id] = action
    menus[Menu.COMMENT].aboutToShow.connect(partial(_dim, actions, acts, workplace))
    menus[Menu.COMMENT].aboutToHide.connect(partial(enable, actions, acts, workplace))
    return actions


def enable(actions: dict[str, QAction], acts: Acts, workplace: Workplace) -> None:
    """Let the keys work that do something now, or that lack a comment and say so."""
    for command in COMMANDS:
        lacks_one = command.needs_comment and command.is_for(workplace.may) and not acts.is_covered
        actions[command.id].setEnabled(lacks_one or acts.may(command))


def _dim(actions: dict[str, QAction], acts: Acts, workplace: Workplace) -> None:
    idle = {command.id for command in COMMANDS if not acts.may(command)}
    for name in idle.union(unfit(workplace.app.desk.read, acts.shown)):
        actions[name].setEnabled(False)


def _run(acts: Acts, command: Command, checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what QAction.triggered sends
    del checked
    if acts.may(command):
        acts.run(command)
    else:
        acts.say(QCoreApplication.translate("CommentPane", "Choose a comment from the list."))
