"""The form of an escalation is whole on a narrow screen, and the original stays beside it."""

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.language import speaking
from webcare_desk.ui.workplace import Workplace


def test_no_field_of_the_form_is_cut_at_1024_pixels(chief_place: Workplace, qtbot: QtBot) -> None:
    program = QApplication.instance()
    assert isinstance(program, QApplication)
    with speaking(program, "nl"):  # whose words are the longer ones
        dialog = EscalationDialog(chief_place, 1)
        qtbot.addWidget(dialog)
        dialog.resize(1024, 668)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.form is not None)
        areas = dialog.findChildren(QScrollArea)
        qtbot.waitUntil(lambda: all(each.isVisible() for each in areas))
        assert len(areas) == 2
        assert [each.horizontalScrollBar().maximum() for each in areas] == [0, 0]
