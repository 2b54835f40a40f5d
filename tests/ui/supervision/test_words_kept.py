"""What a person has typed stays until the act is done, also when it is refused or not signed."""

from PySide6.QtWidgets import QDialog, QPushButton

from tests.ui.scene import Scene, scene
from webcare_desk import actions, oversight
from webcare_desk.domain.finding import Category
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.disagree import DisagreeDialog
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words_dialog import SayDialog

__all__ = ["scene"]
PAGE = "A page of what was seen over three months."


def said(scene: Scene, board: Board, words: str = PAGE) -> SayDialog:
    """Say the words in the form that is open, and return it."""
    scene.say(board, words)
    dialog = scene.dialog(board, SayDialog)
    assert isinstance(dialog, SayDialog)
    return dialog


def names_stay(dialog: QDialog) -> bool:
    """Say whether a form tells that its words outlive the data of who they are about."""
    told = "Without names: it stays when a person's data are erased."
    return told in {label.text() for label in dialog.findChildren(PlainLabel)}


def refused(dialog: QDialog) -> bool:
    return isinstance(dialog, FormDialog) and dialog.error.isVisible() and dialog.main.isEnabled()


def test_the_words_of_an_act_that_is_refused_stay(scene: Scene) -> None:
    board = scene.show(Area.DEVIATIONS)
    scene.press(board, "N")
    scene.app.desk.perform(actions.LogOut(), scene.chief)
    dialog = said(scene, board)
    assert names_stay(dialog)
    scene.waits(lambda: refused(dialog))
    assert "log in again" in dialog.error.text()
    assert dialog.isVisible()
    assert dialog.words.toPlainText() == PAGE


def test_a_finding_is_kept_without_names(scene: Scene) -> None:
    desk, entry = scene.app.desk, scene.app.desk.read.log_size() - 1
    hit = Hit(ReviewQuestion.SAMPLE, entry, scene.mo.moderator)
    desk.perform(actions.OpenReview(0, entry, 1, (hit.question,), (hit,)), scene.staff["bob"])
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: board.hits.item)
    board.keep_finding()
    assert names_stay(scene.dialog(board, SayDialog))


def test_a_conclusion_stays_while_its_signature_is_cancelled_and_given(scene: Scene) -> None:
    desk, entry = scene.app.desk, scene.app.desk.read.log_size() - 1
    hit = Hit(ReviewQuestion.SAMPLE, entry, scene.mo.moderator)
    desk.perform(actions.OpenReview(0, entry, 1, (hit.question,), (hit,)), scene.chief)
    board = scene.show(Area.REVIEW)
    assert isinstance(board, ReviewBoard)
    scene.waits(lambda: board.hits.item)
    assert not conclude(board).isEnabled(), "an entry is not judged yet"
    desk.perform(actions.JudgeEntry(1, Verdict.IN_ORDER), scene.staff["bob"])
    scene.press(board, "C")
    dialog = said(scene, board)
    assert names_stay(dialog)
    scene.dialog(board, SignDialog).reject()
    scene.waits(dialog.main.isEnabled)
    assert dialog.isVisible()
    assert dialog.words.toPlainText() == PAGE
    dialog.main.click()
    covers = scene.sign(board).covers.toPlainText()
    assert covers.startswith("In order\n" + PAGE)
    assert f"{entry}  ·  Drawn at random  ·  In order  ·  –" in covers
    scene.waits(lambda: desk.read.reviews()[0].conclusion == PAGE)
    scene.waits(lambda: not board.findChildren(SayDialog))


def conclude(board: ReviewBoard) -> QPushButton:
    return next(button for deed, button in board.buttons if deed.key == "C")


def test_the_words_of_who_disagrees_stay(scene: Scene) -> None:
    desk, now = scene.app.desk, scene.app.desk.clock()
    oversight.draw_checks(desk, oversight.Draw(0, now, 100, 1), scene.chief)
    board = scene.show(Area.QUALITY)
    scene.press(board, "F")
    dialog = scene.dialog(board, DisagreeDialog)
    assert isinstance(dialog, DisagreeDialog)
    dialog.category.setCurrentIndex(dialog.category.findData(Category.ADVERSE_EVENT))
    dialog.words.setText(PAGE)
    desk.perform(actions.LogOut(), scene.chief)
    dialog.main.click()
    scene.waits(lambda: refused(dialog))
    assert dialog.isVisible()
    assert dialog.words.text() == PAGE
