"""PV's answers about reports that are not ours are shown where PV's officer works."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tests.jobs.test_answers import IMAP, Box
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.answers import keep_words, take
from webcare_desk.casebook.reading import batch_of, our_number
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import system_actor
from webcare_desk.jobs.answers import hear
from webcare_desk.ui.register.line import cells
from webcare_desk.ui.register.loose import LooseAnswers, read_loose
from webcare_desk.ui.table import Tone

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


def test_a_mail_of_pv_is_listed_to_be_read(desk: Desk) -> None:
    case = desk.cases[1]
    desk.leave(case)
    keep_words(desk.app.desk, case, b"From: pv@sponsor.example\n\nKunt u de batch navragen?\n")
    (told,) = read_loose(desk.app)
    number = our_number(desk.app.desk.read, case)
    assert told.startswith(f"1 · {number}: PV wrote a mail about it: read it (“case evidence 1”")
    assert "a mail of PV, for a person to read · by mail" in told


def test_an_answer_that_contradicts_pv_is_marked_in_its_row_and_listed(desk: Desk) -> None:
    case = desk.cases[1]
    desk.leave(case)
    read = desk.app.desk.read
    batch = batch_of(read, case)
    report, number = report_of(batch).text("C.1.1"), batch.text("N.1.2")
    for code in ("CA", "CR"):
        take(desk.app.desk, acknowledgement(report=report, batch=number, code=code), system_actor())
    (told,) = read_loose(desk.app)
    assert f"{our_number(read, case)}: ask PV what holds" in told
    assert "contrary to PV's answer before" in told
    row = read.register_row(case)
    assert row is not None
    line = cells(row, "NL-1", None, desk.app.desk.clock(), "Europe/Amsterdam")
    assert [line[0].text, line[6].text] == ["⚠ accepted", "⚠ ask PV"]
    assert {line[0].tone, line[6].tone} == {Tone.DANGER}
