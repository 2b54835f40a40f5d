"""A desk with its folder, its key and a clock that a test turns."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import Clock
from tests.support.passwords import CHEAP, WORDS
from webcare_desk import actions, people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.backups.restore import Credentials, Standing, restore
from webcare_desk.desk import Desk
from webcare_desk.domain.backup import Backup
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.vault.secret import MemorySecrets, Secret

PASSWORD = Secret(WORDS)
ANNA = Credentials("anna", PASSWORD, Role.SUPERVISOR)
BO = Credentials("bo", PASSWORD)

#: What a test's desk is opened with: its own clock.
Opened = Callable[[], App]


@pytest.fixture
def clock() -> Clock:
    """Give the clock of the desk."""
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, secrets: MemorySecrets, clock: Clock) -> Iterator[Opened]:
    """Give how to open the desk in `tmp_path / "desk"`; afterwards its log must hold."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    apps: list[App] = []

    def open_it() -> App:
        app = open_app(folder, secrets)
        apps.append(app)
        return replace(app, desk=Desk(app.desk.store, clock))

    yield open_it
    for app in apps:
        app.close()
    assert verify_log(folder).holds
    assert replay_log(folder).is_equal


@pytest.fixture
def app(opened: Opened) -> App:
    """Give the desk, open."""
    return opened()


@pytest.fixture
def anna(app: App) -> Actor:
    """Give Anna, who may restore."""
    people.add_first_administrator(app.desk, "anna", "Anna", PASSWORD, CHEAP)
    chief = people.log_in(app.desk, "anna", PASSWORD, Role.ADMINISTRATOR)
    both = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
    officer = frozenset({Role.PV_OFFICER})
    people.add_moderator(app.desk, "bo", "Bo", officer, PASSWORD, chief, CHEAP)
    app.desk.perform(actions.SetRoles(chief.moderator, both, active=True), chief)
    return people.log_in(app.desk, "anna", PASSWORD, Role.SUPERVISOR)


def put_back(
    app: App,
    secrets: MemorySecrets,
    made: Backup,
    by: Credentials = ANNA,
    second: Credentials | None = BO,
) -> Path:
    """Close the desk and put a backup in its place; return where its files went."""
    app.close()
    return restore(app.folder, secrets, made, Standing(by, second), app.desk.clock())
