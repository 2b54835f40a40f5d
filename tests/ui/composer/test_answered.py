"""Who writes a reply is asked first where a colleague's went out since it was begun."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.showing import show
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.comment.pane import CommentPane

MINE = "Dear Tom, how very nice to read."
THEIRS = "Thank you so much, Tom, from all of us."
HOLD = 600_000_000


def answer(app: App, pane: CommentPane, actor: Actor, qtbot: QtBot, text: str = THEIRS) -> int:
    """Let somebody answer the third comment, and wait until the pane shows that."""
    act = actions.QueueReply(3, text, None, HOLD)
    number = app.desk.perform(act, actor)

    def is_there() -> bool:
        sheet = pane.sheet
        return sheet is not None and any(each.id == number for each in sheet.file.deliveries)

    if pane.comment == 3:
        qtbot.waitUntil(is_there)
    return number


def bodies(app: App) -> list[str]:
    """Return what was queued for the third comment."""
    return [each.body for each in app.desk.read.deliveries_of(3)]


def asked(pane: CommentPane) -> QMessageBox:
    """Press the button that sends, and return the question."""
    pane.composer.reply.send.click()
    [question] = [each for each in pane.composer.findChildren(QMessageBox) if each.isVisible()]
    return question


def test_a_reply_after_a_colleagues_asks_once(
    pane: CommentPane, desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    show(pane, qtbot, 3)
    pane.composer.reply.edit.setPlainText(MINE)
    answer(desk_app, pane, moderator, qtbot)
    question = asked(pane)
    assert "Mo Derator answered" in question.text()
    assert question.informativeText() == THEIRS
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert bodies(desk_app) == [THEIRS]
    assert pane.composer.text == MINE
    question = asked(pane)
    [yes] = [each for each in question.findChildren(QPushButton) if "as well" in each.text()]
    yes.click()
    qtbot.waitUntil(lambda: MINE in bodies(desk_app))


def test_what_was_there_when_it_was_begun_is_no_question(
    pane: CommentPane, desk_app: App, moderator: Actor, chief: Actor, qtbot: QtBot
) -> None:
    answer(desk_app, pane, moderator, qtbot)
    show(pane, qtbot, 3)
    pane.composer.reply.edit.setPlainText(MINE)
    gone = answer(desk_app, pane, moderator, qtbot, "Something else that was undone again.")
    desk_app.desk.perform(actions.CancelDelivery(gone), moderator)
    answer(desk_app, pane, chief, qtbot, "Another one by the same author.")
    pane.composer.reply.send.click()
    qtbot.waitUntil(lambda: MINE in bodies(desk_app))


def test_a_draft_that_is_taken_up_again_asks_for_what_came_since(
    pane: CommentPane, desk_app: App, moderator: Actor, chief: Actor, qtbot: QtBot
) -> None:
    show(pane, qtbot, 3)
    pane.composer.reply.edit.setPlainText(MINE)
    pane.composer.keep()
    qtbot.waitUntil(lambda: desk_app.desk.read.draft(3, chief.moderator) == MINE)
    answer(desk_app, pane, moderator, qtbot)
    later = CommentPane(pane._work)
    qtbot.addWidget(later)
    later.show()
    show(later, qtbot, 3)
    assert "answered" in asked(later).text()
