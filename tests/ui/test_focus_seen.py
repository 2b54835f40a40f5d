"""What has the focus looks different, and what stands in an empty field can be read."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.contrast import contrast
from webcare_desk.ui.dress import dress
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.supervision.listing import Listing
from webcare_desk.ui.table import Column
from webcare_desk.ui.theme import DARK, LIGHT


def named(kind: Callable[[], QWidget], name: str) -> QWidget:
    made = kind()
    made.setObjectName(name)
    return made


KINDS: dict[str, Callable[[], QWidget]] = {
    "table": lambda: Listing("Rows", (Column("Number"),)),
    "standing": lambda: named(QTableWidget, "standing"),
    "entry": lambda: named(QPlainTextEdit, "entry"),
    "paper": lambda: named(QTextEdit, "paper"),
    "area": lambda: named(QScrollArea, "any"),
}


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_focus_is_seen(
    qtbot: QtBot, qapp: QApplication, kind: Callable[[], QWidget], *, is_dark: bool
) -> None:
    apply_theme(qapp, is_dark=is_dark)
    qapp.setCursorFlashTime(0)
    top, other, shown = QWidget(), QLineEdit(), kind()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    column.addWidget(other)
    column.addWidget(shown)
    dress(top)
    top.show()
    top.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = shown.grab().toImage()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    accent = (DARK if is_dark else LIGHT).accent
    edges = [(0, 5), (shown.width() - 1, 5), (5, 0), (5, shown.height() - 1)]
    image = shown.grab().toImage()
    assert [image.pixelColor(*edge).name() for edge in edges] == [accent] * 4
    assert accent not in {before.pixelColor(*edge).name() for edge in edges}
    apply_theme(qapp, is_dark=False)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_the_words_of_an_empty_field_can_be_read(qtbot: QtBot, chosen: object) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    colours = DARK if chosen is DARK else LIGHT
    apply_theme(app, is_dark=colours.is_dark)
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.show()
        ink = field.palette().placeholderText().color()
        assert ink.alpha() == 255
        assert contrast(ink.name(), colours.raised) >= 4.5
    apply_theme(app, is_dark=False)
