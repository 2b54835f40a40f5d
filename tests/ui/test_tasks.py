"""Work off the window's thread comes back on it: results, known errors, and bugs."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.ui.feed import Feed
from webcare_desk.ui.workplace import Workplace


def test_a_result_comes_back_on_the_window_thread(workplace: Workplace, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    main = threading.current_thread()

    def work() -> bool:
        return threading.current_thread() is main

    workplace.tasks.run(work, lambda was: seen.append((was, threading.current_thread() is main)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]


def test_acts_keep_their_order(workplace: Workplace, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(50):
        workplace.tasks.act(lambda number=number: number, seen.append)  # type: ignore[misc]  # a default argument has no type here
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_a_known_error_is_a_sentence_for_who_asked(workplace: Workplace, qtbot: QtBot) -> None:
    seen: list[WebcareError] = []
    workplace.tasks.perform(actions.AddNote(1, "  "), None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], RefusedError)


def test_a_known_error_that_nobody_takes_is_told(workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.tasks.problem) as told:
        workplace.tasks.perform(actions.AddNote(1, "  "))
    assert told.args == ["The note is empty."]


def test_a_bug_is_raised_on_the_window_thread(workplace: Workplace, qtbot: QtBot) -> None:
    def work() -> None:
        msg = "a bug"
        raise ZeroDivisionError(msg)

    with qtbot.captureExceptions() as raised:
        workplace.tasks.run(work, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_nothing_is_delivered_after_the_end(
    workplace_of: Callable[..., Workplace], moderator: object, qtbot: QtBot
) -> None:
    place = workplace_of(moderator)
    seen: list[int] = []
    place.feed.stop()
    place.tasks.act(lambda: 1, seen.append)
    place.tasks.close()
    with qtbot.waitSignal(place.feed.destroyed, raising=False, timeout=1):
        pass
    assert seen == []


def test_the_feed_tells_which_comments_changed(workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.feed.changed) as told:
        workplace.tasks.perform(actions.AddNote(3, "a note"))
    assert told.args == [frozenset({3})]
    assert workplace.feed.seen == workplace.app.desk.read.log_size() - 1


def test_the_feed_says_so_when_the_log_cannot_be_read(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        msg = "The log cannot be read."
        raise RefusedError(msg)

    monkeypatch.setattr(type(workplace.app.desk.store), "entries_after", broken)
    feed = Feed(workplace.app.desk, workplace.tasks)
    with qtbot.waitSignal(workplace.tasks.problem) as told:
        feed.ask()
    feed.stop()
    assert told.args == ["The log cannot be read."]
