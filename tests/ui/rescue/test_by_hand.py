"""The report to PV that needs no desk: copied, saved, and not thrown away unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from webcare_desk.ui.language import speaking
from webcare_desk.ui.rescue.by_hand import ByHandDialog


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_can_be_copied_and_saved(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    with speaking(qapp, language):
        dialog = ByHandDialog(tmp_path, language)
    qtbot.addWidget(dialog)
    dialog.fields["event"].setPlainText("Hoofdpijn <b>sinds</b> Ventora")
    dialog.copy()
    assert "Hoofdpijn <b>sinds</b> Ventora" in QApplication.clipboard().text()
    dialog.save_in(tmp_path)
    (saved,) = tmp_path.glob("report-*.pdf")
    assert saved.read_bytes().startswith(b"%PDF")
    dialog.save_in(tmp_path / "nowhere")
    assert "cannot be written" in dialog.problem.text()
    assert dialog.said.text() == ""
    dialog.copy()
    assert dialog.problem.isHidden()


def test_a_report_that_was_not_passed_on_is_not_thrown_away_unasked(
    tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ByHandDialog(tmp_path, "en")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields["event"].setPlainText("Hoofdpijn sinds Ventora")
    dialog.reject()
    assert dialog.isVisible()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_Escape)
    dialog.copy()
    dialog.fields["event"].appendPlainText("en misselijk")
    dialog.close()
    assert dialog.isVisible(), "what was copied is not all that stands there"
    dialog.save_in(tmp_path)
    dialog.reject()
    assert not dialog.isVisible()
