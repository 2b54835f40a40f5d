"""F1: every key with what it does, made from the table of commands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.menus import COMMANDS, Menu, keys_text, menu_text, text_of
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.room import give_room

_KEYS = 96  # pixels for the keys, so that the texts stand below each other


def key_sheet(parent: QWidget) -> QDialog:
    """Return the sheet of keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    give_room(dialog, 1080, 560)
    page = QWidget()
    page.setObjectName("pane")
    grid = QGridLayout(page)
    grid.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
    grid.setHorizontalSpacing(theme.XL)
    for column, menus in enumerate(((Menu.COMMENT, Menu.HELP), (Menu.GO,), (Menu.DESK,))):
        grid.addLayout(_column(menus), 0, column)
    area = QScrollArea()
    area.setAccessibleName(dialog.windowTitle())
    area.setWidgetResizable(True)
    area.setWidget(page)
    buttons = QDialogButtonBox()
    close = QPushButton(QCoreApplication.translate("Dialogs", "Close"))
    close.setObjectName("primary")  # its letters are bold before it is measured
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addWidget(buttons)
    close.setDefault(True)
    return dialog


def _column(menus: tuple[Menu, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    for menu in menus:
        title = PlainLabel(menu_text(menu))
        title.setObjectName("title")
        title.setContentsMargins(0, 0, 0, theme.XS)
        column.addWidget(title)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _KEYS)
        grid.setVerticalSpacing(theme.S)
        grid.setHorizontalSpacing(theme.M)
        keyed = [command for command in COMMANDS if command.menu is menu and command.keys]
        for row, command in enumerate(keyed):
            keys = PlainLabel(keys_text(command))
            keys.setFont(theme.font(bold=True))
            grid.addWidget(keys, row, 0)
            grid.addWidget(PlainLabel(text_of(command), wraps=True), row, 1)
        column.addLayout(grid)
        column.addSpacing(theme.L)
    column.addStretch()
    return column
