"""What a window does only after its first paint: one step for each turn of the event loop."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST = 500  # milliseconds to wait for a paint; a minimised window never comes to one


class Later(QObject):
    """Runs steps in their order once a widget has been painted; between two of them Qt works."""

    def __init__(self, watched: QWidget, steps: Iterable[Callable[[], object]]) -> None:
        """Wait for the first paint of `watched`, which also owns this."""
        super().__init__(watched)
        self._watched = watched
        self._steps = deque(steps)
        self._has_begun = False
        watched.installEventFilter(self)
        QTimer.singleShot(_LONGEST, self, self._begin)

    def stop(self) -> None:
        """Run none of the steps that are left."""
        self._steps.clear()

    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        """Run one step; the next one is asked for first, so that no bug stops the rest."""
        if self._steps:
            step = self._steps.popleft()
            QTimer.singleShot(0, self, self._next)
            step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin after the paint that comes now."""
        del watched
        if event.type() is QEvent.Type.Paint:
            self._begin()
        return False
