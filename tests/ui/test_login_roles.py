"""Logging in with more than one role: the password is kept, and one's own roles are offered."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import PASSWORD
from webcare_desk import people
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.ui.login import LoginDialog
from webcare_desk.ui.tasks import Tasks
from webcare_desk.vault.secret import Secret


@pytest.fixture
def form(desk_app: App, chief: Actor, qtbot: QtBot) -> Iterator[LoginDialog]:
    """Return the dialog of a desk on which "wi" has two roles."""
    del chief
    admin = people.log_in(desk_app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR)
    two = frozenset({Role.PV_OFFICER, Role.SENIOR})
    people.add_moderator(desk_app.desk, "wi", "Wi Two", two, Secret(PASSWORD), admin, CHEAP)
    tasks = Tasks(desk_app.desk, system_actor())
    made = LoginDialog(desk_app, tasks)
    qtbot.addWidget(made)
    made.show()
    made.login.setText("wi")
    yield made
    tasks.close()


def test_who_has_several_roles_chooses_one_of_them_without_typing_again(
    form: LoginDialog, qtbot: QtBot
) -> None:
    form.password.setText("wrong wrong wrong")
    form.main.click()
    qtbot.waitUntil(form.error.isVisible)
    assert form.role.isHidden()
    form.password.setText(PASSWORD)
    form.main.click()
    qtbot.waitUntil(form.role.isVisible)
    assert form.error.text() == "Choose the role to work in."
    assert form.password.text() == PASSWORD
    assert form.focusWidget() is form.role
    offered = [form.role.itemData(row) for row in range(form.role.count())]
    assert offered == [Role.SENIOR, Role.PV_OFFICER]
    form.role.setCurrentIndex(1)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    assert form.entry is not None
    assert form.entry.actor.role is Role.PV_OFFICER


def test_the_roles_of_one_person_are_not_shown_to_the_next(form: LoginDialog, qtbot: QtBot) -> None:
    form.password.setText(PASSWORD)
    form.main.click()
    qtbot.waitUntil(form.role.isVisible)
    QTest.keyClicks(form.login, "m")
    assert form.role.isHidden()
    assert form.role.count() == 0
