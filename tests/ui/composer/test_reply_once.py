"""A reply leaves once, and its locked phrases stay locked wherever its author went meanwhile."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.showing import show
from webcare_desk.app import App
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.composer import Composer
from webcare_desk.ui.workplace import Workplace

PHRASE = "We kennen je situatie niet"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def free() -> Iterator[Event]:
    """Return what lets a busy worker go on; at the end it is free in any case."""
    event = Event()
    yield event
    event.set()


def filled(pane: CommentPane, qtbot: QtBot) -> Composer:
    """Fill the reply to a medical question in and return the composer."""
    pane.composer.focus_reply("medical-question-doctor")
    qtbot.waitUntil(lambda: PHRASE in pane.composer.text)
    return pane.composer


def test_a_second_key_press_on_a_busy_desk_sends_nothing_twice(
    pane: CommentPane, desk_app: App, free: Event, qtbot: QtBot
) -> None:
    composer = pane.composer
    composer.focus_reply()
    composer.reply.edit.setPlainText("Dank je wel voor je bericht en tot ziens.")
    pane._work.tasks.act(free.wait)
    QTest.keyClick(composer.reply.edit, Qt.Key.Key_Return, CTRL)
    composer._tell_language(None)
    assert not composer.reply.send.isEnabled()
    QTest.keyClick(composer.reply.edit, Qt.Key.Key_Return, CTRL)
    free.set()
    qtbot.waitUntil(lambda: composer.text == "")
    assert len(desk_app.desk.read.deliveries_of(1)) == 1
    composer.reply.edit.setPlainText("Dank je wel voor je bericht en tot ziens.")
    composer.reply.send.click()
    qtbot.waitUntil(composer.reply.problem.isVisible)
    assert "on their way" in composer.reply.problem.text()
    assert composer.reply.send.isEnabled()


def test_a_locked_phrase_stays_locked_when_its_author_comes_back(
    pane: CommentPane, qtbot: QtBot
) -> None:
    composer = filled(pane, qtbot)
    composer.reply.edit.setPlainText(composer.text.replace(PHRASE, "We geven het misschien door"))
    assert not composer.reply.send.isEnabled()
    show(pane, qtbot, 4)
    show(pane, qtbot, 1)
    assert "misschien" in composer.text
    assert not composer.reply.send.isEnabled()


def test_the_draft_of_an_earlier_day_shows_its_template_itself(
    pane: CommentPane, chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    composer = filled(pane, qtbot)
    composer.keep()
    store, actor = desk_app.desk.store, chief_place.actor
    qtbot.waitUntil(lambda: PHRASE in store.draft(1, actor.moderator))
    later = CommentPane(chief_place)
    qtbot.addWidget(later)
    later.show()
    show(later, qtbot, 1)
    later.composer.reply.send.click()
    qtbot.waitUntil(lambda: bool(desk_app.desk.read.deliveries_of(1)))
    assert desk_app.desk.read.deliveries_of(1)[0].template == "medical-question-doctor"


def test_words_of_ones_own_began_as_no_template(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    pane.composer.reply.edit.setPlainText("Wat naar voor je, hopelijk gaat het gauw beter!")
    show(pane, qtbot, 4)
    show(pane, qtbot, 1)
    assert pane.composer.reply.send.isEnabled()
    pane.composer.reply.send.click()
    qtbot.waitUntil(lambda: bool(desk_app.desk.read.deliveries_of(1)))
    assert desk_app.desk.read.deliveries_of(1)[0].template is None
