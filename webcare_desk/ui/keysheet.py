"""F1: the keys and what they do; those of supervision stand on its buttons as well."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.menus import COMMANDS, Menu, keys_text, menu_text, text_of
from webcare_desk.ui.places import PLACES, place_word
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.register.bar import ACTS
from webcare_desk.ui.room import give_room

_KEYS = 96  # pixels for the keys, so that the texts stand below each other
_WIDTH = 1240
Lines = Sequence[tuple[str, str]]
_Section = tuple[str, Lines]

_WRITING: Lines = (
    ("Ctrl+Return", QT_TRANSLATE_NOOP("KeySheet", "Send, keep the note, escalate")),
    ("Esc", QT_TRANSLATE_NOOP("KeySheet", "Leave; what was typed is kept")),
)
_SUPERVISION: Lines = (
    ("1 – 9", QT_TRANSLATE_NOOP("KeySheet", "Go to a screen")),
    ("J  K", QT_TRANSLATE_NOOP("KeySheet", "Next row, previous row")),
    ("Y", QT_TRANSLATE_NOOP("KeySheet", "Agree, in order, approve")),
    ("F", QT_TRANSLATE_NOOP("KeySheet", "Disagree, finding, decline")),
    ("N", QT_TRANSLATE_NOOP("KeySheet", "Draw, begin a review, open a deviation")),
    ("A – Z", QT_TRANSLATE_NOOP("KeySheet", "What a button there does: its key stands on it")),
    ("Return", QT_TRANSLATE_NOOP("KeySheet", "From the screens into the list")),
    ("Esc", QT_TRANSLATE_NOOP("KeySheet", "Back to the screens; from there, close")),
    ("Ctrl+W", QT_TRANSLATE_NOOP("KeySheet", "Close; also the register and the protocol")),
)
_REGISTER: Lines = (
    ("J  K", QT_TRANSLATE_NOOP("KeySheet", "Next row, previous row")),
    ("/", QT_TRANSLATE_NOOP("KeySheet", "Search")),
    ("Ctrl+E", QT_TRANSLATE_NOOP("KeySheet", "Export")),
    ("Ctrl+M", QT_TRANSLATE_NOOP("KeySheet", "Compare with PV")),
)


def key_sheet(parent: QWidget) -> QDialog:
    """Return the sheet of keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    area = QScrollArea()
    area.setAccessibleName(dialog.windowTitle())
    area.setWidgetResizable(True)
    buttons = QDialogButtonBox()
    close = QPushButton(QCoreApplication.translate("Dialogs", "Close"))
    close.setObjectName("primary")  # its letters are bold before it is measured
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
    layout.setSpacing(theme.S)
    layout.addWidget(area)
    layout.addWidget(buttons)
    close.setDefault(True)
    for points in (theme.NORMAL, theme.SMALL):
        if _fits(dialog, area, _page(points), buttons.sizeHint().height() + theme.S):
            break
    return dialog


def _fits(dialog: QDialog, area: QScrollArea, page: QWidget, below: int) -> bool:
    """Make the sheet as high as its lines, as far as the screen goes; say whether it goes so far."""
    area.setWidget(page)
    give_room(dialog, _WIDTH, 0)
    around = 2 * (theme.S + area.frameWidth())
    # As narrow as beside a scroll bar: one that stands there first would stay.
    width = dialog.width() - around - area.verticalScrollBar().sizeHint().width()
    high = page.heightForWidth(width) + below + around
    give_room(dialog, _WIDTH, ceil(high / theme.scale()))
    return dialog.height() >= high


def _page(points: float) -> QWidget:
    """Return the keys in columns of about the same length, in letters of that size."""
    page = QWidget()
    page.setObjectName("pane")
    row = QHBoxLayout(page)
    row.setContentsMargins(theme.L, theme.S, theme.L, 0)
    row.setSpacing(theme.XL)
    for sections in _columns():
        column = QVBoxLayout()
        column.setSpacing(theme.XS)
        for title, lines in sections:
            column.addSpacing(theme.S * bool(column.count()))
            heading = PlainLabel(title)
            heading.setObjectName("title")
            column.addWidget(heading)
            column.addLayout(_grid(lines, points))
        column.addStretch()
        row.addLayout(column, 1)
    return page


def _columns() -> Sequence[Sequence[_Section]]:
    translate = QCoreApplication.translate
    acts = [(key, translate("CaseBar", text)) for text, key in ACTS.values()]
    return (
        (_of_menu(Menu.COMMENT),),
        (
            _of_menu(Menu.GO),
            (translate("KeySheet", "While writing"), _said(_WRITING)),
            (translate("KeySheet", "In supervision"), _said(_SUPERVISION)),
        ),
        (
            _of_menu(Menu.DESK, Menu.HELP),
            (translate("KeySheet", "In the register"), (*acts, *_said(_REGISTER))),
        ),
    )


def _of_menu(menu: Menu, *more: Menu) -> _Section:
    """Return a menu's keys; the digits of the places on one line, in their order."""
    keyed = [each for each in COMMANDS if each.menu in {menu, *more} and each.keys]
    lines = [(keys_text(each), text_of(each)) for each in keyed if each.method != "go_to"]
    if len(lines) < len(keyed):
        places = QCoreApplication.translate("KeySheet", "Go to {places}")
        lines.append(("1 – 9  0", places.format(places=", ".join(map(place_word, PLACES)))))
    return menu_text(menu), lines


def _said(lines: Lines) -> Lines:
    return [(key_name(keys), QCoreApplication.translate("KeySheet", text)) for keys, text in lines]


def _grid(lines: Lines, points: float) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _KEYS)
    grid.setVerticalSpacing(theme.XS if points == theme.NORMAL else 1)
    grid.setHorizontalSpacing(theme.M)
    for row, (keys, text) in enumerate(lines):
        label = PlainLabel(keys)
        label.setFont(theme.font(points, bold=True))
        said = PlainLabel(text, wraps=True)
        said.setFont(theme.font(points))
        grid.addWidget(label, row, 0)
        grid.addWidget(said, row, 1)
    return grid
