"""The pane of one comment: header, thread, and below them the composer."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from webcare_desk import actions, casework
from webcare_desk.domain.finding import Category
from webcare_desk.domain.reason import Why
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.comment.header import CommentHeader
from webcare_desk.ui.comment.looks import Looks
from webcare_desk.ui.comment.subject import same_words
from webcare_desk.ui.comment.thread import ThreadView
from webcare_desk.ui.composer.composer import Composer
from webcare_desk.ui.dress import CHANGES, dress
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.latest import PATIENCE, Latest, alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.problem import ProblemLine
from webcare_desk.ui.said import error_words
from webcare_desk.ui.sheet import Sheet, read_sheet
from webcare_desk.ui.unread import nothing_read
from webcare_desk.ui.why import why_lowered
from webcare_desk.ui.workplace import Workplace

_EMPTY, _FULL, _READING = range(3)


class CommentPane(QWidget):
    """Shows one comment; every act here is about that one and no other."""

    #: A comment is shown with everything that is known of it.
    loaded = Signal(int)
    #: The comment that was chosen cannot be read.
    unread = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet."""
        super().__init__()
        self._work = workplace
        self._comment: int | None = None
        self._sheet: Sheet | None = None
        self.header = CommentHeader(workplace)
        self.looks = Looks(workplace, self)
        self.thread_view = ThreadView(workplace.tasks, self.looks.see)
        self.composer = Composer(workplace)
        self.problem = ProblemLine()
        self._reading = Latest(workplace.tasks, self, self._take, self._on_unread)
        self._empty = PlainLabel(self.tr("Choose a comment from the list."), wraps=True)
        self._is_unread = False  # what the line says is about the last reading
        self._waiting_template: str | None = None
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._slow.timeout.connect(lambda: self._pages.setCurrentIndex(_READING))
        self.header.claimed.connect(self._claim)
        self.header.classified.connect(self._classify)
        workplace.feed.changed.connect(self._on_changed)
        self.looks.refused.connect(self._refused)
        dress(self)

    @property
    def comment(self) -> int | None:
        """Return the number of the comment that is shown or being read."""
        return self._comment

    @property
    def sheet(self) -> Sheet | None:
        """Return what is shown, once it has been read."""
        return self._sheet

    @property
    def is_reading(self) -> bool:
        """Say whether the comment that was chosen does not stand here yet."""
        return self._sheet is None and self._reading.is_waiting

    def say_list(self, *, is_empty: bool) -> None:
        """Say, where no comment is shown, what there is to do: with an empty list that is elsewhere."""
        if not is_empty:
            text = self.tr("Choose a comment from the list.")
        elif not self._work.app.settings.sources and nothing_read(self._work.app):
            text = self.tr("An administrator sets up what is read: Desk → Sources… ({key}).")
            text = text.format(key=key_name("Ctrl+Shift+G"))
        else:
            text = self.tr(
                "There is nothing to do in this list: choose another one at the left. "
                "New comments come in by themselves."
            )
        self._empty.setText(text)

    def show_comment(self, comment: int | None) -> None:
        """Show a comment, or nothing; that a person saw it is recorded when it is shown."""
        if comment == self._comment and comment is not None:
            self.reload()
            return
        self._comment, self._sheet = comment, None
        self.looks.turn_to(comment)
        self._say_nothing()
        self._waiting_template = None
        self.composer.leave()
        if comment is None:
            self._reading.forget()
            self._slow.stop()
            self._pages.setCurrentIndex(_EMPTY)
        else:
            self._slow.start()
            self.reload()

    def reload(self) -> None:
        """Read the comment again; caret, drafts and the place in the thread stay."""
        comment, app, actor = self._comment, self._work.app, self._work.actor
        if comment is not None:
            self._reading.ask(lambda: read_sheet(app, comment, actor))

    def focus_text(self) -> None:
        """Go to the thread, which the keys scroll."""
        self.thread_view.setFocus()

    def focus_reply(self, template: str | None = None) -> None:
        """Put the caret into the reply; `template` is filled in first."""
        if template is not None and self._sheet is None:
            self._waiting_template = template
        self.composer.focus_reply(template)

    def focus_note(self) -> None:
        """Put the caret into the private note."""
        self.composer.focus_note()

    def _take(self, sheet: Sheet) -> None:
        before, self._sheet = self._sheet, sheet
        self._slow.stop()
        if self._is_unread:
            self._say_nothing()
        self.header.show_sheet(sheet)
        if before is None or not _same_thread(before, sheet):
            self.thread_view.show_sheet(sheet)
        self.composer.show_sheet(sheet)
        self._pages.setCurrentIndex(_FULL)
        if before is None:
            self.looks.view()
            if self._waiting_template is not None:
                self.composer.focus_reply(self._waiting_template)
                self._waiting_template = None
            self.loaded.emit(sheet.comment)
        elif before.file.comment.revision != sheet.file.comment.revision:
            self.looks.see_anew()

    def _on_unread(self, error: WebcareError) -> None:
        self.problem.say(error)
        self._is_unread = True
        if self._sheet is None:  # what is still shown is another comment
            self._slow.stop()
            self._pages.setCurrentIndex(_EMPTY)
            self.unread.emit()

    def _say_nothing(self) -> None:
        self.problem.forget()
        self._is_unread = False

    def _refused(self, comment: int, error: WebcareError) -> None:
        """Say that an act was refused: above its comment, or elsewhere when another one is shown."""
        if comment == self._comment:
            self.problem.say(error)
            self._is_unread = False
        else:
            words = self.tr("Comment {number}: {problem}")
            self._work.tasks.problem.emit(words.format(number=comment, problem=error_words(error)))

    def _claim(self, takes_over: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._sheet is not None:
            self._say_nothing()
            comment = self._sheet.comment
            self._work.tasks.perform(
                actions.Claim(comment, takes_over),
                alive(self, lambda _: self.reload()),
                alive(self, partial(self._refused, comment)),
            )

    def _classify(self, category: Category) -> None:
        if self._sheet is None:
            return
        keep = partial(self._keep_category, self._sheet.comment, category)
        why_lowered(self, self._sheet.file.work, category, keep)

    def _keep_category(self, comment: int, category: Category, why: Why | None) -> None:
        app, actor = self._work.app, self._work.actor
        self._say_nothing()
        self._work.tasks.act(
            lambda: casework.classify(app.desk, app.protocol, comment, category, actor, why),
            alive(self, lambda _: self.reload()),
            alive(self, partial(self._refused, comment)),
        )

    def _on_changed(self, comments: frozenset[int]) -> None:
        thread = () if self._sheet is None else self._sheet.file.thread
        near = {post.id for post in thread} | {self._comment}
        # An empty set stands for arrivals: one of them may answer this comment.
        if not comments or comments & near:
            self.reload()

    def _lay_out(self) -> None:
        self.setObjectName("comment-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        reading = PlainLabel(self.tr("One moment…"))
        for label in (self._empty, reading):
            label.setObjectName("empty")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        upper, full = QWidget(), QSplitter(Qt.Orientation.Vertical)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.thread_view, 1)
        full.addWidget(upper)
        full.addWidget(self.composer)
        full.setStretchFactor(0, 3)
        full.setStretchFactor(1, 2)
        full.setChildrenCollapsible(False)
        full.setHandleWidth(1)
        full.setSizes([540, 260])
        both = QWidget()
        self._pages = QStackedLayout(both)
        for page in (self._empty, full, reading):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.problem)
        whole.addWidget(both, 1)
        self.problem.setContentsMargins(theme.L, theme.S, theme.L, theme.S)

    def changeEvent(self, event: QEvent) -> None:
        """Mark the findings anew when the theme changes."""
        super().changeEvent(event)
        if event.type() in CHANGES and self.thread_view.subject is not None:
            self.thread_view.subject.repaint_marks()


def _same_thread(one: Sheet, other: Sheet) -> bool:
    """Say whether the thread of two readings shows the same words."""
    first, second = one.file.thread, other.file.thread
    return (
        same_words(one.file.comment, other.file.comment)
        and one.confirmed == other.confirmed
        and len(one.file.revisions) == len(other.file.revisions)
        and len(first) == len(second)
        and all(same_words(old, new) for old, new in zip(first, second, strict=True))
    )
