"""The escalation by keys: nothing leaves by accident, and nothing typed is lost without a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from webcare_desk.app import App
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.units import dose_of, unit_of
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.form import CaseForm
from webcare_desk.ui.workplace import Workplace

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(chief_place: Workplace, qtbot: QtBot) -> EscalationDialog:
    made = EscalationDialog(chief_place, 1)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.form is not None)
    return made


def form_of(dialog: EscalationDialog) -> CaseForm:
    assert dialog.form is not None
    return dialog.form


def boxes(dialog: EscalationDialog) -> list[QMessageBox]:
    return [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]


def press(box: QMessageBox, text: str) -> None:
    next(each for each in box.findChildren(QPushButton) if each.text() == text).click()


def test_the_button_has_the_focus_so_that_one_key_escalates(
    dialog: EscalationDialog, desk_app: App, qtbot: QtBot
) -> None:
    focused = dialog.focusWidget()
    assert focused is dialog.send
    with qtbot.waitSignal(dialog.escalated):
        QTest.keyClick(focused, Key.Key_Return)
    assert len(desk_app.desk.read.escalations_of(1)) == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_in_a_field_sends_nothing_and_with_ctrl_it_does(
    dialog: EscalationDialog, desk_app: App, qtbot: QtBot, key: Key
) -> None:
    field = form_of(dialog).widget_of("products")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "; Calmira")
    QTest.keyClick(field, key)
    assert dialog.send.isEnabled()
    assert desk_app.desk.read.escalations_of(1) == []
    with qtbot.waitSignal(dialog.escalated):
        QTest.keyClick(field, key, CTRL)
    (kept,) = desk_app.desk.read.escalations_of(1)
    assert "Calmira" in kept.case


@pytest.mark.parametrize("change", ["remark", "situation"])
def test_what_was_typed_or_chosen_goes_only_after_a_question(
    dialog: EscalationDialog, qtbot: QtBot, change: str
) -> None:
    form = form_of(dialog)
    if change == "remark":
        form.remark.setPlainText("Zij belde ook.")
    else:
        form.situations[Situation.PREGNANCY].toggle()
    QTest.keyClick(dialog, Key.Key_Escape)
    [box] = boxes(dialog)
    QTest.keyClick(box, Key.Key_Return)
    assert dialog.isVisible(), "Enter keeps what was typed"
    dialog.close()
    [box] = boxes(dialog)
    press(box, "Throw away")
    qtbot.waitUntil(dialog.isHidden)
    assert dialog.result() == 0


def test_what_was_taken_back_again_is_not_asked_about(dialog: EscalationDialog) -> None:
    form_of(dialog).remark.setPlainText("Zij belde ook.")
    form_of(dialog).remark.clear()
    QTest.keyClick(dialog, Key.Key_Escape)
    assert boxes(dialog) == []
    assert dialog.isHidden()


def test_units_are_offered_behind_a_number_and_the_choice_is_a_dose(
    dialog: EscalationDialog, qtbot: QtBot
) -> None:
    field = form_of(dialog).fields.widgets[Ask.DOSE]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "10 i")
    completer = field.completer()
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    shown = completer.completionModel()
    offers = [str(shown.index(row, 0).data()) for row in range(shown.rowCount())]
    assert offers == ["10 IU", "10 IU/kg"]
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert dose_of(field.text()) == ("10", "[iU]")
    field.clear()
    QTest.keyClicks(field, "1 k")
    assert shown.rowCount() > 0
    assert all(unit_of(str(shown.index(row, 0).data())[2:]) for row in range(shown.rowCount()))
