"""A session lasts as long as its window: it is ended with that, or at the next start after a stop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

from PySide6.QtCore import QSettings

from webcare_desk import people
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import WebcareError
from webcare_desk.jobs.left import end_left
from webcare_desk.rounds import end_shift

_KEY = "session"


@contextmanager
def present(app: App, actor: Actor) -> Iterator[None]:
    """Let somebody work at the window; however that is left, the session ends, then the shift.

    What is kept of it beside the desk names it to the next start, where it could not be ended.
    """
    kept = _kept(app)
    kept.setValue(_KEY, actor.session)
    kept.sync()
    try:
        yield
    finally:
        with suppress(WebcareError):
            people.log_out(app.desk, actor)
            kept.remove(_KEY)
        with suppress(WebcareError):  # as each round says: a wrong address is no reason to stay
            end_shift(app)


def ending_left(app: App) -> Callable[[], None]:
    """Return what ends the sessions that a stop left open; it is for a worker."""
    return partial(end_left, app.desk, str(_kept(app).value(_KEY, "")))


def _kept(app: App) -> QSettings:
    return QSettings(str(app.folder / "window.ini"), QSettings.Format.IniFormat)
