"""What the desktop says: the screen is locked, the machine goes to sleep (Linux, D-Bus).

org.freedesktop.login1 tells of a lock and of sleep on the system bus,
org.freedesktop.ScreenSaver and GNOME's own of a lock on the session bus. On
Windows and macOS nobody tells; there a sleep is noticed by the clock.
"""

import os
import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from webcare_desk.actions import LockCause

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
#: Path and interface of each screen saver on the session bus.
_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class Desktop(QObject):
    """Listens to the two buses; where there is none it hears nothing."""

    #: LockCause: screen or suspend.
    locked = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        """Listen from now on; other buses than the machine's own are for tests."""
        super().__init__(parent)
        self.heard = tuple[str, ...]()
        if sys.platform != "linux":
            return
        self._on_session(QDBusConnection.sessionBus() if session is None else session)
        self._on_system(QDBusConnection.systemBus() if system is None else system)

    def _on_session(self, bus: QDBusConnection) -> None:
        if bus.isConnected():
            for path, interface in _SAVERS:
                self._hear(bus, path, f"{interface}.ActiveChanged", "on_saver(bool)")

    def _on_system(self, bus: QDBusConnection) -> None:
        if bus.isConnected():
            self._hear(bus, _LOGIN_PATH, f"{_LOGIN}.Manager.PrepareForSleep", "on_sleep(bool)")
            self._hear(bus, session_path(), f"{_LOGIN}.Session.Lock", "on_lock()")

    def _hear(self, bus: QDBusConnection, path: str, signal: str, slot: str) -> None:
        """Listen to anybody on the bus: a false signal does no more than lock."""
        interface, _, name = signal.rpartition(".")
        if bus.connect("", path, interface, name, self, SLOT(slot)):  # type: ignore[call-overload]  # the stub says bytes, the call wants str
            self.heard = (*self.heard, signal)

    @Slot(bool)
    def on_saver(self, is_active: bool) -> None:  # noqa: FBT001 - what the bus sends
        """Take that the screen is locked, or free again."""
        if is_active:
            self.locked.emit(LockCause.SCREEN)

    @Slot(bool)
    def on_sleep(self, is_going: bool) -> None:  # noqa: FBT001 - what the bus sends
        """Take that the machine goes to sleep, or has woken."""
        if is_going:
            self.locked.emit(LockCause.SUSPEND)

    @Slot()
    def on_lock(self) -> None:
        """Take that the session manager asks for a lock."""
        self.locked.emit(LockCause.SCREEN)


def session_path() -> str:
    """Return the path of this person's session, or nothing, which stands for any."""
    name = os.environ.get("XDG_SESSION_ID", "")
    if not name:
        return ""
    return f"{_LOGIN_PATH}/session/" + "".join(map(_escaped, range(len(name)), name))


def _escaped(at: int, letter: str) -> str:
    """Return a letter of a session's id as a path has it (sd_bus_path_encode(3))."""
    is_plain = letter.isascii() and (letter.isalpha() or (at > 0 and letter.isdigit()))
    return letter if is_plain else f"_{ord(letter):02x}"
