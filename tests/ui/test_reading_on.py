"""Whoever reads or has chosen something stays there while the desk goes on."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.scene import Scene, scene
from webcare_desk import actions, oversight
from webcare_desk.app import App
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.ui.people.alerts import AlertsTab
from webcare_desk.ui.register.grid import Columns
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.table import Cell, Column
from webcare_desk.ui.workplace import Workplace

__all__ = ["scene"]


def test_a_detail_that_is_told_again_is_not_begun_anew(scene: Scene) -> None:
    board = scene.show(Area.COVERAGE)
    scene.waits(board.detail.toPlainText)
    board.detail.moveCursor(QTextCursor.MoveOperation.End)
    place = board.detail.textCursor().position()
    assert place > 0
    board._take(board.listing.rows.rows)
    assert board.detail.textCursor().position() == place


def test_the_entry_of_a_review_that_is_read_stays(scene: Scene) -> None:
    last = scene.app.desk.read.log_size() - 1
    scope = oversight.Scope(0, last, (ReviewQuestion.SAMPLE,), 7, 2)
    oversight.begin(scene.app.desk, scope, oversight.zone_here(), scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: board.hits.rows.rows)
    board.listing.setFocus()
    review = board.detail.toPlainText()
    assert review.startswith("Review 1")
    board.hits.setFocus()
    board.hits.selectRow(1)
    entry = board.detail.toPlainText()
    assert entry != review
    board.detail.setFocus()
    board._take(board.listing.rows.rows)
    board._take_hits(board._read_hits(1))
    assert board.detail.toPlainText() == entry
    board.listing.setFocus()
    board._take(board.listing.rows.rows)
    assert board.detail.toPlainText() == review


def test_a_list_that_was_scrolled_stays_where_it_is(qtbot: QtBot) -> None:
    listing = Listing("Rows", (Column("Number", 80),))
    qtbot.addWidget(listing)
    listing.resize(200, 200)
    listing.show()
    rows = [Row(number, number, (Cell(str(number)),)) for number in range(200)]
    listing.take(rows)
    listing.selectRow(3)
    bar = listing.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    listing.take([Row(-1, -1, (Cell("new"),)), *rows])
    assert (listing.item, bar.value()) == (3, place)
    listing.take(rows[:3])
    assert listing.item == 2
    listing.take([])
    assert listing.item is None


def test_the_texts_of_a_case_are_not_begun_anew_each_minute(qtbot: QtBot) -> None:
    columns = Columns(("Versions", "Answers"))
    qtbot.addWidget(columns)
    columns.show_texts(("one\ntwo", "none yet"))
    first = columns.texts[0]
    first.moveCursor(QTextCursor.MoveOperation.End)
    columns.show_texts(("one\ntwo", "another"))
    assert first.textCursor().position() == len("one\ntwo")
    assert columns.texts[1].toPlainText() == "another"
    columns.show_texts(("three", "\ud800a"))
    columns.show_texts(("three", "a"))
    assert (first.toPlainText(), first.textCursor().position()) == ("three", 0)
    assert columns.texts[1].toPlainText() == "a"


def wrong_tries(app: App, login: str) -> None:
    """Let somebody give wrong passwords."""
    for _ in range(5):
        app.desk.perform(actions.RecordFailedLogin(login), system_actor())


def chosen(tab: AlertsTab) -> int:
    """Return which alert is chosen."""
    alert = tab._chosen()
    assert alert is not None
    return alert.id


def test_an_alert_that_comes_leaves_the_one_chosen(chief_place: Workplace, qtbot: QtBot) -> None:
    read = chief_place.app.desk.read
    wrong_tries(chief_place.app, "nobody")
    tab = AlertsTab(chief_place)
    qtbot.addWidget(tab)
    tab.list.setCurrentRow(0)
    first = chosen(tab)
    wrong_tries(chief_place.app, read.moderators()[0].login)
    tab.refresh()
    assert tab.list.count() == 2
    assert chosen(tab) == first
    tab.seen.click()
    qtbot.waitUntil(lambda: len(waiting(chief_place.app)) == 1)
    assert first not in waiting(chief_place.app)


def waiting(app: App) -> list[int]:
    """Return the alerts at which nobody has looked."""
    return [alert.id for alert in app.desk.read.alerts() if alert.is_open]
