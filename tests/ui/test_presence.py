"""However somebody leaves the window the session ends, and a stop's is ended at the next start."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import BusyError
from webcare_desk.ui import start
from webcare_desk.ui.left import Left
from webcare_desk.ui.login import LoginDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.presence import present


@pytest.fixture(autouse=True)
def _nobody_logs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoLogin(LoginDialog):
        def exec(self) -> int:
            return 0

    monkeypatch.setattr(start, "LoginDialog", NoLogin)


def lock_and_close(window: MainWindow) -> None:
    """Close the window behind its lock, as whoever goes home after lunch."""
    window.actions_by_id["lock"].trigger()
    window.close()


def left(app: App, actor: Actor) -> list[tuple[str, str]]:
    """Return how the log says that a session ended: the act, and whose it is."""
    assert actor not in [each.actor for each in app.desk.read.open_sessions()]
    entries = app.desk.read.entries_after(0, 500)
    ends = {"log-out", "end-left-session"}
    return [(each.action, each.actor) for each in entries if each.action in ends]


@pytest.mark.requirement("A8")
@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.acts.quit(),
        lambda window: window.close(),
        lambda window: window.acts.log_out(),
        lock_and_close,
    ],
    ids=["quit", "close", "log-out", "locked"],
)
def test_whoever_leaves_the_window_has_logged_out(
    desk_app: App, chief: Actor, qtbot: QtBot, leave: Callable[[MainWindow], None]
) -> None:
    del qtbot
    assert start.run_window(desk_app, chief, on_ready=leave) == 0
    assert left(desk_app, chief)[-1:] == [("log-out", chief.moderator)]


def test_what_could_not_be_ended_is_ended_at_the_next_start_and_no_other(
    desk_app: App, chief: Actor, moderator: Actor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """As after a power cut, or where the store was busy."""
    del qtbot

    def refuse(*_: object) -> None:
        msg = "The database is busy."
        raise BusyError(msg)

    with monkeypatch.context() as busy, present(desk_app, chief):
        busy.setattr(actions.LogOut, "apply", refuse)
    assert desk_app.desk.read.session_of(chief.session) is not None
    assert start._enter(desk_app, Left()) is None
    assert left(desk_app, chief)[-1:] == [("end-left-session", "system")]
    assert desk_app.desk.read.session_of(moderator.session) is not None
