"""PV's answers about reports that are not ours are shown where PV's officer works."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tests.jobs.test_answers import IMAP, Box
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.answers import take
from webcare_desk.domain.moderator import system_actor
from webcare_desk.jobs.answers import hear
from webcare_desk.ui.register.loose import LooseAnswers, read_loose

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


def test_an_answer_that_cannot_be_read_is_listed_with_what_to_do(desk: Desk) -> None:
    def taking(file: bytes) -> object:
        return take(desk.app.desk, file, system_actor())

    hear(desk.app.desk, IMAP, Box([acknowledgement(code="CR")[:600]]), taking)
    (told,) = read_loose(desk.app)
    assert told.startswith(
        "1 · It cannot be read: ask PV for it; “case evidence 1” gives the file."
    )
