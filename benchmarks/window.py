"""The real window on a benchmark's desk, offscreen, in a process of its own.

`main(FOLDER, "start")` ends when the list is painted; `… "scroll"` goes
through the list first. Both print one line of JSON. With a person and a
session the person has logged in before; without, the login is a part of what
is measured.
"""

import json
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.person import ORIGIN, enter
from webcare_desk.app import App, open_app
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.feed import Feed
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.main_window import HEIGHT, WIDTH, MainWindow
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import MemorySecrets, Secret

_PAGES = 300


class Painted(QObject):
    """Notes when a window whose list has rows was painted and handed to the screen.

    Qt paints a window and all that is in it in one go.
    """

    def __init__(self, window: MainWindow) -> None:
        """Watch `window`."""
        super().__init__(window)
        self._window = window
        self.at = 0.0
        window.installEventFilter(self)

    def _note(self) -> None:
        self.at = self.at or time.time()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the clock once the paint that comes now is done."""
        del watched
        if event.type() is QEvent.Type.Paint and self._window.inbox.model.rowCount():
            QTimer.singleShot(0, self, self._note)
        return False


def application() -> QApplication:
    """Return the process's one application: benchmarks run one after another in it."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["webcare-desk"])


def open_window(folder: Path, person: Actor | None = None) -> tuple[QApplication, App, MainWindow]:
    """Return the application, the desk and the window; without a `person` one logs in."""
    qt = application()
    qt.setStyle("Fusion")
    apply_theme(qt, is_dark=False)
    secrets = MemorySecrets()
    key = (folder / "signing-key").read_text(encoding="ascii")
    secrets.put(f"log-key:{ORIGIN}", Secret(key))
    app = open_app(folder, secrets)
    actor = person or enter(app.desk)
    tasks = Tasks(app.desk, actor)
    window = MainWindow(Workplace(app, actor, tasks, Feed(app.desk, tasks), "en"))
    window.resize(WIDTH, HEIGHT)
    window.show()
    return qt, app, window


def wait_for_paint(qt: QApplication, window: MainWindow) -> float:
    """Return when the list was painted first, in seconds of UTC."""
    painted = Painted(window)
    while not painted.at:
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return painted.at


def scroll(qt: QApplication, window: MainWindow) -> None:
    """Go to the end of what is loaded, again and again, so that pages are read."""
    window.queues.choose(Queue.OTHER)
    bar = window.inbox.view.verticalScrollBar()
    for _ in range(_PAGES):
        bar.setValue(bar.maximum())
        qt.processEvents()
        window.inbox.view.viewport().repaint()


def peak_mb() -> float:
    """Return the most memory this process held, in MB.

    Read from the kernel's own record: `getrusage` would count what the parent
    held when it started us.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(folder: str, what: str, *session: str) -> None:
    """Open the window, do what was asked, print the figures and end."""
    person = Actor(session[0], Role.MODERATOR, session[1]) if session else None
    qt, _, window = open_window(Path(folder), person)
    painted = wait_for_paint(qt, window)
    if what == "scroll":
        scroll(qt, window)
    figures = {
        "painted": painted,
        "rows": window.inbox.model.rowCount(),
        "rss_mb": peak_mb(),
    }
    print(json.dumps(figures), flush=True)
    os._exit(0)  # what is measured is the start, not the end
