"""The protocol's window: read, draft, edit, backtest, compare, put in force."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CHEAP, account
from webcare_desk import new_version, people, signing_off
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.protocol.versions import begin_draft, drafts, drop_draft, save_text, text_of
from webcare_desk.ui.rulebook.choices import Standing
from webcare_desk.ui.rulebook.drafting import NameDialog
from webcare_desk.ui.rulebook.page import step_anchor
from webcare_desk.ui.rulebook.putting import PutDialog
from webcare_desk.ui.rulebook.window import COMPARE, EDIT, READ, TEST, ProtocolWindow
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

OWN = Secret("a sentence that is mine alone")


@dataclass(frozen=True)
class Desk:
    """The window, and who sits before it."""

    window: ProtocolWindow
    app: App
    chief: Actor
    bob: Actor
    qtbot: QtBot

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog of a kind that is open."""
        found: list[QDialog] = []

        def seen() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.until(seen)
        return found[0]

    def draft(self, name: str = "later") -> None:
        """Choose a new draft, in the editor."""
        self.until(lambda: self.window.choices)
        choice = self.window.choices[0]
        begin_draft(choice.root, self.app.folder, name)
        self.window.refresh(name)
        self.until(lambda: self.window.choice and self.window.choice.name == name)
        self.window.tabs.setCurrentIndex(EDIT)
        self.until(self.window.editor.code.toPlainText)
        self.until(lambda: "✓" in self.window.editor.state.text())

    def edit(self, old: str, new: str) -> None:
        """Write something else in the file that is shown."""
        text = self.window.editor.code.toPlainText()
        assert old in text
        self.window.editor.code.setPlainText(text.replace(old, new, 1))


