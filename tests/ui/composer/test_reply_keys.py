"""The reply by the keyboard alone: into it with a template, from blank to blank, and out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.showing import show
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.composer import Composer

Key = Qt.Key


def tab(composer: Composer, key: Key = Key.Key_Tab) -> str:
    """Press a key in the reply and return what is selected there, or that it was left."""
    edit = composer.reply.edit
    QTest.keyClick(edit, key)
    return edit.textCursor().selectedText() if edit.hasFocus() else "left"


@pytest.mark.parametrize("text", ["", "Dank je wel.", "Beste {{ a }}, dank je voor {{ b }}."])
def test_tab_leaves_the_reply_behind_its_last_blank(composer: Composer, text: str) -> None:
    composer.window().activateWindow()
    edit = composer.reply.edit
    edit.setPlainText(text)
    edit.setFocus()
    blanks = [word for word in ("{{ a }}", "{{ b }}") if word in text]
    assert [tab(composer) for _ in (*blanks, "out")] == [*blanks, "left"]
    assert QApplication.focusWidget() is composer.reply.template
    edit.setFocus()
    assert tab(composer, Key.Key_Backtab) == "left"
    assert edit.toPlainText() == text


def test_an_empty_reply_begins_with_the_recommended_template(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.window().activateWindow()
    composer.begin_reply()
    assert composer.reply.edit.hasFocus()
    qtbot.waitUntil(lambda: composer.text.startswith("Beste Jan"))
    text = composer.text
    composer.begin_reply()
    assert not composer._beginning.is_waiting
    assert composer.text == text
    QTest.keyClicks(composer.reply.edit, " Own words.")
    body, _, sign_off = text.rpartition("\n")
    assert composer.text == f"{body} Own words.\n{sign_off}"


@pytest.mark.parametrize(
    ("draft", "after"),
    [
        ("Dag Jan,\ndank je.\n\nGroet, Ann\n", "Dag Jan,\ndank je.+\n\nGroet, Ann\n"),
        ("Dank je 😊", "Dank je 😊+"),
        ("", "+"),
    ],
)
def test_a_draft_is_written_on_behind_its_body(composer: Composer, draft: str, after: str) -> None:
    composer.window().activateWindow()
    composer.reply.edit.setPlainText(draft)
    composer.focus_reply()
    QTest.keyClicks(composer.reply.edit, "+")
    assert composer.text == after
    composer.focus_reply()
    QTest.keyClicks(composer.reply.edit, "+")
    assert composer.text == after.replace("+", "++"), "the caret stays where it stands"


def test_no_template_comes_over_what_is_typed_meanwhile(
    composer: Composer, pane: CommentPane, qtbot: QtBot
) -> None:
    composer.window().activateWindow()
    composer.begin_reply()
    QTest.keyClicks(composer.reply.edit, "Dag")
    qtbot.waitUntil(lambda: not composer._beginning.is_waiting)
    assert composer.text == "Dag"
    composer.reply.edit.clear()
    composer.begin_reply()
    composer.focus_note()
    qtbot.waitUntil(lambda: not composer._beginning.is_waiting)
    assert composer.text == ""
    assert composer.note.edit.hasFocus()
    show(pane, qtbot, 2)
    assert composer.text == ""
