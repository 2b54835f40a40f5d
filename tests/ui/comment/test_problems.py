"""What the line above a comment says is about that comment, and as long as it is true."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.showing import show
from webcare_desk import actions
from webcare_desk.domain.finding import Category
from webcare_desk.errors import BusyError
from webcare_desk.ui.comment import pane as module
from webcare_desk.ui.comment.pane import CommentPane


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let no comment be read until this is undone."""

    def refuse(*_: object) -> None:
        msg = "The database is busy."
        raise BusyError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(module, "read_sheet", refuse)
        yield patch


@pytest.fixture
def hold(pane: CommentPane) -> Iterator[Event]:
    """Let every act wait until this is set."""
    event = Event()
    pane._work.tasks.act(lambda: event.wait(15))
    yield event
    event.set()


def log_out(pane: CommentPane) -> None:
    pane._work.app.desk.perform(actions.LogOut(), pane._work.actor)


def test_a_reading_that_failed_is_forgotten_once_one_succeeds(
    pane: CommentPane, busy: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    pane.reload()
    qtbot.waitUntil(pane.problem.isVisible)
    busy.undo()
    pane.reload()
    qtbot.waitUntil(lambda: not pane.problem.isVisible())
    assert pane.header.isVisible()


def test_an_act_that_was_refused_is_not_forgotten_by_a_reading(
    pane: CommentPane, qtbot: QtBot
) -> None:
    log_out(pane)
    pane.header.claimed.emit(False)  # noqa: FBT003 - as the button does
    qtbot.waitUntil(pane.problem.isVisible)
    pane.reload()
    qtbot.waitUntil(lambda: not pane._reading.is_waiting)
    assert "log in again" in pane.problem.text()


def test_a_late_refusal_is_not_said_above_another_comment(
    pane: CommentPane, hold: Event, qtbot: QtBot
) -> None:
    said: list[str] = []
    pane._work.tasks.problem.connect(said.append)
    show(pane, qtbot, 3)
    pane._keep_category(3, Category.SPAM, None)
    pane.header.claimed.emit(False)  # noqa: FBT003 - as the button does
    show(pane, qtbot, 4)
    log_out(pane)
    hold.set()
    qtbot.waitUntil(lambda: sum(each.startswith("Comment 3: ") for each in said) > 1)
    assert "log in again" in said[-1] + said[0]
    assert "3" not in pane.problem.text()
    assert pane.sheet is not None
    assert pane.sheet.comment == 4


def test_a_late_refusal_does_not_end_the_reading_of_another_comment(
    pane: CommentPane, hold: Event, qtbot: QtBot
) -> None:
    show(pane, qtbot, 3)
    pane._keep_category(3, Category.SPAM, None)
    log_out(pane)
    unread: list[bool] = []
    said: list[str] = []
    free = Event()
    pane.unread.connect(lambda: unread.append(True))
    pane._work.tasks.problem.connect(said.append)
    for _ in range(3):
        pane._work.tasks.run(lambda: free.wait(15), lambda _: None)
    pane.show_comment(4)
    hold.set()
    qtbot.waitUntil(lambda: bool(said))
    assert pane.is_reading
    assert not unread
    free.set()
    qtbot.waitUntil(lambda: pane.sheet is not None)
