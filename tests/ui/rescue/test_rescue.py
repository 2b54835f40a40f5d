"""A desk that cannot be opened: what the window offers, and that it harms nothing."""

import base64
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD, account
from webcare_desk import people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.salvage import salvaged_app
from webcare_desk.backups.shelf import backups_of
from webcare_desk.clock import now
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.errors import CorruptFileError, PasswordTooOldError, StoreError, UsageError
from webcare_desk.said import Said
from webcare_desk.ui.language import speaking
from webcare_desk.ui.login import enter
from webcare_desk.ui.rescue import restore
from webcare_desk.ui.rescue.by_hand import ByHandDialog
from webcare_desk.ui.rescue.dialog import Choice, RescueDialog
from webcare_desk.ui.rescue.restore import RestoreDialog
from webcare_desk.ui.rescue.start import run_rescue
from webcare_desk.ui.tasks import Tasks
from webcare_desk.vault import totp
from webcare_desk.vault.secret import MemorySecrets, Secret

PROBLEM = CorruptFileError("desk.db is damaged.")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Give workers without a desk."""
    del qtbot
    tasks = Tasks(None, system_actor())
    yield tasks
    tasks.close()


@pytest.fixture
def damaged(tmp_path: Path) -> App:
    """Give a desk with a backup and two people, whose database is gone."""
    folder, secrets = tmp_path / "own", MemorySecrets()
    make_desk(folder, secrets)
    app = open_app(folder, secrets)
    account(app, "chief", "Ann Chief", Role.SUPERVISOR)
    account(app, "second", "Sec Ond", Role.PV_OFFICER)
    make_backup(app)
    app.close()
    (folder / "desk.db").write_bytes(b"Beste Anna,\n")
    return app


def test_the_rescue_dialog_offers_what_works(damaged: App, tasks: Tasks, qtbot: QtBot) -> None:
    before = (damaged.folder / "desk.db").read_bytes()
    dialog = RescueDialog(damaged.folder, damaged.secrets, tasks, PROBLEM, "en", is_readable=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.problem.text() == str(PROBLEM)
    assert not dialog.read.isEnabled()
    dialog.report_by_hand()
    assert dialog.findChild(ByHandDialog) is not None
    dialog.quit.click()
    assert dialog.choice is Choice.QUIT
    assert (damaged.folder / "desk.db").read_bytes() == before


def test_what_is_wrong_is_said_in_the_language_of_the_window_and_as_one_types_it(
    damaged: App, tasks: Tasks, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCARE_DESK_PROGRAM", "./desk.py")
    missing = Said.of(
        "There is no backup {name} in {shelf}; `backup list` shows them.", name="one", shelf="two"
    )
    unset = Said.of(
        "This desk has no secret “{name}”: set it with `webcare-desk secret set`.", name="smtp"
    )
    with speaking(qapp, "nl"):
        for problem, can_restore in ((StoreError(missing), True), (UsageError(unset), False)):
            dialog = RescueDialog(
                damaged.folder, damaged.secrets, tasks, problem, "nl", is_readable=True
            )
            qtbot.addWidget(dialog)
            assert dialog.restore.isEnabled() is can_restore
            said = dialog.problem.text()
    assert said.startswith("Deze desk heeft geen")
    assert "`./desk.py secret set`" in said


def test_the_wizard_puts_a_backup_back(damaged: App, tasks: Tasks, qtbot: QtBot) -> None:
    dialog = RescueDialog(damaged.folder, damaged.secrets, tasks, PROBLEM, "en", is_readable=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.restore_backup()
    wizard = dialog.findChild(RestoreDialog)
    assert wizard is not None
    qtbot.waitUntil(lambda: "Verified" in wizard.about.text())
    assert "cannot be read: accounts closed and passwords" in wizard.about.text()
    for field, words in (
        (wizard.login, "chief"),
        (wizard.password, "wrong"),
        (wizard.second, "second"),
        (wizard.second_password, PASSWORD),
    ):
        field.setText(words)
    wizard.submit()
    qtbot.waitUntil(lambda: "wrong" in wizard.error.text())
    assert wizard.password.text() == ""
    wizard.password.setText(PASSWORD)
    wizard.submit()
    qtbot.waitUntil(lambda: dialog.choice is Choice.OPEN_AGAIN)
    [aside] = damaged.folder.glob("replaced-*")
    assert (aside / "desk.db").read_bytes() == b"Beste Anna,\n"


def test_another_backup_is_looked_at_before_it_can_be_put_back(
    damaged: App, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    [kept] = backups_of(damaged.folder)
    monkeypatch.setattr(restore, "backups_of", lambda _: [kept, kept])
    monkeypatch.setattr(restore, "lost_by", lambda *_: Counter({"open": 3}))
    wizard = RestoreDialog(damaged.folder, MemorySecrets(), tasks)
    qtbot.addWidget(wizard)
    wizard.show()
    assert not wizard.main.isEnabled()
    qtbot.waitUntil(wizard.main.isEnabled)
    assert "3 later entry(s) would be lost" in wizard.about.text()
    assert "replaced and legal holds set since are so again" in wizard.about.text()
    about = wizard.about
    qtbot.waitUntil(lambda: about.height() >= about.heightForWidth(about.width()))
    wizard.backups.setCurrentIndex(1)
    assert not wizard.main.isEnabled()
    qtbot.waitUntil(wizard.main.isEnabled)


def test_the_wizard_asks_for_what_the_account_asks_for(
    tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    folder, secrets = tmp_path / "own", MemorySecrets()
    make_desk(folder, secrets)
    app = open_app(folder, secrets)
    chief = account(app, "chief", "Ann Chief", Role.SUPERVISOR)
    account(app, "second", "Sec Ond", Role.PV_OFFICER)
    key = totp.new_key()

    def shown(ahead: int) -> str:
        return totp.code(base64.b32decode(key.reveal()), totp.step_at(now()) + ahead)

    people.enrol(app.desk, secrets, key, shown(-1), chief)
    make_backup(app)
    app.close()
    wizard = RestoreDialog(folder, secrets, tasks)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(lambda: "Verified" in wizard.about.text())
    assert not wizard.code.isVisible()
    for field, words in (
        (wizard.login, "chief"),
        (wizard.password, PASSWORD),
        (wizard.second, "second"),
        (wizard.second_password, PASSWORD),
    ):
        field.setText(words)
    wizard.submit()
    qtbot.waitUntil(wizard.code.isVisible)
    assert wizard.password.text() == PASSWORD
    wizard.code.setText(shown(0))
    with qtbot.waitSignal(wizard.accepted):
        wizard.submit()


def test_a_password_that_was_right_stays_when_a_second_person_is_asked_for(
    damaged: App, tasks: Tasks, qtbot: QtBot
) -> None:
    wizard = RestoreDialog(damaged.folder, damaged.secrets, tasks)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitUntil(wizard.main.isEnabled)
    wizard.login.setText("chief")
    wizard.password.setText("wrong")
    wizard.submit()
    qtbot.waitUntil(lambda: "wrong" in wizard.error.text())
    wizard.password.setText(PASSWORD)
    wizard.submit()
    qtbot.waitUntil(lambda: "a second person" in wizard.error.text())
    assert wizard.password.text() == PASSWORD
    assert wizard.focusWidget() is wizard.second


def test_a_password_that_is_too_old_is_renewed_in_the_wizard(
    tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    wizard = RestoreDialog(tmp_path, MemorySecrets(), tasks)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.password.setText(PASSWORD)
    wizard.complain(PasswordTooOldError(is_temporary=True))
    assert wizard.renewed.isVisible()
    assert wizard.again.isVisible()
    assert wizard.password.text() == PASSWORD
    wizard.renewed.setText("another short sentence")
    assert wizard._standing().first.more.renewed == Secret("another short sentence")


def test_without_a_backup_the_wizard_says_so(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> None:
    wizard = RestoreDialog(tmp_path, MemorySecrets(), tasks)
    qtbot.addWidget(wizard)
    assert "no backup" in wizard.about.text()
    wizard.submit()
    assert "no backup" in wizard.error.text()


def test_what_is_left_is_read_by_who_has_a_password(desk_app: App, chief: Actor) -> None:
    """The file is damaged in a place that the list does not need."""
    desk_app.close()
    whole = (desk_app.folder / "desk.db").read_bytes()
    with salvaged_app(desk_app.folder, desk_app.secrets, str(PROBLEM)) as left:
        assert left.read_only == str(PROBLEM)
        entry = enter(left.desk, "chief", Secret(PASSWORD), Role.SUPERVISOR)
        assert (entry.actor.moderator, entry.read_only) == (chief.moderator, str(PROBLEM))
        assert left.desk.read.comment(1) is not None
    assert (desk_app.folder / "desk.db").read_bytes() == whole


def test_a_desk_whose_settings_cannot_be_read_speaks_as_the_machine_does(
    damaged: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def quit_at_once(dialog: RescueDialog) -> int:
        said.append(dialog.quit.text())
        return 0

    monkeypatch.setattr(RescueDialog, "exec", quit_at_once)
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("nl_NL"))
    (damaged.folder / "desk.toml").write_text("[desk", encoding="utf-8")
    assert not run_rescue(damaged.folder, damaged.secrets, PROBLEM, None)
    assert said == ["Stoppen"]


@pytest.mark.parametrize("choice", Choice)
def test_the_rescue_ends_as_the_person_chose(
    damaged: App, monkeypatch: pytest.MonkeyPatch, choice: Choice
) -> None:
    chosen = [Choice.QUIT, choice]
    asked: list[object] = []

    def answer(dialog: RescueDialog) -> int:
        asked.append(dialog.read.isEnabled())
        dialog.choice = chosen.pop() if choice is Choice.READ else choice
        return 1

    monkeypatch.setattr(RescueDialog, "exec", answer)
    if choice is Choice.READ:
        with pytest.raises(StoreError, match="not the database"):
            run_rescue(damaged.folder, damaged.secrets, PROBLEM, None)
    else:
        again = run_rescue(damaged.folder, damaged.secrets, PROBLEM, "en")
        assert again is (choice is Choice.OPEN_AGAIN)
    assert asked == [False]
