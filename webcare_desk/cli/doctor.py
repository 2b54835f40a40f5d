"""`doctor`: whether this machine has what a desk needs, one line for each thing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.show import plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal, require_display
from webcare_desk.errors import SecretError, StoreError, UsageError, WebcareError

if TYPE_CHECKING:
    from collections.abc import Callable

#: Below this a desk soon has no room for its log, in bytes.
_LEAST_ROOM = 500_000_000
_PATIENCE = 60.0


@click.command()
@pass_terminal
@click.pass_context
def doctor(ctx: click.Context, terminal: Terminal) -> None:
    """See whether this machine has what a desk needs; a lack is a finding."""
    checks: tuple[tuple[str, Callable[[Terminal], str]], ...] = (
        ("keyring", _keyring),
        ("display", _display),
        ("Qt", _qt),
        ("lock", _lock),
        ("folder", _folder),
        ("room", _room),
        ("settings", _settings),
        ("protocol", _protocol),
        ("desk", _desk),
    )
    lacks = 0
    for name, look in checks:
        try:
            mark, said = "ok", look(terminal)
        except WebcareError as error:
            mark, said, lacks = "lacks", str(error), lacks + 1
        say(f"{mark:<6}{name:<10}{plain(said)}")
    ctx.exit(int(bool(lacks)))


def _keyring(terminal: Terminal) -> str:
    terminal.secrets.get("login:doctor")
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


def _folder(terminal: Terminal) -> str:
    place = _existing(terminal.folder)
    if not os.access(place, os.W_OK | os.X_OK):
        msg = f"{place} cannot be written."
        raise StoreError(msg)
    return f"{terminal.folder} can be written"


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above that exists."""
    return next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())


def _room(terminal: Terminal) -> str:
    free = shutil.disk_usage(_existing(terminal.folder)).free
    said = f"{free / 1e9:.1f} GB are free"
    if free < _LEAST_ROOM:
        msg = f"{said}; a desk needs {_LEAST_ROOM / 1e9:.1f} GB to be safe."
        raise StoreError(msg)
    return said


def _settings(terminal: Terminal) -> str:
    from webcare_desk.settings import read_settings  # noqa: PLC0415 - keeps --help quick

    found = read_settings(terminal.folder)
    return f"{len(found.sources)} sources; packets to PV by {found.courier.kind.value}"


def _protocol(terminal: Terminal) -> str:
    from webcare_desk.cli.screen import triager  # noqa: PLC0415 - keeps --help quick

    found = triager(terminal).protocol
    return f"{found.id} {found.version}, {len(found.rules)} rules"


def _desk(terminal: Terminal) -> str:
    with terminal.opened() as app:
        if app.read_only:
            raise SecretError(app.read_only)
        return f"{app.desk.read.log_size()} entries in its log"
