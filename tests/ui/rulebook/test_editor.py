"""Editing a draft: saved and checked while one types, and never in another file or place."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.rulebook.room import Desk, at
from webcare_desk.protocol.versions import drafts, drop_draft, save_text, text_of

__all__ = ["at"]


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
