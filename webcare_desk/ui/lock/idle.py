"""Noticing that nobody is there: no key and no mouse for a while, or a machine that slept.

The native windows are watched and not every widget: only they get each key
and each move of the mouse once, and little else.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from webcare_desk.actions import LockCause

TICK = 5000  # milliseconds
#: A clock that jumped this far between two ticks: the machine slept (seconds).
_SLEPT = 60.0
_MINUTE = 60.0
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Says once that it is time to lock, until `begin` is called again."""

    #: LockCause: idle, or suspend after a sleep that nobody announced.
    passed = Signal(object)

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Watch from now on; `minutes` is asked at every tick, for a rule may change."""
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._last = self._ticked = clock()
        self._watched: set[QWindow] = set()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        self.begin()

    def begin(self) -> None:
        """Count from now."""
        self._last = self._ticked = self._clock()
        self._timer.start()
        self._watch()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def tick(self) -> None:
        """Look whether anybody is there; a clock that went back proves nothing."""
        now, before = self._clock(), self._ticked
        self._ticked = now
        self._last = min(self._last, now)
        self._watch()
        if now - before > _SLEPT:
            self._say(LockCause.SUSPEND)
        elif now - self._last >= self._minutes() * _MINUTE:
            self._say(LockCause.IDLE)

    def _say(self, cause: LockCause) -> None:
        self._timer.stop()
        self.passed.emit(cause)

    def _watch(self) -> None:
        """Watch every window there is; those that are gone are forgotten."""
        now = set(QGuiApplication.topLevelWindows())
        for window in now - self._watched:
            window.installEventFilter(self)
        self._watched = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a key or a move of the mouse, and let it pass."""
        del watched
        if event.type() in _INPUT:
            self._last = self._clock()
        return False
