"""A comment that is open before somebody when its poster edits it: who reads that has looked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.support.pv_says import pv_says
from tests.ui.conftest import account, ingest, remote
from tests.ui.showing import show
from webcare_desk import casework
from webcare_desk.actions import ClaimDelivery, RecordDelivery
from webcare_desk.app import App
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.ui.comment.pane import CommentPane

REPORT = "Since I take Ventora I have had a rash and chest pain every day."


@pytest.fixture
def calm(pane: CommentPane, desk_app: App, qtbot: QtBot) -> CommentPane:
    """Return the pane on comment 7, which is no report and was looked at."""
    show(pane, qtbot, 7)
    qtbot.waitUntil(lambda: work(desk_app, 7).aware_at is not None)
    return pane


def work(app: App, comment: int) -> Work:
    found = app.desk.read.work(comment)
    assert found is not None
    return found


def reword(app: App, pane: CommentPane, qtbot: QtBot, author: str, text: str) -> None:
    """Let the poster edit what the pane shows, and wait until the pane has read it."""
    comment = pane.comment
    assert comment is not None
    ingest(app, remote(comment, author, text))
    qtbot.waitUntil(lambda: pane.sheet is not None and pane.sheet.file.comment.text == text)


def settle(pane: CommentPane) -> None:
    """Wait until every act that the pane asked for is done."""
    pane._work.tasks._acts.submit(bool).result()


def test_who_sees_an_edit_that_makes_it_a_report_has_looked_at_it(
    calm: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    first = work(desk_app, 7)
    reword(desk_app, calm, qtbot, "Mia", REPORT)
    qtbot.waitUntil(lambda: work(desk_app, 7).aware_due is not None)
    assert (work(desk_app, 7).aware_at or 0) > (first.aware_at or 0)


def test_nobody_looks_behind_a_lock(calm: CommentPane, desk_app: App, qtbot: QtBot) -> None:
    calm.hide()
    reword(desk_app, calm, qtbot, "Mia", REPORT)
    settle(calm)
    assert work(desk_app, 7).aware_at is None
    before = desk_app.desk.clock()
    calm.show()
    qtbot.waitUntil(lambda: work(desk_app, 7).aware_due is not None)
    assert (work(desk_app, 7).aware_at or 0) > before


def test_nobody_looks_while_another_program_is_in_front(
    calm: CommentPane, desk_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: state)
    reword(desk_app, calm, qtbot, "Mia", REPORT)
    settle(calm)
    assert work(desk_app, 7).aware_at is None
    monkeypatch.undo()
    program = QGuiApplication.instance()
    assert isinstance(program, QGuiApplication)
    program.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: work(desk_app, 7).aware_due is not None)


def test_who_sees_what_is_new_after_an_answer_of_pv_starts_its_clock(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: work(desk_app, 1).aware_at is not None)
    case = casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    (packet,) = desk_app.desk.read.deliveries_of(1)
    desk_app.desk.perform(ClaimDelivery(packet.id, 1, 1_000_000, "mail"), system_actor())
    desk_app.desk.perform(RecordDelivery(packet.id, "x", 2), system_actor())
    pv_says(desk_app.desk, account(desk_app, "pv", "Piet PV", Role.PV_OFFICER), case, "PV-1")
    assert work(desk_app, 1).aware_due is None
    reword(desk_app, pane, qtbot, "Jan de V.", "Sinds ik Ventora slik lig ik in het ziekenhuis.")
    qtbot.waitUntil(lambda: work(desk_app, 1).aware_due is not None)
