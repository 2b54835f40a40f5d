"""The hints under a comment, and the key that confirms the next one."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.domain.hint import HintKind
from webcare_desk.ui.comment.hints import hint_word, hints_line
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.deeds import Deeds
from webcare_desk.ui.sheet import read_sheet
from webcare_desk.ui.workplace import Workplace


def test_hints_stand_below_the_comment_and_are_confirmed_one_by_one(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    pane, window, said = CommentPane(chief_place), QWidget(), list[str]()
    qtbot.addWidget(pane)
    qtbot.addWidget(window)
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(1)
    subject = pane.thread_view.subject
    assert subject is not None
    assert subject.hints.text() == "Hints, never passed on: patient (“Sinds ik”) · B confirms"
    deeds, read = Deeds(chief_place, window), chief_place.app.desk.read
    deeds.confirm_hint(1)
    qtbot.waitUntil(lambda: read.hints(1) == {HintKind.PATIENT})
    sheet = read_sheet(chief_place.app, 1, chief_place.actor)
    assert hints_line(sheet) == "Hints, never passed on: ✓ patient (“Sinds ik”)"
    chief_place.tasks.problem.connect(said.append)
    deeds.confirm_hint(1)
    assert said == ["There is no hint left to confirm."]


def test_a_comment_without_hints_shows_none(chief_place: Workplace) -> None:
    assert hints_line(read_sheet(chief_place.app, 5, chief_place.actor)) == ""


def test_every_kind_has_a_name() -> None:
    assert len({hint_word(kind) for kind in HintKind}) == len(HintKind)
