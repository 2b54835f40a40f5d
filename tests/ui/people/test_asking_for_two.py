"""What an administrator may not do alone is asked for in the same form."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.support.pv_says import TakeKey
from tests.ui.conftest import PASSWORD, account
from tests.ui.walk import dialog_of, guessing, nameless
from webcare_desk.actions import SetRoles
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.login import enter
from webcare_desk.ui.people.account import AccountDialog
from webcare_desk.ui.people.accounts import AccountsTab
from webcare_desk.ui.people.asking import TwoPersonsDialog
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.personal_key import make_key
from webcare_desk.vault.secret import Secret


@pytest.fixture
def people(chief_place: Workplace, moderator: Actor, qtbot: QtBot) -> Iterator[AccountsTab]:
    """Return the accounts of a desk on which two persons can approve, opened by one of them."""
    del moderator
    app = chief_place.app
    by = enter(app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR).actor
    app.desk.perform(TakeKey(make_key(Secret(PASSWORD), CHEAP)), by)
    second = account(app, "noor", "Noor Bos", Role.SUPERVISOR)
    app.desk.perform(TakeKey(make_key(Secret(PASSWORD), CHEAP)), second)
    app.desk.perform(SetRoles(second.moderator, frozenset({Role.SUPERVISOR}), active=True), by)
    tasks = Tasks(app.desk, by)
    tab = AccountsTab(replace(chief_place, actor=by, tasks=tasks))
    qtbot.addWidget(tab)
    tab.show()
    yield tab
    tasks.close()


def ask(desk: Desk, qtbot: QtBot, words: str) -> None:
    """Say why, sign at the second try, and look at the request that stands then."""
    asking = dialog_of(TwoPersonsDialog, qtbot)
    assert isinstance(asking, TwoPersonsDialog)
    assert guessing(asking) == nameless(asking) == []
    asking.main.click()
    assert "few words" in asking.error.text()
    asking.words.setPlainText(words)
    asking.main.click()
    dialog_of(SignDialog, qtbot).reject()
    qtbot.waitUntil(asking.main.isEnabled)
    assert (asking.isVisible(), asking.words.toPlainText()) == (True, words)
    asking.main.click()
    signing = dialog_of(SignDialog, qtbot)
    assert isinstance(signing, SignDialog)
    assert "ccount: " in signing.covers.toPlainText()
    signing.login.setText("chief")
    signing.password.setText(PASSWORD)
    with qtbot.waitSignal(signing.accepted):
        signing.main.click()
    assert [request.reason for request in desk.read.requests(is_open=True)] == [words]


def test_further_roles_are_asked_for(people: AccountsTab, qtbot: QtBot) -> None:
    people.list.setCurrentRow(1)
    people.roles[Role.SENIOR].setChecked(True)
    people.save.click()
    ask(people._work.app.desk, qtbot, "Mo knows the work")
    assert "it waits under Supervision" in people.error.text()
    people.save.click()
    qtbot.waitUntil(lambda: "still waits" in people.error.text())


def test_a_further_account_is_asked_for(people: AccountsTab, qtbot: QtBot) -> None:
    form = people.add()
    assert isinstance(form, AccountDialog)
    form.login.setText("kim")
    form.name.setText("Kim Vos")
    form.password.setText(PASSWORD)
    form.roles[Role.MODERATOR].setChecked(True)
    form.main.click()
    ask(people._work.app.desk, qtbot, "Kim begins on Monday")
    assert "it waits under Supervision" in form.error.text()
    assert people._work.app.desk.read.account("kim") is None


def test_what_is_wrong_otherwise_is_said_and_not_signed(people: AccountsTab, qtbot: QtBot) -> None:
    people.list.setCurrentRow(1)
    people.roles[Role.MODERATOR].setChecked(False)
    people.save.click()
    qtbot.waitUntil(lambda: "at least one role" in people.error.text())
    form = people.add()
    form.login.setText("noor")
    form.name.setText("Noor Bos")
    form.password.setText(PASSWORD)
    form.roles[Role.MODERATOR].setChecked(True)
    form.main.click()
    qtbot.waitUntil(lambda: "is taken" in form.error.text())
    assert not people.findChildren(TwoPersonsDialog)
