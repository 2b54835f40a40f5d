"""The supervisor's window: every screen on a desk where something happened, by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.scene import Scene, scene
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk import actions, oversight
from webcare_desk.domain.finding import Category
from webcare_desk.domain.quality import Check
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.domain.review import Hit, Review, Verdict
from webcare_desk.ui.audit import window as audit
from webcare_desk.ui.audit.checks import Outcome
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.clock import Urgency
from webcare_desk.ui.supervision.areas import Area, Waiting, survey
from webcare_desk.ui.supervision.begin import BeginDialog
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.disagree import DisagreeDialog
from webcare_desk.ui.supervision.draw import DrawDialog
from webcare_desk.ui.supervision.hours import HoursDialog
from webcare_desk.ui.supervision.judging import Asked
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.supervision.window import SupervisionWindow
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.workplace import Workplace

HOUR = 3_600_000_000
Q = ReviewQuestion.SAMPLE


__all__ = ["scene"]


def reviewed(scene: Scene, *questions: ReviewQuestion) -> int:
    size = scene.app.desk.read.log_size()
    scope = oversight.Scope(0, size - 1, questions or (Q, ReviewQuestion.REASON_OTHER), 7, 2)
    return oversight.begin(scene.app.desk, scope, oversight.zone_here(), scene.chief)


def test_every_screen_is_whole_and_reached_by_its_digit(scene: Scene) -> None:
    reviewed(scene)
    for digit, area in enumerate(Area, start=1):
        scene.qtbot.keyClick(scene.window, str(digit))  # type: ignore[no-untyped-call]
        shown = scene.window.stack.currentWidget()
        assert shown is scene.window.made[area]
        if isinstance(shown, Board):
            scene.show(area)
    assert guessing(scene.window) == []
    assert nameless(scene.window) == []
    assert too_small(scene.window) == []


@pytest.mark.requirement("P24")
def test_the_list_counts_what_waits(scene: Scene) -> None:
    counts = {each.area: each for each in survey(scene.window._work)}
    assert counts[Area.AUDIT].count == scene.app.desk.read.log_size()
    assert counts[Area.COVERAGE].count == counts[Area.DEVIATIONS].count == 1
    assert counts[Area.PEOPLE].count >= 2
    assert (counts[Area.RECONCILIATION].count, counts[Area.RECONCILIATION].oldest) == (0, None)
    scene.window.count()
    scene.waits(lambda: scene.window.rail.rows.waiting[6].count)
    rail = scene.window.rail
    spoken = [str(rail.rows.index(row, 0).data()) for row in range(rail.rows.rowCount())]
    assert spoken[6] == "Coverage, 1"
    now = scene.app.desk.clock()
    for age, urgency in ((2, Urgency.LATER), (9, Urgency.OVERDUE)):
        waits = Waiting(Area.RECONCILIATION, 3, oldest=now - age * 24 * HOUR)
        rail.rows.take((*rail.rows.waiting[:-1], waits), now)
        clock = rail.rows.clock_of(waits)
        assert clock is not None
        assert (clock.text, clock.urgency) == (f"oldest: {age} d", urgency)
        assert rail.rows.index(8, 0).data() == f"Reconciliation, 3, oldest: {age} d"
    rail.setFocus()
    scene.qtbot.keyClick(rail, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    shown = scene.window.stack.currentWidget()
    assert isinstance(shown, AuditWindow)
    rail.keyboardSearch("x")


def test_closing_the_window_stops_the_check_of_the_log(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, may_end = Event(), Event()

    def read_on(_: Path, watch: Callable[[int], bool]) -> Outcome:
        began.set()
        may_end.wait(20)
        return Outcome(None, "It reads on." if watch(1) else "It was stopped.")

    monkeypatch.setattr(audit, "verify", read_on)
    log = scene.window.made[Area.AUDIT]
    assert isinstance(log, AuditWindow)
    log.verify.click()
    assert began.wait(20)
    scene.window.close()
    may_end.set()
    scene.waits(log.verify.isEnabled)
    assert log.outcome.text() == "It was stopped."


def test_a_review_is_begun_judged_concluded_and_signed(scene: Scene) -> None:
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    assert board.empty.isVisible()
    scene.press(board, "N")
    begin = scene.dialog(board, BeginDialog)
    assert isinstance(begin, BeginDialog)
    for question, box in begin.questions.items():
        box.setChecked(question is ReviewQuestion.REASON_OTHER)
    begin.main.click()
    scene.waits(lambda: board.hits.rows.rows)
    scene.press(board, "F")
    scene.say(board, "niet uitgelegd")
    read = scene.app.desk.read
    scene.waits(lambda: read.review_hits(1)[0].verdict)
    assert read.review_hits(1)[0].remark == "niet uitgelegd"
    board.hits.setFocus()
    board.hits.clearSelection()
    item = board.hits.rows.rows[0].item
    assert isinstance(item, Asked)
    board._reads_hit = True
    board._on_hit(replace(item, hit=read.review_hits(1)[0]))
    assert "Judged by Ann Chief, " in board.detail.toPlainText()
    board._reads_hit = False
    board._on_hit(item)
    scene.press(board, "C")
    scene.say(board, "één bevinding", Verdict.FINDING)
    scene.sign(board)
    scene.waits(lambda: read.reviews()[0].concluded_at)
    review = read.reviews()[0]
    assert review.verdict is Verdict.FINDING
    signature = read.signature(review.signature or 0)
    assert signature is not None
    assert signature.signer == scene.chief.moderator
    scene.waits(lambda: "één bevinding" in board.told(read.reviews()[0]))
    assert "no concluded review has asked about" in board.told(read.reviews()[0])
    scene.waits(lambda: [deed.key for deed, at in board.buttons if at.isEnabled()] == ["N", "O"])


def test_a_wrong_password_signs_nothing_and_says_so(scene: Scene) -> None:
    number = reviewed(scene, ReviewQuestion.REASON_OTHER)  # no sample: it may be of one's own acts
    for hit in scene.app.desk.read.review_hits(number):
        scene.app.desk.perform(actions.JudgeEntry(hit.id, Verdict.IN_ORDER), scene.chief)
    board = scene.show(Area.REVIEW)
    scene.press(board, "C")
    scene.say(board, "goed")
    dialog = scene.sign(board, "not the password at all")
    scene.waits(dialog.error.isVisible)
    assert scene.app.desk.read.reviews()[0].concluded_at is None
    dialog.reject()


def test_an_entry_of_two_questions_stands_there_once_with_both(scene: Scene) -> None:
    entry, mine = scene.app.desk.read.log_size() - 1, scene.staff["bob"].moderator
    found = tuple(Hit(each, entry, mine) for each in (Q, ReviewQuestion.AT_NIGHT))
    asked = (Q, ReviewQuestion.AT_NIGHT)
    scene.app.desk.perform(actions.OpenReview(0, entry, 1, asked, found), scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: board.hits.item)
    [row] = board.hits.rows.rows
    assert row.cells[1].text == f"{word(Q)}; {word(ReviewQuestion.AT_NIGHT)}"
    board.hits.setFocus()
    board._on_hit(board.hits.item)
    assert word(ReviewQuestion.AT_NIGHT) in board.detail.toPlainText()


def test_ones_own_act_is_judged_by_somebody_else(scene: Scene) -> None:
    scene.app.desk.perform(actions.Claim(2), scene.chief)
    entry = scene.app.desk.read.log_size() - 1
    hit = Hit(Q, entry, scene.chief.moderator)
    scene.app.desk.perform(actions.OpenReview(0, entry, 1, (Q,), (hit,)), scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: board.hits.item)
    board.hits.setFocus()
    board._on_hit(board.hits.item)
    assert "act of your own" in board.detail.toPlainText()
    assert [deed.key for deed, button in board.buttons if button.isEnabled()] == ["N", "O"]
    scene.app.desk.perform(actions.JudgeEntry(1, Verdict.IN_ORDER), scene.staff["bob"])
    board.refresh()
    scene.waits(lambda: isinstance(board.hits.item, Asked) and board.hits.item.hit.verdict)
    assert [deed.key for deed, button in board.buttons if button.isEnabled()] == ["N", "O"]
    assert "somebody else concludes it" in board.told(board.listing.item)


@pytest.mark.requirement("P25")
def test_a_drawn_decision_is_checked_and_a_miss_comes_back(scene: Scene) -> None:
    board = scene.show(Area.QUALITY)
    scene.press(board, "N")
    draw = scene.dialog(board, DrawDialog)
    assert isinstance(draw, DrawDialog)
    draw.below.setCurrentIndex(1)
    assert "rule out 5 % of misses" in draw.below.currentText()
    assert not draw.share.isEnabled()
    draw.below.setCurrentIndex(0)
    draw.share.setText("100")
    draw.main.click()
    scene.waits(lambda: len(board.listing.rows.rows) == 2)
    items = [row.item for row in board.listing.rows.rows]
    first = next(row for row, item in enumerate(items) if _comment(item) == 1)
    board.listing.selectRow(first)
    assert "hoofdpijn" in board.detail.toPlainText()
    assert "Mo Derator" not in board.detail.toPlainText(), "who decided is not shown"
    scene.press(board, "F")
    dialog = scene.dialog(board, DisagreeDialog)
    assert isinstance(dialog, DisagreeDialog)
    dialog.category.setCurrentIndex(dialog.category.findData(Category.ADVERSE_EVENT))
    dialog.main.click()
    scene.waits(lambda: "goes to PV with the awareness time" in board.outcome.text())
    work = scene.app.desk.read.work(1)
    assert work is not None
    (case,) = scene.app.desk.read.escalations_of(1)
    assert case.aware_at == work.aware_at
    (opened,) = scene.app.desk.read.deviations(only_open=True)
    assert opened.comment == 1
    scene.waits(lambda: len(board.listing.rows.rows) == 1)
    scene.press(board, "Y")
    scene.waits(lambda: scene.app.desk.read.checks_waiting() == [])


def _comment(item: object) -> int:
    assert isinstance(item, Check)
    return item.decision.comment


def test_ones_own_decisions_are_not_offered(scene: Scene) -> None:
    scene.app.desk.perform(actions.Close(7, Reason.SPAM), scene.chief)
    now = scene.app.desk.clock()
    oversight.draw_checks(scene.app.desk, oversight.Draw(0, now, 100, 1), scene.chief)
    board = scene.show(Area.QUALITY)
    scene.waits(lambda: len(board.listing.rows.rows) == 2)
    assert 7 not in [_comment(row.item) for row in board.listing.rows.rows]


def test_who_is_online_is_told_with_the_last_act(scene: Scene) -> None:
    board = scene.show(Area.PEOPLE)
    texts = [[cell.text for cell in row.cells] for row in board.listing.rows.rows]
    mine = next(row for row in texts if row[0] == "Ann Chief (you)")
    assert mine[1] == "Supervisor"
    assert any(row[0] == "Mo Derator" and row[5] for row in texts)
    shown = board.detail.toPlainText()
    assert "Since " in shown
    assert scene.chief.session not in shown, "an id that nobody can do anything with"


def because_it_was_down(
    window: object, title: str, reasons: object, then: Callable[[Why], object]
) -> None:
    """Answer at once why a gap is none to worry about."""
    del window, title, reasons
    then(Why(Reason.SOURCE_WAS_DOWN))


def test_a_gap_is_explained_here(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webcare_desk.ui.supervision.coverage.ask_why", because_it_was_down)
    board = scene.show(Area.COVERAGE)
    scene.waits(lambda: board.listing.rows.rows)
    row = next(n for n, row in enumerate(board.listing.rows.rows) if isinstance(row.key, int))
    board.listing.selectRow(row)
    assert "503" in board.detail.toPlainText()
    scene.press(board, "Y")
    scene.waits(lambda: scene.app.desk.read.gaps() == [])
    scene.waits(lambda: "Ann Chief" in board.detail.toPlainText())


def test_who_may_only_look_can_press_nothing(
    workplace_of: Callable[..., Workplace], scene: Scene
) -> None:
    reviewed(scene)
    window = SupervisionWindow(workplace_of(scene.staff["audrey"]))
    scene.qtbot.addWidget(window)
    window.choose(Area.REVIEW)
    board = window.made[Area.REVIEW]
    assert isinstance(board, Board)
    scene.waits(lambda: isinstance(board.listing.item, Review))
    assert not any(button.isEnabled() for _, button in board.buttons)


def test_a_deed_has_its_key_also_while_the_list_of_screens_has_the_focus(scene: Scene) -> None:
    board = scene.show(Area.COVERAGE)
    scene.show(Area.SCREENING)  # its screen has the same key for another deed
    scene.show(Area.COVERAGE)
    scene.window.activateWindow()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    scene.window.rail.setFocus()
    QTest.keyClick(scene.window.rail, Qt.Key.Key_U)
    dialog = scene.dialog(board, HoursDialog)
    dialog.close()
