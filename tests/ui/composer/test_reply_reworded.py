"""A reply that was begun on other words than those that stand there now is read again first."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TEXTS, ingest, remote
from tests.ui.showing import show
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.comment.pane import CommentPane

NEW = "My husband passed away last night."
STOP = "The comment was reworded since you began: read it again"
HOLD = 600_000_000


def reword(app: App, pane: CommentPane, qtbot: QtBot, text: str = NEW, comment: int = 3) -> None:
    """Let the poster edit a comment, and wait until the pane shows that, if it shows the comment."""
    ingest(app, remote(comment, TEXTS[comment - 1][0], text))
    if pane.comment == comment:
        qtbot.waitUntil(lambda: pane.sheet is not None and pane.sheet.file.comment.text == text)


def begin(pane: CommentPane, qtbot: QtBot, words: str = "Dear Tom, how very nice") -> None:
    """Write a reply to the third comment."""
    show(pane, qtbot, 3)
    pane.composer.reply.edit.setPlainText(words)


def stops(pane: CommentPane) -> bool:
    """Say whether the reply stops for the words; it can be let go if and only if it does."""
    reply = pane.composer.reply
    lines = [reply._gates.itemAt(at) for at in range(reply._gates.count())]
    labels = [None if line is None else line.widget() for line in lines]
    said = any(isinstance(each, QLabel) and STOP in each.text() for each in labels)
    assert said is not reply.again.isHidden()
    assert said is not reply.send.isEnabled()
    return said


def test_a_reply_to_words_that_are_gone_stops_until_they_were_read(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    begin(pane, qtbot)
    assert not stops(pane)
    reword(desk_app, pane, qtbot)
    assert stops(pane)
    pane.composer.reply.edit.insertPlainText("and")
    assert stops(pane), "who types on may not have seen it"
    pane.composer.reply.again.click()
    assert not stops(pane)
    reword(desk_app, pane, qtbot, "Never mind.")
    assert stops(pane)
    pane.composer.reply.edit.clear()
    pane.composer.reply.edit.setPlainText("Our condolences, Tom, we are so sorry.")
    assert not stops(pane), "a new reply answers what stands there"


def test_a_template_that_is_chosen_for_the_new_words_answers_them(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    begin(pane, qtbot)
    reword(desk_app, pane, qtbot)
    pane.composer.focus_reply("thanks-back")
    qtbot.waitUntil(lambda: "how very nice" not in pane.composer.text)
    assert not stops(pane)


def test_a_draft_of_an_earlier_day_knows_the_words_it_was_begun_on(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    begin(pane, qtbot)
    show(pane, qtbot, 4)
    reword(desk_app, pane, qtbot)
    read = desk_app.desk.read
    qtbot.waitUntil(lambda: read.draft(3, chief.moderator).startswith("Dear"))
    later = CommentPane(pane._work)
    qtbot.addWidget(later)
    show(later, qtbot, 3)
    assert stops(later)
    later.composer.keep()  # before the other pane's: each keeps after a pause of its own
    show(pane, qtbot, 3)
    assert stops(pane)
    pane.composer.reply.again.click()
    pane.composer.keep()
    on = read.revisions(3)[-1].seen_at
    qtbot.waitUntil(lambda: read.drafted_on(3, chief.moderator) == on)
    assert not stops(pane)


@pytest.mark.parametrize("is_shown", [True, False])
def test_words_that_are_called_back_answer_what_they_answered(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot, *, is_shown: bool
) -> None:
    show(pane, qtbot, 3 if is_shown else 4)
    reply = desk_app.desk.perform(actions.QueueReply(3, "Dear Tom, thanks", None, HOLD), chief)
    reword(desk_app, pane, qtbot)
    delivery = desk_app.desk.perform(actions.CancelDelivery(reply), chief)
    pane.composer.bring_back(delivery)
    if not is_shown:
        show(pane, qtbot, 3)
    assert pane.composer.text == "Dear Tom, thanks"
    assert stops(pane)


def test_words_that_came_while_the_key_went_down_stop_it_too(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    begin(pane, qtbot)
    ingest(desk_app, remote(3, TEXTS[2][0], NEW))  # not shown yet
    pane.composer.reply.send.click()
    qtbot.waitUntil(pane.composer.reply.problem.isVisible)
    assert "reworded since this reply was begun" in pane.composer.reply.problem.text()
    assert desk_app.desk.read.deliveries_of(3) == []
