"""The supervisor's work: a deviation its whole way, requests approved and declined."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from tests.support.passwords import CHEAP
from tests.ui.scene import OWN, Scene, scene
from tests.ui.showing import shows_signature
from webcare_desk import actions, people, signing_off
from webcare_desk.domain.approval import RequestKind, RequestState, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.deviation import (
    Deviation,
    DeviationKind,
    DeviationState,
    MeasureKind,
    Proposal,
)
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.ui.clock import moment
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.measure import MeasureDialog
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words_dialog import SayDialog
from webcare_desk.vault.secret import Secret

HOUR = 3_600_000_000
Q = ReviewQuestion.SAMPLE


__all__ = ["scene"]


@pytest.mark.requirement("D1")
def test_a_deviation_goes_its_whole_way(scene: Scene) -> None:
    read, board = scene.app.desk.read, scene.show(Area.DEVIATIONS)
    assert isinstance(board.listing.item, Proposal)
    assert "noticed" in board.detail.toPlainText()
    scene.press(board, "N")
    scene.say(board, "De bron was een uur weg")
    scene.waits(lambda: isinstance(board.listing.rows.rows[0].item, Deviation))
    scene.press(board, "Y")
    scene.say(board, "Het platform was weg")
    scene.waits(lambda: read.deviations()[0].cause)
    scene.press(board, "M")
    measure = scene.dialog(board, MeasureDialog)
    assert isinstance(measure, MeasureDialog)
    measure.what.setText("Met de hand gelezen")
    measure.owner.setCurrentIndex(measure.owner.findData(scene.mo.moderator))
    measure.main.click()
    scene.waits(lambda: read.measures(1))
    scene.press(board, "D")
    scene.say(board, "niets gemist")
    scene.waits(lambda: read.measures(1)[0].done_at)
    scene.waits(lambda: "your own: somebody else must say" in board.detail.toPlainText())
    (effect,) = (button for deed, button in board.buttons if deed.key == "F")
    assert not effect.isEnabled(), "who did it does not judge it"
    checked(scene)
    scene.press(board, "C")
    signing = scene.dialog(board, SignDialog)
    assert isinstance(signing, SignDialog)
    covers = signing.covers.toPlainText()
    assert covers in board.detail.toPlainText()
    for said in ("Het platform was weg", "niets gemist", "They worked  ·  ", "Bob Second"):
        assert said in covers
    scene.sign(board)
    scene.waits(lambda: read.deviations()[0].state is DeviationState.CLOSED)
    scene.waits(lambda: shows_signature(board.detail.toPlainText(), "Ann Chief"))


def mended(scene: Scene) -> int:
    """Open a deviation of which the chief did what was to be done."""
    desk, by, kind = scene.app.desk, scene.chief, MeasureKind.CORRECTIVE
    number = desk.perform(actions.OpenDeviation(DeviationKind.OTHER, "te snel"), by)
    desk.perform(actions.ExplainDeviation(number, "te druk"), by)
    own = actions.AddMeasure(number, kind, "rooster", by.moderator, desk.clock() + HOUR)
    desk.perform(actions.FinishMeasure(desk.perform(own, by), "geregeld"), by)
    return number


def deviation_board(scene: Scene) -> Board:
    """Show the deviations, with the one that is kept chosen."""
    board = scene.show(Area.DEVIATIONS)
    board.listing.selectRow(len(board.listing.rows.rows) - 1)
    return board


def test_no_is_told_from_yes_with_who_said_it_and_when(scene: Scene) -> None:
    number = mended(scene)
    words, told = "zie de notulen", list[str]()
    for is_effective in (True, False):
        said = actions.CheckEffect(number, is_effective, words)
        scene.app.desk.perform(said, scene.staff["bob"])
        told.append(deviation_board(scene).told(scene.app.desk.read.deviation(number)))
    at = moment(scene.app.desk.clock())
    assert f"They did not work  ·  {at}  ·  Bob Second\n✓ {words}\n✗ {words}" in told[1]
    assert f"They worked  ·  {at}  ·  Bob Second\n✓ {words}" in told[0]
    assert f"geregeld  ·  {at}  ·  Ann Chief" in told[0]


def test_who_oversees_a_desk_with_nobody_else_says_whether_an_own_measure_worked(
    scene: Scene,
) -> None:
    number, bob = mended(scene), scene.staff["bob"]
    board = deviation_board(scene)
    scene.waits(lambda: "somebody else must say" in board.detail.toPlainText())
    closed = actions.SetRoles(bob.moderator, frozenset({Role.SUPERVISOR}), active=False)
    scene.app.desk.perform(closed, scene.staff["ada"])
    board.refresh()
    scene.press(board, "F")
    dialog = scene.dialog(board, SayDialog)
    assert any("the log says so" in each.text() for each in dialog.findChildren(QLabel))
    scene.say(board, "het werkte", choice=True)
    scene.waits(lambda: (found := scene.app.desk.read.deviation(number)) and found.is_effective)
    assert scene.app.desk.changes(-1)[-1].detail["alone"] is True


def checked(scene: Scene) -> None:
    """Let a second supervisor say that the measures worked."""
    effect = actions.CheckEffect(1, is_effective=True, effect="het werkte")
    scene.app.desk.perform(effect, scene.staff["bob"])


def test_a_letter_does_what_its_button_does(scene: Scene) -> None:
    board = scene.show(Area.DEVIATIONS)
    scene.window.activateWindow()
    board.listing.setFocus()
    scene.waits(board.listing.hasFocus)
    QTest.keyClick(board.listing, Qt.Key.Key_N)
    dialog = scene.dialog(board, SayDialog)
    assert dialog.isVisible()
    dialog.reject()
    QTest.keyClick(scene.window, Qt.Key.Key_Escape)
    scene.waits(scene.window.rail.hasFocus)


def test_a_deviation_is_typed_by_a_person_too(scene: Scene) -> None:
    board = scene.show(Area.DEVIATIONS)
    board.listing.clearSelection()
    board.listing.setCurrentIndex(board.listing.rows.index(-1, -1))
    scene.press(board, "N")
    dialog = scene.dialog(board, SayDialog)
    assert isinstance(dialog, SayDialog)
    dialog.main.click()
    assert dialog.error.text() == "Say it in a few words."
    assert isinstance(dialog.choice, QComboBox)
    scene.say(board, "Iets anders")
    scene.waits(scene.app.desk.read.deviations)


def asked(scene: Scene, by: Actor, login: str) -> int:
    """Ask for a role as somebody who can sign."""
    desk = scene.app.desk
    people.set_password(desk, by.moderator, Secret(OWN), by, CHEAP)
    grant = wanted(RequestKind.ROLE_GRANT, Name(scene.mo.moderator), {"roles": ["senior"]})
    return signing_off.ask(desk, by, Secret(OWN), grant, words="vervanging", login=login)


@pytest.fixture
def request_of_ada(scene: Scene) -> int:
    return asked(scene, scene.staff["ada"], "ada")


@pytest.mark.requirement("D1")
def test_a_request_is_approved_with_a_signature(scene: Scene, request_of_ada: int) -> None:
    board = scene.show(Area.APPROVALS)
    scene.waits(lambda: board.listing.rows.rows)
    told = board.detail.toPlainText()
    assert "Ada Admin" in told
    assert "vervanging" in told
    assert "Account: Mo Derator (mo)" in told
    assert "+ Senior moderator (new)" in told
    assert "− Moderator (taken away)" in told
    assert '{"roles":["senior"]}' in told
    scene.press(board, "Y")
    covers = scene.sign(board).covers.toPlainText()
    assert set(covers.splitlines()) <= set(told.splitlines())
    assert "− Moderator (taken away)" in covers
    assert '{"roles":["senior"]}' in covers
    read = scene.app.desk.read
    scene.waits(lambda: state_of(scene, request_of_ada) is RequestState.APPROVED)
    done = read.request(request_of_ada)
    assert done is not None
    assert "Used " not in board.told(done)
    assert f"Used {moment(HOUR)}" in board.told(replace(done, used_at=HOUR))
    scene.waits(lambda: "Decided by" in board.detail.toPlainText())
    told = board.detail.toPlainText()
    assert shows_signature(told, "Ada Admin")
    assert shows_signature(told, "Ann Chief")


def state_of(scene: Scene, number: int) -> RequestState | None:
    found = scene.app.desk.read.request(number)
    return None if found is None else found.state


def test_a_request_is_declined_with_a_reason(
    scene: Scene, request_of_ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(window: object, title: str, reasons: object, then: Callable[[Why], object]) -> None:
        del window, title, reasons
        then(Why(Reason.OTHER, "eerst de training"))

    monkeypatch.setattr("webcare_desk.ui.supervision.approvals.ask_why", at_once)
    board = scene.show(Area.APPROVALS)
    scene.waits(lambda: board.listing.rows.rows)
    scene.press(board, "F")
    scene.waits(lambda: state_of(scene, request_of_ada) is RequestState.DECLINED)
    entry = scene.app.desk.read.entries_after(scene.app.desk.read.log_size() - 2, 1)[0]
    assert (entry.action, entry.reason) == ("decline", "other")


def test_any_measure_is_finished_and_none_is_due_before_today(scene: Scene) -> None:
    desk, day = scene.app.desk, 24 * HOUR
    number = desk.perform(actions.OpenDeviation(DeviationKind.OTHER, "laat"), scene.chief)
    due, kind = desk.clock() + day, MeasureKind.CORRECTIVE
    for what in ("rooster", "bijscholen"):
        measure = actions.AddMeasure(number, kind, what, scene.mo.moderator, due)
        desk.perform(measure, scene.chief)
    board = scene.show(Area.DEVIATIONS)
    board.listing.selectRow(len(board.listing.rows.rows) - 1)
    scene.press(board, "D")
    dialog = scene.dialog(board, SayDialog)
    assert isinstance(dialog, SayDialog)
    texts = [dialog.choice.itemText(row) for row in range(dialog.choice.count())]
    assert texts == ["rooster", "bijscholen"]
    scene.say(board, "gegeven", desk.read.measures(number)[1].id)
    scene.waits(lambda: desk.read.measures(number)[1].done_at)
    assert desk.read.measures(number)[0].done_at is None
    scene.press(board, "M")
    asked = scene.dialog(board, MeasureDialog)
    assert isinstance(asked, MeasureDialog)
    assert asked.due.minimumDate() == QDate.currentDate()


def test_what_was_noticed_says_what_it_is_and_can_be_left(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(window: object, title: str, reasons: object, then: Callable[[Why], object]) -> None:
        del window, title, reasons
        then(Why(Reason.OTHER, "aangekondigd"))

    monkeypatch.setattr("webcare_desk.ui.supervision.deviations.ask_why", at_once)
    board = scene.show(Area.DEVIATIONS)
    scene.waits(lambda: board.listing.rows.rows)
    about = board.listing.rows.rows[0].cells[2].text
    assert about.startswith("community was not read from ")
    assert about.endswith(" · 503")
    assert "503" in board.detail.toPlainText()
    scene.press(board, "N")
    dialog = scene.dialog(board, SayDialog)
    assert isinstance(dialog, SayDialog)
    assert dialog.words.toPlainText() == about
    dialog.reject()
    scene.press(board, "X")
    scene.waits(board.empty.isVisible)
    assert scene.app.desk.read.deviations() == []
    entry = scene.app.desk.read.entries_after(scene.app.desk.read.log_size() - 2, 1)[0]
    assert (entry.action, entry.reason) == ("leave-proposal", "other")


def test_the_comment_of_a_deviation_is_opened_from_it(scene: Scene) -> None:
    scene.app.desk.perform(
        actions.OpenDeviation(DeviationKind.OTHER, "Te laat gezien", 4), scene.chief
    )
    board = scene.show(Area.DEVIATIONS)
    scene.waits(lambda: len(board.listing.rows.rows) > 1)
    board.listing.step(1)
    assert "comment 4\nFatima" in board.detail.toPlainText()
    with scene.qtbot.waitSignal(
        scene.window.comment_wanted, check_params_cb=lambda number: number == 4
    ):
        scene.press(board, "O")
