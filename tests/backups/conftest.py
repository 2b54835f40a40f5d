"""A desk with its folder, its key and a clock that a test turns."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import Clock
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.desk import Desk
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.vault.secret import MemorySecrets

#: What a test's desk is opened with: its own clock.
Opened = Callable[[], App]


@pytest.fixture
def clock() -> Clock:
    """Give the clock of the desk."""
    return Clock()


@pytest.fixture
def secrets() -> MemorySecrets:
    """Give the keyring of the desk."""
    return MemorySecrets()


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
