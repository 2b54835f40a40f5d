"""Ctrl+Z gives back what was just done to a comment: whose it is, and what it is called."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_toast import said
from tests.ui.walk import back_to, dialog_of, entries, pick, press, type_in, waits
from webcare_desk import actions, casework
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Work
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.palette import Palette


def work(window: MainWindow, comment: int) -> Work:
    found = window._work.app.desk.read.work(comment)
    assert found is not None
    return found


def take_back(window: MainWindow, qtbot: QtBot) -> None:
    """Press Ctrl+Z in the list."""
    back_to(window, qtbot)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def call(qtbot: QtBot, letters: str) -> None:
    """Call the comment something else by its key."""
    press(Qt.Key.Key_T)
    assert isinstance(dialog_of(Palette, qtbot), Palette)
    type_in(letters)
    press(Qt.Key.Key_Return)


def test_a_claim_is_given_back_and_a_release_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    me, toast = window._work.actor.moderator, window.panes.toast
    pick(window, qtbot, 3)
    press(Qt.Key.Key_C)
    waits(qtbot, lambda: said(window) == "Claimed")
    assert work(window, 3).claimed_by == me
    take_back(window, qtbot)
    waits(qtbot, lambda: work(window, 3).claimed_by is None)
    waits(qtbot, lambda: window.status.currentMessage() == "Undone.")
    assert not toast.isVisible()
    window.acts._deeds.claim(3)
    waits(qtbot, lambda: work(window, 3).claimed_by == me and said(window) == "Claimed")
    window.acts._deeds.claim(3)
    waits(qtbot, lambda: said(window) == "Released")
    take_back(window, qtbot)
    waits(qtbot, lambda: work(window, 3).claimed_by == me)


def test_a_comment_goes_back_to_whom_it_was_assigned(window: MainWindow, qtbot: QtBot) -> None:
    me = window._work.actor.moderator
    window._work.app.desk.perform(actions.Assign(3, me), window._work.actor)
    pick(window, qtbot, 3)
    menu = window.acts._deeds.assign(3)
    menu.actions()[-1].trigger()
    menu.close()
    waits(qtbot, lambda: said(window) == "Assigned to: Nobody")
    assert work(window, 3).assigned_to is None
    take_back(window, qtbot)
    waits(qtbot, lambda: work(window, 3).assigned_to == me)


def test_a_comment_is_called_again_what_it_was(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 3)
    call(qtbot, "complaint")
    waits(qtbot, lambda: said(window) == "Now called: Complaint")
    before = work(window, 3)
    assert before.category is Category.COMPLAINT
    take_back(window, qtbot)
    waits(qtbot, lambda: entries(window, "classify", 3) == 2)
    after = work(window, 3)
    assert (after.category, after.queue) == (Category.THANKS, Queue.OTHER)


def test_what_somebody_changed_since_is_not_undone(window: MainWindow, qtbot: QtBot) -> None:
    desk, by = window._work.app.desk, window._work.actor
    kept = "It was changed since: nothing was undone. See its timeline."
    pick(window, qtbot, 3)
    call(qtbot, "complaint")
    waits(qtbot, lambda: said(window) == "Now called: Complaint")
    casework.classify(desk, window._work.app.protocol, 3, Category.ADVERSE_EVENT, by)
    take_back(window, qtbot)
    waits(qtbot, lambda: window.status.currentMessage() == kept)
    assert work(window, 3).category is Category.ADVERSE_EVENT
    menu = window.acts._deeds.assign(3)
    menu.actions()[-1].trigger()
    menu.close()
    waits(qtbot, lambda: said(window) == "Assigned to: Nobody")
    desk.perform(actions.Assign(3, by.moderator), by)
    window.status.say("Something of before.")
    take_back(window, qtbot)
    waits(qtbot, lambda: window.status.currentMessage() == kept)
    assert work(window, 3).assigned_to == by.moderator


def test_what_cannot_be_undone_ends_what_was_said_before(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 3)
    call(qtbot, "complaint")
    waits(qtbot, lambda: said(window) == "Now called: Complaint")
    back_to(window, qtbot)
    call(qtbot, "adverse")
    waits(qtbot, lambda: window.status.currentMessage() == "Now called: Adverse event")
    assert not window.panes.toast.isVisible()
    take_back(window, qtbot)
    none = "Nothing was just done that can be undone."
    waits(qtbot, lambda: window.status.currentMessage() == none)
    assert work(window, 3).category is Category.ADVERSE_EVENT


def test_what_begins_a_clock_of_pvs_is_not_undone_by_a_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, 3)
    call(qtbot, "adverse")
    waits(qtbot, lambda: window.status.currentMessage() == "Now called: Adverse event")
    take_back(window, qtbot)
    waits(
        qtbot,
        lambda: window.status.currentMessage() == "Nothing was just done that can be undone.",
    )
    assert work(window, 3).category is Category.ADVERSE_EVENT
