"""A comment that PV has is not handed over twice: the same key goes on with its case."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desks import HOUR, SYSTEM, version_of
from tests.support.pv_says import pv_says
from tests.ui.walk import dialog_of, waits
from webcare_desk import casework
from webcare_desk.actions import ClaimDelivery, RecordDelivery
from webcare_desk.app import App
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.register.news import NewsDialog


def leave(app: App, comment: int) -> None:
    """Let the packet of a comment leave."""
    packet = app.desk.read.deliveries_of(comment)[0]
    app.desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    app.desk.perform(RecordDelivery(packet.id, "250 OK", version_of(app.desk, packet.id)), SYSTEM)


def going_on(window: MainWindow, qtbot: QtBot) -> NewsDialog:
    """Press the key of escalating; return the form that comes."""
    window.acts.escalate(1)
    form = dialog_of(NewsDialog, qtbot)
    assert isinstance(form, NewsDialog)
    assert window.findChildren(EscalationDialog) == []
    return form


def test_what_is_new_goes_to_pv_with_the_case_of_its_comment(
    window: MainWindow, chief: Actor, qtbot: QtBot
) -> None:
    app = window._work.app
    case = casework.escalate(app.desk, app.protocol, 1, chief)
    with qtbot.waitSignal(window._work.tasks.problem) as said:
        window.acts.escalate(1)
    assert said.args is not None
    assert "is on its way to PV" in said.args[0]
    leave(app, 1)
    pv_says(app.desk, chief, case, "PV-7")
    form = going_on(window, qtbot)
    found = app.desk.read.escalation(case)
    assert found is not None
    words = [label.text() for label in form.findChildren(PlainLabel)]
    assert casework.reference(app.protocol, found.uid) in words
    assert any("goes on with it" in each for each in words)
    form.words.setPlainText("Zij is opgenomen.")
    form.submit()
    waits(qtbot, lambda: len(app.desk.read.case_versions(case)) == 2)
    assert len(app.desk.read.escalations_of(1)) == 1


@pytest.mark.parametrize("is_case", [True, False])
def test_a_comment_that_pv_takes_for_no_case_may_be_another_one(
    window: MainWindow, chief: Actor, qtbot: QtBot, *, is_case: bool
) -> None:
    app = window._work.app
    case = casework.escalate(app.desk, app.protocol, 1, chief)
    leave(app, 1)
    pv_says(app.desk, chief, case, is_case=is_case)
    window.acts.escalate(1)
    wanted = NewsDialog if is_case else EscalationDialog
    assert isinstance(dialog_of(wanted, qtbot), wanted)
    assert app.desk.read.case_versions(case)[-1].kind is VersionKind.INITIAL
