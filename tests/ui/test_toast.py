"""What is held can be undone as long as it is held, also after an undoing that was refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.walk import dialog_of, entries, pick, press, type_in, waits
from webcare_desk import actions
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import BusyError
from webcare_desk.ui.language import speaking
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.palette import Palette

_HOLD = 600_000_000


def test_what_was_not_called_back_can_be_called_back_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, by, toast = window._work.app.desk, window._work.actor, window.panes.toast
    desk.perform(actions.QueueReply(3, "Dank je wel!", None, _HOLD), by)
    qtbot.waitUntil(toast.isVisible)
    said: list[str] = []
    window._work.tasks.problem.connect(said.append)

    def refuse(*_: object) -> None:
        msg = "The database is busy."
        raise BusyError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(actions.CancelDelivery, "apply", refuse)
        toast.undo()
        assert not toast.isVisible()
        qtbot.waitUntil(lambda: said == ["The database is busy."])
    qtbot.waitUntil(toast.isVisible)
    toast.undo()
    qtbot.waitUntil(lambda: not desk.read.deliveries_in(DeliveryState.HELD))
    assert not toast.isVisible()


def hold(window: MainWindow, qtbot: QtBot, comment: int, words: str) -> None:
    """Let a reply to a comment be held, and wait for its toast."""
    desk, by = window._work.app.desk, window._work.actor
    desk.perform(actions.QueueReply(comment, words, None, _HOLD), by)
    qtbot.waitUntil(window.panes.toast.isVisible)


def test_the_words_of_a_reply_that_is_called_back_return_to_the_field(
    window: MainWindow, qtbot: QtBot
) -> None:
    composer = window.comment.composer
    window.show_comment(3)
    qtbot.waitUntil(lambda: window.comment.sheet is not None)
    hold(window, qtbot, 3, "Dank je wel!")
    window.panes.toast.undo()
    qtbot.waitUntil(lambda: composer.text == "Dank je wel!")


def test_the_words_for_another_comment_become_its_draft_unless_one_was_begun(
    window: MainWindow, qtbot: QtBot
) -> None:
    read, me = window._work.app.desk.read, window._work.actor.moderator
    composer, toast = window.comment.composer, window.panes.toast
    window.show_comment(4)
    qtbot.waitUntil(lambda: window.comment.sheet is not None)
    hold(window, qtbot, 3, "Dank je wel!")
    toast.undo()
    qtbot.waitUntil(lambda: read.draft(3, me) == "Dank je wel!")
    assert composer.text == ""
    hold(window, qtbot, 3, "Nog een keer dank.")
    with qtbot.waitSignal(toast.undone):
        toast.undo()
    assert composer.drafts.latest(3, "") == "Dank je wel!"


def close_now(window: MainWindow, qtbot: QtBot, comment: int) -> None:
    """Close a comment by its keys: no reply is needed."""
    pick(window, qtbot, comment)
    press(Qt.Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    press(Qt.Key.Key_2)
    waits(qtbot, lambda: entries(window, "close", comment))
    waits(qtbot, window.panes.toast.isVisible)


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.panes.toast.findChildren(QLabel))


def test_a_closing_says_so_and_opens_again_while_it_is_said(
    window: MainWindow, qtbot: QtBot
) -> None:
    read, toast = window._work.app.desk.read, window.panes.toast
    window.status.say("Something of before.")
    close_now(window, qtbot, 3)
    assert said(window) == "Closed · No reply needed"
    assert window.status.currentMessage() == ""
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    waits(qtbot, lambda: entries(window, "reopen", 3))
    work = read.work(3)
    assert work is not None
    assert work.queue is Queue.OTHER
    waits(qtbot, lambda: window.status.currentMessage() == "Comment 3 is open again.")
    assert not toast.isVisible()


def test_what_was_done_last_is_undone_first(window: MainWindow, qtbot: QtBot) -> None:
    hold(window, qtbot, 4, "Dank je wel!")
    close_now(window, qtbot, 3)
    waits(qtbot, lambda: said(window).startswith("Closed"))
    window.panes.toast._forget()
    assert said(window).startswith("Reply held"), "what is held is said again"
    window.panes.toast.tell("Closed", lambda: None)
    hold(window, qtbot, 6, "Dank je wel!")
    waits(qtbot, lambda: said(window).startswith("Reply held"))


def test_a_comment_that_is_called_something_else_says_so(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 3)
    press(Qt.Key.Key_T)
    palette = dialog_of(Palette, qtbot)
    assert isinstance(palette, Palette)
    offered = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert len(offered) == len(Category)
    assert offered[:2] == ["Thanks", "Adverse event"], "what it is called, then the common ones"
    type_in("cris")
    press(Qt.Key.Key_Return)
    waits(qtbot, lambda: window.status.currentMessage() == "Now called: Crisis")
    work = window._work.app.desk.read.work(3)
    assert work is not None
    assert (work.category, work.queue) == (Category.CRISIS, Queue.CRISIS)


def test_why_nothing_was_called_back_is_said_in_the_windows_language(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    desk, by, said = window._work.app.desk, window._work.actor, list[str]()
    hold(window, qtbot, 3, "Dank je wel!")
    (held,) = desk.read.deliveries_in(DeliveryState.HELD)
    window._work.tasks.problem.connect(said.append)
    with speaking(qapp, "nl"):
        desk.perform(actions.CancelDelivery(held.id), by)  # somebody else was quicker
        window.panes.toast.undo()
        qtbot.waitUntil(lambda: bool(said))
    assert said == ["Het is niet onderweg: er is niets om terug te halen."]
