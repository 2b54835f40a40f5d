"""The desk's jobs, one tick at a time, in workers: the window itself never waits.

A tick that is still running is not started again; a tick that finds nothing
to do costs one read.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from webcare_desk.app import App
from webcare_desk.connectors.base import Connector
from webcare_desk.errors import WebcareError
from webcare_desk.rounds import (
    anchor_due,
    complain_due,
    draw_due,
    forward_due,
    hand_over_late,
    hear_answers,
    keep_room,
    learn_due,
    poll_source,
    send_due,
    solved,
)
from webcare_desk.ui.said import error_words
from webcare_desk.ui.tasks import Tasks

_SECOND = 1000  # milliseconds
POLL_DEMO, POLL, SEND, DEADLINES = 3 * _SECOND, 60 * _SECOND, _SECOND, 30 * _SECOND
KEY, ANCHOR, DRAW = 60 * _SECOND, 30 * _SECOND, 20 * _SECOND
#: How often the quality department is told of complaints.
QUALITY = 5 * _SECOND
#: How often PV's answers are looked for.
ANSWERS = 60 * _SECOND
#: How often it is asked whether an hour has gone by.
BACKUP = ROOM = 60 * _SECOND
#: How long a job rests that a bug has ended; a second later it would end the same way.
REST = 600 * _SECOND
#: How often it is looked for a source that somebody set up meanwhile.
FOLLOW = 5 * _SECOND


class Ticks(QObject):
    """Runs the jobs of an open desk; each has its own timer."""

    #: A sentence when a job could not even begin, for example for want of a password.
    problem = Signal(str)

    def __init__(self, app: App, tasks: Tasks, parent: QObject | None = None) -> None:
        """Know what to do; nothing runs before `start`."""
        super().__init__(parent)
        self._app = app
        self._tasks = tasks
        self._running: set[str] = set()
        self._broken: set[str] = set()
        self._timers: list[QTimer] = []
        self._polls: dict[str, QTimer] = {}

    def start(self) -> None:
        """Begin, with a first poll at once; the connectors are made in a worker."""
        self._every(SEND, "send", partial(when_due, self._app, send_due))
        self._every(SEND, "forward", partial(when_due, self._app, forward_due))
        # A way of its own: whatever is wrong with it, PV's packets leave beside it.
        self._every(QUALITY, "quality", partial(when_due, self._app, complain_due))
        self._every(DEADLINES, "deadlines", partial(hand_over_late, self._app))
        self._every(KEY, "key", self._app.keep_log)
        self._tick("key", self._app.keep_log)
        self._every(ANCHOR, "anchor", partial(anchor_due, self._app))
        self._every(DEADLINES, "learning", partial(learn_due, self._app))
        self._every(DRAW, "originals", partial(draw_due, self._app))
        self._every(DEADLINES, "protocol", partial(follow_protocol, self._app))
        self._every(DEADLINES, "settings", partial(follow_settings, self._app))
        if not self._app.is_demo:
            self._every(BACKUP, "backup", partial(back_up, self._app))
            self._tick("backup", partial(back_up, self._app))
            self._every(ANSWERS, "answers", partial(hear_answers, self._app))
            self._every(ROOM, "room", partial(keep_room, self._app))
            self._tick("room", partial(keep_room, self._app))
        self._tasks.run_long(self._connectors, self._poll_all, self._failed)

    def stop(self) -> None:
        """Start no further tick."""
        for timer in self._timers:
            timer.stop()

    def _connectors(self) -> Mapping[str, Connector]:
        return self._app.connectors

    def _poll_all(self, connectors: Mapping[str, Connector]) -> None:
        self._follow(connectors)
        timer = QTimer(self, interval=FOLLOW)
        timer.timeout.connect(lambda: self._follow(self._app.connectors))
        timer.start()
        self._timers.append(timer)

    def _follow(self, connectors: Mapping[str, Connector]) -> None:
        """Read the sources that there are by now: a new one at once, one that is gone no more."""
        for name in self._polls.keys() - connectors.keys():
            self._polls.pop(name).stop()
        interval = POLL_DEMO if self._app.is_demo else POLL
        for name in connectors.keys() - self._polls.keys():
            tick = partial(poll_source, self._app, name)
            self._polls[name] = self._every(interval, f"poll {name}", tick)
            self._tick(f"poll {name}", tick)

    def _every(self, interval: int, name: str, work: Callable[[], object]) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(lambda: self._tick(name, work))
        timer.start()
        self._timers.append(timer)
        return timer

    def _tick(self, name: str, work: Callable[[], object]) -> None:
        if name not in self._running:
            self._running.add(name)
            ends = (self._done, self._failed_tick, self._broke)
            done, failed, broken = (partial(each, name) for each in ends)
            self._tasks.run_long(work, done, failed, broken)

    def _done(self, name: str, result: object) -> None:
        del result
        self._running.discard(name)
        self._broken.discard(name)

    def _failed_tick(self, name: str, error: WebcareError) -> None:
        self._running.discard(name)
        self._failed(error)

    def _broke(self, name: str, bug: BaseException) -> None:
        """Let a bug be seen, but not each time: after a rest the job is tried again."""
        QTimer.singleShot(REST, self, partial(self._running.discard, name))
        if name not in self._broken:
            self._broken.add(name)
            raise bug

    def _failed(self, error: WebcareError) -> None:
        self.problem.emit(error_words(error))


def when_due(app: App, job: Callable[[App], object]) -> None:
    """Run a job of the outbox where something is due; else this costs one read."""
    if app.desk.read.deliveries_due(app.desk.clock(), 1, solved(app.settings)):
        with suppress(WebcareError):  # its own tick tells; what is due leaves by what the log knows
            follow_settings(app)
        job(app)


def follow_settings(app: App) -> None:
    """Work by a settings file that was changed meanwhile."""
    from webcare_desk.setting_up import follow

    follow(app)


def back_up(app: App) -> None:
    """Make a backup where one is due."""
    from webcare_desk.backups.make import back_up_when_due

    back_up_when_due(app)


def follow_protocol(app: App) -> None:
    """Put a version in force at its date, and follow one that another program put in force."""
    from webcare_desk.new_version import go_on  # off the start path: loads YAML

    go_on(app)
