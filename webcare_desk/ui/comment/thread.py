"""The thread: the post's title, what the comment answers, the comment, the answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.comment import Comment
from webcare_desk.ui import theme
from webcare_desk.ui.comment.order import around
from webcare_desk.ui.comment.post import Post
from webcare_desk.ui.comment.subject import Subject
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.tasks import Tasks

#: How many posts of each kind are shown before a person asks for all.
_SHOWN = 6
_Key, _Shift, _Go = Qt.Key, Qt.KeyboardModifier.ShiftModifier, QAbstractSlider.SliderAction


class ThreadView(QScrollArea):
    """Scrolls over one thread; keeps its place while the same words are shown."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._tasks = tasks
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
        others = self.tr("Show %n other comment(s) of the thread", "", len(near.others))
        self._fold(column, near.others, sheet.at, others)
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
            words = self.tr("Show %n earlier comment(s)", "", len(far))
            self._fold(column, far, at, words)
        for post in near:
            column.addWidget(Post(post, at))
        if not is_before:
            self._fold(column, far, at, self.tr("Show %n more answer(s)", "", len(far)))

    def _fold(self, column: QVBoxLayout, posts: Sequence[Comment], at: int, words: str) -> None:
        """Add a button that shows more posts in its own place."""
        if not posts:
            return
        button = QPushButton(words)
        button.setObjectName("link")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(_unfold(column, button, posts, at))

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


def _unfold(
    column: QVBoxLayout, button: QPushButton, posts: Sequence[Comment], at: int
) -> Callable[[], None]:
    def unfold() -> None:
        place = column.indexOf(button)
        button.hide()
        for offset, post in enumerate(posts):
            column.insertWidget(place + offset, Post(post, at))

    return unfold
