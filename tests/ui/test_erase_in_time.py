"""An approved erasure waits for whoever asked for it, until it runs out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import account
from tests.ui.scene import OWN
from webcare_desk import actions, erasing, people, signing_off
from webcare_desk.app import App
from webcare_desk.domain.approval import STANDS_FOR, Request
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, answer_erasure
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import NeedsTwoError, RefusedError
from webcare_desk.ui.people.asking import must_ask
from webcare_desk.ui.supervision.approvals import ApprovalBoard
from webcare_desk.ui.supervision.areas import Area, Waiting, survey
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret


@pytest.fixture
def officer(desk_app: App, chief: Actor, workplace_of: Callable[..., Workplace]) -> Workplace:
    """Return the place of a data protection officer whose request is approved."""
    desk = desk_app.desk
    dee = account(desk_app, "dee", "Dee Data", Role.DATA_PROTECTION)
    for each in (dee, chief):
        people.set_password(desk, each.moderator, Secret(OWN), each, CHEAP)
    desk.perform(actions.Close(8, Reason.SPAM), chief)
    retention = erasing.retention_of(desk_app.settings.retention)
    choice = erasing.choose(desk.read, [8], desk.clock(), retention)
    wanted = erasing.wanted_for(Name("comment/8"), choice, Basis.OBJECTION)
    number = signing_off.ask(desk, dee, Secret(OWN), wanted, words="AVG-8", login="dee")
    signing_off.approve(desk, chief, Secret(OWN), number, login="chief")
    return workplace_of(dee)


def later(place: Workplace, by: int) -> Workplace:
    """Return the same place when some time has passed."""
    clock = place.app.desk.clock
    desk = replace(place.app.desk, clock=lambda: clock() + by)
    return replace(place, app=replace(place.app, desk=desk))


def waiting(place: Workplace) -> Waiting:
    """Return what the list of screens counts under Approvals."""
    return next(each for each in survey(place) if each.area is Area.APPROVALS)


def request_of(place: Workplace) -> Request:
    (request,) = place.app.desk.read.requests(is_open=True)
    return request


def board_of(place: Workplace, qtbot: QtBot) -> tuple[list[str], str, bool]:
    """Return the cells of the request, what is told of it, and whether it may be done."""
    board = ApprovalBoard(place)
    qtbot.addWidget(board)
    qtbot.waitUntil(lambda: bool(board.listing.rows.rows))
    (row,) = board.listing.rows.rows
    (button,) = (button for deed, button in board.buttons if deed.key == "X")
    return [cell.text for cell in row.cells], board.detail.toPlainText(), button.isEnabled()


def test_an_approved_erasure_is_counted_for_whoever_erases(
    officer: Workplace, workplace_of: Callable[..., Workplace], chief: Actor, qtbot: QtBot
) -> None:
    assert waiting(officer) == Waiting(Area.APPROVALS, 1, request_of(officer).ends_at)
    assert waiting(workplace_of(chief)) == Waiting(Area.APPROVALS)
    cells, told, may_erase = board_of(officer, qtbot)
    assert cells[3:] == ["29 d", "Approved"]
    assert "ask for it again" not in told
    assert may_erase


def test_what_has_run_out_is_told_so_and_asked_for_again(officer: Workplace, qtbot: QtBot) -> None:
    wanted = request_of(officer).wanted
    assert not must_ask(officer, wanted, NeedsTwoError("no"))
    after = later(officer, STANDS_FOR)
    assert waiting(after) == Waiting(Area.APPROVALS)
    cells, told, may_erase = board_of(after, qtbot)
    assert cells[3:] == ["–", "Run out"]
    assert "It was not used in time: ask for it again." in told
    assert not may_erase
    assert must_ask(after, wanted, NeedsTwoError("no"))
    assert not must_ask(after, wanted, RefusedError("something else"))


def test_an_erasure_of_an_answer_of_pv_has_no_comment_to_open(
    officer: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dee = officer.actor
    wanted = answer_erasure(1, Basis.NOT_NEEDED)
    signing_off.ask(desk_app.desk, dee, Secret(OWN), wanted, words="", login="dee")
    board = ApprovalBoard(officer)
    qtbot.addWidget(board)
    qtbot.waitUntil(lambda: len(board.listing.rows.rows) == 2)
    (button,) = (button for deed, button in board.buttons if deed.key == "O")
    told = dict[str, bool]()
    for row in range(2):
        board.listing.selectRow(row)
        item = board.listing.item
        assert isinstance(item, Request)
        told[item.wanted.target] = button.isEnabled()
    assert told == {"answer/1": False, "comment/8": True}
