"""A test of the protocol shows comments: to an auditor each of them is an entry first."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from tests.ui.reads import no_entries, read_by
from webcare_desk.app import App
from webcare_desk.backtest import Met
from webcare_desk.domain.backtest import Changed, Verdict
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.rulebook.met import row_of
from webcare_desk.ui.rulebook.window import TEST, ProtocolWindow
from webcare_desk.ui.supervision.listing import Row
from webcare_desk.ui.workplace import Workplace

NAME = "protocol-backtest"
Guest = tuple[ProtocolWindow, Actor]


@pytest.fixture
def guest(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> Iterator[Guest]:
    """Return the window of an auditor at the tests, and who that is."""
    del chief
    desk_app.put_protocol_in_force()
    vera = account(desk_app, "vera", "Vera Audit", Role.AUDITOR)
    window = ProtocolWindow(workplace_of(vera))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.choice is not None)
    window.tabs.setCurrentIndex(TEST)
    yield window, vera
    window.close()


def found(comment: int, text: str) -> Row:
    """Return the row of what a test finds."""
    old, new = (
        Verdict(each, Tier.NONE, Queue.OTHER)
        for each in (Category.MEDICAL_QUESTION, Category.THANKS)
    )
    return row_of(Met(Changed(comment, old, new, ()), text))


@pytest.mark.requirement("C1")
def test_a_test_and_each_comment_that_it_shows_are_entries(
    guest: Guest, desk_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, vera = guest
    pane = window.tester
    pane.begin.click()
    qtbot.waitUntil(lambda: pane.said.text().startswith("8 comments read"))
    qtbot.waitUntil(lambda: bool(pane.detail.toPlainText()))  # of what differs in the desk
    before = read_by(desk_app, vera)
    assert before == [(NAME, None), (NAME, 2)]
    rows = [found(3, "het derde"), found(5, "het vijfde")]
    pane.listing.take(rows)
    assert not pane.detail.toPlainText()
    qtbot.waitUntil(lambda: "het derde" in pane.detail.toPlainText())
    pane.listing.take(rows)  # as with all that is found while it runs
    assert "het derde" in pane.detail.toPlainText()
    assert read_by(desk_app, vera) == [*before, (NAME, 3)]
    monkeypatch.setattr(*no_entries())
    pane.listing.selectRow(1)
    qtbot.waitUntil(lambda: pane.said.text() == "⚠ Nothing can be kept.")
    assert not pane.detail.toPlainText()
