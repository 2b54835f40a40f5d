"""What was told wrongly is mended in the window: each answer stands there, the refused ones first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.ui.caseroom import Desk, desk
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk.casebook.answers import take
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, amend
from webcare_desk.domain.case_parts import Added, Part
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.intake import Ask
from webcare_desk.domain.moderator import system_actor
from webcare_desk.ui.escalation.cells import fill
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.register.news import NewsDialog

__all__ = ["desk"]


def opened(desk: Desk, key: Qt.Key, button: str) -> NewsDialog:
    """Return the form that a key opens, once the report was read."""
    case = desk.cases[0]
    desk.choose(case)
    desk.window.model.renew_case(case)
    desk.qtbot.waitUntil(desk.window.bar.buttons[button].isEnabled)
    desk.key(key)
    news = desk.dialog(NewsDialog)
    assert isinstance(news, NewsDialog)
    desk.qtbot.waitUntil(lambda: bool(news.mend.cells))
    return news


def field(news: NewsDialog, ask: Ask) -> QLineEdit | QComboBox:
    """Return the field of a question."""
    return next(widget for told, widget in news.mend.cells.items() if told.ask is ask)


def reject(desk: Desk, text: str) -> None:
    """Let PV's system refuse the first case."""
    batch = batch_of(desk.app.desk.read, desk.cases[0])
    number, report = batch.text("N.1.2"), report_of(batch).text("C.1.1")
    file = acknowledgement(batch=number, report=report, batch_code="AE", code="CR", text=text)
    take(desk.app.desk, file, system_actor())


def test_a_wrong_outcome_sex_and_country_are_amended(desk: Desk) -> None:
    case, read = desk.cases[0], desk.app.desk.read
    desk.leave(case)
    news = opened(desk, Qt.Key.Key_W, "amend")
    assert field(news, Ask.COUNTRY).property("text") == "NL"
    fill(field(news, Ask.SEX), "female")
    fill(field(news, Ask.OUTCOME), "recovered")
    fill(field(news, Ask.COUNTRY), "België")
    fill(field(news, Ask.BATCH), "AB12")
    news.words.setPlainText("Verkeerd ingevuld.")
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(read.case_versions(case)) == 2)
    assert read.case_versions(case)[-1].kind is VersionKind.AMENDMENT
    before, now = (report_of(batch_of(read, case, number)) for number in (1, 2))
    assert now.text("D.5") == "2"
    assert now.each("E.i")[0].text("E.i.7") == "1"
    assert now.each("C.2.r")[0].text("C.2.r.3") == "BE"
    assert now.each("G.k")[0].each("G.k.4.r")[0].text("G.k.4.r.7") == "AB12"
    assert now.text("C.1.5") == before.text("C.1.5")
    assert now.get("D.1") == before.get("D.1")


def test_what_pv_refused_comes_first_and_goes_again(desk: Desk) -> None:
    case, read = desk.cases[0], desk.app.desk.read
    desk.leave(case)
    reject(desk, "E.i.4 is missing; C.2.r.4 is unknown")
    news = opened(desk, Qt.Key.Key_F, "follow")
    asks = [each.ask for each in news.mend.cells]
    events = asks.count(Ask.EVENT_START)
    assert asks[: events + 1] == [*[Ask.EVENT_START] * events, Ask.QUALIFICATION]
    said = [each.text() for each in news.mend.findChildren(PlainLabel)]
    assert "PV said: “E.i.4 is missing; C.2.r.4 is unknown”" in said
    first = next(iter(news.mend.cells.values()))
    desk.qtbot.waitUntil(lambda: news.words.hasFocus() and first.isVisible())
    QTest.keyClick(news.words, Qt.Key.Key_Tab)
    assert first.hasFocus()
    fill(first, "vorige week")
    news.words.setPlainText("Begindatum toegevoegd.")
    news.main.click()
    assert "Write 2026-05-31" in news.error.text()
    desk.qtbot.waitUntil(first.hasFocus)
    fill(first, "3-1-2026")
    country = field(news, Ask.COUNTRY)
    fill(country, "Nergenshuizen")
    news.main.click()
    assert "is no country" in news.error.text()
    fill(country, "NL")
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(read.case_versions(case)) == 2)
    assert read.case_versions(case)[-1].kind is VersionKind.CORRECTION
    assert report_of(batch_of(read, case)).each("E.i")[0].text("E.i.4") == "20260103"


def test_what_was_typed_stays_when_somebody_was_faster(desk: Desk) -> None:
    case, app, work = desk.cases[0], desk.app, desk.window._work
    desk.leave(case)
    news = opened(desk, Qt.Key.Key_W, "amend")
    fill(field(news, Ask.OUTCOME), "fatal")
    added = (Added(Part.REACTION, "koorts"),)
    amend(app.desk, case, work.actor, News("en koorts", {"D.5": "1"}, edits=added))
    desk.leave(case)
    news.words.setPlainText("De afloop was anders.")
    before = len(news.mend.cells)
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(news.mend.cells) > before)
    assert news.mend.changed() == {"E.i[1]/E.i.7": "5"}
    assert field(news, Ask.SEX).property("currentText") == "male"
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(app.desk.read.case_versions(case)) == 3)
    outcomes = [each.text("E.i.7") for each in report_of(batch_of(app.desk.read, case)).each("E.i")]
    assert outcomes[0] == "5"
    assert "5" not in outcomes[1:]


def test_keyboard_and_screen_reader_reach_each_answer(desk: Desk, qapp: QApplication) -> None:
    desk.leave(desk.cases[0])
    news = opened(desk, Qt.Key.Key_W, "amend")
    qapp.processEvents()
    assert guessing(news) == []
    assert nameless(news) == []
    assert too_small(news) == []


def test_what_pv_refused_stands_with_its_answer(desk: Desk) -> None:
    case = desk.cases[0]
    desk.leave(case)
    reject(desk, "E.i.2.1b: the code is none of MedDRA")
    desk.choose(case)
    desk.window.model.renew_case(case)
    answers = desk.window.detail.texts[1]
    desk.qtbot.waitUntil(lambda: "the code is none of MedDRA" in answers.toPlainText())
