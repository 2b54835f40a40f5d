"""The desk's jobs, one tick at a time, in workers: the window itself never waits.

A tick that is still running is not started again; a tick that finds nothing
to do costs one read.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from webcare_desk.app import App
from webcare_desk.connectors.base import Connector
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import Delivery
from webcare_desk.errors import WebcareError
from webcare_desk.ui.tasks import Tasks

_SECOND = 1000  # milliseconds
POLL_DEMO, POLL, SEND, DEADLINES = 3 * _SECOND, 60 * _SECOND, _SECOND, 30 * _SECOND


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
        self._timers: list[QTimer] = []

    def start(self) -> None:
        """Begin, with a first poll at once; the connectors are made in a worker."""
        self._every(SEND, "send", partial(send, self._app))
        self._every(SEND, "forward", partial(forward, self._app))
        self._every(DEADLINES, "deadlines", partial(deadlines, self._app))
        self._tasks.run(self._connectors, self._poll_all, self._failed)

    def stop(self) -> None:
        """Start no further tick."""
        for timer in self._timers:
            timer.stop()

    def _connectors(self) -> Mapping[str, Connector]:
        return self._app.connectors

    def _poll_all(self, connectors: Mapping[str, Connector]) -> None:
        interval = POLL_DEMO if self._app.is_demo else POLL
        for name, connector in connectors.items():
            tick = partial(poll, self._app, connector)
            self._every(interval, f"poll {name}", tick)
            self._tick(f"poll {name}", tick)

    def _every(self, interval: int, name: str, work: Callable[[], object]) -> None:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(lambda: self._tick(name, work))
        timer.start()
        self._timers.append(timer)

    def _tick(self, name: str, work: Callable[[], object]) -> None:
        if name not in self._running:
            self._running.add(name)
            done, failed = partial(self._done, name), partial(self._failed_tick, name)
            self._tasks.run(work, done, failed)

    def _done(self, name: str, result: object) -> None:
        del result
        self._running.discard(name)

    def _failed_tick(self, name: str, error: WebcareError) -> None:
        self._running.discard(name)
        self._failed(error)

    def _failed(self, error: WebcareError) -> None:
        self.problem.emit(str(error))


def poll(app: App, connector: Connector) -> None:
    """Read one source from where the last poll ended."""
    from webcare_desk.jobs.poll import poll as job  # noqa: PLC0415 - off the start path

    job(app.desk, connector, app.triage)


def send(app: App) -> None:
    """Send what is due, and read back what was sent."""
    from webcare_desk.jobs.send import send as job  # noqa: PLC0415 - off the start path

    if app.desk.read.deliveries_due(app.desk.clock(), 1):
        job(app.desk, app.connectors)


def forward(app: App) -> None:
    """Take packets to PV."""
    from webcare_desk.jobs.forward import forward as job  # noqa: PLC0415 - off the start path
    from webcare_desk.jobs.forward import packet_mail  # noqa: PLC0415 - off the start path

    if not app.desk.read.deliveries_due(app.desk.clock(), 1):
        return
    courier = app.settings.courier

    def mail_of(delivery: Delivery, escalation: Escalation) -> bytes:
        return packet_mail(
            app.desk,
            delivery,
            escalation,
            sender=courier.sender,
            recipient=courier.recipient,
            language=app.settings.language,
        )

    job(app.desk, app.courier, mail_of)


def deadlines(app: App) -> None:
    """Give steps whose time has passed to the deputy."""
    from webcare_desk.jobs.deadlines import deadlines as job  # noqa: PLC0415 - off the start path

    job(app.desk, app.plans)
