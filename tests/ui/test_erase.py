"""Erasing in the window: asked for with a signature, approved by another, then done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import account, ingest, remote
from tests.ui.scene import OWN, Scene, scene
from webcare_desk import actions, people, signing_off
from webcare_desk.app import App
from webcare_desk.domain.approval import RequestState
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.ui import said
from webcare_desk.ui.erase import EraseDialog
from webcare_desk.ui.supervision.approvals import ApprovalBoard
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

__all__ = ["scene"]


@pytest.fixture
def officer(desk_app: App, chief: Actor) -> Actor:
    """Hire a data protection officer who can sign."""
    del chief  # who hires
    dee = account(desk_app, "dee", "Dee Data", Role.DATA_PROTECTION)
    people.set_password(desk_app.desk, dee.moderator, Secret(OWN), dee, CHEAP)
    return dee


@pytest.fixture
def place(officer: Actor, workplace_of: Callable[..., Workplace]) -> Workplace:
    """Give that officer's workplace."""
    return workplace_of(officer)


def asking(place: Workplace, comment: int, qtbot: QtBot) -> EraseDialog:
    """Open the form on a comment and wait until it says what goes."""
    dialog = EraseDialog(place, comment, None, place.tasks.problem.emit)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test closes it
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.fate.toPlainText()))
    return dialog


def signed(dialog: EraseDialog, login: str, qtbot: QtBot) -> str:
    """Sign what a dialog asks for; return what stands above the signature."""
    dialog.main.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(SignDialog)))
    (sign,) = dialog.findChildren(SignDialog)
    sign.login.setText(login)
    sign.password.setText(OWN)
    sign.main.click()
    return sign.covers.toPlainText()


def test_an_erasure_goes_its_whole_way(place: Workplace, scene: Scene, qtbot: QtBot) -> None:
    desk = scene.app.desk
    dialog = asking(place, 8, qtbot)
    assert "1 comment" in dialog.fate.toPlainText()
    dialog.words.setText("AVG-12")
    with qtbot.waitSignal(dialog.accepted):
        covers = signed(dialog, "dee", qtbot)
    (request,) = desk.read.requests(is_open=True)
    assert "Comments that go for good: 1\nComment 8 by " in covers
    assert "Why: Somebody objects" in covers
    assert request.wanted.payload in covers
    board = ApprovalBoard(place)
    qtbot.addWidget(board)
    board.show()
    qtbot.waitUntil(lambda: bool(board.listing.rows.rows))
    (button,) = (button for deed, button in board.buttons if deed.key == "X")
    assert not button.isEnabled(), "nobody else has signed it"
    signing_off.approve(desk, scene.chief, Secret(OWN), request.id, login="chief")
    board.refresh()
    qtbot.waitUntil(button.isEnabled)
    assert "Kees (comments: 1)" in board.listing.rows.rows[0].cells[1].text
    assert "Why: Somebody objects (Art. 17(1)(c))" in board.detail.toPlainText()
    assert "Comment 8 by Kees" in board.detail.toPlainText()
    with qtbot.waitSignal(board.comment_wanted, check_params_cb=lambda number: number == 8):
        board.open_comment()
    button.click()
    (box,) = board.findChildren(QMessageBox)
    assert "Kees (comments: 1)" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert not box.isVisible()
    assert not desk.read.is_erased(8), "Enter keeps it"
    button.click()
    box = next(each for each in board.findChildren(QMessageBox) if each.isVisible())
    next(each for each in box.buttons() if each.text() == "Erase for good").click()
    qtbot.waitUntil(lambda: board.outcome.isVisible() and "erased" in board.outcome.text())
    assert desk.read.is_erased(8)
    found = desk.read.request(request.id)
    assert found is not None
    assert found.state is RequestState.USED


def test_what_has_to_stay_is_said_and_cannot_be_asked_for(
    place: Workplace, scene: Scene, qtbot: QtBot
) -> None:
    dialog = asking(place, 2, qtbot)
    assert "close it first" in dialog.fate.toPlainText()
    assert not dialog.main.isEnabled()
    dialog.submit()
    assert scene.app.desk.read.requests(is_open=True) == []
    scene.app.desk.perform(actions.Close(2, Reason.SPAM), scene.mo)
    dialog.scope.setCurrentIndex(1)
    qtbot.waitUntil(dialog.main.isEnabled)
    assert dialog.scope.currentText().startswith("Everything by ")


def test_all_that_is_kept_can_be_read(place: Workplace, scene: Scene, qtbot: QtBot) -> None:
    story = "Sinds Ventora heb ik elke dag hoofdpijn"
    every = ingest(scene.app, *(remote(900 + n, "Veel", f"{story} {n}") for n in range(30)))
    dialog = asking(place, every[0], qtbot)
    dialog.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: f"Comment {every[-1]} " in dialog.fate.toPlainText())
    assert dialog.fate.verticalScrollBar().maximum() > 0
    assert dialog.minimumSizeHint().height() <= dialog.height() < 600


def test_what_is_kept_is_said_in_the_language_of_the_window(
    place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said, "QCoreApplication", Marking)
    dialog = asking(place, 2, qtbot)
    assert "Said: Comment 2 is still worked on: close it first." in dialog.fate.toPlainText()


class Marking:
    """Marks what it translates with its context."""

    @staticmethod
    def translate(context: str, source: str) -> str:
        return f"{context}: {source}"
