"""A finding stays in its review: no key undoes it, and who made it says why it is none."""

from tests.ui.scene import Scene, scene
from webcare_desk import actions
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.judging import Asked
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words_dialog import SayDialog

__all__ = ["scene"]
Q = ReviewQuestion.SAMPLE
WORDS = "had naar PV gemoeten"


def found_by(scene: Scene, who: Actor) -> ReviewBoard:
    """Let a review point to what the moderator closed last, and somebody find it wrong."""
    desk = scene.app.desk
    closed = next(each for each in reversed(desk.changes(-1)) if each.action == "close")
    hit = Hit(Q, closed.seq, closed.actor)
    desk.perform(actions.OpenReview(0, closed.seq, 1, (Q,), (hit,)), scene.chief)
    desk.perform(actions.JudgeEntry(1, Verdict.FINDING, WORDS), who)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: isinstance(board.hits.item, Asked))
    board.hits.setFocus()
    scene.waits(lambda: WORDS in board.detail.toPlainText())
    return board


def keys(board: ReviewBoard) -> list[str]:
    """Return the keys that do something now."""
    return [deed.key for deed, button in board.buttons if button.isEnabled()]


def test_what_another_person_found_is_undone_by_no_key(scene: Scene) -> None:
    board = found_by(scene, scene.staff["bob"])
    assert keys(board) == ["N", "C", "O"]
    assert "What somebody else said of this entry stays" in board.detail.toPlainText()


def test_ones_own_finding_asks_why_it_is_none(scene: Scene) -> None:
    board = found_by(scene, scene.chief)
    assert keys(board) == ["N", "Y", "F", "C", "O"]
    scene.press(board, "Y")
    scene.say(board, "was al gemeld")
    read = scene.app.desk.read
    scene.waits(lambda: read.review_hits(1)[0].verdict is Verdict.IN_ORDER)
    scene.waits(lambda: "→ was al gemeld" in board.detail.toPlainText())
    assert f"⚠ {WORDS}" in board.detail.toPlainText()
    scene.press(board, "C")
    scene.say(board, "goed", Verdict.IN_ORDER)
    covers = scene.sign(board).covers.toPlainText()
    assert f"In order  ·  {WORDS} → was al gemeld" in covers
    scene.waits(lambda: read.reviews()[0].concluded_at)
    scene.waits(lambda: "→ What somebody" not in board.detail.toPlainText())


def test_in_order_with_a_finding_is_refused_before_anything_is_signed(scene: Scene) -> None:
    board = found_by(scene, scene.chief)
    before = len(scene.app.desk.read.signatures())
    scene.press(board, "C")
    scene.say(board, "goed", Verdict.IN_ORDER)
    dialog = scene.dialog(board, SayDialog)
    assert isinstance(dialog, SayDialog)
    scene.waits(dialog.error.isVisible)
    assert "There are findings" in dialog.error.text()
    assert board.findChildren(SignDialog) == []
    assert len(scene.app.desk.read.signatures()) == before
    dialog.reject()


def test_the_comment_of_an_entry_is_a_key_away(scene: Scene) -> None:
    board = found_by(scene, scene.chief)
    wanted: list[int] = []
    board.comment_wanted.connect(wanted.append)
    scene.press(board, "O")
    assert wanted == [8]


def test_who_oversees_alone_judges_his_own_act_and_is_told(scene: Scene) -> None:
    desk = scene.app.desk
    bob = actions.SetRoles(scene.staff["bob"].moderator, frozenset({Role.SUPERVISOR}), active=False)
    desk.perform(bob, scene.staff["ada"])
    desk.perform(actions.Claim(2), scene.chief)
    entry = desk.read.log_size() - 1
    hit = Hit(Q, entry, scene.chief.moderator)
    desk.perform(actions.OpenReview(0, entry, 1, (Q,), (hit,)), scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: isinstance(board.hits.item, Asked))
    board.hits.setFocus()
    scene.waits(lambda: "the log says so" in board.detail.toPlainText())
    scene.press(board, "Y")
    scene.waits(lambda: desk.read.review_hits(1)[0].verdict is Verdict.IN_ORDER)
    assert desk.changes(-1)[-1].detail["alone"] is True
