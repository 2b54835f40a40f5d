"""What another administrator does to an account is seen, and is not undone by Save."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD
from webcare_desk import people
from webcare_desk.actions import SetRoles
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.people.accounts import AccountsTab
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

_ELSEWHERE = "changed elsewhere"


@pytest.fixture
def tab(
    workplace_of: Callable[..., Workplace],
    desk_app: App,
    chief: Actor,
    moderator: Actor,
    qtbot: QtBot,
) -> AccountsTab:
    """Return the accounts as an administrator sees them, the moderator's chosen."""
    del chief, moderator
    by = people.log_in(desk_app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR)
    made = AccountsTab(workplace_of(by))
    qtbot.addWidget(made)
    made.list.setCurrentRow(1)
    return made


def close(tab: AccountsTab) -> None:
    """Close the moderator's account as another administrator does."""
    desk = tab._work.app.desk
    mo = desk.read.moderators()[1]
    desk.perform(SetRoles(mo.id, frozenset({Role.SENIOR}), active=False), tab._work.actor)


def test_what_another_does_is_shown_at_once(tab: AccountsTab, qtbot: QtBot) -> None:
    tab.roles[Role.PV_OFFICER].setChecked(True)
    close(tab)
    qtbot.waitUntil(lambda: _ELSEWHERE in tab.error.text())
    assert tab.list.currentItem().text().endswith("closed")
    assert not tab.active.isChecked()
    assert [role for role, box in tab.roles.items() if box.isChecked()] == [Role.SENIOR]


def test_a_role_that_is_left_to_nobody_is_told(tab: AccountsTab, qtbot: QtBot) -> None:
    tab.list.setCurrentRow(0)
    tab.roles[Role.SUPERVISOR].setChecked(False)
    tab.roles[Role.AUDITOR].setChecked(False)  # the administrator reviews, others read
    tab.save.click()
    qtbot.waitUntil(lambda: "Nobody may do any more" in tab.error.text())
    assert "Supervisor" in tab.error.text()
    assert "Auditor" not in tab.error.text()


def test_save_does_not_undo_what_another_did(tab: AccountsTab) -> None:
    tab._work.feed.stop()  # it was done a moment ago
    close(tab)
    tab.save.click()
    assert _ELSEWHERE in tab.error.text()
    assert not tab.active.isChecked()
    assert tab._work.app.desk.read.moderators()[1].roles == frozenset({Role.SENIOR})


def test_ones_own_change_is_not_told_as_anothers(tab: AccountsTab) -> None:
    before = tab._person()
    assert before is not None
    close(tab)
    tab._on_changed(frozenset())  # the feed is first now and then
    tab._saved(before)
    assert not tab.error.text()
    assert tab.roles[Role.SENIOR].isChecked()
