"""What a person could read of a comment's screen is recorded as looked at: it may be day zero."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from webcare_desk import casework
from webcare_desk.domain.moderator import Right
from webcare_desk.ui.latest import alive
from webcare_desk.ui.workplace import Workplace


class Looks(QObject):
    """The looks at one comment and at the posts beside it; nobody sees them behind a lock."""

    #: The comment, and the error with which a look could not be recorded.
    refused = Signal(int, object)

    def __init__(self, workplace: Workplace, screen: QWidget) -> None:
        """Look at nothing yet."""
        super().__init__(screen)
        self._work, self._screen = workplace, screen
        self._comment: int | None = None
        self._is_owed = False
        self._beside: dict[int, None] = {}  # in the order in which they came
        self._soon = QTimer(self, singleShot=True, interval=0)  # what is shown at once is one act
        self._soon.timeout.connect(self.record)
        screen.installEventFilter(self)
        if isinstance(program := QGuiApplication.instance(), QGuiApplication):
            program.applicationStateChanged.connect(self.record)

    def turn_to(self, comment: int | None) -> None:
        """Look at another comment; what nobody saw of the one before is forgotten."""
        self._comment, self._is_owed, self._beside = comment, False, {}

    def see_anew(self) -> None:
        """Look at other words of the comment, once somebody can."""
        self._is_owed = True
        self.record()

    def see(self, post: int) -> None:
        """Look at a post beside the comment, once somebody can."""
        self._beside[post] = None
        self._soon.start()

    def record(self) -> None:
        """Record what is owed, if somebody can look now."""
        is_active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if not (is_active and self._screen.isVisible()):
            return
        is_owed, self._is_owed = self._is_owed, False
        posts, self._beside = tuple(self._beside), {}
        if is_owed:
            self.view()
        if posts:
            self._see(posts)

    def view(self) -> None:
        """Record that a person sees the comment itself: the first look is day zero."""
        if (comment := self._comment) is not None and self._may_look:
            app, actor = self._work.app, self._work.actor
            self._work.tasks.act(
                lambda: casework.view(app.desk, app.protocol, comment, actor),
                None,
                alive(self, partial(self.refused.emit, comment)),
            )

    def _see(self, posts: tuple[int, ...]) -> None:
        if self._may_look:
            app, actor, comment = self._work.app, self._work.actor, self._comment
            self._work.tasks.act(
                lambda: casework.see(app.desk, app.protocol, posts, actor, comment),
                None,
                alive(self, partial(self.refused.emit, posts[0])),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record a look at what came in behind the lock."""
        if event.type() is QEvent.Type.Show:
            self._soon.start()
        return super().eventFilter(watched, event)

    @property
    def _may_look(self) -> bool:
        return self._work.may(Right.READ) and not self._work.read_only
