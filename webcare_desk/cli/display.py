"""Whether this machine has a screen for a window: Qt aborts the program where there is none."""

import contextlib
import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from webcare_desk.errors import UsageError

_ON_SCREEN = ("xcb", "wayland")


def require_display(command: str) -> None:
    """Refuse to open a window where no screen can be reached, and name what works instead."""
    if sys.platform != "linux" or reaches_display(os.environ):
        return
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    why = f"The display {shown} cannot be reached" if shown else "There is no display here"
    instead = "; the other commands work in the terminal."
    if command == "demo":
        instead = ", and `demo --headless` works in the terminal."
    msg = f"{why}; `{command} --screenshot FILE` draws the window into a PNG{instead}"
    raise UsageError(msg)


def reaches_display(environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown; that a display is named says nothing of its server."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and not any(name in platform for name in _ON_SCREEN):
        return True
    return _reaches_wayland(environment) or _reaches_x(environment.get("DISPLAY", ""))


def _reaches_wayland(environment: Mapping[str, str]) -> bool:
    """Say whether a compositor listens."""
    if sys.platform == "win32":  # which has neither Wayland nor, here, its kind of sockets
        return False
    place = Path(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY", ""))
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as compositor:
        compositor.connect(str(place))
        return True
    return False


def _reaches_x(display: str) -> bool:
    """Say whether the X server lets this person in, asked as Qt asks it."""
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # a library is what lacks then, and who loads Qt names it
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
