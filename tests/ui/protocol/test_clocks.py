"""What the clocks of a comment say they count."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import remote
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.occasion import Circumstances
from webcare_desk.domain.sla import Sla
from webcare_desk.domain.spans import DAY
from webcare_desk.domain.triage import Arrival
from webcare_desk.protocol.model import ChannelTime
from webcare_desk.ui.protocol.clocks import Clocks
from webcare_desk.ui.protocol.outline import read_outline
from webcare_desk.ui.protocol.pane import ProtocolPane
from webcare_desk.ui.workplace import Workplace


@pytest.mark.parametrize(
    ("sla", "words"),
    [
        (Sla("s", 90, business=False), "by the clock, counted from"),
        (Sla("s", 0, business=True, days=1), "1 day(s) on which the office opens, after"),
        (Sla("s", 0, business=True, days=3), "3 day(s) on which the office opens, after"),
        (Sla("s", 0, business=False, days=15), "15 calendar day(s) after"),
    ],
)
def test_what_a_due_time_counts_is_named(
    chief_place: Workplace, qtbot: QtBot, sla: Sla, words: str
) -> None:
    clocks = Clocks()
    qtbot.addWidget(clocks)
    outline = read_outline(chief_place.app, 1, "en")
    assert outline.sla is not None
    clocks.show_outline(replace(outline, sla=sla))
    assert words in clocks.counted.text()


def test_once_the_report_has_left_the_clock_is_called_that_of_the_answer(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    clocks = Clocks()
    qtbot.addWidget(clocks)
    outline = read_outline(chief_place.app, 1, "en")
    clocks.show_outline(outline)
    assert "PV must know" in clocks.aware.name.text()
    clocks.show_outline(replace(outline, file=replace(outline.file, awaits_answer=True)))
    assert "PV answers" in clocks.aware.name.text()


def test_a_channels_own_time_is_named_above_what_was_counted(desk_app: App) -> None:
    protocol = desk_app.protocol
    own = ChannelTime("question-reply", "varen-community", Sla("question-reply", 30, business=True))
    changed = replace(protocol, channel_times=(own,))
    vars(desk_app).update(
        in_force=replace(desk_app.in_force, protocol=changed),
        triage=replace(desk_app.triage, protocol=changed),
    )
    comment = remote(99, "Bo", "Waar kan ik meer informatie vinden over de bijeenkomst?")
    found = desk_app.triage(comment, None, Circumstances("community"))
    taken = actions.Ingest(Name("community"), (Arrival(comment, found),))
    [asked] = desk_app.desk.perform(taken, system_actor()).added
    outline = read_outline(desk_app, asked, "en")
    assert outline.sla == own.time
    assert sum(end - begin for begin, end in outline.counted) == 30 * 60_000_000


def test_what_is_owed_to_other_words_is_counted_from_when_they_came(desk_app: App) -> None:
    desk = desk_app.desk
    for text in ("Fijne dag", "Waar kan ik meer informatie vinden over de bijeenkomst?"):
        comment = replace(remote(98, "Bo", text), posted_at=desk.clock() - 10 * DAY)
        told = Circumstances("community", worded_at=desk.clock())
        taken = (Arrival(comment, desk_app.triage(comment, None, told)),)
        desk.perform(actions.Ingest(Name("community"), taken), system_actor())
    found = desk.read.comment_named("community", comment.remote_id)
    assert found is not None
    outline = read_outline(desk_app, found.id, "en")
    assert outline.file.reply_from > comment.posted_at + 9 * DAY
    assert outline.counted, "the time is explained"


def test_no_hole_stands_between_the_clocks_and_what_they_count(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    pane = ProtocolPane(chief_place)
    qtbot.addWidget(pane)
    pane.resize(330, 900)
    pane.show()
    pane.show_comment(8)
    qtbot.waitUntil(pane.clocks.why.isVisible)
    assert pane.outline is not None
    assert not pane.outline.steps
    qtbot.waitUntil(lambda: pane._page.height() > 800)
    clocks = pane.clocks
    due = clocks.reply.due
    lowest = due.mapTo(clocks, due.rect().bottomLeft()).y()
    assert clocks.why.y() - lowest < 10
    assert clocks.aware.y() == clocks.reply.y()
