"""A name that several people may have: the form lets each of its comments be ticked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account, ingest, remote
from tests.ui.test_erase import asking
from webcare_desk import actions, erasing
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def place(desk_app: App, chief: Actor, workplace_of: Callable[..., Workplace]) -> Workplace:
    """Give the workplace of a data protection officer."""
    del chief  # who hires
    return workplace_of(account(desk_app, "dee", "Dee Data", Role.DATA_PROTECTION))


def of_nobody(app: App, chief: Actor, *names: str) -> list[int]:
    """Take in a comment of each name without an account, and close them."""
    bare = (
        replace(remote(70 + n, name, f"Dank {n}"), author_id=name) for n, name in enumerate(names)
    )
    added = ingest(app, *bare)
    for each in added:
        app.desk.perform(actions.Close(each, Reason.SPAM), chief)
    return list(added)


def test_only_what_is_ticked_goes(
    place: Workplace, chief: Actor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, other, third = of_nobody(place.app, chief, "Anna", "Anna", "Anna")
    dialog = asking(place, anna, qtbot)
    assert not dialog.picks.isVisible()
    dialog.scope.setCurrentIndex(1)
    assert dialog.scope.currentText() == "Comments under the name Anna"
    qtbot.waitUntil(lambda: dialog.picks.count() == 3)
    assert dialog.picks.isVisible()
    assert "Only the newest" not in dialog.picking.text()
    assert [dialog.picks.item(row).text() for row in range(3)] == [
        f"{third}: Dank 2",
        f"{other}: Dank 1",
        f"{anna}: Dank 0",
    ]
    qtbot.waitUntil(dialog.main.isEnabled)
    assert "1 comment" in dialog.fate.toPlainText()
    dialog.picks.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: "2 comments" in dialog.fate.toPlainText())
    assert dialog._found is not None
    assert dialog._found.choice.comments == (anna, third)
    assert dialog._found.target == f"comment/{anna}-and-1-more"
    for row in (0, 2):
        dialog.picks.item(row).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "0 comments" in dialog.fate.toPlainText())
    assert not dialog.main.isEnabled()
    monkeypatch.setattr(erasing, "MOST", 1)
    long = asking(place, anna, qtbot)
    long.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: long.picks.count() == 2)
    assert "Only the newest 1 are listed." in long.picking.text()


def test_who_has_no_name_is_nobody_to_ask_for(place: Workplace, chief: Actor, qtbot: QtBot) -> None:
    nameless, _ = of_nobody(place.app, chief, "", "")
    assert asking(place, nameless, qtbot).scope.count() == 1
