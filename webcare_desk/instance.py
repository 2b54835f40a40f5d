"""One window to a desk, and no restore beside it: a lock that ends with its process.

The lock is on a file in the desk's folder. Commands beside a window take none,
for the database has locks of its own.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.errors import BusyError, ReadOnlyError
from webcare_desk.locks import taken
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

FILE = "desk.lock"
#: Touched by a second start, for the first window to come to the front.
CALL = "desk.call"


@dataclass(frozen=True, slots=True)
class Hold:
    """A lock that is held until `release`, or the end of the process."""

    handle: int

    def release(self) -> None:
        """Let the next one in."""
        os.close(self.handle)


def hold(folder: Path) -> Hold:
    """Be the only one in the desk in `folder`; BusyError names who is there already."""
    place = folder / FILE
    try:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{place} cannot be written: {reason}.")
        raise ReadOnlyError(Said.of(msg, place=place, reason=error.strerror)) from error
    try:
        is_ours = taken(handle)
    except OSError as error:
        os.close(handle)
        msg = QT_TRANSLATE_NOOP("Said", "{place} cannot be locked: {reason}.")
        raise ReadOnlyError(Said.of(msg, place=place, reason=error.strerror)) from error
    if not is_ours:
        os.close(handle)
        msg = QT_TRANSLATE_NOOP(
            "Said", "This desk is open already in another window (process {process})."
        )
        raise BusyError(
            Said.of(msg, process=holder(folder) or Said.of(QT_TRANSLATE_NOOP("Said", "unknown")))
        )
    os.ftruncate(handle, 0)
    os.write(handle, b"%d\n" % os.getpid())
    return Hold(handle)


def holder(folder: Path) -> str:
    """Return the process that wrote its number into the lock last, or nothing."""
    try:
        return (folder / FILE).read_text(encoding="ascii").strip()[:20]
    except (OSError, ValueError):
        return ""


def call(folder: Path) -> None:
    """Ask the window that is open on the desk in `folder` to come to the front."""
    (folder / CALL).write_text(f"{os.getpid()}\n", encoding="ascii")
