"""Locking and unlocking one person's window."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from webcare_desk import people
from webcare_desk.actions import Lock, LockCause
from webcare_desk.ui.lock.curtain import Curtain
from webcare_desk.ui.lock.idle import Idle
from webcare_desk.ui.lock.screen import LockScreen
from webcare_desk.ui.lock.system import Desktop
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret


class Locking(QObject):
    """Locks when nobody is there, or when told; only a password opens again."""

    #: It is about to lock: what is being typed is to be kept now.
    closing = Signal()
    #: Somebody else has ended the session: the window is to be closed.
    ended = Signal()

    def __init__(self, workplace: Workplace, window: QMainWindow, stack: QStackedWidget) -> None:
        """Be open, and listen."""
        super().__init__(window)
        self._work, self._stack = workplace, stack
        app, me = workplace.app, workplace.actor.moderator
        person = app.desk.read.moderator(me)
        self.screen = LockScreen(me if person is None else person.name)
        stack.addWidget(self.screen)
        self._before = stack.currentWidget() or self.screen
        self.curtain = Curtain(window, self.screen)
        self.idle = Idle(lambda: app.desk.read.policy().idle_minutes, self)
        self.desktop = Desktop(self)
        self.idle.passed.connect(self.lock)
        self.desktop.locked.connect(self.lock)
        self.screen.tried.connect(self._unlock)
        self.screen.took_over.connect(self._take_over)

    @property
    def is_locked(self) -> bool:
        """Say whether the window is locked."""
        return self.curtain.is_closed

    def lock(self, cause: LockCause) -> None:
        """Keep what is being typed, hide everything, and record it."""
        if self.is_locked:
            return
        self.closing.emit()
        self.idle.stop()
        self.curtain.close()
        self._before = self._stack.currentWidget() or self.screen
        self._stack.setCurrentWidget(self.screen)
        self.screen.ask(for_other=False)
        if not self._work.read_only:
            self._work.tasks.perform(Lock(cause))

    def stop(self) -> None:
        """Listen no more: the window closes."""
        self.desktop.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.idle.stop()
        self.curtain.stop()

    def _unlock(self, password: Secret, code: str, renewed: Secret | None) -> None:
        work = self._work
        app, actor, more = work.app, work.actor, people.More(code, work.app.secrets, renewed)
        if work.read_only:
            check = partial(_check, work, password, more)
        else:
            check = partial(people.unlock, app.desk, actor, password, more)
        work.tasks.act(check, lambda _: self._open(), self.screen.refuse)

    def _open(self) -> None:
        self.screen.ask(for_other=False)
        self._stack.setCurrentWidget(self._before)
        self.curtain.open()
        self.idle.begin()

    def _take_over(self, login: str, password: Secret, code: str, renewed: Secret | None) -> None:
        app, session = self._work.app, self._work.actor.session
        more = people.More(code, app.secrets, renewed)
        self._work.tasks.act(
            partial(people.end_session, app.desk, session, login, password, more),
            lambda _: self.ended.emit(),
            self.screen.refuse,
        )


def _check(work: Workplace, password: Secret, more: people.More) -> None:
    """Check what unlocks where nothing can be recorded."""
    person = work.app.desk.read.moderator(work.actor.moderator)
    people.recognise(work.app.desk, "" if person is None else person.login, password, more)
