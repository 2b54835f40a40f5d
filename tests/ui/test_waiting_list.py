"""The list "Waiting for PV" while nothing stands in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.inbox.pane import InboxPane
from webcare_desk.ui.places import Listing
from webcare_desk.ui.workplace import Workplace


def _emptiness(pane: InboxPane, queue: Queue) -> str:
    pane.show_listing(Listing(queue))
    (label,) = (each for each in pane.findChildren(QLabel) if each.objectName() == "empty")
    return label.text()


def test_the_empty_list_tells_of_the_reports_that_wait_for_pv(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    pane = InboxPane(workplace_of(chief))
    qtbot.addWidget(pane)
    assert _emptiness(pane, Queue.WAITING) == "Nothing waits here."
    casework.view(desk_app.desk, desk_app.protocol, 1, chief)
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    told = "Nothing waits here. A comment comes here once it is answered. 1 report(s) wait for PV."
    assert _emptiness(pane, Queue.WAITING) == f"{told} The register shows them (Ctrl+R)."
    assert _emptiness(pane, Queue.DONE) == "Nothing waits here."
    other = InboxPane(workplace_of(account(desk_app, "vera", "Vera Audit", Role.AUDITOR)))
    qtbot.addWidget(other)
    assert _emptiness(other, Queue.WAITING) == told
