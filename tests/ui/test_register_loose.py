"""PV's answers about reports that are not ours are shown where PV's officer works."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.answers import take
from webcare_desk.domain.moderator import system_actor
from webcare_desk.ui.register.loose import LooseAnswers

__all__ = ["desk"]


def test_answers_about_no_report_of_ours_are_told_and_listed(desk: Desk) -> None:
    (button,) = desk.window.findChildren(LooseAnswers)
    desk.qtbot.waitUntil(lambda: not button._reading.is_waiting)
    assert not button.isVisible()
    for report in ("NL-ELSEWHERE-1", "NL-ELSEWHERE-2"):
        take(desk.app.desk, acknowledgement(report=report), system_actor())
    desk.window._work.feed.changed.emit(set())
    desk.qtbot.waitUntil(button.isVisible)
    assert "2" in button.text()
    button.click()
    (dialog,) = desk.window.findChildren(QDialog)
    (text,) = (each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))
    assert text.index("NL-ELSEWHERE-2") < text.index("NL-ELSEWHERE-1")
    assert text.count("evidence: SHA-256") == 2
