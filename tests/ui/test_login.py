"""Entering the desk: the first administrator, a login, a desk without its key, the people."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD, account, ingest, remote
from tests.ui.test_leaving_forms import asked, throw_away
from tests.ui.walk import guessing, nameless
from webcare_desk.actions import EnrolCode, SetPassword, SetRoles
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.errors import CodeNeededError, LoginError, WebcareError
from webcare_desk.people import More
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.gaps import GapsDialog
from webcare_desk.ui.keysheet import key_sheet
from webcare_desk.ui.login import FirstAdministratorDialog, LoginDialog, enter
from webcare_desk.ui.people.accounts import ROLES, AccountsTab
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault import totp
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.secret import MemorySecrets, Secret


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[App]:
    """Return a desk on which nobody has an account."""
    secrets = MemorySecrets()
    make_desk(tmp_path / "new", secrets)
    app = open_app(tmp_path / "new", secrets)
    yield app
    app.close()


@pytest.fixture
def tasks(desk_app: App, qtbot: QtBot) -> Iterator[Tasks]:
    """Return the workers of somebody who has not entered yet."""
    del qtbot
    made = Tasks(desk_app.desk, system_actor())
    yield made
    made.close()


def fill(form: FormDialog, **texts: str) -> None:
    for name, text in texts.items():
        field = getattr(form, name)
        assert isinstance(field, QLineEdit)
        field.setText(text)


def failed_with(form: FormDialog, qtbot: QtBot) -> str:
    form.main.click()
    qtbot.waitUntil(lambda: not form.error.isHidden())
    return form.error.text()


def test_the_first_start_makes_the_first_administrator(fresh: App, qtbot: QtBot) -> None:
    tasks = Tasks(fresh.desk, system_actor())
    form = FirstAdministratorDialog(fresh, tasks)
    qtbot.addWidget(form)
    form.show()
    assert guessing(form) == nameless(form) == []
    assert "login and a name" in failed_with(form, qtbot)
    fill(form, login="ann", name="Ann Chief", password="short", again="shorter")
    assert "not the same" in failed_with(form, qtbot)
    fill(form, password="short", again="short")
    assert "at least 12" in failed_with(form, qtbot)
    fill(form, password=PASSWORD, again=PASSWORD)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    tasks.close()
    [person] = fresh.desk.read.moderators()
    assert (person.login, person.roles) == ("ann", frozenset({Role.ADMINISTRATOR}))


def test_a_login_gives_who_acts(
    desk_app: App, moderator: Actor, tasks: Tasks, qtbot: QtBot
) -> None:
    form = LoginDialog(desk_app, tasks)
    qtbot.addWidget(form)
    form.show()
    assert guessing(form) == nameless(form) == []
    fill(form, login="mo", password="wrong wrong wrong")
    assert "wrong" in failed_with(form, qtbot)
    assert not form.password.text()
    fill(form, password=PASSWORD)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    assert form.entry is not None
    assert form.entry.actor.moderator == moderator.moderator
    assert form.entry.actor.session != moderator.session
    assert not form.entry.read_only


def test_a_desk_without_its_key_opens_for_reading_with_the_right_password_only(
    desk_app: App, moderator: Actor
) -> None:
    keyless = open_app(desk_app.folder, MemorySecrets())
    entry = enter(keyless.desk, "mo", Secret(PASSWORD), None)
    assert entry.actor.moderator == moderator.moderator
    assert "only be read" in entry.read_only
    with pytest.raises(LoginError):
        enter(keyless.desk, "mo", Secret("wrong wrong wrong"), None)
    with pytest.raises(LoginError):
        enter(keyless.desk, "nobody", Secret(PASSWORD), None)
    keyless.close()


def test_reading_alone_takes_an_open_account_and_a_fresh_code_too(
    desk_app: App, moderator: Actor
) -> None:
    secrets, key = MemorySecrets(), Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    now = totp.step_at(desk_app.desk.clock())
    desk_app.desk.perform(EnrolCode(now), moderator)
    secrets.put(f"totp:{moderator.moderator}", key)
    left = account(desk_app, "left", "Lef T", Role.MODERATOR)
    roles = frozenset({Role.MODERATOR})
    admin = enter(desk_app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR).actor
    desk_app.desk.perform(SetRoles(left.moderator, roles, active=False), admin)
    with contextlib.closing(open_app(desk_app.folder, secrets)) as keyless:
        desk, word = keyless.desk, Secret(PASSWORD)
        with pytest.raises(LoginError, match="password is wrong"):
            enter(desk, "left", word, None)
        with pytest.raises(CodeNeededError):
            enter(desk, "mo", word, None, More("", secrets))
        codes = [totp.code(b"12345678901234567890", now + ahead) for ahead in (0, 1)]
        for given, sentence in (("000000", "code is wrong"), (codes[0], "used before")):
            with pytest.raises(LoginError, match=sentence):
                enter(desk, "mo", word, None, More(given, secrets))
        entry = enter(desk, "mo", word, None, More(codes[1], secrets))
    assert "only be read" in entry.read_only


@pytest.fixture
def people(chief_place: Workplace, moderator: Actor, qtbot: QtBot) -> Iterator[AccountsTab]:
    """Return the accounts, opened by an administrator."""
    del moderator
    actor = enter(chief_place.app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR).actor
    tasks = Tasks(chief_place.app.desk, actor)
    tab = AccountsTab(replace(chief_place, actor=actor, tasks=tasks))
    qtbot.addWidget(tab)
    tab.show()
    yield tab
    tasks.close()


def test_an_administrator_closes_an_account(people: AccountsTab, qtbot: QtBot) -> None:
    assert guessing(people) == nameless(people) == []
    read = people._work.app.desk.read
    people.list.setCurrentRow(1)
    assert people.roles[Role.MODERATOR].isChecked()
    people.active.setChecked(False)
    people.save.click()
    qtbot.waitUntil(lambda: not next(m for m in read.moderators() if m.login == "mo").active)
    qtbot.waitUntil(lambda: "closed" in people.list.item(1).text())
    for box in people.roles.values():
        box.setChecked(False)
    people.save.click()
    qtbot.waitUntil(lambda: "role" in people.error.text())


def test_an_administrator_adds_an_account(people: AccountsTab, qtbot: QtBot) -> None:
    form = people.add()
    assert guessing(form) == nameless(form) == []
    assert "login and a name" in failed_with(form, qtbot)
    fill(form, login="pv", name="Piet Vos & Co", password=PASSWORD)
    form.roles[Role.PV_OFFICER].setChecked(True)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    last = people.list.item(people.list.count() - 1)
    assert last.text() == "Piet Vos & Co  (pv)"
    assert last.data(Qt.ItemDataRole.UserRole).roles == {Role.PV_OFFICER}
    assert set(ROLES) == set(Role) - {Role.SYSTEM}
    account = people._work.app.desk.read.account("pv")
    assert account is not None
    assert account.password_at == 0


def test_what_is_ticked_stays_while_another_account_is_added(
    people: AccountsTab, qtbot: QtBot
) -> None:
    people.list.setCurrentRow(1)
    people.roles[Role.AUDITOR].setChecked(True)
    form = people.add()
    fill(form, login="pv", name="Piet Vos", password=PASSWORD)
    form.roles[Role.PV_OFFICER].setChecked(True)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    assert people.list.count() == 3
    assert people.list.currentRow() == 1
    assert people.roles[Role.AUDITOR].isChecked()
    people._complain(WebcareError("It could not be saved."))
    people.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: asked(people) is not None)
    throw_away(people)
    assert not people.error.text()
    people.list.setCurrentRow(1)
    assert not people.roles[Role.AUDITOR].isChecked()


def test_a_forgotten_password_is_replaced_and_codes_are_dropped(
    people: AccountsTab, moderator: Actor, qtbot: QtBot
) -> None:
    work = people._work
    work.app.desk.perform(EnrolCode(1), moderator)
    work.app.secrets.put(f"totp:{moderator.moderator}", Secret("key"))
    people.list.setCurrentRow(0)
    people.list.setCurrentRow(1)
    assert people.drop.isEnabled()
    people.drop.click()
    qtbot.waitUntil(lambda: not people.drop.isEnabled())
    assert work.app.secrets.get(f"totp:{moderator.moderator}") is None
    form = people.give_password()
    assert form is not None
    assert guessing(form) == nameless(form) == []
    fill(form, password=PASSWORD)
    assert "present password" in failed_with(form, qtbot)
    fill(form, password="another sentence altogether")
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    account = work.app.desk.read.account("mo")
    assert account is not None
    assert account.password_at == 0


def test_a_login_asks_for_what_the_account_needs_besides(
    people: AccountsTab, desk_app: App, moderator: Actor, tasks: Tasks, qtbot: QtBot
) -> None:
    key = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    desk_app.secrets.put(f"totp:{moderator.moderator}", key)
    now = totp.step_at(desk_app.desk.clock())
    desk_app.desk.perform(EnrolCode(now - 1), moderator)
    by = people._work.actor
    desk_app.desk.perform(SetPassword(moderator.moderator, hash_password(Secret(PASSWORD))), by)
    form = LoginDialog(desk_app, tasks)
    qtbot.addWidget(form)
    form.show()
    assert not form.code.isVisible()
    fill(form, login="mo", password=PASSWORD)
    assert "asks for a code" in failed_with(form, qtbot)
    assert form.code.isVisible()
    fill(form, code=totp.code(b"12345678901234567890", now))
    assert "choose a new one" in failed_with(form, qtbot)
    fill(form, renewed="kort", again="anders")
    assert "not the same" in failed_with(form, qtbot)
    fill(form, code=totp.code(b"12345678901234567890", now), renewed="kort", again="kort")
    assert "at least 12" in failed_with(form, qtbot)
    chosen = "another sentence altogether"
    fill(form, code=totp.code(b"12345678901234567890", now), renewed=chosen, again=chosen)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    assert form.entry is not None


def test_the_sheets_have_names(chief_place: Workplace, qtbot: QtBot) -> None:
    ingest(chief_place.app, remote(90, "a", "b"))
    dialogs: list[QDialog] = [GapsDialog(chief_place)]
    dialogs.append(key_sheet(dialogs[0]))
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert guessing(dialog) == nameless(dialog) == []


def test_the_whole_question_who_may_reply_can_be_read(fresh: App, qtbot: QtBot) -> None:
    form = FirstAdministratorDialog(fresh, Tasks(fresh.desk, system_actor()))
    qtbot.addWidget(form)
    form.setFont(QFont(form.font().family(), 24))
    form.show()
    assert form.gate.isChecked()
    assert not form.gate.text(), "a box breaks no line"
    told = next(each for each in form.findChildren(PlainLabel) if each.buddy() is form.gate)
    assert told.wordWrap()
    assert told.text() == form.gate.accessibleName()
