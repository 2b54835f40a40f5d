"""A legal hold in the window: seen above the comment, set and lifted with words."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.erasure import HoldBasis
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.erase import EraseDialog
from webcare_desk.ui.hold import HoldDialog
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def officer(desk_app: App, chief: Actor) -> Actor:
    """Hire a data protection officer."""
    del chief  # who hires
    return account(desk_app, "dee", "Dee Data", Role.DATA_PROTECTION)


@pytest.fixture
def place(officer: Actor, workplace_of: Callable[..., Workplace]) -> Workplace:
    """Give that officer's workplace."""
    return workplace_of(officer)


def opened(place: Workplace, said: list[str], qtbot: QtBot) -> HoldDialog:
    dialog = HoldDialog(place, 8, None, said.append)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_a_hold_is_set_shown_and_lifted(place: Workplace, qtbot: QtBot) -> None:
    read, said = place.app.desk.read, list[str]()
    pane = CommentPane(place)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(8)
    assert pane.header.banner.isHidden()
    dialog = opened(place, said, qtbot)
    assert "Nothing holds this comment" in dialog.standing.text()
    dialog.submit()
    assert "Say it in words" in dialog.error.text()
    dialog.words.setText("claim 2026/17")
    dialog.submit()
    qtbot.waitUntil(lambda: said == ["Comment 8 is held for the law."])
    assert [each.words for each in read.holds_on(8)] == ["claim 2026/17"]
    qtbot.waitUntil(lambda: not pane.header.banner.isHidden())
    shown = pane.header.banner.text()
    assert shown.startswith("Held for legal claims (GDPR Art. 17(3)(e)) since ")
    assert shown.endswith(", by Dee Data: claim 2026/17")
    dialog = opened(place, said, qtbot)
    assert dialog.standing.text() == shown
    assert dialog.main.text() == "Lift the hold"
    dialog.words.setText("settled on 3 May")
    dialog.submit()
    qtbot.waitUntil(lambda: said[1:] == ["The hold on comment 8 is lifted."])
    (entry,) = read.entries(LogFilter(action=actions.LiftHold.name), None, 1)
    kept = place.app.desk.store.salted_text(tables.TEXT, entry.explanation or 0)
    assert kept is not None
    assert kept.values == ("settled on 3 May",)
    qtbot.waitUntil(pane.header.banner.isHidden)


def test_what_is_refused_is_said_in_the_form(place: Workplace, qtbot: QtBot) -> None:
    dialog = opened(place, [], qtbot)
    place.app.desk.perform(actions.SetHold(8, HoldBasis.LEGAL_CLAIM, ""), place.actor)
    dialog.words.setText("claim 2026/17")
    dialog.submit()
    qtbot.waitUntil(lambda: "held on this basis already" in dialog.error.text())
    dialog.done(dialog.DialogCode.Rejected)


def test_the_form_to_erase_names_where_a_hold_is_lifted(place: Workplace, qtbot: QtBot) -> None:
    place.app.desk.perform(actions.SetHold(8, HoldBasis.PUBLIC_HEALTH, ""), place.actor)
    dialog = EraseDialog(place, 8, None, place.tasks.problem.emit)
    dialog.open()
    qtbot.waitUntil(lambda: "Comment → Legal hold…" in dialog.fate.toPlainText())
    command = next(each for each in COMMANDS if each.id == "hold")
    assert command.is_for(place.may)
    dialog.close()
