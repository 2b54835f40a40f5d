"""Logging out while a platform is slow: the next person is asked at once, and nothing is cut off."""

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.people import log_in
from webcare_desk.ui import start
from webcare_desk.ui.left import Left
from webcare_desk.ui.login import Entry
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.ticks import Ticks
from webcare_desk.vault.secret import Secret

_LONGEST = 20  # seconds, after which a test that waits in vain fails


class Slow:
    """A platform that answers when it is told to."""

    def __init__(self) -> None:
        """Have been asked nothing yet."""
        self.began, self.may_end, self.ended = (threading.Event() for _ in range(3))

    def answer(self) -> None:
        """Answer, when it may."""
        self.began.set()
        self.may_end.wait(_LONGEST)
        self.ended.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Return a platform that is asked as soon as the window is there, and no other job."""
    monkeypatch.setattr(Ticks, "start", lambda _: None)
    return Slow()


def ask_and_log_out(slow: Slow, window: MainWindow) -> None:
    window._work.tasks.run_long(slow.answer)
    assert slow.began.wait(_LONGEST)
    window.acts.log_out()


def enter_again(app: App, chief: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next person be the same one, without a form."""
    entered = partial(log_in, app.desk, "chief", Secret(PASSWORD), chief.role)
    monkeypatch.setattr(start, "_enter", lambda *_: Entry(entered(), ""))


def test_the_next_person_is_asked_while_a_platform_is_slow(
    desk_app: App, chief: Actor, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    was_ended: list[bool] = []

    def give_up(*_: object) -> Entry | None:
        was_ended.append(slow.ended.is_set())
        slow.may_end.set()
        return None

    monkeypatch.setattr(start, "_enter", give_up)
    start.run_window(desk_app, chief, on_ready=lambda window: ask_and_log_out(slow, window))
    assert was_ended == [False]
    assert slow.ended.is_set(), "before the desk is closed it has ended"


def test_the_jobs_begin_again_only_when_those_of_before_have_ended(
    desk_app: App, chief: Actor, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    windows: list[MainWindow] = []
    was_ended: list[bool] = []

    def on_ready(window: MainWindow) -> None:
        windows.append(window)
        if len(windows) == 1:
            ask_and_log_out(slow, window)
        else:
            was_ended.append(slow.ended.is_set())
            slow.may_end.set()

    def begin(_: Ticks) -> None:
        if len(windows) > 1:
            was_ended.append(slow.ended.is_set())
            windows[-1].acts.quit()

    monkeypatch.setattr(Ticks, "start", begin)

    enter_again(desk_app, chief, monkeypatch)
    start.run_window(desk_app, chief, on_ready=on_ready)
    assert was_ended == [False, True]


def test_the_jobs_begin_beside_what_only_reads(
    desk_app: App, chief: Actor, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    windows: list[MainWindow] = []
    was_ended: list[bool] = []

    def on_ready(window: MainWindow) -> None:
        windows.append(window)
        if len(windows) == 1:
            window._work.tasks.read_long(slow.answer, lambda _: None)
            assert slow.began.wait(_LONGEST)
            window.acts.log_out()

    def begin(_: Ticks) -> None:
        if len(windows) > 1:
            was_ended.append(slow.ended.is_set())
            slow.may_end.set()
            windows[-1].acts.quit()

    monkeypatch.setattr(Ticks, "start", begin)

    enter_again(desk_app, chief, monkeypatch)
    start.run_window(desk_app, chief, on_ready=on_ready)
    assert was_ended == [False]
    assert slow.ended.is_set(), "before the desk is closed it has ended"


def test_what_has_ended_is_let_go_of(desk_app: App, chief: Actor, qtbot: QtBot) -> None:
    del qtbot
    left = Left()
    tasks = Tasks(desk_app.desk, chief)
    left.leave(tasks, "a window")
    left.close()
    left.forget()
    assert left._kept == []
