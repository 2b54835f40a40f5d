"""One window to a desk: a second start brings the first one to the front."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from webcare_desk.errors import BusyError
from webcare_desk.instance import CALL, call, hold


class Single(QObject):
    """The only window on the desk in a folder, until `release` or the end of the process."""

    #: Somebody started the program again: show the window.
    called = Signal()

    def __init__(self, folder: Path) -> None:
        """Take the desk; where another window has it, call that one and raise BusyError."""
        super().__init__()
        try:
            self._hold = hold(folder)
        except BusyError:
            call(folder)
            raise
        call(folder)  # a watcher needs the file to be there
        self._watcher = QFileSystemWatcher([str(folder / CALL)], self)
        self._watcher.fileChanged.connect(lambda _: self.called.emit())

    def release(self) -> None:
        """Let the next window in."""
        self._hold.release()
