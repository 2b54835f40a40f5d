"""`doctor`: whether this machine has what a desk needs, one line for each thing."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli import doctor_desk, machine
from webcare_desk.cli.display import require_display
from webcare_desk.cli.doctor_desk import existing
from webcare_desk.cli.show import json_option, plain, say, say_json, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import (
    BusyError,
    MissingPartError,
    SecretError,
    StoreError,
    UsageError,
    WebcareError,
)
from webcare_desk.instance import hold, holder
from webcare_desk.store.library import require_sqlite
from webcare_desk.store.mounts import kind_here, refuse_network
from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Below this a desk soon has no room for its log, in bytes.
_LEAST_ROOM = 500_000_000
_PATIENCE = 60.0
_SET_CLOCK = "sudo timedatectl set-ntp true"
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `mend` is the command that mends a lack, where there is one."""

    name: str
    is_fine: bool
    said: str
    mend: str = ""


@click.command()
@json_option
@pass_terminal
@click.pass_context
def doctor(ctx: click.Context, terminal: Terminal, *, as_json: bool) -> None:
    """See whether this machine has what a desk needs; a lack is a finding."""
    found = [looked(name, terminal) for name in _CHECKS]
    if as_json:
        say_json(found)
    else:
        for each in found:
            say(
                f"{'ok' if each.is_fine else 'lacks':<6}{each.name:<10}{plain(typeable(each.said))}"
            )
            if each.mend:
                say(f"{'':<16}mend: {typeable(each.mend)}")
    ctx.exit(int(not all(each.is_fine for each in found)))


def looked(name: str, terminal: Terminal) -> Finding:
    """Return what the check of this name finds."""
    try:
        return Finding(name, is_fine=True, said=_CHECKS[name](terminal))
    except MissingPartError as error:
        return Finding(name, is_fine=False, said=str(error), mend=error.mend)
    except WebcareError as error:
        return Finding(name, is_fine=False, said=str(error), mend=_MENDS.get(name, ""))


def _keyring(terminal: Terminal) -> str:
    try:
        terminal.secrets.get("login:doctor")
    except SecretError as error:
        raise MissingPartError(str(error), machine.keyring_mend()) from error
    return "secrets can be kept"


def _display(terminal: Terminal) -> str:
    del terminal
    require_display("run")
    return "a window can be shown"


