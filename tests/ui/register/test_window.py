"""The register: one row a case, both clocks, and everything a PV officer does with it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.caseroom import Desk, desk
from tests.ui.conftest import HOUR
from tests.ui.scene import OWN
from tests.ui.showing import shows_signature
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.case_parts import DrugRole
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, VersionKind, Way
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.register import RegisterFilter, Shown
from webcare_desk.pv.e2b.parts import listed
from webcare_desk.ui import pages
from webcare_desk.ui.register import model as register_model
from webcare_desk.ui.register.answer import PvAnswerDialog
from webcare_desk.ui.register.line import cells
from webcare_desk.ui.register.news import NewsDialog
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.register.words import LIGHTS, decision_word, meaning_word, state_word
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.ways import way_word
from webcare_desk.ui.table import Tone
from webcare_desk.ui.workplace import Workplace

__all__ = ["desk"]


def text(desk: Desk, row: int) -> str:
    model = desk.window.model
    return " | ".join(str(model.index(row, at).data()) for at in range(model.columnCount()))


@pytest.mark.requirement("P23")
def test_one_row_a_case_with_its_light_and_both_clocks(desk: Desk) -> None:
    line = text(desk, 0)
    assert "◔ queued" in line
    assert "Els: Sinds de Ventora pen" in line
    assert "1 · initial report" in line
    assert "day 0 of 15" in line
    assert "moderator" in line.casefold()
    assert desk.window.count.text() == "2 case(s)"
    desk.choose(desk.cases[1])
    versions, answers, alike = (each.toPlainText() for each in desk.window.detail.texts)
    assert "initial report" in versions
    assert answers == "none yet"
    desk.qtbot.waitUntil(lambda: "Noor" in desk.window.detail.texts[2].toPlainText())
    assert "Noor" in (alike or desk.window.detail.texts[2].toPlainText())


def test_a_follow_up_and_taking_back_are_versions(desk: Desk) -> None:
    case = desk.cases[0]
    desk.leave(case)
    desk.window.choose()
    desk.qtbot.waitUntil(lambda: desk.window.model.rowCount() == 2)
    desk.choose(case)
    desk.key(Qt.Key.Key_F)
    news = desk.dialog(NewsDialog)
    assert isinstance(news, NewsDialog)
    news.main.click()
    assert "PV reads them" in news.error.text()
    news.words.setPlainText("Zij is 71 jaar.")
    news.elements[next(iter(news.elements))].setText("M.J.")
    list(news.elements.values())[1].setText("71")
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(desk.app.desk.read.case_versions(case)) == 2)
    latest = desk.app.desk.read.case_versions(case)[-1]
    assert latest.kind is VersionKind.FOLLOW_UP
    assert '"71"' in (latest.document or "")
    assert "M.J." in (latest.document or "")
    desk.qtbot.waitUntil(lambda: "2 · follow-up report" in text(desk, 1))
    desk.leave(case)
    desk.window.model.renew_case(case)
    desk.qtbot.waitUntil(desk.window.bar.buttons["nullify"].isEnabled)
    desk.window.bar.press("nullify")
    back = desk.dialog(NewsDialog)
    assert isinstance(back, NewsDialog)
    back.words.setPlainText("Dezelfde als een andere melding.")
    back.main.click()
    desk.qtbot.waitUntil(lambda: len(desk.app.desk.read.case_versions(case)) == 3)
    assert desk.app.desk.read.case_versions(case)[-1].kind is VersionKind.NULLIFICATION


def test_events_and_medicines_come_and_go_with_a_follow_up(desk: Desk) -> None:
    case, read = desk.cases[0], desk.app.desk.read
    desk.leave(case)
    news = NewsDialog(desk.window._work, case, "NL-1", VersionKind.FOLLOW_UP, desk.window)
    news.words.setPlainText("Geen hoofdpijn, wel duizelig.")
    desk.qtbot.waitUntil(lambda: bool(news.parts.kept))
    parts = news.parts
    for box in parts.kept.values():
        box.setChecked(False)
    news.submit()
    desk.qtbot.waitUntil(lambda: "take it back" in news.error.text())
    parts.reactions.setText("duizelig; ; val van de trap")
    parts.drugs.setText("Calmix")
    parts.role.setCurrentIndex(parts.role.findData(DrugRole.INTERACTING))
    news.submit()
    desk.qtbot.waitUntil(lambda: len(read.case_versions(case)) == 2)
    now = listed(batch_of(read, case))
    assert [each.words for each in now] == ["duizelig", "val van de trap", "Calmix"]
    news.close()


def sign(desk: Desk, dialog: PvAnswerDialog) -> None:
    dialog.main.click()
    desk.qtbot.waitUntil(lambda: dialog.signing is not None and dialog.signing.isVisible())
    signing = dialog.signing
    assert isinstance(signing, SignDialog)
    assert dialog.reference.text() in signing.covers.toPlainText()
    signing.login.setText("chief")
    signing.password.setText(OWN)
    signing.main.click()


@pytest.mark.requirement("D1")
def test_an_answer_by_telephone_is_signed_and_the_case_closed(desk: Desk, tmp_path: Path) -> None:
    case = desk.cases[1]
    desk.choose(case)
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    assert not dialog.reason.isVisible()
    dialog.main.click()
    assert "Attach the mail" in dialog.error.text()
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.ACCEPTED))
    dialog.way.setCurrentIndex(dialog.way.findData(Way.MAIL))
    dialog.reference.setText("PV-77")
    dialog.attach_file(tmp_path / "nothing.eml")
    assert "cannot be read" in dialog.error.text()
    mail = tmp_path / "antwoord.eml"
    mail.write_text("Subject: ontvangen\n\nPV-77", encoding="utf-8")
    dialog.attach_file(mail)
    assert "antwoord.eml" in dialog.attach.text()
    sign(desk, dialog)
    desk.qtbot.waitUntil(lambda: desk.state(case) is CaseState.ACCEPTED)
    desk.qtbot.waitUntil(lambda: "● accepted" in text(desk, 0))
    desk.qtbot.waitUntil(lambda: "PV-77" in desk.window.detail.texts[1].toPlainText())
    told = desk.window.detail.texts[1].toPlainText()
    assert shows_signature(told, "Ann Chief")
    assert f"SHA-256 {hashlib.sha256(mail.read_bytes()).hexdigest()[:16]}" in told
    (answer,) = desk.app.desk.read.case_answers(case)
    assert answer.signature is not None
    evidence = desk.app.desk.read.case_document(answer.evidence)
    assert evidence is not None
    assert "Subject: ontvangen" in evidence
    desk.window.bar.press("close")
    desk.qtbot.waitUntil(lambda: desk.state(case) is CaseState.CLOSED)
    desk.qtbot.waitUntil(desk.window.bar.buttons["answer"].isEnabled)  # for another number


def test_not_a_case_has_a_reason_and_a_duplicate_its_other(desk: Desk) -> None:
    first, second = desk.cases
    desk.choose(first)
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.NOT_A_CASE))
    dialog.reason.setCurrentIndex(dialog.reason.findData(Reason.NO_PRODUCT))
    dialog.evidence.setPlainText("gebeld met PV")
    said, reason = dialog.said()
    assert (reason, said.duplicate_of, said.evidence) == (Reason.NO_PRODUCT, None, "gebeld met PV")
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.DUPLICATE))
    dialog.duplicate_of.setText(str(second))
    assert dialog.said()[0].duplicate_of == second
    sign(desk, dialog)
    desk.qtbot.waitUntil(lambda: desk.state(first) is CaseState.DUPLICATE)
    desk.qtbot.waitUntil(lambda: "case NL-VAREN-" in desk.window.detail.texts[0].toPlainText())


def test_packet_and_comment_open_from_the_row(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    desk.window.bar.press("packet")
    packet = desk.dialog(QDialog)
    assert packet.windowTitle().startswith("NL-VAREN-")
    packet.reject()
    with desk.qtbot.waitSignal(desk.window.comment_wanted) as wanted:
        desk.key(Qt.Key.Key_C)
    found = desk.app.desk.read.case_standing(desk.cases[0])
    assert found is not None
    assert wanted.args == [found.comment]


def test_the_filter_shows_only_what_fits(desk: Desk) -> None:
    window = desk.window
    window.words.setText("noor")
    desk.qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    window.words.setText("100%")
    desk.qtbot.waitUntil(lambda: window.count.text() == "0 case(s)")
    assert window.detail.texts[0].toPlainText() == ""
    assert not window.bar.buttons["packet"].isEnabled()
    window.words.clear()
    window.shown.setCurrentIndex(window.shown.findData(Shown.PV))
    desk.qtbot.waitUntil(lambda: window.model.chosen == RegisterFilter(Shown.PV))
    desk.qtbot.waitUntil(lambda: window.count.text() == "0 case(s)")


@pytest.mark.requirement("P23")
@pytest.mark.parametrize("name", ["register.csv", "register.xlsx", "register.pdf"])
def test_the_register_leaves_as_a_file_and_the_log_says_so(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    before = desk.app.desk.read.log_size()
    desk.window.export_to(tmp_path / name)
    desk.qtbot.waitUntil(lambda: "2 case(s) are in" in desk.window.outcome.text())
    data = (tmp_path / name).read_bytes()
    assert data[:4] in {b"\xef\xbb\xbfn", b"PK\x03\x04", b"%PDF"}
    assert desk.app.desk.read.log_size() == before + 1
    desk.window.export_to(tmp_path / "register.doc")
    desk.qtbot.waitUntil(lambda: "is no .csv" in desk.window.outcome.text())
    desk.window.export_to(tmp_path / "nowhere" / name)
    desk.qtbot.waitUntil(lambda: "cannot be written" in desk.window.outcome.text())


def test_pages_come_as_one_scrolls(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(pages, "PAGE", 1)
    monkeypatch.setattr(register_model, "PAGE", 1)
    window = desk.window
    window.choose()
    qtbot.waitUntil(lambda: window.model.rowCount() >= 1)
    assert window.model.place_of(desk.cases[1]) == 0
    qtbot.waitUntil(
        lambda: window.model.rowCount() == 2 or window.model.canFetchMore(QModelIndex())
    )
    window.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)


def test_every_row_follows_what_others_do_and_no_letter_is_lost(desk: Desk) -> None:
    for case in desk.cases:
        desk.leave(case)
    desk.qtbot.waitUntil(lambda: all("◑ sent" in text(desk, row) for row in (0, 1)))
    row = desk.app.desk.read.register_row(desk.cases[0])
    assert row is not None
    made = cells(replace(row, author="Zoë", text="één · 😖"), "NL-1", None, row.day_zero_at, "UTC")
    assert "\ufffd" not in "".join(cell.text for cell in made)
    assert not any("\ufffd" in text(desk, at) for at in (0, 1))


def test_a_moderator_may_not_answer_for_pv(
    workplace_of: Callable[..., Workplace], moderator: Actor, desk: Desk, qtbot: QtBot
) -> None:
    assert moderator.role is Role.MODERATOR
    assert desk.window.bar.buttons["packet"].isEnabled()
    window = RegisterWindow(workplace_of(moderator))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    window.table.selectRow(0)
    assert not window.bar.buttons["answer"].isEnabled()
    assert window.bar.buttons["packet"].isEnabled()
    window.close()


@pytest.mark.requirement("P23")
def test_late_cases_stand_out(desk: Desk) -> None:
    row = desk.app.desk.read.register_row(desk.cases[0])
    assert row is not None
    late = row.day_zero_at + 16 * 24 * HOUR
    made = cells(row, "NL-1", None, late, "UTC")
    assert made[4].tone is Tone.DANGER
    assert made[4].text == "day 16 of 90"
    assert made[5].text == "–"


def test_every_state_and_every_answer_has_its_words(qapp: QApplication) -> None:
    del qapp
    assert set(LIGHTS) == set(CaseState)
    assert all(state_word(each) for each in CaseState)
    assert all(decision_word(each) for each in PvDecision)
    assert all(way_word(each) for each in Way)
    assert all(meaning_word(each) for each in AnswerMeaning)


@pytest.mark.requirement("P23")
def test_keyboard_and_screen_reader_reach_everything(desk: Desk, qtbot: QtBot) -> None:
    answer = PvAnswerDialog(desk.window._work, desk.cases[0], "NL-1", desk.window)
    news = NewsDialog(desk.window._work, desk.cases[0], "NL-1", VersionKind.FOLLOW_UP, desk.window)
    for top in (desk.window, answer, news):
        top.show()
        assert guessing(top) == []
        assert nameless(top) == []
        assert too_small(top) == []
    answer.close()
    news.close()
    del qtbot
