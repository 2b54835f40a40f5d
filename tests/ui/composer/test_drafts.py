"""What a person types survives; a note stays on the desk."""

from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.showing import show
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import StoreError
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.composer import Composer

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_a_draft_comes_back_after_another_comment_and_after_a_restart(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    pane.composer.reply.edit.setPlainText("Beste Jan, half")
    show(pane, qtbot, 4)
    assert pane.composer.text == ""
    show(pane, qtbot, 1)
    assert pane.composer.text == "Beste Jan, half"
    read = desk_app.desk.read
    qtbot.waitUntil(lambda: read.draft(1, chief.moderator) == "Beste Jan, half")
    again = CommentPane(pane._work)
    qtbot.addWidget(again)
    show(again, qtbot, 1)
    assert again.composer.text == "Beste Jan, half"


def test_what_was_read_while_a_draft_was_being_kept_does_not_take_its_place(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    drafts, read = pane.composer.drafts, desk_app.desk.read
    stored = read.draft(4, chief.moderator)  # asked for before the draft was kept
    drafts.typed(4, "Beste Jan, half")
    drafts.flush()
    qtbot.waitUntil(lambda: 4 in drafts._kept)
    assert drafts.latest(4, stored) == "Beste Jan, half"
    drafts.asking()
    assert drafts.latest(4, read.draft(4, chief.moderator)) == "Beste Jan, half"
    assert drafts.latest(4, "as another window left it") == "as another window left it"


def test_a_draft_that_is_still_being_kept_counts_when_another_comment_is_asked_for(
    pane: CommentPane, qtbot: QtBot
) -> None:
    drafts = pane.composer.drafts
    drafts.typed(4, "half")
    drafts.flush()
    qtbot.waitUntil(lambda: 4 in drafts._kept)
    drafts.typed(4, "half, and more")
    drafts.flush()
    drafts.asking()
    assert drafts.latest(4, "half") == "half, and more"


def test_a_half_written_note_waits_for_its_comment(pane: CommentPane, qtbot: QtBot) -> None:
    pane.composer.note.edit.setPlainText("Nog bellen")
    show(pane, qtbot, 4)
    assert pane.composer.note.edit.toPlainText() == ""
    show(pane, qtbot, 1)
    assert pane.composer.note.edit.toPlainText() == "Nog bellen"


def test_a_half_written_note_is_kept_while_it_is_being_typed(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    pane.composer.note.edit.setPlainText("Nog bellen")
    qtbot.waitUntil(lambda: desk_app.desk.read.draft(1, f"{chief.moderator}/note") == "Nog bellen")
    again = CommentPane(pane._work)
    qtbot.addWidget(again)
    show(again, qtbot, 1)
    assert again.composer.note.edit.toPlainText() == "Nog bellen"


def test_closing_the_window_keeps_the_last_letters(
    pane: CommentPane, desk_app: App, chief: Actor
) -> None:
    pane.composer.reply.edit.setPlainText("Net getypt")
    pane.composer.note.edit.setPlainText("Nog bellen")
    pane.close()
    pane._work.tasks.close()
    assert desk_app.desk.read.draft(1, chief.moderator) == "Net getypt"
    assert desk_app.desk.read.draft(1, f"{chief.moderator}/note") == "Nog bellen"


def test_words_that_are_typed_while_sending_stay(composer: Composer, qtbot: QtBot) -> None:
    composer.reply.edit.setPlainText("Dank je.")
    composer._send()
    composer.reply.edit.setPlainText("Dank je. En nog iets")
    qtbot.waitUntil(lambda: bool(composer.deliveries._states))
    assert composer.text == "Dank je. En nog iets"


def test_a_sent_reply_is_no_draft_any_more(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    pane.composer.reply.edit.setPlainText("Dank je.")
    pane.composer._send()
    show(pane, qtbot, 4)
    qtbot.waitUntil(lambda: bool(desk_app.desk.read.deliveries_of(1)))
    qtbot.waitUntil(lambda: desk_app.desk.read.draft(1, chief.moderator) == "")
    show(pane, qtbot, 1)
    assert pane.composer.text == ""


def test_a_note_stays_on_the_desk_and_has_no_way_out(
    composer: Composer, desk_app: App, qtbot: QtBot
) -> None:
    composer.focus_note()
    words = [each.text() for each in composer.note.findChildren(QPushButton)]
    assert words == ["Save note (Ctrl+Enter)"]
    QTest.keyClick(composer.note.edit, Key.Key_Return, CTRL)
    composer.note.edit.setPlainText("Bel PV.")
    QTest.keyClick(composer.note.edit, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: composer.note.edit.toPlainText() == "")
    qtbot.waitUntil(lambda: "Bel PV." in composer.note.notes.toPlainText())
    assert "Ann Chief" in composer.note.notes.toPlainText()
    assert composer.tabs.tabText(1) == "Private notes (1)"
    assert desk_app.desk.read.deliveries_of(1) == []


def test_words_that_are_typed_while_a_note_is_saved_stay(composer: Composer, qtbot: QtBot) -> None:
    composer.note.edit.setPlainText("Bel PV.")
    composer.note.save.click()
    composer.note.edit.setPlainText("Bel PV. En de arts")
    qtbot.waitUntil(lambda: "Bel PV." in composer.note.notes.toPlainText())
    assert composer.note.edit.toPlainText() == "Bel PV. En de arts"


def test_a_note_that_was_saved_on_the_way_to_another_comment_does_not_come_back(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    writer = f"{chief.moderator}/note"
    pane.composer.note.edit.setPlainText("Bel PV.")
    pane.composer.keep()  # as when the window locks
    qtbot.waitUntil(lambda: desk_app.desk.read.draft(1, writer) == "Bel PV.")
    pane.composer.note.save.click()
    show(pane, qtbot, 4)
    qtbot.waitUntil(lambda: desk_app.desk.read.draft(1, writer) == "")
    show(pane, qtbot, 1)
    assert pane.composer.note.edit.toPlainText() == ""
    assert "Bel PV." in pane.composer.note.notes.toPlainText()


def test_a_note_that_was_begun_while_another_was_saved_comes_back(
    pane: CommentPane, qtbot: QtBot
) -> None:
    pane.composer.note.edit.setPlainText("Bel PV.")
    pane.composer.note.save.click()
    pane.composer.note.edit.setPlainText("En de arts")
    show(pane, qtbot, 4)
    show(pane, qtbot, 1)
    qtbot.waitUntil(lambda: "Bel PV." in pane.composer.note.notes.toPlainText())
    assert pane.composer.note.edit.toPlainText() == "En de arts"


def test_a_note_that_fails_keeps_its_words(
    composer: Composer, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    desk_app.desk.perform(actions.LogOut(), chief)
    composer.note.edit.setPlainText("Bel PV.")
    composer.focus_note()
    composer.note.save.click()
    qtbot.waitUntil(composer.note.problem.isVisible)
    assert composer.note.edit.toPlainText() == "Bel PV."
    assert composer.note.save.isEnabled()


def test_a_draft_that_cannot_be_kept_is_a_sentence_and_stays(
    composer: Composer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> NoReturn:
        msg = "There is no room left on the disk."
        raise StoreError(msg)

    monkeypatch.setattr(type(composer._work.app.desk.store), "keep_draft", full)
    with qtbot.waitSignal(composer._work.tasks.problem) as told:
        composer.reply.edit.setPlainText("Dank je.")
    assert told.args == ["There is no room left on the disk."]
    assert composer.drafts.latest(1, "") == "Dank je."
