"""One press is one judgement: of what has been read, and never of what comes into its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.scene import Scene, scene
from webcare_desk import actions, oversight
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.table import Cell, Column

__all__ = ["scene"]
Y = Qt.Key.Key_Y


def test_y_reads_judges_and_goes_on_to_the_next(scene: Scene) -> None:
    desk, read = scene.app.desk, scene.app.desk.read
    first = read.log_size() - 1
    desk.perform(actions.Claim(2), scene.chief)
    desk.perform(actions.Claim(6), scene.mo)
    hits = tuple(
        Hit(ReviewQuestion.SAMPLE, entry.seq, entry.actor)
        for entry in read.entries_after(first - 1, 3)
    )
    asked = actions.OpenReview(0, first + 2, 1, (ReviewQuestion.SAMPLE,), hits)
    desk.perform(asked, scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.window.activateWindow()
    scene.waits(lambda: len(board.hits.rows.rows) == 3)
    QTest.keyClick(scene.window, Y)
    shown = board.detail.toPlainText()
    assert shown != board.told(board.listing.item), "the first press shows what is judged"
    assert read.review_hits(1)[0].verdict is None
    for _ in range(3):
        QTest.keyClick(scene.window, Y)
    scene.waits(lambda: board.hits.currentIndex().row() == 2)
    scene.waits(lambda: not board.is_acting)
    verdicts = [hit.verdict for hit in read.review_hits(1)]
    assert verdicts == [Verdict.IN_ORDER, None, None], "one's own is passed over"
    QTest.keyClick(scene.window, Y)
    scene.waits(lambda: read.review_hits(1)[2].verdict is Verdict.IN_ORDER)


def test_a_doubled_press_agrees_with_one_decision(scene: Scene) -> None:
    desk = scene.app.desk
    oversight.draw_checks(desk, oversight.Draw(0, desk.clock(), 100, 1), scene.chief)
    board = scene.show(Area.QUALITY)
    scene.window.activateWindow()
    scene.waits(lambda: len(board.listing.rows.rows) == 2)
    QTest.keyClick(scene.window, Y)
    QTest.keyClick(scene.window, Y)
    scene.waits(lambda: len(board.listing.rows.rows) == 1)
    QTest.keyClick(scene.window, Y)
    scene.waits(lambda: not board.is_acting)
    assert len(desk.read.checks_waiting()) == 1
    assert not any(key.autoRepeat() for key in board.findChildren(QShortcut))


def test_after_a_refusal_the_deeds_are_there_at_once(scene: Scene) -> None:
    board = scene.show(Area.DEVIATIONS)
    board.perform(actions.ExplainDeviation(99, "niets"))
    assert board.is_acting
    scene.waits(board.outcome.isVisible)
    assert not board.is_acting


def test_j_and_k_move_and_judge_nothing(scene: Scene) -> None:
    desk, key = scene.app.desk, Qt.Key
    oversight.draw_checks(desk, oversight.Draw(0, desk.clock(), 100, 1), scene.chief)
    board = scene.show(Area.QUALITY)
    scene.window.activateWindow()
    scene.waits(lambda: len(board.listing.rows.rows) == 2)
    waiting, listing = len(desk.read.checks_waiting()), board.listing
    for place in (listing, scene.window.rail):  # also from the list of screens, as a deed's key
        place.setFocus()
        rows = []
        for letter in (key.Key_J, key.Key_J, key.Key_K):
            QTest.keyClick(scene.window, letter)
            rows.append(listing.currentIndex().row())
        assert rows == [1, 1, 0]
    assert len(desk.read.checks_waiting()) == waiting
    assert not any(deed.key in {"J", "K"} for deed, _ in board.buttons)


def test_j_and_k_move_in_a_list_outside_supervision_too(qtbot: QtBot) -> None:
    table = Listing("Three", (Column("One"),))
    table.take([Row(each, each, (Cell(str(each)),)) for each in range(3)])
    qtbot.addWidget(table)
    table.show()
    rows = []
    for letter in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(table, letter)
        rows.append(table.currentIndex().row())
    assert rows == [1, 2, 1]