def _qt(terminal: Terminal) -> str:
    """Load Qt in a process of its own: here only the window knows it."""
    del terminal
    command = [sys.executable, "-c", "import PySide6.QtWidgets as w; print(w.__name__)"]
    done = subprocess.run(  # noqa: S603 - this very interpreter
        command, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no reason"])[-1]
        msg = f"Qt cannot be loaded: {last}"
        raise UsageError(msg)
    return "its libraries are there"


def _sqlite(terminal: Terminal) -> str:
    del terminal
    return f"{require_sqlite()} can read a desk"


def _lock(terminal: Terminal) -> str:
    """Say what locks a window here beside its own clock; that nobody tells is no lack."""
    del terminal
    if sys.platform != "linux":
        return "a window locks when idle and after a sleep; no screen lock is heard here"
    own = Path(f"/run/user/{os.getuid()}/bus")
    told = {
        "the screen lock": bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or own.exists(),
        "suspend and logind's lock": Path("/run/dbus/system_bus_socket").exists(),
    }
    heard = [name for name, is_there in told.items() if is_there]
    words = "; it hears " + " and ".join(heard) if heard else "; there is no D-Bus to tell of more"
    return "a window locks when idle and after a sleep" + words


def _libraries(terminal: Terminal) -> str:
    del terminal
    if sys.platform != "linux":
        return "this system needs none"
    missing = machine.missing_libraries(machine.wanted(os.environ))
    if missing:
        msg = f"Qt needs {', '.join(sorted(missing))}."
        raise MissingPartError(msg, machine.install_command(missing.values()))
    return "every library that Qt needs is there"


def _font(terminal: Terminal) -> str:
    del terminal
    if sys.platform == "linux" and not machine.has_font():
        msg = "There is no font: the window would show blank text."
        raise MissingPartError(msg, machine.install_command(["fonts-dejavu-core"]))
    if sys.platform == "linux" and not machine.has_font(called="emoji"):
        package = "fonts-noto-color-emoji"  # no lack: every word can be read
        mend = machine.install_command([package]) or f"install {package}, as Debian calls it"
        return f"there is a font, but none of pictograms, which show as boxes: {mend}"
    return "there is a font"


def _clock(terminal: Terminal) -> str:
    """Hold the clock against the entries: none can be of tomorrow."""
    from webcare_desk.clock import now
    from webcare_desk.inspection import time_ahead

    ahead = None
    with contextlib.suppress(WebcareError), terminal.opened(records=False) as app:
        ahead = time_ahead(app.desk.read, now())
    if ahead is not None:
        msg = f"The clock is wrong: the log has an entry of {when(ahead)}."
        raise MissingPartError(msg, _SET_CLOCK if sys.platform == "linux" else "")
    return f"{when(now())} {machine.zone_now()}"


def _files(terminal: Terminal) -> str:
    """Refuse a network file system, and a folder that others can read."""
    place = existing(terminal.folder)
    refuse_network(place)
    require_closed(terminal.folder)
    disk = "on a disk of this machine" if kind_here(place) else "on which disk is not told here"
    rights = "closed to others" if os.name == "posix" else "who else reads it is not looked at here"
    return f"{disk}, {rights}"


def require_closed(folder: Path) -> None:
    """Raise MissingPartError, with what mends it, where other accounts can read the folder."""
    if os.name == "posix" and folder.is_dir() and folder.stat().st_mode & _OTHERS:
        place = folder.absolute()
        msg = f"Other accounts of this machine can read {place}."
        raise MissingPartError(msg, f"chmod 700 {shlex.quote(str(place))}")


def _window(terminal: Terminal) -> str:
    if not terminal.folder.exists():
        return "no window is open"
    try:
        hold(terminal.folder).release()
    except BusyError:
        number = holder(terminal.folder)
        return "a window is open" + (f" (process {number})" if number else "")
    return "no window is open"


def _folder(terminal: Terminal) -> str:
    place = existing(terminal.folder)
    if not place.is_dir():
        msg = f"{place} is a file and no folder: name another place with `--desk DIR`."
        raise MissingPartError(msg)
    if not os.access(place, os.W_OK | os.X_OK):
        msg = f"{place} cannot be written."
        raise MissingPartError(msg, f"chmod u+rwx {shlex.quote(str(place))}")
    return f"{terminal.folder} can be written"


def _room(terminal: Terminal) -> str:
    free = shutil.disk_usage(existing(terminal.folder)).free
    said = f"{free / 1e9:.1f} GB are free"
    if free < _LEAST_ROOM:
        msg = f"{said}; a desk needs {_LEAST_ROOM / 1e9:.1f} GB to be safe."
        raise StoreError(msg)
    return said


_CHECKS: "Mapping[str, Callable[[Terminal], str]]" = {
    "keyring": _keyring,
    "display": _display,
    "libraries": _libraries,
    "font": _font,
    "Qt": _qt,
    "SQLite": _sqlite,
    "lock": _lock,
    "folder": _folder,
    "files": _files,
    "room": _room,
    "clock": _clock,
    "window": _window,
    "settings": doctor_desk.settings,
    "PV": doctor_desk.pv,
    "protocol": doctor_desk.protocol,
    "names": doctor_desk.names,
    "desk": doctor_desk.desk,
    "backups": doctor_desk.backups,
    "sources": doctor_desk.sources,
}
#: What mends a lack that a check itself names no command for.
_MENDS = {
    "display": "webcare-desk run --screenshot FILE",
}
