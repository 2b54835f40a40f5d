"""Lists with nothing in them, and the words of times and places."""

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.escalation.test_dialog import made, words
from tests.ui.scene import Scene, scene
from webcare_desk.app import App
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.ui.clock import date_words, time_of_day
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.overview import SourceNow, look
from webcare_desk.ui.people.alerts import AlertsTab
from webcare_desk.ui.status import StatusBar
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.listing import Listing
from webcare_desk.ui.table import Column
from webcare_desk.ui.workplace import Workplace

__all__ = ["scene"]


def test_a_screen_without_rows_shows_its_words_and_no_empty_box(scene: Scene) -> None:
    board = scene.show(Area.APPROVALS)
    scene.waits(board.empty.isVisible)
    assert not board.listing.isVisible()
    board = scene.show(Area.DEVIATIONS)
    assert board.listing.isVisible() is not board.empty.isVisible()


def test_a_table_says_where_it_is_why_it_is_empty(qtbot: QtBot) -> None:
    table = Listing("Cases", (Column("One", 80),))
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    before = table.viewport().grab().toImage()
    table.say_empty("Nothing fits.")
    assert table.viewport().grab().toImage() != before
    table.say_empty("")
    assert table.viewport().grab().toImage() == before


def test_no_alert_is_said_in_words(chief_place: Workplace, qtbot: QtBot) -> None:
    tab = AlertsTab(chief_place)
    qtbot.addWidget(tab)
    tab.show()
    assert tab._empty.isVisible()
    assert not tab.list.isVisible()


def test_a_line_above_a_comment_breaks_behind_its_dots(pane: CommentPane) -> None:
    about = pane.header.about.text()
    assert pane.header.number.text() == f"no. {pane.comment}"
    assert about.count("\u00a0·  ") == 4
    assert not about.replace("\u00a0·  ", "").count(" "), "no part breaks within itself"


def test_a_connection_that_is_lost_is_told_to_the_minute(desk_app: App, qtbot: QtBot) -> None:
    bar, now = StatusBar(), desk_app.desk.clock()
    qtbot.addWidget(bar)
    seen = look(desk_app.desk.read, (), now)
    gone = SourceNow("community", CoverageState.FAILED, 1, "503")
    bar.take(replace(seen, last_poll=now, sources=(gone,)), now)
    assert bar._poll.text() == f"No connection since before {time_of_day(now)[:5]}"
    bar.take(replace(seen, last_poll=now, sources=()), now)
    assert bar._poll.text() == f"Read at {time_of_day(now)}"


def test_a_date_is_told_as_it_is_read() -> None:
    assert date_words(date(2026, 11, 2)) == "2 Nov 2026"


def test_a_post_without_a_link_is_not_said_to_have_one(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    none = "(none of its own: platform and number)"
    (number,) = ingest(desk_app, replace(remote(72, "Noor", "Hoofdpijn van Ventora"), link=""))
    assert none in words(made(chief_place, qtbot, number))
    assert none not in words(made(chief_place, qtbot, 1))


def test_the_button_that_sends_stands_before_the_one_that_does_not(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    qtbot.waitUntil(lambda: dialog.send.x() < dialog.cancel.x())
    assert dialog.send.isVisible()
