"""The window runs the desk's jobs: it reads, sends, forwards and hands over by itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import remote
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.connectors.base import Capabilities, Page
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind, DeliveryState, OutboundReply, Receipt
from webcare_desk.errors import DiskFullError, SecretError, UnavailableError
from webcare_desk.rounds import (
    forward_due,
    hand_over_late,
    keep_room,
    poll_source,
    send_due,
    solved,
)
from webcare_desk.settings import CourierKind, CourierSettings, QualitySettings, Settings
from webcare_desk.store.room import Limits, Room
from webcare_desk.ui.gaps import GapsDialog
from webcare_desk.ui.overview import look
from webcare_desk.ui.ticks import Ticks, when_due
from webcare_desk.ui.topbar import TopBar, light_of
from webcare_desk.ui.workplace import Workplace


class Platform:
    """A platform in memory: one page, and hides that take effect."""

    source = "community"
    capabilities = Capabilities(max_length=1000, detects_edits=True, detects_deletes=False)

    def __init__(self, *, is_down: bool = False) -> None:
        """Answer, or say that there is no connection."""
        self.is_down = is_down
        self.hidden: set[str] = set()

    def fetch(self, cursor: str | None) -> Page:
        """Return one comment more than the desk has."""
        if self.is_down:
            msg = "There is no connection to the community."
            raise UnavailableError(msg)
        return Page((remote(80, "new", "Wat een mooie dag"),), cursor or "1", more=False)

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return what was asked for, unchanged."""
        del remote_ids
        return (remote(80, "new", "Wat een mooie dag"),)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish."""
        return Receipt(f"r-{reply.key}")

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Find what was published."""
        return Receipt(f"r-{reply.key}")

    def set_visibility(self, remote_id: str, visibility: Visibility) -> None:
        """Hide or show again."""
        change = self.hidden.add if visibility is Visibility.HIDDEN else self.hidden.discard
        change(remote_id)

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Do nothing: no test deletes."""
        del remote_id, confirmed

    def visibility_of(self, remote_id: str) -> Visibility:
        """Say whether it is hidden."""
        return Visibility.HIDDEN if remote_id in self.hidden else Visibility.VISIBLE


def give(place: Workplace, platform: Platform) -> None:
    """Let the desk have this one source."""
    vars(place.app)["connectors"] = {"community": platform}


def test_a_poll_begins_at_once_and_what_it_brings_is_on_the_desk(
    workplace: Workplace, qtbot: QtBot
) -> None:
    give(workplace, Platform())
    ticks = Ticks(workplace.app, workplace.tasks)
    ticks.start()
    read = workplace.app.desk.read
    qtbot.waitUntil(lambda: read.comment_named("community", "c80") is not None)
    qtbot.waitUntil(lambda: bool(read.coverage("community")))
    ticks.stop()
    assert read.coverage("community")[0].state is CoverageState.COMPLETE


def test_a_source_set_up_meanwhile_is_read_at_once_and_one_taken_out_no_more(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.ui.ticks.FOLLOW", 10)
    vars(workplace.app)["connectors"] = {}
    ticks = Ticks(workplace.app, workplace.tasks)
    ticks.start()
    qtbot.waitUntil(lambda: any(timer.interval() == 10 for timer in ticks._timers))
    give(workplace, Platform())
    qtbot.waitUntil(lambda: bool(workplace.app.desk.read.coverage("community")))
    timer = ticks._polls["community"]
    vars(workplace.app)["connectors"] = {}
    qtbot.waitUntil(lambda: not ticks._polls)
    assert not timer.isActive()
    ticks.stop()


def test_the_settings_file_is_looked_at_again_and_again(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[App]()
    monkeypatch.setattr("webcare_desk.ui.ticks.DEADLINES", 10)
    monkeypatch.setattr("webcare_desk.ui.ticks.follow_settings", seen.append)
    ticks = Ticks(workplace.app, workplace.tasks)
    ticks.start()
    qtbot.waitUntil(lambda: len(seen) > 1)
    ticks.stop()
    assert seen[:2] == [workplace.app] * 2


def test_a_tick_that_runs_is_not_started_again(workplace: Workplace, qtbot: QtBot) -> None:
    ticks, seen = Ticks(workplace.app, workplace.tasks), list[int]()
    for _ in range(3):
        ticks._tick("one", lambda: seen.append(1))
    qtbot.waitUntil(lambda: not ticks._running)
    assert seen == [1]


def test_a_bug_is_seen_once_and_its_tick_is_tried_again(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work() -> None:
        tries.append(1)
        if len(tries) < 3:
            msg = "a bug"
            raise TypeError(msg)

    monkeypatch.setattr("webcare_desk.ui.ticks.REST", 0)
    ticks, tries = Ticks(workplace.app, workplace.tasks), list[int]()
    with qtbot.captureExceptions() as raised:
        for number in range(1, 4):
            ticks._tick("answers", work)
            assert "answers" in ticks._running
            qtbot.waitUntil(lambda: not ticks._running)
            assert len(tries) == number
    assert [each[0] for each in raised] == [TypeError]
    assert not ticks._broken


def test_a_bug_does_not_come_back_at_once(workplace: Workplace, qtbot: QtBot) -> None:
    ticks, tries = Ticks(workplace.app, workplace.tasks), list[int]()

    def work() -> None:
        tries.append(1)
        msg = "a bug"
        raise TypeError(msg)

    with qtbot.captureExceptions() as raised:
        ticks._tick("send", work)
        qtbot.waitUntil(lambda: bool(raised))
        ticks._tick("send", work)
    assert tries == [1]


def test_a_source_without_its_password_is_told(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        msg = "The keyring has no secret."
        raise SecretError(msg)

    ticks = Ticks(workplace.app, workplace.tasks)
    monkeypatch.setattr(ticks, "_connectors", lambda: refuse(None))
    with qtbot.waitSignal(ticks.problem) as told:
        ticks.start()
    ticks.stop()
    assert told.args == ["The keyring has no secret."]
    with qtbot.waitSignal(ticks.problem):
        ticks._tick("broken", lambda: refuse(None))
    assert "broken" not in ticks._running


def test_a_hide_leaves_and_is_read_back(workplace: Workplace) -> None:
    platform = Platform()
    give(workplace, platform)
    desk = workplace.app.desk
    when_due(workplace.app, send_due)
    queued = desk.perform(
        actions.ChangeVisibility(3, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), workplace.actor
    )
    for _ in range(3):
        when_due(workplace.app, send_due)
    found = desk.read.delivery(queued)
    assert found is not None
    assert found.state is DeliveryState.VERIFIED
    assert platform.hidden == {"c3"}


def test_a_packet_without_a_way_to_pv_waits_and_the_clock_goes_on(workplace: Workplace) -> None:
    from webcare_desk import casework

    app = workplace.app
    when_due(app, forward_due)
    casework.escalate(app.desk, app.protocol, 1, workplace.actor)
    when_due(app, forward_due)
    hand_over_late(app)
    [packet] = [each for each in app.desk.read.deliveries_of(1) if each.kind is DeliveryKind.PACKET]
    assert packet.problem is not None
    assert len(app.desk.read.open_steps()) == 1
    tried = list[App]()
    when_due(app, tried.append)
    assert tried == [], "while nothing is set it is looked at once a day"
    way = CourierSettings(CourierKind.FOLDER, folder="pv")
    started_again = replace(app, settings=replace(app.settings, courier=way))
    when_due(started_again, tried.append)
    assert tried == [started_again]


def test_only_what_the_settings_name_is_a_way_that_was_found() -> None:
    way = Settings(courier=CourierSettings(CourierKind.FOLDER, folder="pv"))
    assert solved(Settings()) == ()
    assert solved(way) == ("no-courier",)
    assert solved(replace(way, quality=QualitySettings(folder="q"))) == ("no-courier", "no-quality")


def test_a_source_that_fails_is_red_with_its_gap_until_somebody_explains_it(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    app = chief_place.app
    give(chief_place, Platform(is_down=True))
    poll_source(app, "community")
    overview = look(app.desk.read, ("community", "other"), app.desk.clock())
    assert [source.state for source in overview.sources] == [CoverageState.FAILED, None]
    assert not overview.is_connected
    bar = TopBar(chief_place)
    qtbot.addWidget(bar)
    bar.take(overview, app.desk.clock())
    light = bar._lights["community"]
    assert light.text() == "community: failed, 1 gap(s)"
    assert len({light_of(source) for source in overview.sources}) == 2
    dialog = GapsDialog(chief_place)
    qtbot.addWidget(dialog)
    dialog.explain_buttons[0].click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[3].trigger()
    qtbot.waitUntil(lambda: not app.desk.read.gaps())
    qtbot.waitUntil(lambda: not dialog.explain_buttons)


def test_a_disk_that_runs_full_is_told(desk_app: App) -> None:
    for low, sentence in ((10**18, "nothing but escalating works"), (0, "make room")):
        room = Room(desk_app.folder, Limits(10**18, low, 0))
        app = replace(desk_app, desk=replace(desk_app.desk, room=room))
        with pytest.raises(DiskFullError, match=sentence):
            keep_room(app)
    keep_room(replace(desk_app, desk=replace(desk_app.desk, room=None)))
    keep_room(
        replace(desk_app, desk=replace(desk_app.desk, room=Room(desk_app.folder, Limits(0, 0, 9))))
    )
    assert (desk_app.folder / "desk.ballast").stat().st_size == 9
