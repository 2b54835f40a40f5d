"""A window in a process of its own: what is loaded when its list is painted, and later.

`python -m tests.support.first_paint DESK MODERATOR SESSION`; the desk's key comes on standard
input. Prints two lines of JSON: the modules at the first paint, with how many rows were
painted then, and those when the window is ready.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from webcare_desk.app import open_app
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui import feed as feeding
from webcare_desk.ui import later
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.registered import read_verifier
from webcare_desk.vault.secret import MemorySecrets, Secret

_LONG = 3_600_000  # milliseconds: longer than any machine takes to paint


class _Rows:
    """Counts the rows that the list's delegate paints."""

    def __init__(self, window: MainWindow) -> None:
        self.painted = 0
        delegate = window.inbox.view.itemDelegate()
        paint = delegate.paint

        def counted(
            painter: QPainter,
            option: QStyleOptionViewItem,
            index: QModelIndex | QPersistentModelIndex,
        ) -> None:
            self.painted += 1
            paint(painter, option, index)

        delegate.paint = counted  # type: ignore[method-assign]


class _FirstPaint(QObject):
    """Prints once, after the first paint of the window, with the list in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._has_told, self._rows = False, _Rows(window)
        window.installEventFilter(self)

    def _tell(self) -> None:
        if not self._has_told:
            self._has_told = True
            _print(self._rows.painted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the paint to be done."""
        del watched
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._tell)
        return False


def main(desk: str, moderator: str, session: str) -> None:
    """Open the window on a desk and end when it is ready; only the paint decides what comes after."""
    feeding.INTERVAL = later._LONGEST = _LONG
    qt = QApplication(["webcare-desk"])
    apply_theme(qt, is_dark=False)
    secrets, folder = MemorySecrets(), Path(desk)
    origin = read_verifier(folder).split("+", 1)[0]
    secrets.put(f"log-key:{origin}", Secret(sys.stdin.read().strip()))
    app = open_app(folder, secrets)
    actor = Actor(moderator, Role.SUPERVISOR, session)
    tasks = Tasks(app.desk, actor)
    feed = feeding.Feed(app.desk, tasks)
    window = MainWindow(Workplace(app, actor, tasks, feed, "en"))
    _FirstPaint(window)
    window.ready.connect(qt.quit)
    window.show()
    qt.exec()
    feed.stop()
    tasks.close()
    _print(window.inbox.model.rowCount())


def _print(rows: int) -> None:
    print(json.dumps({"rows": rows, "modules": sorted(sys.modules)}), flush=True)  # noqa: T201 - what the parent reads


if __name__ == "__main__":
    main(*sys.argv[1:])
