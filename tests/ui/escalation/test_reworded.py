"""A comment that its poster edits while the escalation form is open: PV gets what a person read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from webcare_desk.app import App
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.intake import Ask
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.form import CaseForm
from webcare_desk.ui.escalation.original import Original
from webcare_desk.ui.workplace import Workplace

NEWS = "Hallo allemaal, mijn vader is overleden na Ventora."


def form_of(dialog: EscalationDialog) -> CaseForm:
    assert dialog.form is not None
    return dialog.form


def field_of(form: CaseForm, name: str) -> QLineEdit:
    field = form.widget_of(name)
    assert isinstance(field, QLineEdit)
    return field


def test_the_form_is_filled_from_the_new_words_before_anything_leaves(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = EscalationDialog(chief_place, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form is not None)
    before = form_of(dialog)
    events = field_of(before, "event_words").text()
    before.remark.setPlainText("Zij belde ook.")
    field_of(before, Ask.BATCH).setText("ZX9912")
    before.situations[Situation.OVERDOSE].toggle()
    ingest(desk_app, remote(1, "Jan de V.", NEWS))
    dialog.send.click()
    qtbot.waitUntil(lambda: dialog.form is not before)
    after = form_of(dialog)
    assert desk_app.desk.read.escalations_of(1) == []
    assert "changed on its platform" in dialog.problem.text()
    shown = [each for each in dialog.findChildren(Original) if each.isVisible()]
    assert [each.body.toPlainText() for each in shown] == [NEWS]
    assert after.remark.toPlainText() == "Zij belde ook."
    assert field_of(after, Ask.BATCH).text() == "ZX9912"
    assert after.situations[Situation.OVERDOSE].isChecked()
    assert field_of(after, "event_words").text() != events
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.send.isEnabled(), "one more Enter sends nothing that nobody has read"
    with qtbot.waitSignal(dialog.escalated):
        dialog.send.click()
    (kept,) = desk_app.desk.read.escalations_of(1)
    assert NEWS in kept.case
    assert "ZX9912" in kept.case
