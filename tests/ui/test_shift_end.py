"""When a session ends its last head leaves for the supervisor: once, whoever leaves how."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.jobs.test_anchor_rounds import Ways
from webcare_desk.app import App
from webcare_desk.domain.anchor import AnchorState
from webcare_desk.domain.moderator import Actor
from webcare_desk.settings import AnchorSettings
from webcare_desk.sources import AnchorWays
from webcare_desk.ui import start
from webcare_desk.ui.login import Entry, LoginDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.ticks import Ticks


@pytest.fixture
def ways(desk_app: App, monkeypatch: pytest.MonkeyPatch) -> Ways:
    """Set a supervisor's mailbox, and let nobody enter after the session."""

    class NoLogin(LoginDialog):
        def exec(self) -> int:
            return 0

    ways = Ways()
    object.__setattr__(desk_app.settings, "anchor", AnchorSettings(mail="chief@orvanta.example"))
    courier = replace(desk_app.settings.courier, sender="desk@orvanta.example")
    object.__setattr__(desk_app.settings, "courier", courier)
    vars(desk_app)["anchor_ways"] = AnchorWays(ways)
    monkeypatch.setattr("webcare_desk.backups.make.back_up_at_exit", lambda _: None)
    monkeypatch.setattr(start, "LoginDialog", NoLogin)
    monkeypatch.setattr(Ticks, "start", lambda _: None)
    monkeypatch.setattr(App, "is_demo", False)
    return ways


def leave(window: MainWindow) -> None:
    """Close the window, as at the end of a day."""
    window.acts.quit()


def log_out(window: MainWindow) -> None:
    """Log out, for the next person."""
    window.acts.log_out()


@pytest.mark.parametrize("end", [leave, log_out])
def test_the_last_head_of_a_session_leaves_once(
    desk_app: App, chief: Actor, ways: Ways, qtbot: QtBot, end: start.Ready
) -> None:
    del qtbot, ways
    assert start.run_window(desk_app, chief, on_ready=end) == 0
    [made] = desk_app.desk.read.anchors(9)
    assert made.state is AnchorState.TAKEN
    kinds = [each.action for each in desk_app.desk.read.entries_after(made.head.size - 2, 3)]
    assert kinds[1:] == ["make-anchor", "record-anchor"]
    assert kinds[0] == "log-out"


def test_a_head_that_cannot_leave_waits_and_keeps_nobody(
    desk_app: App, chief: Actor, ways: Ways, qtbot: QtBot
) -> None:
    del qtbot
    ways.is_mail_away = True
    for _ in range(2):
        assert start.run_window(desk_app, chief, on_ready=leave) == 0
    [waiting] = desk_app.desk.read.anchors(9)
    assert waiting.state is AnchorState.WAITING


def test_a_wrong_address_keeps_nobody_at_the_desk(
    desk_app: App, chief: Actor, ways: Ways, qtbot: QtBot
) -> None:
    del qtbot, ways
    object.__setattr__(desk_app.settings, "anchor", AnchorSettings(mail="nobody"))
    assert start.run_window(desk_app, chief, on_ready=leave) == 0
    assert desk_app.desk.read.anchors(9) == []


def test_who_only_read_leaves_no_head(
    desk_app: App, chief: Actor, ways: Ways, qtbot: QtBot
) -> None:
    del qtbot, ways
    entry = Entry(chief, "It is only read.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(start, "_enter", lambda *_: entry)
        assert start.run_window(desk_app, on_ready=leave) == 0
    assert desk_app.desk.read.anchors(9) == []
