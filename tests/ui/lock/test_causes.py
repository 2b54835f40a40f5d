"""What makes a window lock by itself: nobody there, a screen that locks, a machine that sleeps."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from webcare_desk.actions import LockCause
from webcare_desk.ui.lock.idle import Idle
from webcare_desk.ui.lock.system import Desktop, session_path


@dataclass
class Time:
    """A clock that a test turns, in seconds."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def passed() -> list[LockCause]:
    """Collect why it locked."""
    return []


@pytest.fixture
def idle(passed: list[LockCause], qtbot: QtBot) -> Iterator[tuple[Idle, Time]]:
    """Watch for ten minutes of nobody."""
    del qtbot
    time = Time()
    made = Idle(lambda: 10, None, time)
    made.passed.connect(passed.append)
    yield made, time
    made.stop()


def test_ten_minutes_without_a_key_or_a_mouse_lock(
    idle: tuple[Idle, Time], passed: list[LockCause]
) -> None:
    watch, time = idle
    for _ in range(119):
        time.now += 5
        watch.tick()
    assert passed == []
    time.now += 5
    watch.tick()
    assert passed == [LockCause.IDLE]


def test_a_key_begins_the_ten_minutes_anew_wherever_it_is_typed(
    idle: tuple[Idle, Time], passed: list[LockCause], qtbot: QtBot
) -> None:
    watch, time = idle
    field = QLineEdit("a filled search field")
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    watch.tick()
    for _ in range(300):
        time.now += 5
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
        watch.tick()
    assert passed == []
    for _ in range(120):
        time.now += 5
        watch.tick()
    assert passed == [LockCause.IDLE]


def test_a_machine_that_slept_locks_when_it_wakes(
    idle: tuple[Idle, Time], passed: list[LockCause]
) -> None:
    watch, time = idle
    time.now += 61
    watch.tick()
    assert passed == [LockCause.SUSPEND]


def test_a_clock_that_goes_back_locks_no_later_than_it_should(
    idle: tuple[Idle, Time], passed: list[LockCause]
) -> None:
    watch, time = idle
    time.now -= 7200
    watch.tick()
    for _ in range(120):
        time.now += 5
        watch.tick()
    assert passed == [LockCause.IDLE]


@pytest.fixture
def bus() -> Iterator[str]:
    """Run a bus of its own and return its address."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - a program of the system
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


def tell(address: str, path: str, signal: str, *words: str) -> None:
    """Send a signal over the bus, as the desktop does."""
    command = ["dbus-send", f"--bus={address}", "--type=signal", path, signal, *words]
    subprocess.run(command, check=True)  # noqa: S603 - a program of the system


def test_the_desktop_tells_of_its_own_lock(
    bus: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = QDBusConnection.connectToBus(bus, "test-session")
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    desktop = Desktop(None, session, session)
    assert len(desktop.heard) == 5
    heard: list[LockCause] = []
    desktop.locked.connect(heard.append)
    saver = "org.freedesktop.ScreenSaver.ActiveChanged"
    tell(bus, "/org/freedesktop/ScreenSaver", saver, "boolean:false")
    tell(bus, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [LockCause.SCREEN]
    login, path = "org.freedesktop.login1", "/org/freedesktop/login1"
    tell(bus, path, f"{login}.Manager.PrepareForSleep", "boolean:false")
    tell(bus, path, f"{login}.Manager.PrepareForSleep", "boolean:true")
    tell(bus, f"{path}/session/_31", f"{login}.Session.Lock")
    tell(bus, f"{path}/session/_32", f"{login}.Session.Lock")
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [LockCause.SCREEN, LockCause.SUSPEND, LockCause.SCREEN]
    QDBusConnection.disconnectFromBus("test-session")


@pytest.mark.parametrize(
    ("name", "path"), [("c1", "/session/c1"), ("12", "/session/_312"), ("a-b", "/session/a_2db")]
)
def test_a_session_is_found_by_its_id(
    monkeypatch: pytest.MonkeyPatch, name: str, path: str
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", name)
    assert session_path() == f"/org/freedesktop/login1{path}"
    monkeypatch.delenv("XDG_SESSION_ID")
    assert session_path() == ""


def test_where_there_is_no_bus_nothing_is_heard(qtbot: QtBot) -> None:
    del qtbot
    nobody = QDBusConnection.connectToBus("unix:path=/nowhere", "test-nobody")
    assert Desktop(None, nobody, nobody).heard == ()


def test_elsewhere_than_on_linux_no_bus_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert Desktop().heard == ()
