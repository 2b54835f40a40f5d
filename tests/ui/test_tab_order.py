"""Tab goes through the window pane by pane, also after panes and rows were made anew."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui.main_window import MainWindow

_MOST = 80
Key = Qt.Key


def walked(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Return what has the focus from the search on, until it is there again."""
    window.top.search.setFocus()
    found: list[QWidget] = [window.top.search]
    for _ in range(_MOST):
        QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        assert now is not None
        if now is found[0]:
            return found
        found.append(now)
    return found


def test_tab_goes_from_pane_to_pane_and_comes_round(window: MainWindow, qtbot: QtBot) -> None:
    panes, comment = window.panes, window.comment
    for shown in (4, 1):
        with qtbot.waitSignal(comment.loaded):
            window.show_comment(shown)
    qtbot.waitUntil(lambda: panes.timeline.list.count() > 0)
    qtbot.waitUntil(lambda: len(panes.protocol.findChildren(QWidget, "template")) > 1)
    window.activateWindow()
    order: dict[str, QWidget] = {
        "top": window.top,
        "queues": window.queues,
        "list": window.inbox,
        "header": comment.header,
        "thread": comment.thread_view,
        "composer": comment.composer,
        "protocol": panes.protocol,
        "timeline": panes.timeline,
    }

    def pane_of(widget: QWidget) -> str:
        return next(
            name for name, pane in order.items() if pane.isAncestorOf(widget) or pane is widget
        )

    forth = walked(window, Key.Key_Tab)
    # It begins in the search, and comes round by the light before it.
    assert [name for name, _ in groupby(map(pane_of, forth))] == [*order, "top"]
    subject = comment.thread_view.subject
    assert subject is not None
    assert forth.index(subject.body) < forth.index(subject.findings)
    assert walked(window, Key.Key_Backtab) == [forth[0], *reversed(forth[1:])]
