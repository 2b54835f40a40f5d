"""What a machine must bring for a window: libraries, a font, a clock, each by its name."""

import contextlib
import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from webcare_desk.errors import UsageError

#: What the Qt wheels need and do not bring, with the Debian package that brings it.
QT: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_ON_X11: Mapping[str, str] = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
QT_ON_WAYLAND: Mapping[str, str] = {"libwayland-cursor.so.0": "libwayland-cursor0"}
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".pfb"}
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_PARTS = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
_PATIENCE = 60.0


def wanted(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that a window needs on this screen, with their packages."""
    on_screen = QT_ON_X11 if environment.get("DISPLAY") else {}
    on_wayland = QT_ON_WAYLAND if environment.get("WAYLAND_DISPLAY") else {}
    return {**QT, **on_screen, **on_wayland}


def loads(library: str) -> bool:
    """Say whether the system finds this library and all that it needs itself."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return False


def missing_libraries(
    libraries: Mapping[str, str],
    found: Callable[[str], bool] | None = None,
    listing: Callable[[], str] | None = None,
) -> dict[str, str]:
    """Return every library that is not found, with the package that brings it or nothing.

    `listing` is what ldd says of Qt's own files: it names what no table knows.
    """
    missing = {name: package for name, package in libraries.items() if not (found or loads)(name)}
    unknown = not_found((listing or qt_listing)())
    every = {**QT, **QT_ON_X11, **QT_ON_WAYLAND}
    return {**{name: every.get(name, "") for name in unknown}, **missing}


def not_found(listing: str) -> list[str]:
    """Return the libraries that ldd did not find, each once."""
    return list(dict.fromkeys(_NOT_FOUND.findall(listing)))


def qt_listing() -> str:
    """Return what ldd says of the Qt files a window loads; empty where there is no ldd."""
    ldd, spec = shutil.which("ldd"), importlib.util.find_spec("PySide6")
    if ldd is None or spec is None or not spec.submodule_search_locations:
        return ""
    folder = Path(spec.submodule_search_locations[0])
    files = [str(each) for part in _PARTS for each in sorted(folder.glob(f"{part}.*.so"))]
    if os.environ.get("DISPLAY"):
        files += [str(each) for each in folder.glob("Qt/plugins/platforms/libqxcb.so")]
    done = subprocess.run(  # noqa: S603 - ldd over our own files
        [ldd, *files], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    return done.stdout


def install_command(packages: Iterable[str]) -> str:
    """Return the command that installs Debian packages; empty where there is none to name."""
    named = sorted({package for package in packages if package})
    if not named or sys.platform != "linux" or shutil.which("apt-get") is None:
        return ""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(named)}"


def lack_of(error: ImportError) -> Exception:
    """Return why Qt cannot be loaded and what mends it; the error itself where nothing lacks."""
    missing = missing_libraries(wanted(os.environ)) if sys.platform == "linux" else {}
    if not missing:
        return error
    command = install_command(missing.values())
    leads = f"it with: {command}" if command else "that with this system's package manager."
    return UsageError(f"Qt needs {', '.join(sorted(missing))}; install {leads}")


def keyring_mend() -> str:
    """Return what gives this machine a keyring, or opens the one that its system has."""
    if sys.platform == "darwin":
        return "security unlock-keychain"
    if sys.platform == "win32":
        return "control /name Microsoft.CredentialManager"
    command = install_command(["gnome-keyring", "libsecret-1-0"])
    return f"{command}, then log in anew" if command else ""


def has_font(folders: Iterable[str] = FONTS, called: str = "") -> bool:
    """Say whether a font is installed, or one that is `called` so; without any Qt draws blank text."""
    places = (Path(folder).expanduser() for folder in folders)
    files = (file for place in places for file in place.rglob("*.*"))
    return any(file.suffix in _FONT_SUFFIXES and called in file.name.lower() for file in files)


def zone_now() -> str:
    """Return the zone of this machine, such as `UTC+01:00 (CET)`."""
    here = datetime.now(UTC).astimezone()
    offset = here.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]} ({here.tzname()})"
