"""What the window shows of backups, and that there is one window to a desk."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.shelf import shelf_of
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.errors import BusyError
from webcare_desk.instance import call, hold, holder
from webcare_desk.ui.banners import Banners
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.overview import look_at
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.single import Single
from webcare_desk.ui.status import StatusBar

HOUR = 3_600_000_000


def test_the_status_bar_says_when_the_last_backup_was_made(desk_app: App, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.take(look_at(desk_app), desk_app.desk.clock())
    assert bar._backup.text() == "No backup is there"
    assert "color" in bar._backup.styleSheet()
    make_backup(desk_app)
    now = desk_app.desk.clock()
    after = look_at(desk_app)
    bar.take(after, now)
    assert bar._backup.text().endswith("(just now)")
    assert bar._backup.styleSheet() == ""
    bar.take(after, now + 3 * HOUR)
    assert "color" in bar._backup.styleSheet()
    assert bar._backup.text().endswith("(3 h ago)")
    bar.take(after, now + 9 * 24 * HOUR)
    assert re.search(r"\(on \d+ \w+ \d{4}\)$", bar._backup.text())
    bar.take(replace(after, last_backup=None))
    assert bar._backup.isHidden()
    shutil.rmtree(shelf_of(desk_app.folder))
    bar.take(look_at(desk_app), now)
    assert bar._backup.text() == "No backup is there"


def test_that_the_clock_is_behind_the_log_is_said_until_it_is_right(
    desk_app: App, qtbot: QtBot
) -> None:
    banners = Banners()
    qtbot.addWidget(banners)
    late = desk_app.desk.clock() + 24 * HOUR
    ahead = replace(desk_app.desk, clock=lambda: late)
    ahead.perform(actions.RecordFailedLogin("x"), system_actor())
    desk_app.desk.perform(actions.RecordFailedLogin("x"), system_actor())
    seen = look_at(desk_app)
    assert seen.ahead == late
    for _ in range(2):
        banners.take(seen)
        [said] = [each.text() for each in banners.findChildren(PlainLabel) if each.text()]
        assert "is behind the log" in said
    banners.take(replace(seen, ahead=None))
    assert "clock" not in banners._named


def test_a_held_desk_says_so_until_it_is_confirmed(
    desk_app: App, chief: Actor, window: MainWindow, qtbot: QtBot
) -> None:
    held = actions.RestoreBackup(1, 1, digest(b""), None)
    desk_app.desk.perform(held, chief)
    qtbot.waitUntil(lambda: window.banners._held is not None)
    desk_app.desk.perform(actions.ConfirmRestore(), chief)
    qtbot.waitUntil(lambda: window.banners._held is None)


def test_banners_are_said_once(qtbot: QtBot) -> None:
    banners = Banners()
    qtbot.addWidget(banners)
    banners.say_held(is_held=True)
    first = banners._held
    banners.say_held(is_held=True)
    assert banners._held is first


def test_a_second_start_calls_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    single = Single(tmp_path)
    with (
        qtbot.waitSignal(single.called),
        pytest.raises(BusyError, match="open already in another window"),
    ):
        Single(tmp_path)
    assert holder(tmp_path).isdecimal()
    single.release()
    again = Single(tmp_path)
    again.release()


def test_a_folder_without_a_lock_has_no_holder(tmp_path: Path) -> None:
    assert holder(tmp_path) == ""
    hold(tmp_path).release()
    call(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"desk.lock", "desk.call"}


def test_the_command_in_a_banner_is_the_one_that_works_here(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCARE_DESK_PROGRAM", "python3 desk.py")
    banners = Banners()
    qtbot.addWidget(banners)
    banners.say_held(is_held=True)
    banners.say_read_only("Look at `webcare-desk doctor`.")
    texts = [label.text() for label in banners.findChildren(QLabel)]
    assert any("`python3 desk.py backup confirm`" in text for text in texts), texts
    assert any("`python3 desk.py doctor`" in text for text in texts), texts
