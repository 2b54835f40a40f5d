"""Work off the window's thread: actions one after another, readings and what takes long beside.

A result comes back on the window's thread through one queued signal. A known
error is a sentence; anything else is raised there and reaches the hook.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from webcare_desk.errors import WebcareError
from webcare_desk.ui.said import error_words

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from webcare_desk.actions.base import Action
    from webcare_desk.desk import Desk
    from webcare_desk.domain.moderator import Actor

T = TypeVar("T")
Failed = Callable[[WebcareError], None]
Broken = Callable[[BaseException], None]


class Tasks(QObject):
    """The window's workers: one for actions, which keeps their order, three to read, five for what takes long.

    Four more are for what only reads long, which the next session does not wait for.
    """

    #: The sentence of an error that nobody else shows.
    problem = Signal(str)
    _finished = Signal(object)

    def __init__(self, desk: Desk | None, actor: Actor, parent: QObject | None = None) -> None:
        """Perform on `desk` as `actor`; without a desk nothing can be performed."""
        super().__init__(parent)
        self._desk = desk
        self._actor = actor
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _acts(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, "act")

    @cached_property
    def _reads(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(3, "read")

    @cached_property
    def _long(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(5, "long")

    @cached_property
    def _studies(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(4, "study")

    def perform(
        self,
        action: Action[T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Perform `action`; then `done` gets its result, or `failed` the known error."""
        desk = self._desk
        assert desk is not None  # noqa: S101 - who has none performs nothing
        self.act(lambda: desk.perform(action, self._actor), done, failed)

    def act(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run `work`, which changes the desk, after every act asked for before it."""
        self._submit(self._acts, work, done, failed)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Run `work`, which reads a little, beside everything else."""
        self._submit(self._reads, work, done, failed)

    def run_long(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        broken: Broken | None = None,
    ) -> None:
        """Run `work`, which waits for a platform, a mail server or a disk.

        It has workers of its own: however long it takes, what a person looks at is read.
        `broken` gets a bug, which it raises or not; without it the bug is raised.
        """
        self._submit(self._long, work, done, failed, broken)

    def read_long(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Run `work`, which reads much and sends nothing: the next session's jobs run beside it."""
        self._submit(self._studies, work, done, failed)

    def leave(self) -> None:
        """Wait for the acts; what takes long and has begun goes on, and nothing is delivered."""
        self._is_closed = True
        self._long.shutdown(wait=False, cancel_futures=True)
        self._studies.shutdown(wait=False, cancel_futures=True)
        self._reads.shutdown(cancel_futures=True)
        self._acts.shutdown()

    def settle(self) -> None:
        """Leave, and wait for what takes long too, unless it only reads."""
        self.leave()
        self._long.shutdown()

    def close(self) -> None:
        """Leave, and wait for everything."""
        self.settle()
        self._studies.shutdown()

    def _submit(
        self,
        executor: Executor,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        broken: Broken | None = None,
    ) -> None:
        def job() -> None:
            try:
                result = work()
            except WebcareError as error:
                self._finished.emit(partial(failed or self._tell, error))
            except BaseException as bug:  # noqa: BLE001 - raised again on the window's thread
                self._finished.emit(partial(broken or _raise, bug))
            else:
                if done is not None:
                    self._finished.emit(partial(done, result))

        if not self._is_closed:
            executor.submit(job)

    def _tell(self, error: WebcareError) -> None:
        self.problem.emit(error_words(error))

    def _deliver(self, result: Callable[[], None]) -> None:
        if not self._is_closed:
            result()


def _raise(bug: BaseException) -> NoReturn:
    raise bug
