"""22: references to None, True and False that 10,000 Qt calls of each kind lose.

PySide6 6.12.0 loses one a call below CPython 3.12 and then aborts; the limit is none.
"""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from benchmarks.result import Row
from benchmarks.window import application

_CALLS = 10_000
_NOISE = 100


def run() -> list[Row]:
    """Return the row of this benchmark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = application()
    lost = sum(max(0, before - after) for before, after in zip(*_counts(), strict=True))
    running.processEvents()
    lost = 0 if lost < _NOISE else lost
    return [Row(22, "qt_refcount", "lost", lost, "limit none", 0, lost, 0, 0, at_most=True)]


def _counts() -> tuple[tuple[int, ...], tuple[int, ...]]:
    timer, pixmap, label = QTimer(), QPixmap(10, 10), QLabel()
    painter = QPainter(pixmap)
    before = _references()
    for _ in range(_CALLS):
        timer.stop()
        painter.setOpacity(1.0)
        label.setText("text")
        label.isVisible()
    after = _references()
    painter.end()
    return before, after


def _references() -> tuple[int, ...]:
    return tuple(sys.getrefcount(value) for value in (None, True, False))
