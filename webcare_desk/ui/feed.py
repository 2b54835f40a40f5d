"""What changed on the desk, read from the log: the log is the change feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from webcare_desk.ui.said import error_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.desk import Desk
    from webcare_desk.domain.audit import AuditEntry
    from webcare_desk.ui.tasks import Tasks

INTERVAL = 250  # milliseconds
_MOST = 500


class Feed(QObject):
    """Asks the log every 250 ms in a worker; another program's entries come the same way."""

    #: frozenset[int]: the comments that changed; the empty set stands for anything
    #: else, such as arrivals, polls and logins.
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        """Begin after the entry that is the last one now."""
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._after = desk.read.log_size() - 1  # the first entry is number 0
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    @property
    def seen(self) -> int:
        """Return the number of the last entry that was seen."""
        return self._after

    def ask(self) -> None:
        """Look for new entries now, unless that is being done already."""
        if not self._is_asking:
            self._is_asking = True
            after = self._after
            self._tasks.run(lambda: self._desk.changes(after, _MOST), self._tell, self._failed)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _tell(self, entries: Sequence[AuditEntry]) -> None:
        self._is_asking = False
        if not entries:
            return
        self._after = entries[-1].seq
        subjects = frozenset(entry.subject for entry in entries if entry.subject is not None)
        if subjects:
            self.changed.emit(subjects)
        if any(entry.subject is None for entry in entries):
            self.changed.emit(frozenset())
        if len(entries) == _MOST:
            self.ask()

    def _failed(self, error: Exception) -> None:
        self._is_asking = False
        self._tasks.problem.emit(error_words(error))
