"""Walking over every widget of a window, and typing at whatever has the focus."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.workplace import Workplace

TEXTS = (QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QComboBox)


@contextmanager
def opened(workplace: Workplace, qtbot: QtBot) -> Iterator[MainWindow]:
    """Open the real window, wait until it can show a comment, and close it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, is_dark=False)
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    window.inbox.view.setFocus()
    yield window
    workplace.feed.stop()
    window.close()
    workplace.tasks.close()


def widgets(top: QWidget) -> list[QWidget]:
    """Return every widget below `top`, but for the parts Qt makes inside its own."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if not widget.objectName().startswith("qt_") and not _is_inside(widget)
    ]


def _is_inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractItemView, QMenu)):
            return True
        parent = parent.parentWidget()
    return False


def guessing(top: QWidget) -> list[str]:
    """Return the labels and editors that may take text for markup, or have done so.

    A page that is only read may be a QTextEdit, as long as nothing in it became an object.
    """
    labels = [
        label.text()
        for label in top.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
    ]
    editors = [
        type(edit).__name__
        for edit in top.findChildren(QTextEdit)
        if edit.acceptRichText() or not edit.isReadOnly() or "\ufffc" in edit.toPlainText()
    ]
    return [*labels, *editors]


def nameless(top: QWidget) -> list[str]:
    """Return what the keyboard reaches and a screen reader has no name for."""
    return [
        f"{type(widget).__name__} {widget.objectName()}".strip()
        for widget in widgets(top)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(top)
        and not isinstance(widget, QTabWidget)  # its bar takes the focus
        and not _name(widget)
    ]


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def too_small(top: QWidget) -> list[str]:
    """Return the buttons that are smaller than 24 pixels."""
    return [
        f"{button.text()} {button.size().toTuple()}"
        for button in top.findChildren(QAbstractButton)
        if button.isVisibleTo(top)
        and not button.objectName().startswith("qt_")
        and not _is_inside(button)
        and not isinstance(button.parentWidget(), QLineEdit)
        and min(button.width(), button.height()) < 24
    ]


def longest(top: QWidget) -> int:
    """Return the length of the longest text that any widget got."""
    texts = [label.text() for label in top.findChildren(QLabel)]
    texts += [edit.toPlainText() for edit in top.findChildren(QPlainTextEdit)]
    texts += [button.text() for button in top.findChildren(QAbstractButton)]
    return max(map(len, texts), default=0)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def type_in(text: str) -> None:
    """Type a text where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def dialog_of(kind: type[QDialog], qtbot: QtBot) -> QDialog:
    """Wait for a dialog of a kind and return it."""
    found: list[QDialog] = []

    def look() -> bool:
        found[:] = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible() and one.isActiveWindow()
        ]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def back_to(window: MainWindow, qtbot: QtBot) -> None:
    """Give the focus back to the list, as a window manager does when a dialog has gone."""
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    window.activateWindow()
    window.inbox.view.setFocus()
    qtbot.waitUntil(window.isActiveWindow)


def waits(qtbot: QtBot, holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    qtbot.waitUntil(lambda: bool(holds()))


def entries(window: MainWindow, action: str, comment: int | None = None) -> int:
    chosen = LogFilter(action=action, subject=comment)
    return len(window._work.app.desk.read.entries(chosen, None, 100))


def shown(window: MainWindow, qtbot: QtBot) -> int:
    """Wait until the comment pane shows what the list picked, and return it."""
    waits(qtbot, lambda: window.comment.sheet is not None)
    waits(qtbot, lambda: window.comment.sheet and window.comment.sheet.comment == window.shown)
    assert window.shown is not None
    return window.shown


def pick(window: MainWindow, qtbot: QtBot, comment: int) -> int:
    window.acts.open_comment(comment)
    assert shown(window, qtbot) == comment
    window.inbox.view.setFocus()
    return comment


def held_replies(read: Reads) -> list[Delivery]:
    """Return the replies that wait to leave."""
    held = read.deliveries_in(DeliveryState.HELD)
    return [each for each in held if each.kind is DeliveryKind.REPLY]
