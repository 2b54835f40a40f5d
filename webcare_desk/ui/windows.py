"""The windows beside the main one: made when first asked for, shown again as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from webcare_desk.ui.register.window import RegisterWindow
    from webcare_desk.ui.rulebook.window import ProtocolWindow
    from webcare_desk.ui.supervision.window import SupervisionWindow
    from webcare_desk.ui.workplace import Workplace


class Windows:
    """Keeps each window until the main one is closed."""

    def __init__(self, workplace: Workplace, open_comment: Callable[[int], None]) -> None:
        """Show none yet; `open_comment` shows a comment in the main one."""
        self._work, self._open_comment = workplace, open_comment
        self.shown_supervision: SupervisionWindow | None = None
        self.shown_protocol: ProtocolWindow | None = None
        self.shown_register: RegisterWindow | None = None

    def supervision(self) -> SupervisionWindow:
        """Show the supervisor's window."""
        from webcare_desk.ui.supervision.window import SupervisionWindow

        if self.shown_supervision is None:
            self.shown_supervision = SupervisionWindow(self._work)
            close_by(self.shown_supervision, "Ctrl+W")
            self.shown_supervision.comment_wanted.connect(self._open_comment)
        bring_up(self.shown_supervision)
        return self.shown_supervision

    def approvals(self) -> None:
        """Show what waits for a second person."""
        from webcare_desk.ui.supervision.areas import Area

        self.supervision().choose(Area.APPROVALS)

    def protocol(self) -> ProtocolWindow:
        """Show the protocol's window."""
        from webcare_desk.ui.rulebook.window import ProtocolWindow

        if self.shown_protocol is None:
            self.shown_protocol = ProtocolWindow(self._work)
            close_by(self.shown_protocol, "Ctrl+W")
        bring_up(self.shown_protocol)
        return self.shown_protocol

    def register(self) -> RegisterWindow:
        """Show the register of safety cases."""
        from webcare_desk.ui.register.window import RegisterWindow

        if self.shown_register is None:
            self.shown_register = RegisterWindow(self._work)
            close_by(self.shown_register, "Ctrl+W", "Esc")
            self.shown_register.comment_wanted.connect(self._open_comment)
        bring_up(self.shown_register)
        return self.shown_register

    def show_place(self, place: str) -> None:
        """Show a paragraph of the protocol in force."""
        self.protocol().show_place(place)

    def close(self) -> None:
        """Close all of them."""
        for window in (self.shown_supervision, self.shown_protocol, self.shown_register):
            if window is not None:
                window.close()


def leave_dialogs(*, is_forced: bool) -> bool:
    """Close what is open above the windows; False where one asks first, for what was typed in it.

    It asks in front of all windows; forced, none asks. Behind a lock screen nothing is open.
    """
    every = sorted(QApplication.topLevelWidgets(), key=depth, reverse=True)
    for dialog in [each for each in every if isinstance(each, QDialog) and each.isVisible()]:
        if is_forced:
            dialog.hide()
        elif not dialog.close():
            bring_up(QApplication.activeModalWidget() or dialog)
            return False
    return True


def depth(widget: QWidget) -> int:
    """Return how many owners a widget has."""
    count, owner = 0, widget.parentWidget()
    while owner is not None:
        count, owner = count + 1, owner.parentWidget()
    return count


def close_by(window: QWidget, *keys: str) -> None:
    """Let keys close a window; it is kept as it is, and nothing that was typed is lost."""
    for key in keys:
        QShortcut(QKeySequence(key), window).activated.connect(window.close)


def bring_up(window: QWidget) -> None:
    """Put a window before all others, also one that is minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
