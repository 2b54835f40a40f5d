"""One press is one judgement: of what has been read, and never of what comes into its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from tests.ui.scene import Scene, scene
from webcare_desk import actions, oversight
from webcare_desk.domain.question import Question
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.reviews import ReviewBoard

__all__ = ["scene"]
J = Qt.Key.Key_J


def test_j_reads_judges_and_goes_on_to_the_next(scene: Scene) -> None:
    desk, read = scene.app.desk, scene.app.desk.read
    first = read.log_size() - 1
    desk.perform(actions.Claim(2), scene.chief)
    desk.perform(actions.Claim(6), scene.mo)
    hits = tuple(
        Hit(Question.SAMPLE, entry.seq, entry.actor) for entry in read.entries_after(first - 1, 3)
    )
    asked = actions.OpenReview(0, first + 2, 1, (Question.SAMPLE,), hits)
    desk.perform(asked, scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.window.activateWindow()
    scene.waits(lambda: len(board.hits.rows.rows) == 3)
    QTest.keyClick(scene.window, J)
    shown = board.detail.toPlainText()
    assert shown != board.told(board.listing.item), "the first press shows what is judged"
    assert read.review_hits(1)[0].verdict is None
    for _ in range(3):
        QTest.keyClick(scene.window, J)
    scene.waits(lambda: board.hits.currentIndex().row() == 2)
    scene.waits(lambda: not board.is_acting)
    verdicts = [hit.verdict for hit in read.review_hits(1)]
    assert verdicts == [Verdict.IN_ORDER, None, None], "one's own is passed over"
    QTest.keyClick(scene.window, J)
    scene.waits(lambda: read.review_hits(1)[2].verdict is Verdict.IN_ORDER)


def test_a_doubled_press_agrees_with_one_decision(scene: Scene) -> None:
    desk = scene.app.desk
    oversight.draw_checks(desk, oversight.Draw(0, desk.clock(), 100, 1), scene.chief)
    board = scene.show(Area.QUALITY)
    scene.window.activateWindow()
    scene.waits(lambda: len(board.listing.rows.rows) == 2)
    QTest.keyClick(scene.window, J)
    QTest.keyClick(scene.window, J)
    scene.waits(lambda: len(board.listing.rows.rows) == 1)
    QTest.keyClick(scene.window, J)
    scene.waits(lambda: not board.is_acting)
    assert len(desk.read.checks_waiting()) == 1
    assert not any(key.autoRepeat() for key in board.findChildren(QShortcut))


def test_after_a_refusal_the_deeds_are_there_at_once(scene: Scene) -> None:
    board = scene.show(Area.DEVIATIONS)
    board.perform(actions.ExplainDeviation(99, "niets"))
    assert board.is_acting
    scene.waits(board.outcome.isVisible)
    assert not board.is_acting