@pytest.fixture
def at(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> Iterator[Desk]:
    desk_app.put_protocol_in_force()
    bob = account(desk_app, "bob", "Bob Second", Role.SUPERVISOR)
    people.set_password(desk_app.desk, chief.moderator, OWN, chief, CHEAP)
    window = ProtocolWindow(workplace_of(chief))
    qtbot.addWidget(window)
    window.show()
    yield Desk(window, desk_app, chief, bob, qtbot)
    window.close()


def test_the_version_in_force_is_a_page_with_places(at: Desk) -> None:
    at.until(at.window.reader.outline.count)
    text = at.window.reader.text.toPlainText()
    assert text.startswith("varen ")
    at.window.show_place(step_anchor("ae-to-pv", "forward"))
    cursor = at.window.reader.text.textCursor()
    assert cursor.block().text().startswith("3. Forward the case")
    at.window.reader.outline.setCurrentRow(3)
    assert at.window.reader.text.textCursor().position() != cursor.position()
    before = at.window.reader.text.toPlainText()
    at.window.reader.repaint_page()
    assert at.window.reader.text.toPlainText() == before
    assert at.window.state.text().startswith("In force since")
    assert not at.window.put.isEnabled()
    assert not at.window.tabs.isTabEnabled(EDIT)


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


def test_what_is_typed_is_saved_and_checked_with_problems_at_their_lines(at: Desk) -> None:
    at.draft()
    editor = at.window.editor
    assert editor.file == "varen/rules.yaml"
    at.edit("queue: ", "queeu: ")
    at.until(editor.problems.count)
    line = editor.code.toPlainText()[: editor.code.toPlainText().index("queeu")].count("\n") + 1
    assert "queeu" in editor.code.marks[line]
    assert not at.window.put.isEnabled()
    assert "queeu: " in text_of(drafts(at.app.folder)[0].root, "varen/rules.yaml")
    assert "queeu: " not in text_of(at.window.choices[0].root, "varen/rules.yaml")
    editor.problems.itemClicked.emit(editor.problems.item(1))
    assert editor.code.textCursor().blockNumber() + 1 == line
    at.edit("queeu: ", "queue: ")
    at.until(lambda: not editor.problems.count() and at.window.put.isEnabled())
    first = next(each for each in editor.code.toPlainText().split("\n") if '- "' in each)
    at.edit(first, first[: first.index('"')] + '"Zomaar iets"')
    at.until(editor.problems.count)
    assert any(
        "this example" in editor.problems.item(row).text() for row in range(editor.problems.count())
    )


def test_whatever_happens_on_the_desk_leaves_the_editor_where_it_is(at: Desk) -> None:
    at.draft()
    editor = at.window.editor
    editor.open("base/plans.yaml", 5)
    at.until(lambda: not editor.code.isReadOnly())
    first = drafts(at.app.folder)[0]
    at.edit("\n", "\n# in my words\n")
    editor.code.go_to(5)
    at.until(lambda: drafts(at.app.folder)[0].changed_at > first.changed_at)
    at.window.refresh()  # as a new comment makes it
    at.until(lambda: editor.draft == drafts(at.app.folder)[0])
    assert editor.file == "base/plans.yaml"
    assert "# in my words" in editor.code.toPlainText()
    assert editor.code.textCursor().blockNumber() == 4


@pytest.fixture
def hold() -> Iterator[Event]:
    """Return what the worker of the acts can wait for; it never waits longer than the test."""
    event = Event()
    yield event
    event.set()


def test_a_file_that_is_not_saved_yet_is_shown_as_it_was_typed(at: Desk, hold: Event) -> None:
    at.draft()
    editor = at.window.editor
    at.window._work.tasks.act(hold.wait)
    at.edit("queue: ", "# mine\n    queue: ")
    typed = editor.code.toPlainText()
    editor.open("base/plans.yaml")
    assert editor.code.isReadOnly(), "a letter typed now would get into the wrong file"
    at.until(lambda: not editor.code.isReadOnly())
    editor.open("varen/rules.yaml")
    assert editor.code.toPlainText() == typed
    hold.set()
    at.until(lambda: not editor._unsaved)
    assert text_of(drafts(at.app.folder)[0].root, "varen/rules.yaml") == typed
    editor.open("base/plans.yaml")
    at.until(lambda: not editor.code.isReadOnly())
    editor.open("varen/rules.yaml")
    at.until(lambda: editor.code.toPlainText() == typed)


def test_a_file_that_cannot_be_read_shows_no_other_ones_text(at: Desk) -> None:
    at.draft()
    (drafts(at.app.folder)[0].root / "base/plans.yaml").unlink()
    at.window.editor.open("base/plans.yaml")
    at.until(lambda: at.window.editor.state.text().startswith("⚠"))
    assert at.window.editor.code.toPlainText() == ""
    assert at.window.editor.code.isReadOnly()


def test_a_draft_of_the_same_name_begins_anew(at: Desk) -> None:
    at.draft()
    editor, draft = at.window.editor, drafts(at.app.folder)[0]
    at.edit("queue: ", "queeu: ")
    (draft.root / "varen/rules.yaml").unlink()
    (draft.root / "varen/rules.yaml").mkdir()  # nothing can be saved there
    editor.flush()
    at.until(lambda: editor.state.text().startswith("⚠"))
    assert "queeu" in editor.code.toPlainText()
    drop_draft(at.app.folder, draft.name)
    at.window._dropped()
    at.draft(draft.name)
    assert "queeu" not in editor.code.toPlainText()


def test_a_problem_in_another_file_opens_it(at: Desk) -> None:
    at.draft()
    draft = drafts(at.app.folder)[0]
    save_text(draft, "base/plans.yaml", text_of(draft.root, "base/plans.yaml") + "nix: 1\n")
    at.window.editor.check()
    at.until(at.window.editor.problems.count)
    at.window.editor.problems.itemActivated.emit(at.window.editor.problems.item(0))
    at.until(lambda: "nix" in at.window.editor.code.toPlainText())
    assert at.window.editor.file == "base/plans.yaml"
    assert at.window.editor.code.textCursor().blockNumber() > 0


def test_keys_complete_indent_and_go_on(at: Desk) -> None:
    at.draft()
    code = at.window.editor.code
    code.setPlainText("rules:\n  - id: x\n    ")
    code.moveCursor(code.textCursor().MoveOperation.End)
    QTest.keyClicks(code, "cate")
    assert code.popup.isVisible()
    QTest.keyClick(code.popup, Qt.Key.Key_Return)
    assert code.toPlainText().endswith("    category: ")
    QTest.keyClick(code, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert code.popup.isVisible()
    QTest.keyClick(code.popup, Qt.Key.Key_Escape)
    QTest.keyClicks(code, "zz")
    assert not code.popup.isVisible()
    QTest.keyClick(code, Qt.Key.Key_Return)
    QTest.keyClick(code, Qt.Key.Key_Tab)
    assert code.toPlainText().endswith("zz\n      ")
    code.grab()


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
    assert "Comment " in at.window.tester.detail.toPlainText()
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
    signing = at.dialog(SignDialog)
    assert isinstance(signing, SignDialog)
    signing.login.setText("chief")
    signing.password.setText(OWN.reveal())
    signing.main.click()
    at.until(lambda: not signing.isVisible())


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
    new_version.go_on(at.app)
    assert at.app.protocol.digest == before
    [(request, _)] = new_version.asked_versions(at.app)
    signing_off.approve(at.app.desk, bob, OWN, request.id, login="bob")
    at.window.refresh()
    at.until(lambda: at.window.state.text().startswith("Approved. It comes into force"))
    new_version.go_on(at.app)
    assert at.app.protocol.digest != before
