"""The protocol's window: read, draft, edit, backtest, compare, put in force."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.passwords import CHEAP
from tests.ui.rulebook.room import OWN, Desk, at
from webcare_desk import new_version, people, signing_off
from webcare_desk.new_version import Obstacle
from webcare_desk.protocol.versions import begin_draft, drafts, save_text, text_of
from webcare_desk.store.base import LogFilter
from webcare_desk.ui import theme
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.rulebook.choices import Standing
from webcare_desk.ui.rulebook.drafting import NameDialog
from webcare_desk.ui.rulebook.page import step_anchor
from webcare_desk.ui.rulebook.putting import PutDialog
from webcare_desk.ui.rulebook.window import COMPARE, EDIT, READ, TEST
from webcare_desk.ui.supervision.approvals import ApprovalBoard
from webcare_desk.ui.supervision.signing import SignDialog

__all__ = ["at"]


def test_the_version_in_force_is_a_page_with_places(at: Desk) -> None:
    at.until(at.window.reader.outline.count)
    text = at.window.reader.text.toPlainText()
    assert text.startswith("varen ")
    at.window.show_place(step_anchor("ae-to-pv", "forward"))
    cursor = at.window.reader.text.textCursor()
    assert cursor.block().text().startswith("3. Forward the case")
    at.window.reader.outline.setCurrentRow(3)
    assert at.window.reader.text.textCursor().position() != cursor.position()
    assert at.window.state.text().startswith("In force since")
    assert not at.window.put.isEnabled()
    assert not at.window.tabs.isTabEnabled(EDIT)


def test_the_page_changes_its_colours_with_the_theme_and_stays_where_it_was(
    at: Desk, qapp: QApplication
) -> None:
    def colours() -> set[str]:
        block, found = at.window.reader.text.document().begin(), set[str]()
        while block.isValid():
            found.add(block.begin().fragment().charFormat().foreground().color().name())
            block = block.next()
        return found

    at.until(at.window.reader.outline.count)
    at.window.show_place(step_anchor("ae-to-pv", "forward"))
    text, bar = at.window.reader.text, at.window.reader.text.verticalScrollBar()
    words, place = text.toPlainText(), bar.value()
    was_dark = theme.is_dark()
    try:
        apply_theme(qapp, is_dark=not was_dark)
        now = theme.colours()
        at.until(lambda: colours() <= {now.text, now.faint, now.good})
        assert now.text in colours()
        assert text.extraSelections()[0].format.background().color().name() == now.selection
        assert (text.toPlainText(), bar.value()) == (words, place)
        assert text.textCursor().block().text().startswith("3. Forward the case")
    finally:
        apply_theme(qapp, is_dark=was_dark)


def test_a_draft_is_begun_by_its_name(at: Desk) -> None:
    at.until(lambda: at.window.choices)
    at.window.new.click()
    dialog = at.dialog(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.name.setText("Not A Name")
    dialog.main.click()
    at.until(dialog.error.isVisible)
    dialog.name.setText("later")
    dialog.main.click()
    at.until(lambda: at.window.choice and at.window.choice.standing is Standing.DRAFT)
    assert [each.name for each in drafts(at.app.folder)] == ["later"]
    assert at.window.stack.currentIndex() == EDIT


def test_a_draft_is_discarded_once_that_is_confirmed(at: Desk) -> None:
    assert not at.window.drop.isVisible(), "the version in force stays"
    begin_draft(at.app.protocols, at.app.folder, "later")
    at.window.refresh("later")
    at.until(at.window.drop.isVisible)
    at.window.drop.click()
    box = at.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.reject()
    assert [each.name for each in drafts(at.app.folder)] == ["later"]
    at.window.drop.click()
    box = at.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Discard").click()
    at.until(lambda: at.window.choice and at.window.choice.standing is Standing.IN_FORCE)
    assert drafts(at.app.folder) == []
    assert not at.window.drop.isVisible()


def test_the_backtest_lists_what_changes_and_can_be_stopped(at: Desk) -> None:
    at.draft()
    draft = drafts(at.app.folder)[0]
    for file in ("base/rules.yaml", "varen/rules.yaml"):
        text = text_of(draft.root, file)
        save_text(
            draft,
            file,
            text.replace(
                "category: thanks\n    queue: other", "category: thanks\n    queue: question"
            ),
        )
    at.window.tabs.setCurrentIndex(TEST)
    at.window.tester.begin.click()
    at.until(lambda: not at.window.tester.is_running)
    assert "8 comments read" in at.window.tester.said.text()
    rows = at.window.tester.listing.rows.rows
    assert "lovely recipe" in " ".join(row.cells[-1].text for row in rows)
    detail = at.window.tester.detail
    assert "Comment " in detail.toPlainText()
    at.until(lambda: at.app.desk.read.entries(LogFilter(subject=2, action="open"), None, 9))
    detail.moveCursor(QTextCursor.MoveOperation.End)
    place = detail.textCursor().position()
    at.window.tester.listing.take(rows)  # as with all that is found while it runs
    assert detail.textCursor().position() == place > 0
    at.window.tester.begin.click()
    at.window.tester.cancel.click()
    at.until(lambda: not at.window.tester.is_running)
    assert at.window.tester.said.text().startswith("Stopped: ")
    at.window.tabs.setCurrentIndex(COMPARE)
    at.until(lambda: at.window.comparer.listing.rows.rows)
    assert any("thanks" in row.cells[0].text for row in at.window.comparer.listing.rows.rows)


def test_a_broken_draft_is_neither_a_page_nor_tested_nor_compared(at: Desk) -> None:
    at.draft()
    save_text(drafts(at.app.folder)[0], "varen/rules.yaml", "rules: [\n")
    at.window.tabs.setCurrentIndex(READ)
    at.until(lambda: "⚠" in at.window.state.text())
    at.window.tabs.setCurrentIndex(TEST)
    at.window.tester.begin.click()
    at.until(lambda: at.window.tester.said.text().startswith("⚠"))
    at.window.tabs.setCurrentIndex(COMPARE)
    at.until(lambda: at.window.comparer.said.text().startswith("⚠"))
    at.window.put_in_force()
    dialog = at.dialog(PutDialog)
    assert isinstance(dialog, PutDialog)
    dialog.main.click()
    assert dialog.error.isVisible()
    dialog.words.setPlainText("a reason")
    dialog.main.click()
    at.until(lambda: "with problems" in dialog.error.text())


def test_alone_one_signs_and_it_is_in_force_at_once(at: Desk) -> None:
    before = at.app.protocol.digest
    at.draft()
    at.edit("queue: question", "queue: other")
    at.until(lambda: "queue: other" in text_of(drafts(at.app.folder)[0].root, "varen/rules.yaml"))
    sign(at)
    at.until(lambda: at.app.protocol.digest != before)
    at.until(lambda: any(each.standing is Standing.EARLIER for each in at.window.choices))
    at.window.version.setCurrentIndex(len(at.window.choices) - 1)
    assert "until the version after it" in at.window.state.text()


def sign(at: Desk) -> None:
    at.window.put_in_force()
    dialog = at.dialog(PutDialog)
    assert isinstance(dialog, PutDialog)
    dialog.words.setPlainText("yearly review")
    dialog.main.click()
    at.dialog(SignDialog).reject()
    at.until(dialog.main.isEnabled)
    assert (dialog.isVisible(), dialog.words.toPlainText()) == (True, "yearly review")
    dialog.main.click()
    signing = at.dialog(SignDialog)
    assert isinstance(signing, SignDialog)
    covers = signing.covers.toPlainText()
    assert "Protocol: " in covers
    assert "Changes to the version in force now: 1." in covers
    signing.login.setText("chief")
    signing.password.setText(OWN.reveal())
    signing.main.click()
    at.until(lambda: not dialog.isVisible())


@pytest.mark.requirement("E2")
def test_with_a_second_person_it_waits_for_the_approval_and_its_date(at: Desk) -> None:
    bob = at.bob
    people.set_password(at.app.desk, bob.moderator, OWN, bob, CHEAP)
    before = at.app.protocol.digest
    at.draft()
    at.edit("queue: question", "queue: other")
    at.until(lambda: "queue: other" in text_of(drafts(at.app.folder)[0].root, "varen/rules.yaml"))
    sign(at)
    at.until(lambda: any(each.standing is Standing.ASKED for each in at.window.choices))
    [asked] = [each for each in at.window.choices if each.standing is Standing.ASKED]
    at.window.version.setCurrentIndex(at.window.choices.index(asked))
    assert "waits for somebody else's approval" in at.window.state.text()
    at.window.tabs.setCurrentIndex(COMPARE)
    at.until(lambda: at.window.comparer.listing.rows.rows)
    [changed] = at.window.comparer.listing.rows.rows
    assert "question → other" in changed.cells[1].text, "shown before anybody approves it"
    board = ApprovalBoard(at.window._work)
    told = "Changes to the version in force now: 1."
    at.until(lambda: told in board.detail.toPlainText())
    assert "question → other" in board.detail.toPlainText()
    new_version.go_on(at.app)
    assert at.app.protocol.digest == before
    [(request, _)] = new_version.asked_versions(at.app)
    signing_off.approve(at.app.desk, bob, OWN, request.id, login="bob")
    at.window.refresh()
    at.until(lambda: at.window.state.text().startswith("Approved. It comes into force"))
    new_version.go_on(at.app)
    assert at.app.protocol.digest != before
    said = {at.window._said(replace(asked, obstacle=each)) for each in Obstacle}
    assert len(said) == len(Obstacle)
    assert all(each.startswith("It does not come into force any more: ") for each in said)
