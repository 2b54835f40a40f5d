"""Room on the disk: how much there is, and a ballast that is given up for an escalation.

A desk that fills its disk must still be able to hand a report to PV. So a
file of a known size lies in its folder, and is removed when an act that
cannot wait finds no room.
"""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from webcare_desk.errors import DiskFullError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

FILE = "desk.ballast"
_BLOCK = 1_000_000
#: SQLite maps an index of the write-ahead log of 32 KiB into memory. Where a
#: file system cannot give its blocks, writing there ends the process (SIGBUS).
_PROBE = 65_536


class Level(IntEnum):
    """How much room is left."""

    ENOUGH = 0
    #: A warning is due.
    SCARCE = 1
    #: Only what cannot wait is still done.
    LOW = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the levels begin, and how large the ballast is, in bytes."""

    scarce: int = 500 * _BLOCK
    low: int = 100 * _BLOCK
    ballast: int = 32 * _BLOCK


@dataclass(slots=True)
class Room:
    """The room on the disk of the desk in `folder`; the limits are those of its settings by now."""

    folder: Path
    limits: Limits = Limits()

    def free(self) -> int:
        """Return the free bytes, without the ballast; 0 where nobody can tell."""
        try:
            return shutil.disk_usage(self.folder).free
        except OSError:
            return 0

    def level(self) -> Level:
        """Say how much room is left."""
        free = self.free()
        if free < self.limits.low:
            return Level.LOW
        return Level.SCARCE if free < self.limits.scarce else Level.ENOUGH

    @property
    def has_ballast(self) -> bool:
        """Say whether the ballast lies ready."""
        with suppress(OSError):
            return (self.folder / FILE).stat().st_size >= self.limits.ballast
        return False

    def keep_ballast(self) -> bool:
        """Lay the ballast ready, where the disk has room beyond it; say whether it lies there."""
        if self.has_ballast:
            return True
        if self.free() < self.limits.low + self.limits.ballast:
            return False
        draft = self.folder / f"{FILE}.new"
        try:
            with draft.open("wb") as file:
                for start in range(0, self.limits.ballast, _BLOCK):
                    # Noise: a file system that packs zeros would keep no room for them.
                    file.write(os.urandom(min(_BLOCK, self.limits.ballast - start)))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / FILE)
        except OSError:
            draft.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Remove the ballast; say whether there was one."""
        try:
            (self.folder / FILE).unlink()
        except OSError:
            return False
        return True


def require_room(path: Path) -> None:
    """Raise DiskFullError where the disk has no room for what SQLite maps beside `path`."""
    probe = path.with_name(f"{path.name}-room")
    try:
        probe.write_bytes(bytes(_PROBE))
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The disk that holds {path} is full: the desk cannot even be opened safely."
            )
            raise DiskFullError(Said.of(msg, path=path)) from error
    finally:
        with suppress(OSError):
            probe.unlink()
