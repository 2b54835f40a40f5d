"""How large windows and panes are: as large as a person's letters ask, never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from webcare_desk.ui import theme

_FRAME = 32  # pixels that a window manager's title takes
#: A pane may be this much narrower than its letters ask where the screen has no room for all.
_TIGHTEST = 0.85


def give_room(window: QWidget, width: int, height: int) -> None:
    """Give a window the room that it needs with letters of 10 points; more with larger ones."""
    room, grown = window.screen().availableGeometry(), theme.scale()
    window.resize(
        min(round(width * grown), room.width()), min(round(height * grown), room.height() - _FRAME)
    )


def within(window: QWidget) -> QSize:
    """Return the largest size of a window on its screen."""
    room = window.screen().availableGeometry()
    return QSize(room.width(), room.height() - _FRAME)


def keep_on_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window the size that is wanted, as far as the screen has it, and keep it there."""
    room = window.screen().availableGeometry()
    window.resize(wanted.boundedTo(within(window)))
    frame = window.frameGeometry()
    right, below = frame.right() - room.right(), frame.bottom() - room.bottom()
    if right > 0 or below > 0:
        window.move(
            max(window.x() - max(right, 0), room.left()),
            max(window.y() - max(below, 0), room.top()),
        )


def growth(window: QWidget, widths: int) -> float:
    """Return by how much panes that need `widths` pixels with letters of 10 points may grow."""
    fits = window.screen().availableGeometry().width() / widths
    return min(theme.scale(), max(fits, _TIGHTEST))


def give_words_room(line: QLineEdit) -> None:
    """Make a field wide enough for the words that stand in it while it is empty."""
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    line.setMinimumWidth(needed + 2 * theme.XL)


def rows_height(rows: QListWidget, most: int) -> int:
    """Return the height of the first `most` rows, as their lines are broken at this width."""
    last = rows.item(min(rows.count(), most) - 1)
    if last is None:
        return 0
    frame = rows.height() - rows.viewport().height()
    first = rows.visualItemRect(rows.item(0))
    return rows.visualItemRect(last).bottom() - first.top() + 1 + frame
