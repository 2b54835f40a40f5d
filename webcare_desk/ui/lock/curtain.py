"""Hiding everything that stands on the screen, and bringing it back as it was.

Nothing is closed that a person was filling in: dialogs and further windows
are hidden with what was typed. Menus, completers and tooltips go for good.
What wants to show itself meanwhile waits until the curtain opens.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

from webcare_desk.ui.windows import depth

_MOST_POPUPS = 50


class Curtain(QObject):
    """Closed, it leaves nothing of `window` to be seen but the widget `front`."""

    def __init__(self, window: QMainWindow, front: QWidget) -> None:
        """Be open; `front` is part of the window."""
        super().__init__(window)
        self._window, self._front = window, front
        self._hidden: list[QWidget] = []
        self.is_closed = False

    def close(self) -> None:
        """Hide everything; whatever was open will be open again."""
        if self.is_closed:
            return
        self.is_closed = True
        _close_popups()
        for widget in sorted(_showing(self._window), key=depth):
            self._hide(widget)
        app = QApplication.instance()
        assert app is not None  # noqa: S101 - a window has one
        app.installEventFilter(self)

    def open(self) -> None:
        """Show what was hidden, owners before what they own."""
        if not self.is_closed:
            return
        hidden = self._hidden
        self.stop()
        for widget in hidden:
            if isValid(widget):  # it may have been deleted behind the curtain
                widget.show()

    def stop(self) -> None:
        """Watch no more, and show nothing."""
        self.is_closed, self._hidden = False, []
        app = QApplication.instance()
        assert app is not None  # noqa: S101 - a window has one
        app.removeEventFilter(self)

    def _hide(self, widget: QWidget) -> None:
        if widget not in self._hidden:
            self._hidden.append(widget)
        widget.hide()

    def _is_front(self, widget: QWidget) -> bool:
        return widget in {self._window, self._front} or self._front.isAncestorOf(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from the screen what shows itself behind the curtain."""
        if event.type() is QEvent.Type.ToolTip:
            return True
        if event.type() is not QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if self._is_front(watched) or watched.windowType() is Qt.WindowType.ToolTip:
            return False
        if watched.windowType() is Qt.WindowType.Popup:
            QTimer.singleShot(0, watched, watched.close)
        elif watched.isWindow() or watched.parentWidget() is self._window:
            QTimer.singleShot(0, watched, lambda: self._hide_late(watched))
        return False

    def _hide_late(self, widget: QWidget) -> None:
        if self.is_closed:
            self._hide(widget)


def _showing(window: QMainWindow) -> list[QWidget]:
    """Return what is to be hidden: other windows, and all parts but the middle one."""
    others = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget is not window
    ]
    parts = [
        child
        for child in window.children()
        if isinstance(child, QWidget)
        and not child.isWindow()
        and not child.isHidden()
        and child is not window.centralWidget()
    ]
    return [*parts, *others]


def _close_popups() -> None:
    """Close menus and completers, the innermost first; take tooltips away."""
    QToolTip.hideText()
    for _ in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()
