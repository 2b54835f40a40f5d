"""Whoever may approve sees that something waits, and gets at it: also who oversees nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import account
from tests.ui.scene import OWN
from tests.ui.test_erase import Marking
from tests.ui.walk import opened
from webcare_desk import actions, people, signing_off
from webcare_desk.app import App
from webcare_desk.domain.approval import role_grant
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.ui import conduct, said, words
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.supervision.approvals import ApprovalBoard
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

SUPERVISION = next(command for command in COMMANDS if command.id == "supervision")


@pytest.fixture
def officer(desk_app: App, chief: Actor, moderator: Actor) -> Actor:
    """Return a PV officer who can sign, on a desk whose supervisor has asked for something."""
    noor = account(desk_app, "noor", "Noor Bos", Role.PV_OFFICER)
    for each in (noor, chief):
        people.set_password(desk_app.desk, each.moderator, Secret(OWN), each, CHEAP)
    mo = desk_app.desk.read.moderator(moderator.moderator)
    assert mo is not None
    by = people.log_in(desk_app.desk, "chief", Secret(OWN), Role.ADMINISTRATOR)
    wanted = role_grant(mo, frozenset({Role.MODERATOR, Role.SENIOR}), active=True)
    signing_off.ask(desk_app.desk, by, Secret(OWN), wanted, words="vervanging", login="chief")
    return noor


def banner(window: MainWindow) -> list[QPushButton]:
    """Return the button of the line that says that a request waits, if it stands there."""
    found = window.findChildren(QPushButton)
    return [each for each in found if each.text() == "Show the requests" and each.isVisible()]


def test_a_pv_officer_sees_what_waits_and_only_that(
    officer: Actor, workplace_of: Callable[..., Workplace], desk_app: App, qtbot: QtBot
) -> None:
    with opened(workplace_of(officer), qtbot) as window:
        qtbot.waitUntil(lambda: bool(banner(window)))
        assert window.acts.may(SUPERVISION)
        banner(window)[0].click()
        shown = window.acts.windows.shown_supervision
        assert shown is not None
        assert list(shown.made) == [Area.APPROVALS]
        assert shown.rail.rows.rowCount() == 1
        assert not shown.report.isVisible()
        board = shown.made[Area.APPROVALS]
        assert isinstance(board, ApprovalBoard)
        qtbot.waitUntil(lambda: bool(board.listing.rows.rows))
        qtbot.waitUntil(lambda: shown.rail.rows.waiting[0].count == 1)
        (deed,) = (button for deed, button in board.buttons if deed.key == "Y")
        qtbot.waitUntil(deed.isEnabled)
        desk_app.desk.perform(actions.Decline(1, Reason.MADE_IN_ERROR), officer)
        qtbot.waitUntil(lambda: not banner(window))


def test_who_asked_or_may_not_approve_is_told_of_nothing(
    officer: Actor, chief: Actor, moderator: Actor, workplace_of: Callable[..., Workplace]
) -> None:
    found = [conduct._look(workplace_of(each)) for each in (officer, chief, moderator)]
    assert [each and each.requests for each in found] == [1, 0, 0]


def test_why_one_may_not_approve_is_said_in_the_language_of_the_window(
    officer: Actor,
    chief: Actor,
    workplace_of: Callable[..., Workplace],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del officer
    for module in (words, said):
        monkeypatch.setattr(module, "QCoreApplication", Marking)
    board = ApprovalBoard(workplace_of(chief))
    qtbot.addWidget(board)
    qtbot.waitUntil(lambda: bool(board.listing.rows.rows))
    told = board.detail.toPlainText()
    assert "→ Said: Who asked does not decide" in told
    assert "Said: + Words: Senior moderator (new)" in told
