"""Enter in a dialog: it presses the button that has the focus, and from a field the main one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui.dialogs import text_dialog
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.gaps import GapsDialog
from webcare_desk.ui.keysheet import key_sheet
from webcare_desk.ui.login import FirstAdministratorDialog, LoginDialog
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.people.own import CodeDialog, OwnPasswordDialog
from webcare_desk.ui.supervision.begin import BeginDialog
from webcare_desk.ui.supervision.draw import DrawDialog
from webcare_desk.ui.supervision.give_list import GiveListDialog
from webcare_desk.ui.supervision.take_list import TakeListDialog
from webcare_desk.ui.workplace import Workplace

_STOPS = 30


def _with_a_button(parent: QWidget) -> FormDialog:
    """Return a form with a button among its fields, as that of PV's answer has."""
    form = FormDialog(parent, "Answer", "Keep")
    form.field("Number")
    form.add("", QPushButton("Attach…"))
    form.field("Words")
    return form


DIALOGS: dict[str, Callable[[Workplace, QWidget], QDialog]] = {
    "form": lambda _, parent: _with_a_button(parent),
    "login": lambda place, parent: LoginDialog(place.app, place.tasks, parent),
    "first": lambda place, parent: FirstAdministratorDialog(place.app, place.tasks, parent),
    "password": OwnPasswordDialog,
    "code": CodeDialog,
    "begin": BeginDialog,
    "draw": DrawDialog,
    "take": TakeListDialog,
    "give": GiveListDialog,
    "gaps": GapsDialog,
    "keys": lambda _, parent: key_sheet(parent),
    "text": lambda _, parent: text_dialog(parent, "Title", "words"),
}


def _default(dialog: QDialog) -> QWidget | None:
    return next((each for each in dialog.findChildren(QPushButton) if each.isDefault()), None)


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_presses_the_main_button_from_every_field_also_after_a_round(
    name: str, chief_place: Workplace, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](chief_place, parent)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    main = dialog.findChild(QPushButton, "primary")
    assert main is not None
    for _ in range(_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        expected = focus if isinstance(focus, QPushButton) else main
        assert _default(dialog) is expected, (focus, _default(dialog))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    dialog.close()


def test_enter_in_a_field_takes_what_was_typed(qtbot: QtBot) -> None:
    form = FormDialog(None, "Answer", "Keep")
    field = form.field("Number")
    qtbot.addWidget(form)
    form.show()
    QTest.keyClicks(field, "PV-2026-0042")
    for _ in range(3):  # over both buttons and back
        QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
    with qtbot.waitSignal(form.accepted):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_button_with_the_focus_has_room_for_its_words_and_is_not_the_main_one(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """What turned bold with the focus was measured without it: “nnulere”."""
    apply_theme(qapp, is_dark=False)
    form = FormDialog(None, "Answer", "Keep")
    form.field("Number")
    qtbot.addWidget(form)
    form.show()
    (cancel,) = (each for each in form.buttons.buttons() if each is not form.main)
    cancel.setFocus()
    qtbot.waitUntil(cancel.hasFocus)
    assert not cancel.font().bold()
    assert _ground(cancel) != _ground(form.main)


def _ground(button: QWidget) -> QColor:
    return button.grab().toImage().pixelColor(button.width() // 2, 5)
