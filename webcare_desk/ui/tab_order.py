"""Tab goes through a window as the eye does: pane by pane, each from its top.

Qt goes in the order in which widgets were made, and here panes are made late and their
rows anew. So the next one is looked up when it is needed: at the press of the key itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QSplitter, QTabWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class InOrder(QMainWindow):
    """A window whose parts get the focus in the order in which they are laid out."""

    def focusNextPrevChild(self, is_forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Go to the next part, or to the one before; after the last one to the first."""
        first = self.centralWidget()
        beside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        tops = [each for each in beside if each is not first and not each.isWindow()]
        order = [*stops(first)] if first is not None else []
        order += [stop for top in tops for stop in stops(top)]
        now = self.focusWidget()
        if now not in order:
            return super().focusNextPrevChild(is_forward)
        step = 1 if is_forward else -1
        reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
        order[(order.index(now) + step) % len(order)].setFocus(reason)
        return True


def stops(top: QWidget) -> Iterator[QWidget]:
    """Yield what Tab comes to below and at `top`, as it is laid out."""
    if not (top.isVisible() and top.isEnabled()):
        return
    takes = top.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    if takes and top.focusProxy() is None:
        yield top
    if not takes or isinstance(top, (QScrollArea, QTabWidget)):
        for part in _parts(top):
            yield from stops(part)


def _parts(whole: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of which a widget consists."""
    layout, parts = whole.layout(), list[QWidget | None]()
    if isinstance(whole, QSplitter):
        parts = [whole.widget(at) for at in range(whole.count())]
    elif isinstance(whole, QScrollArea):
        parts = [whole.widget()]
    elif isinstance(whole, QTabWidget):
        parts = [whole.tabBar(), whole.currentWidget()]
    elif layout is not None:
        yield from _laid(layout)
    yield from (part for part in parts if part is not None)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout, also those of the layouts in it."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    for item in items:
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)
