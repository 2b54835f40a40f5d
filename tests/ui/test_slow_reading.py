"""Nothing false stands on the screen, and nothing acts on it, while a comment is being read."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.places import PLACES

_WORKERS = 3


@pytest.fixture
def at_work(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[MainWindow, Event]]:
    """Return the window with a comment on the screen, and what lets its readers go on."""
    qtbot.waitUntil(lambda: window.panes.are_ready)
    for place in PLACES:
        window.queues.choose(place)
        if window.inbox.model.rowCount() > 1:
            break
    window.inbox.go(1)
    qtbot.waitUntil(lambda: not window.comment.is_reading and window.shown is not None)
    qtbot.waitUntil(window.panes.protocol._page.isVisible)
    free = Event()
    for _ in range(_WORKERS):
        window._work.tasks.run(free.wait, lambda _: None)
    yield window, free
    free.set()


def test_what_is_not_read_yet_is_not_told_as_if_it_were(
    at_work: tuple[MainWindow, Event], qtbot: QtBot
) -> None:
    window, free = at_work
    window.inbox.go(1)
    assert window.comment.is_reading
    qtbot.waitUntil(lambda: not window.comment.header.isVisible())
    qtbot.waitUntil(lambda: not window.panes.protocol._page.isVisible())
    free.set()
    qtbot.waitUntil(window.comment.header.isVisible)
    qtbot.waitUntil(window.panes.protocol._page.isVisible)


def test_a_command_waits_for_the_comment_that_it_is_about(
    at_work: tuple[MainWindow, Event], qtbot: QtBot
) -> None:
    window, free = at_work
    window.inbox.go(1)
    window.acts.run(next(each for each in COMMANDS if each.id == "escalate"))
    assert window.findChildren(EscalationDialog) == []
    free.set()
    qtbot.waitUntil(lambda: bool(window.findChildren(EscalationDialog)))
    assert not window.comment.is_reading


def test_what_was_asked_for_is_forgotten_with_the_comment(
    at_work: tuple[MainWindow, Event], qtbot: QtBot
) -> None:
    window, free = at_work
    window.inbox.go(1)
    window.acts.run(next(each for each in COMMANDS if each.id == "escalate"))
    window.acts.run(next(each for each in COMMANDS if each.id == "previous"))
    free.set()
    qtbot.waitUntil(lambda: not window.comment.is_reading)
    QApplication.processEvents()
    assert window.findChildren(EscalationDialog) == []


def test_long_work_keeps_no_reading_waiting(window: MainWindow, qtbot: QtBot) -> None:
    free = Event()
    for _ in range(2 * _WORKERS):
        window._work.tasks.run_long(free.wait)
    read = list[int]()
    window._work.tasks.run(lambda: 7, read.append)
    qtbot.waitUntil(lambda: read == [7])
    free.set()
