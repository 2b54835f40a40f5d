"""Where a person goes is what is shown: a comment far down, a queue after a search, the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.walk import pick, press, shown, type_in, waits
from webcare_desk.actions import Close
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.inbox import fresh
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.places import PAGE, PLACES, Listing

Key = Qt.Key


@pytest.fixture
def deep(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return a comment that stands below the rows that a list loads by itself."""
    monkeypatch.setattr(fresh, "MOST", PAGE)
    batch = [remote(1000 + n, f"P{n}", "Thank you for the lovely recipe") for n in range(PAGE + 8)]
    return ingest(window._work.app, *batch)[-1]


def test_a_comment_far_down_its_queue_is_shown_without_its_row(
    window: MainWindow, deep: int, qtbot: QtBot
) -> None:
    said: list[str] = []
    window._work.tasks.problem.connect(said.append)
    window.acts.open_comment(deep)
    assert shown(window, qtbot) == deep
    assert window.inbox.model.row_of(deep) is None
    assert said == [f"Comment {deep} is shown; in this list it stands further down."]
    window.inbox.load_new()
    assert window.shown == deep, "it stays when the list is loaded anew"
    window.inbox.go(1)
    assert window.shown in window.inbox.model.loaded.comments


def test_the_row_of_a_comment_far_down_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    batch = [remote(1000 + n, f"P{n}", "Thank you for the lovely recipe") for n in range(PAGE + 8)]
    comment = ingest(window._work.app, *batch)[-1]
    window.acts.open_comment(comment)
    assert shown(window, qtbot) == comment
    view = window.inbox.view
    [row] = view.selectionModel().selectedRows()
    assert row.row() > PAGE
    assert view.viewport().rect().contains(view.visualRect(row).center())


def test_a_comment_of_another_queue_is_not_kept(
    window: MainWindow, deep: int, qtbot: QtBot
) -> None:
    pick(window, qtbot, 1)
    window.inbox.show_listing(Listing(Queue.OTHER), keep=1)
    assert window.inbox.model.row_of(deep) is None, "there is more of that list"
    assert window.shown is None


def test_what_else_an_author_wrote_is_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    ingest(window._work.app, remote(99, "Jan de V.", "The lovely recipe again, thank you"))
    pick(window, qtbot, 1)
    press(Key.Key_W)
    assert window.top.search.text() == 'from:"Jan de V."'
    assert window.inbox.model.loaded.comments == {1, 9}
    assert shown(window, qtbot) == 9


def test_an_author_without_a_name_is_not_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window._work.tasks.problem.connect(said.append)
    [nameless] = ingest(window._work.app, remote(99, " ", "The lovely recipe again"))
    pick(window, qtbot, nameless)
    press(Key.Key_W)
    assert said == ["The author of this comment has no name."]
    assert not window.top.search.text()


def test_a_search_that_finds_nobody_says_why(window: MainWindow) -> None:
    for typed, sentence in (
        ("zzz", "No comment holds all these words."),
        ("from:", "No name stands after from: (or van:), such as from:jan."),
        ("from:zzz", "Nobody whose name begins with “zzz” has written here."),
        ("from:jan zzz", "No comment of anybody whose name begins with “jan” holds this."),
    ):
        window.top.search.look_for(typed)
        assert window.inbox._empty.text() == sentence
        assert window.inbox._empty.isVisibleTo(window)


def test_a_click_on_the_queue_one_came_from_leaves_the_search(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.queues.choose(Queue.SAFETY)
    press(Key.Key_Slash)
    type_in("recipe")
    press(Key.Key_Return)
    assert shown(window, qtbot) == 3
    window.queues.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.inbox.model.listing.words == "recipe", "the focus alone chooses no queue"  # type: ignore[union-attr]  # it shows one
    place = window.queues.model().index(PLACES.index(Queue.SAFETY), 0)
    spot = window.queues.visualRect(place).center()
    QTest.mouseClick(window.queues.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not window.inbox.model.listing.words  # type: ignore[union-attr]  # it shows one
    assert not window.top.search.text()


def test_the_keys_scroll_what_is_read(window: MainWindow, qtbot: QtBot) -> None:
    [comment] = ingest(window._work.app, remote(90, "Lang", "Een lange regel.\n" * 100))
    pick(window, qtbot, comment)
    press(Key.Key_Return)
    reading = QApplication.focusWidget()
    assert reading is not None
    assert reading.accessibleName() == "Thread"
    bar = window.comment.thread_view.verticalScrollBar()
    waits(qtbot, bar.maximum)
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        before = bar.value()
        press(key)
        assert bar.value() > before
    assert bar.value() == bar.maximum()
    press(Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    press(Key.Key_Home)
    assert bar.value() == bar.minimum()


def test_a_search_and_a_look_into_another_queue_lose_nobody_s_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.queues.choose(Queue.OTHER)
    for _ in range(3):
        press(Key.Key_J)
    comment, row = shown(window, qtbot), window.inbox.view.currentIndex().row()
    assert row == 2
    press(Key.Key_Slash)
    type_in("recipe")
    press(Key.Key_Return)
    assert shown(window, qtbot) != comment
    press(Key.Key_Escape)
    assert (window.shown, window.inbox.view.currentIndex().row()) == (comment, row)
    press(Key.Key_2)
    assert window.shown != comment
    press(Key.Key_5)
    assert (window.shown, window.inbox.view.currentIndex().row()) == (comment, row)


def test_a_comment_that_has_left_its_queue_is_not_shown_there_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    work = window._work
    comment = pick(window, qtbot, 3)
    assert comment in window.inbox.model.loaded.comments
    press(Key.Key_2)
    work.app.desk.perform(Close(comment, Reason.NO_REPLY_NEEDED), work.actor)
    press(Key.Key_5)
    assert window.shown is None
    bar = window.panes.protocol.verticalScrollBarPolicy()
    assert bar is Qt.ScrollBarPolicy.ScrollBarAlwaysOff, "no scroll bar stays beside nothing"
