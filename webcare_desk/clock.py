"""The clocks of this machine: the time, its zone, and what has passed since the start."""

import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.domain.audit import Stamp

_ZONE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._+()/:-]{0,63}")
_LOCALTIME = Path("/etc/localtime")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_ZONES = "/zoneinfo/"


def now() -> int:
    """Return the time in UTC microseconds."""
    return time.time_ns() // 1000


def elapsed() -> int:
    """Return the microseconds since the machine started, asleep or not where it can say.

    Nobody can set this clock, so it shows how far the other one was set.
    Microseconds, because nanoseconds leave the exact numbers of JSON after 104 days.
    """
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000
    return time.monotonic_ns() // 1000


def offset_at(at: int) -> int:
    """Return how many minutes the wall here is ahead of UTC at a time (UTC microseconds)."""
    return time.localtime(at // 1_000_000).tm_gmtoff // 60


def zone_name() -> str:
    """Return the name of the zone, `Europe/Amsterdam` where the system tells."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked_zone(), time.tzname[0]):
        if _ZONE.fullmatch(name):
            return name
    return "unknown"


def _linked_zone() -> str:
    """Return the zone that /etc/localtime names; not what that name is a name for."""
    try:
        return str(_LOCALTIME.readlink()).rpartition(_ZONES)[2]
    except OSError:
        return ""


def boot_id() -> str:
    """Return the id of this start of the machine, or of this process where there is none."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip().replace("-", "")
    except OSError:
        return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Machine:
    """What of this machine every entry says beside the time."""

    zone: str
    boot: str
    offset: Callable[[int], int] = offset_at
    elapsed: Callable[[], int] = elapsed

    def stamp(self, at: int) -> Stamp:
        """Return a time (UTC microseconds) with everything the machine says of it."""
        return Stamp(at, self.zone, self.offset(at), self.boot, self.elapsed())


def this_machine() -> Machine:
    """Return the machine this runs on."""
    return Machine(zone_name(), boot_id())
