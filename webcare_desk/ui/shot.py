"""A picture of the real window with a safety report open, for the README and for machines without a display."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from webcare_desk.domain.finding import Tier
from webcare_desk.domain.inbox import InboxRow
from webcare_desk.ui.inbox.model import ROW
from webcare_desk.ui.main_window import HEIGHT, WIDTH, MainWindow

_LOOK = 100  # milliseconds
_SETTLED = 15  # looks in a row without a change


def take_shot(window: MainWindow, file: Path, written: Callable[[bool], None]) -> None:
    """Pick the first strong signal of the Safety queue, wait until the window rests, write `file`.

    `written` hears whether it could be written; then the window closes.
    """
    window.resize(WIDTH, HEIGHT)
    quiet = [0, -1]

    def look() -> None:
        if window.inbox.comment is None:
            window.inbox.load_new()
            pick_strong(window)
        size = window.inbox.model.rowCount()
        quiet[:] = [quiet[0] + 1 if size == quiet[1] else 0, size]
        if quiet[0] >= _SETTLED and size:
            timer.stop()
            written(window.grab().save(str(file), "PNG"))
            window.close()

    timer = QTimer(window, interval=_LOOK)
    timer.timeout.connect(look)
    timer.start()


def pick_strong(window: MainWindow) -> None:
    """Pick the first comment of the list whose signal is strong; where none is, the next one."""
    model = window.inbox.model
    rows = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
    strong = [row for row in rows if isinstance(row, InboxRow) and row.tier is Tier.STRONG]
    if strong:
        window.acts.open_comment(strong[0].comment)
    else:
        window.inbox.go(1)
