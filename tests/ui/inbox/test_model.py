"""The list loads what is looked at and never moves under the eye."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from webcare_desk import actions
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import InboxRow, Queue
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.ui.inbox import kept
from webcare_desk.ui.inbox.fresh import Loaded, read_again
from webcare_desk.ui.inbox.model import LEFT, ROW, InboxModel
from webcare_desk.ui.inbox.pane import InboxPane
from webcare_desk.ui.places import PAGE, PLACES, Beside, Listing, page
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.queues.model import ENTRY, QueuesModel, count
from webcare_desk.ui.workplace import Workplace

CROWD = 150
OTHER, QUESTION = Listing(Queue.OTHER), Listing(Queue.QUESTION)
FOLDER = "Waar kan ik de folder over reuma downloaden?"


@pytest.fixture
def crowd(workplace: Workplace) -> Workplace:
    """Return a workplace with two full pages more in the queues Other and Question."""
    nice = [remote(1000 + n, f"reader {n}", f"Wat een mooie dag {n}") for n in range(CROWD)]
    asks = [remote(2000 + n, f"asker {n}", FOLDER) for n in range(CROWD)]
    ingest(workplace.app, *nice, *asks)
    return workplace


@pytest.fixture
def pane(crowd: Workplace, qtbot: QtBot) -> Iterator[InboxPane]:
    """Return the list of the queue Question in its pane."""
    made = InboxPane(crowd)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    made.show_listing(QUESTION)
    yield made
    crowd.feed.stop()


def model_of(place: Workplace, read: list[int]) -> InboxModel:
    desk = place.app.desk

    def load(listing: Listing, after: InboxRow | None) -> list[InboxRow]:
        found = page(desk.read, listing, place.actor.moderator, after, desk.clock())
        read.append(len(found))
        return found

    def again(comments: Sequence[int]) -> list[InboxRow]:
        read.append(len(comments))
        return desk.read.rows(comments, desk.clock())

    return InboxModel(load, again, lambda row: row.author_name)


def total(place: Workplace, queue: Queue) -> int:
    return next(one.count for one in place.app.desk.read.queue_counts() if one.queue is queue)


def test_only_what_is_looked_at_is_loaded(crowd: Workplace) -> None:
    read: list[int] = []
    model = model_of(crowd, read)
    model.show(OTHER)
    assert read == [PAGE]
    model.fetchMore()
    assert read == [PAGE, PAGE]
    assert model.rowCount() == 2 * PAGE


def test_the_model_keeps_the_rules_of_qt_to_its_last_page(crowd: Workplace) -> None:
    model = model_of(crowd, [])
    model.show(OTHER)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    while model.canFetchMore():
        model.fetchMore()
    rows = model.rowCount()
    assert rows == total(crowd, Queue.OTHER)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert len({model.index(row, 0).data(ROW).comment for row in range(rows)}) == rows
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert tester.model() is model


def test_the_list_reads_a_page_more_when_somebody_scrolls(pane: InboxPane) -> None:
    assert pane.model.rowCount() == PAGE
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert pane.model.rowCount() == 2 * PAGE


def test_a_key_puts_the_most_suspect_first_and_keeps_what_is_picked(
    pane: InboxPane, crowd: Workplace
) -> None:
    suspects = [
        replace(remote(n, "patient", "Sinds ik Ventora gebruik ben ik misselijk"), posted_at=10**15)
        for n in range(9500, 9510)
    ]
    ingest(crowd.app, *suspects, remote(9600, "ander", "is misselijk een bijwerking?"))
    pane.show_listing(Listing(Queue.SAFETY))
    pane.go(1)
    chosen = pane.comment
    pane.turn()
    tiers = [pane.model.index(at, 0).data(ROW).tier for at in range(pane.model.rowCount())]
    assert tiers == sorted(tiers, reverse=True)
    assert len(set(tiers)) > 1
    assert pane.comment == chosen
    assert "most suspect first" in pane.findChildren(PlainLabel)[0].text()
    pane.turn()
    dues = [pane.model.index(at, 0).data(ROW).due for at in range(pane.model.rowCount())]
    assert dues == sorted(dues)
    assert pane.comment == chosen


def test_arrivals_in_a_list_by_tier_are_counted_in_its_order(crowd: Workplace) -> None:
    desk, listing = crowd.app.desk, Listing(Queue.OTHER, by_tier=True)
    first = page(desk.read, listing, "anna", None, 0)
    had = Loaded(frozenset(row.comment for row in first[1:]), first[-1], is_whole=False)
    assert read_again(desk.read, listing, "anna", had, 0).arrived == {first[0].comment}
    keys = [listing.key(row) for row in first]
    assert keys == sorted(keys)
    assert Listing(Queue.OTHER, "dag", by_tier=True).key(first[0])[0] == 0


def test_arrivals_wait_for_a_key_and_the_selection_stays(
    pane: InboxPane, crowd: Workplace, qtbot: QtBot
) -> None:
    pane.go(1)
    pane.go(1)
    chosen, rows = pane.comment, pane.model.rowCount()
    early = [replace(remote(n, "early", FOLDER), posted_at=10**15 + n) for n in range(9000, 9003)]
    with qtbot.waitSignal(pane.model.arrivals) as told:
        ingest(crowd.app, *early)
    assert told.args == [3]
    assert (pane.comment, pane.model.rowCount()) == (chosen, rows)
    bar = pane.findChild(QPushButton, "arrivals")
    assert bar is not None
    assert "3" in bar.text()
    bar.click()
    assert pane.comment == chosen
    assert pane.view.selectionModel().selectedRows()[0].row() == 4
    assert not bar.isVisible()


def test_a_row_that_left_stays_while_it_is_read_and_goes_with_the_next(
    pane: InboxPane, crowd: Workplace, qtbot: QtBot
) -> None:
    pane.go(1)
    gone = pane.comment
    assert gone is not None
    crowd.tasks.perform(actions.Close(gone, Reason.NO_REPLY_NEEDED))
    qtbot.waitUntil(lambda: bool(pane.model.index(0, 0).data(LEFT)))
    assert pane.comment == gone
    pane.go(1)
    qtbot.waitUntil(lambda: pane.model.row_of(gone) is None)
    assert pane.comment == pane.model.index(0, 0).data(ROW).comment


def test_a_row_shows_who_has_claimed_it_meanwhile(
    pane: InboxPane, crowd: Workplace, qtbot: QtBot
) -> None:
    comment = pane.model.index(5, 0).data(ROW).comment
    crowd.tasks.perform(actions.Claim(comment))
    qtbot.waitUntil(lambda: bool(pane.model.index(5, 0).data(ROW).claimed_by))
    assert "Mo Derator" in pane.model.index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    pane.grab()


def test_a_change_far_down_is_seen_too(crowd: Workplace, qtbot: QtBot) -> None:
    del qtbot
    model = model_of(crowd, [])
    model.show(OTHER)
    last = model.index(PAGE - 1, 0).data(ROW).comment
    model.load_until(last + 10, 512)
    assert model.row_of(last) == PAGE - 1
    assert model.rowCount() == 2 * PAGE


def test_a_search_comes_page_by_page_and_newest_first(crowd: Workplace) -> None:
    model = model_of(crowd, [])
    model.show(Listing(Queue.OTHER, "mooie dag"))
    assert model.rowCount() == PAGE
    while model.canFetchMore():
        model.fetchMore()
    found = [model.index(row, 0).data(ROW).comment for row in range(model.rowCount())]
    assert len(found) == CROWD
    assert found == sorted(found, reverse=True)


def test_a_search_says_how_many_it_has_found(pane: InboxPane, qtbot: QtBot) -> None:
    pane.show_listing(Listing(Queue.OTHER, "mooie dag"))
    qtbot.waitUntil(lambda: pane._count.text() == f"{PAGE}+ comments")
    while pane.model.canFetchMore():
        pane.model.fetchMore()
    qtbot.waitUntil(lambda: pane._count.text().startswith(f"{CROWD} comment"))
    pane.show_listing(Listing(Queue.OTHER, "nergens"))
    assert pane._count.text() == ""


def test_words_that_look_like_operators_are_words(crowd: Workplace) -> None:
    model = model_of(crowd, [])
    model.show(Listing(Queue.OTHER, 'NOT "mooie* AND ('))
    assert model.rowCount() == 0


def test_an_empty_place_says_so_and_fills_by_itself(
    pane: InboxPane, crowd: Workplace, qtbot: QtBot
) -> None:
    pane.show_listing(Listing(Beside.MINE))
    assert pane.model.rowCount() == 0
    crowd.tasks.perform(actions.Claim(3))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_uncertain_deliveries_have_a_place(crowd: Workplace, qtbot: QtBot) -> None:
    del qtbot
    desk = crowd.app.desk
    queued = desk.perform(
        actions.ChangeVisibility(3, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), crowd.actor
    )
    version = claim(crowd, queued)
    desk.perform(
        actions.MarkUncertain(queued, Name("no-answer"), desk.clock(), version), system_actor()
    )
    model = model_of(crowd, [])
    model.show(Listing(Beside.UNCERTAIN))
    assert [model.index(0, 0).data(ROW).comment] == [3]
    assert not model.canFetchMore()
    model.show(Listing(Beside.PROBLEMS))
    assert model.rowCount() == 0


def claim(place: Workplace, delivery: int) -> int:
    """Claim a delivery as a job does, and return its version."""
    found = place.app.desk.read.delivery(delivery)
    assert found is not None
    act = actions.ClaimDelivery(delivery, found.version, 60_000_000)
    return place.app.desk.perform(act, system_actor()).version


def test_queues_count_in_the_order_of_danger(crowd: Workplace, qtbot: QtBot) -> None:
    del qtbot
    model, desk = QueuesModel(), crowd.app.desk
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.take(count(desk.read, crowd.actor.moderator, desk.clock()), desk.clock())
    entries = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    assert [entry.place for entry in entries] == list(PLACES)
    assert model.entry(Queue.QUESTION).count == total(crowd, Queue.QUESTION)
    said = model.index(PLACES.index(Queue.QUESTION), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"Questions: {CROWD}"[:11])
    assert "nearest" in said
    assert tester.model() is model


def test_rows_far_away_are_let_go_and_read_again_when_they_are_seen(
    crowd: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", PAGE)
    monkeypatch.setattr(kept, "_FREED", 0)
    read: list[int] = []
    model = model_of(crowd, read)
    model.show(QUESTION)
    first = [model.index(place, 0).data(ROW) for place in range(PAGE)]
    model.fetchMore()
    assert (model.rowCount(), model._rows.held) == (2 * PAGE, PAGE)
    assert model.row_of(first[3].comment) == 3
    read.clear()
    assert [model.index(place, 0).data(ROW) for place in range(PAGE)] == first
    assert read == [PAGE]  # all of them at once
    assert model._rows.held == PAGE


def test_a_row_that_the_desk_does_not_have_any_more_is_empty(crowd: Workplace) -> None:
    [row] = page(crowd.app.desk.read, QUESTION, "nobody", None, 0)[:1]
    rows = kept.Kept(lambda _: [], [row])
    assert rows.row(0) == row
    gone = kept.Kept(lambda _: [])
    gone._comments.append(row.comment)
    assert gone.row(0) is None
    assert not gone.renew(row)
    assert gone.place_of(-1) is None
