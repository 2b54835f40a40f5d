"""Drawing into a picture without what Qt says of every window: that there is no screen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

#: Said by the offscreen platform of each window, though nobody asked it for a size.
_NO_SCREEN = "This plugin does not support propagateSizeHints()"


@contextmanager
def without_a_screen() -> Iterator[None]:
    """Leave out meanwhile what only says that there is no screen; all else is told as before."""

    def tell(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if words == _NO_SCREEN:
            return
        if before is not None:
            before(kind, context, words)
        else:
            sys.stderr.write(f"{words}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
