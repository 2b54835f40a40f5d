"""Asking another process of this machine to draw originals: Qt is none of this one's business."""

import base64
import binascii
import os
import subprocess
import sys
from collections.abc import Sequence

from webcare_desk.errors import UnavailableError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Seconds that a batch may take; a sheet takes some milliseconds, starting Qt about half a second.
PATIENCE = 30.0
_COMMAND = (sys.executable, "-m", "webcare_desk.ui.original")
_PNG = b"\x89PNG\r\n\x1a\n"


def draw(originals: Sequence[bytes], command: Sequence[str] = _COMMAND) -> list[bytes | None]:
    """Return the PNG of each original (JSON in one line); None for one that cannot be drawn.

    Raises UnavailableError where Qt is missing, or does not end in time.
    """
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(  # noqa: S603 - this very interpreter
            list(command),
            input=b"".join(each + b"\n" for each in originals),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=env,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The original cannot be drawn here ({reason}).")
        raise UnavailableError(Said.of(msg, reason=type(error).__name__)) from error
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(originals):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The original cannot be drawn here: Qt is missing or does not start."
        )
        raise UnavailableError(Said.of(msg))
    return [_picture(line) for line in lines]


def _picture(line: bytes) -> bytes | None:
    try:
        found = base64.b64decode(line, validate=True)
    except binascii.Error:
        return None
    return found if found.startswith(_PNG) else None
