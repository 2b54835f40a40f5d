"""Questions asked in a worker, and answers that reach a widget only while it lives."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from webcare_desk.errors import WebcareError
from webcare_desk.ui.said import error_words
from webcare_desk.ui.tasks import Tasks

T = TypeVar("T")

#: How long the last answer stands on while another is awaited (milliseconds): so short that nobody acts on it.
PATIENCE: Final = 150


def alive(owner: QObject, call: Callable[[T], None]) -> Callable[[T], None]:
    """Return `call` made harmless: once Qt has deleted `owner`, nothing happens."""

    def guarded(result: T) -> None:
        if isValid(owner):
            call(result)

    return guarded


class Latest(Generic[T]):
    """Asks again and again; only the answer to the last question counts."""

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        take: Callable[[T], None],
        failed: Callable[[WebcareError], None] | None = None,
    ) -> None:
        """Give answers to `take` while `owner` lives; errors go to the status bar else."""
        self._tasks = tasks
        self._owner = owner
        self._take = take
        self._failed = failed or (lambda error: tasks.problem.emit(error_words(error)))
        self._question = 0
        #: A question was asked and its answer is still to come.
        self.is_waiting = False

    def ask(self, work: Callable[[], T]) -> None:
        """Run `work` in a worker; an answer still under way is forgotten."""
        self._question += 1
        self.is_waiting = True
        mine = self._question

        def take(answer: T) -> None:
            if mine == self._question:
                self.is_waiting = False
                self._take(answer)

        def fail(error: WebcareError) -> None:
            if mine == self._question:
                self.is_waiting = False
                self._failed(error)

        self._tasks.run(work, alive(self._owner, take), alive(self._owner, fail))

    def forget(self) -> None:
        """Let no answer come any more, until the next question."""
        self._question += 1
        self.is_waiting = False
