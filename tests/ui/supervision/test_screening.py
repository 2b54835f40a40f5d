"""The supervisor's page of screening: what was missed, and the versions of what is learnt."""

import json

from PySide6.QtWidgets import QMessageBox

from tests.ui.scene import Scene, scene
from webcare_desk.actions import RefitScreening, SetLearning
from webcare_desk.actions.learning import learns, version_in_force
from webcare_desk.domain.audit import Name
from webcare_desk.domain.learning import Missed
from webcare_desk.domain.moderator import system_actor
from webcare_desk.screening.opinion import name_of
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.screening import ScreeningBoard

__all__ = ["scene"]


def confirm(board: Board, answer: str) -> None:
    """Answer the question that a board asks."""
    box = next(each for each in board.findChildren(QMessageBox) if each.isVisible())
    next(each for each in box.buttons() if each.text() == answer).click()


def test_learning_is_switched_on_and_a_version_taken_back(scene: Scene) -> None:
    board, read = scene.show(Area.SCREENING), scene.app.desk.read
    assert isinstance(board, ScreeningBoard)
    scene.qtbot.waitUntil(lambda: bool(board.listing.rows.rows))
    assert [cell.text for cell in board.listing.rows.rows[0].cells] == [
        "Learning from decisions", "off", "", "No version is in force",
    ]  # fmt: skip
    assert board.listing.rows.rows[1].cells[3].text == "Nothing has been escalated yet."
    scene.press(board, "L")
    confirm(board, "Cancel")
    assert not learns(read), "a key beside J and K alone changes nothing"
    scene.press(board, "L")
    confirm(board, "Learn")
    scene.qtbot.waitUntil(lambda: learns(read))
    scene.qtbot.waitUntil(lambda: board.listing.rows.rows[0].cells[1].text == "on")
    own = Name(name_of(scene.app.screens[1].model))
    entry, empty = read.log_size() + 9, json.dumps([])
    first = RefitScreening(1, entry, is_report=True, model=own, based_on=0, weights=empty)
    scene.app.desk.perform(first, system_actor())
    board.refresh()
    scene.qtbot.waitUntil(
        lambda: "Version 1" in [row.cells[0].text for row in board.listing.rows.rows]
    )
    version = len(board.listing.rows.rows) - 1
    board.listing.selectRow(version)
    assert "learnt from comment 1: a report" in board.detail.toPlainText()
    assert "learns from each decision" in board.detail.toPlainText()
    scene.press(board, "N")
    confirm(board, "Use none")
    scene.qtbot.waitUntil(lambda: version_in_force(read) == 0)
    scene.qtbot.waitUntil(lambda: board.listing.rows.rows[-1].cells[1].text == "–")
    board.listing.selectRow(len(board.listing.rows.rows) - 1)
    scene.press(board, "U")
    confirm(board, "Use this version")
    scene.qtbot.waitUntil(lambda: version_in_force(read) == 1)


def test_a_version_that_was_learnt_for_another_model_is_not_in_force(scene: Scene) -> None:
    desk = scene.app.desk
    desk.perform(SetLearning(is_on=True), scene.chief)
    for based_on in (0, 1):
        entry = desk.read.log_size() + 9 * (based_on + 1)
        made = RefitScreening(1, entry, True, Name("another"), based_on, "[]")  # noqa: FBT003 - a report
        desk.perform(made, system_actor())
    board = scene.show(Area.SCREENING)
    first, *_, newest, oldest = board.listing.rows.rows
    assert first.cells[3].text == "Version 2 was learnt for another model and is not used"
    assert (newest.cells[1].text, oldest.cells[1].text) == ("–", "–")
    board.listing.selectRow(len(board.listing.rows.rows) - 1)
    (use,) = (button for deed, button in board.buttons if deed.key == "U")
    assert not use.isEnabled()
    scene.press(board, "N")
    confirm(board, "Use none")
    scene.qtbot.waitUntil(lambda: version_in_force(desk.read) == 0)


def test_a_share_is_told_with_its_interval(scene: Scene) -> None:
    board = scene.show(Area.SCREENING)
    assert isinstance(board, ScreeningBoard)
    cells = [cell.text for cell in board._share(Missed("nl", 1, 4)).cells]
    assert cells == ["Dutch", "1 of 4", "25 %", "1 % – 81 %"]
    assert board._name("adverse-event") == "Adverse event"
    assert board._name("all") == "All"
