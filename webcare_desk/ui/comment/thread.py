"""The thread: the post's title, what the comment answers, the comment, the answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.comment import Comment
from webcare_desk.ui import theme
from webcare_desk.ui.comment.order import around
from webcare_desk.ui.comment.post import Post, Seen
from webcare_desk.ui.comment.subject import Subject
from webcare_desk.ui.elided import ElidedButton, ElidedLabel
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.tasks import Tasks

#: How many posts of each kind are shown before a person asks for more.
_SHOWN = 6
#: How many more one press brings: each is a widget, and hundreds at once would stop the window.
_MORE = 20
_Key, _Shift, _Go = Qt.Key, Qt.KeyboardModifier.ShiftModifier, QAbstractSlider.SliderAction


class ThreadView(QScrollArea):
    """Scrolls over one thread; keeps its place while the same words are shown."""

    def __init__(self, tasks: Tasks, seen: Seen, parent: QWidget | None = None) -> None:
        """Show nothing yet; `seen` is told of each post beside the comment that can be read."""
        super().__init__(parent)
        self._tasks, self._seen = tasks, seen
        self.subject: Subject | None = None
        self.setObjectName("thread")
        self.setAccessibleName(self.tr("Thread"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the thread of a sheet, the comment in sight."""
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.L, theme.S, theme.L, theme.L)
        column.setSpacing(theme.S)
        near = around(sheet.file.comment, sheet.file.thread)
        if sheet.file.comment.thread_title:
            column.addWidget(self._title(sheet.file.comment.thread_title))
        self._add(column, near.parents, sheet.at, is_before=True)
        self.subject = Subject(sheet, self._tasks, page)
        self.subject.pointed.connect(self._see_subject)
        column.addWidget(self.subject)
        self._add(column, near.replies, sheet.at)
        self._fold(column, near.others, sheet.at, self._others)
        if sheet.unread:
            words = self.tr(
                "%n more comment(s) of this thread are not shown here", "", sheet.unread
            )
            beyond = PlainLabel(words, wraps=True)
            beyond.setObjectName("faint")
            column.addWidget(beyond)
        column.addStretch()
        self.setWidget(page)
        QTimer.singleShot(0, self, self._see_subject)

    def _title(self, title: str) -> QWidget:
        label = ElidedLabel(title, limit=300)
        label.setObjectName("post-title")
        label.setFont(theme.font(theme.NORMAL))
        return label

    def _add(
        self, column: QVBoxLayout, posts: Sequence[Comment], at: int, *, is_before: bool = False
    ) -> None:
        """Add the posts nearest to the comment, and the rest folded."""
        cut = max(len(posts) - _SHOWN, 0)
        far, near = (posts[:cut], posts[cut:]) if is_before else (posts[_SHOWN:], posts[:_SHOWN])
        if is_before:
            self._fold(column, far, at, self._earlier, is_before=True)
        for post in near:
            column.addWidget(Post(post, at, self._seen))
        if not is_before:
            self._fold(column, far, at, self._answers)

    def _others(self, count: int) -> str:
        return self.tr("Show %n other comment(s) of the thread", "", count)

    def _earlier(self, count: int) -> str:
        return self.tr("Show %n earlier comment(s)", "", count)

    def _answers(self, count: int) -> str:
        return self.tr("Show %n more answer(s)", "", count)

    def _fold(
        self,
        column: QVBoxLayout,
        posts: Sequence[Comment],
        at: int,
        words: Callable[[int], str],
        *,
        is_before: bool = False,
    ) -> None:
        """Add a button that shows more posts beside it, those nearest to the comment first."""
        if not posts:
            return
        button, rest = ElidedButton(words(len(posts))), list(posts)
        button.setObjectName("link")
        column.addWidget(button)

        def unfold() -> None:
            place = column.indexOf(button) + is_before
            some = slice(-_MORE, None) if is_before else slice(_MORE)
            for offset, post in enumerate(rest[some]):
                column.insertWidget(place + offset, Post(post, at, self._seen))
            del rest[some]
            button.show_title(words(len(rest)))
            button.setVisible(bool(rest))

        button.clicked.connect(unfold)

    def _see_subject(self) -> None:
        if self.subject is not None:
            bar, top = self.verticalScrollBar(), self.subject.y()
            if self.subject.height() <= self.viewport().height():
                self.ensureWidgetVisible(self.subject, 0, theme.S)
            elif not bar.value() <= top <= bar.value() + self.viewport().height() // 2:
                bar.setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by Space, Home and End, too; Qt itself knows the arrows and the page keys."""
        is_back = bool(event.modifiers() & _Shift)
        ways: dict[int, QAbstractSlider.SliderAction] = {
            _Key.Key_Space: _Go.SliderPageStepSub if is_back else _Go.SliderPageStepAdd,
            _Key.Key_Home: _Go.SliderToMinimum,
            _Key.Key_End: _Go.SliderToMaximum,
        }
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(way)
