"""The window shows how much of the log nobody else has, and gives it to somebody."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import App
from webcare_desk.domain.anchor import Unanchored
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.moderator import system_actor
from webcare_desk.rounds import anchor_due, end_shift, unanchored_of
from webcare_desk.settings import AnchorSettings
from webcare_desk.sources import AnchorWays
from webcare_desk.ui.overview import Overview, SourceNow, look
from webcare_desk.ui.status import StatusBar
from webcare_desk.ui.ticks import Ticks
from webcare_desk.ui.workplace import Workplace

ONLINE = (SourceNow("community", CoverageState.COMPLETE, 0, None),)
OFFLINE = (SourceNow("community", CoverageState.FAILED, 0, None),)
MINUTE = 60_000_000


def overview(open_: Unanchored, sources: tuple[SourceNow, ...] = ONLINE) -> Overview:
    """Return a desk with so much that nobody else has."""
    return Overview(sources, None, None, 500, unanchored=open_)


@pytest.mark.parametrize(
    ("shown", "text", "is_alarming"),
    [
        (overview(Unanchored(0, 0, 500)), "Log: 500 entry(s)", False),
        (overview(Unanchored(12, 4 * MINUTE)), "12 not yet with others (4 min)", False),
        (overview(Unanchored(101, 4 * MINUTE)), "⚠ Log: 500 entry(s) · 101 not yet", True),
        (overview(Unanchored(2, 16 * MINUTE)), "2 not yet with others (16 min)", True),
        (overview(Unanchored(101, 4 * MINUTE), OFFLINE), "101 not yet", False),
    ],
)
def test_it_is_quiet_and_alarms_only_over_the_limit_with_a_connection(
    qtbot: QtBot, shown: Overview, text: str, *, is_alarming: bool
) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.take(shown)
    assert text in bar._log.text()
    assert bool(bar._log.styleSheet()) is is_alarming
    assert bar._log.text().startswith("⚠") is is_alarming


def test_the_overview_counts_from_the_last_anchor(desk_app: App) -> None:
    read, now = desk_app.desk.read, desk_app.desk.clock()
    assert look(read, (), now).unanchored.entries == read.log_size()
    assert unanchored_of(desk_app).anchored == 0


def test_a_tick_gives_the_head_to_who_is_set(workplace: Workplace, qtbot: QtBot) -> None:
    from tests.jobs.test_forward import Post  # one courier for all tests

    app, post = workplace.app, Post()
    object.__setattr__(app.settings, "anchor", AnchorSettings(mail="chief@orvanta.example"))
    vars(app)["anchor_ways"] = AnchorWays(post)
    act = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))
    for _ in range(101):
        app.desk.perform(act, system_actor())
    ticks = Ticks(app, workplace.tasks)

    ticks._tick("anchor", partial(anchor_due, app))
    qtbot.waitUntil(lambda: len(post.arrived) == 1)
    qtbot.waitUntil(lambda: not ticks._running)
    assert not unanchored_of(app).is_over
    end_shift(app)
    assert [each.state.value for each in app.desk.read.anchors(9)] == ["waiting", "taken"]
