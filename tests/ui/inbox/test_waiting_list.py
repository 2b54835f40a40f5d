"""The list "Waiting for PV" while nothing stands in it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk import casework
from webcare_desk.actions import RecordCoverage
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.settings import SourceKind, SourceSettings
from webcare_desk.ui.inbox.pane import InboxPane
from webcare_desk.ui.places import Listing
from webcare_desk.ui.workplace import Workplace


def _emptiness(pane: InboxPane, queue: Queue) -> str:
    pane.show_listing(Listing(queue))
    (label,) = (each for each in pane.findChildren(QLabel) if each.objectName() == "empty")
    return label.text()


def _read_once(app: App) -> None:
    source = SourceSettings("community", SourceKind.WORDPRESS, "https://blog.example")
    vars(app).update(settings=replace(app.settings, sources=(source,)))
    now = app.desk.clock()
    poll = Coverage("community", now, now, CoverageState.COMPLETE, 0, 0)
    app.desk.perform(RecordCoverage(Name("community"), poll, None), system_actor())


def test_the_empty_list_tells_of_the_reports_that_wait_for_pv(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    pane = InboxPane(workplace_of(chief))
    qtbot.addWidget(pane)
    unread = "Nothing waits here. No source is set up: nothing is read."
    assert _emptiness(pane, Queue.WAITING) == unread
    _read_once(desk_app)
    assert _emptiness(pane, Queue.WAITING) == "Nothing waits here."
    casework.view(desk_app.desk, desk_app.protocol, 1, chief)
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    told = "Nothing waits here. A comment comes here once it is answered. 1 report(s) wait for PV."
    assert _emptiness(pane, Queue.WAITING) == f"{told} The register shows them (Ctrl+R)."
    assert _emptiness(pane, Queue.DONE) == "Nothing waits here."
    other = InboxPane(workplace_of(account(desk_app, "vera", "Vera Audit", Role.AUDITOR)))
    qtbot.addWidget(other)
    assert _emptiness(other, Queue.WAITING) == told
