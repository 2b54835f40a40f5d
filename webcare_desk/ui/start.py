"""Start the window: Qt, language, theme, the login where one is needed, and the jobs."""

import os
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog

from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.errors import UsageError, WebcareError
from webcare_desk.paths import resources_dir
from webcare_desk.rounds import anchor_due
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.typed import typeable
from webcare_desk.ui.feed import Feed
from webcare_desk.ui.hook import showing
from webcare_desk.ui.language import speaking
from webcare_desk.ui.left import Left
from webcare_desk.ui.login import Entry, FirstAdministratorDialog, LoginDialog
from webcare_desk.ui.look import apply_theme, wants_dark
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.plain import plain_box
from webcare_desk.ui.presence import ending_left, present
from webcare_desk.ui.quiet import without_a_screen
from webcare_desk.ui.said import error_words
from webcare_desk.ui.shot import take_shot
from webcare_desk.ui.single import Single
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.ticks import Ticks
from webcare_desk.ui.workplace import Workplace

Ready = Callable[[MainWindow], None]

_NO_PICTURE = QT_TRANSLATE_NOOP("Said", "The picture cannot be written to {screenshot}.")


def run_window(
    app: App,
    actor: Actor | None = None,
    *,
    language: str | None = None,
    screenshot: Path | None = None,
    on_ready: Ready | None = None,
) -> int:
    """Run the window until it is closed and return the program's exit code.

    Without an `actor` it asks for a login first. With `screenshot` it renders
    offscreen, writes a PNG of 1440 × 900 and ends. `on_ready` gets the window
    once it can show a comment. Raises UsageError where there is no display.
    """
    qt = qt_of(app.folder, is_offscreen=screenshot is not None)

    def show(title: str, text: str) -> None:
        plain_box(qt.activeWindow(), title, text).open()

    single = None if app.is_demo or screenshot is not None else Single(app.folder)
    if single is not None:
        single.called.connect(lambda: _to_front(qt))
    try:
        quietly = nullcontext() if screenshot is None else without_a_screen()
        with showing(show), quietly, closing(Left()) as left:
            entry = None if actor is None else Entry(actor, app.read_only)
            said: str | None = ""
            while said is not None:
                spoken = language or app.settings.language  # the settings may say another by now
                with speaking(qt, spoken):
                    entry = entry or _enter(app, left, said)
                    said = _work(qt, app, entry, spoken, screenshot, on_ready, left)
                entry = None
        if single is not None and not app.read_only:
            with speaking(qt, language or app.settings.language):
                _close(app)
    finally:
        if single is not None:
            single.release()
    return 0


def _close(app: App) -> None:
    """Do what a desk that is left does last: give its head away, and back it up.

    That the backup fails is said here: the desk is whole, and all that was done in it is kept.
    """
    from webcare_desk.backups.make import back_up_at_exit

    with suppress(WebcareError):  # nobody is left to be told; it waits for the next opening
        anchor_due(app)
    try:
        back_up_at_exit(app)
    except WebcareError as error:
        text = QCoreApplication.translate(
            "Start", "The desk is closed, but its last backup could not be made."
        )
        plain_box(None, "Webcare Desk", text, typeable(error_words(error))).exec()


def _to_front(qt: QApplication) -> None:
    """Show whichever window or dialog the person was at."""
    for each in (widget for widget in qt.topLevelWidgets() if widget.isVisible()):
        each.setWindowState(each.windowState() & ~Qt.WindowState.WindowMinimized)
        each.raise_()
        each.activateWindow()


def qt_of(folder: Path, *, is_offscreen: bool) -> QApplication:
    """Return the application, dressed as the window in this folder was last."""
    if is_offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _refuse_without_display()
    running = QApplication.instance()
    qt = running if isinstance(running, QApplication) else QApplication(["webcare-desk"])
    qt.setApplicationName("webcare-desk")
    qt.setApplicationDisplayName("Webcare Desk")
    qt.setDesktopFileName("webcare-desk")
    qt.setStyle("Fusion")
    qt.setQuitOnLastWindowClosed(False)
    qt.setWindowIcon(QIcon(str(resources_dir() / "icons" / "webcare-desk.svg")))
    kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat).value("theme")
    apply_theme(qt, is_dark=wants_dark() if kept is None else kept == "dark")
    return qt


def _refuse_without_display() -> None:
    """Refuse in a sentence where Qt would abort the program."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "There is no display: use --screenshot FILE for a picture of the window; the other "
                "commands work in the terminal.",
            )
        )
        raise UsageError(msg)


def _enter(app: App, left: Left, said: str = "") -> Entry | None:
    """Ask who works, and say why where nobody expects it; None when the person gave up."""
    tasks = Tasks(app.desk, system_actor())
    if not app.read_only:  # the head of the shift that ended leaves while somebody logs in
        tasks.act(ending_left(app), failed=lambda _: None)
        tasks.run_long(lambda: anchor_due(app), failed=lambda _: None)
    try:
        if not app.desk.read.moderators():
            first = FirstAdministratorDialog(app, tasks)
            if first.exec() != QDialog.DialogCode.Accepted:
                return None
        dialog = LoginDialog(app, tasks)
        if said:
            dialog.complain(said)
        dialog.exec()
        return dialog.entry
    finally:
        left.leave(tasks)


def _begin(ticks: Ticks, tasks: Tasks, left: Left) -> None:
    """Start the jobs once those of who was here before have ended, and let go of what was left."""
    tasks.run_long(left.settle, lambda _: ticks.start())
    tasks.read_long(left.close, lambda _: left.forget())


def _work(  # noqa: PLR0913, PLR0917 - what one session consists of
    qt: QApplication,
    app: App,
    entry: Entry | None,
    language: str,
    screenshot: Path | None,
    on_ready: Ready | None,
    left: Left,
) -> str | None:
    """Show the window for a session, if one began; return what is said after it, None at the end."""
    if entry is None:
        return None
    tasks = Tasks(app.desk, entry.actor)
    feed = Feed(app.desk, tasks)
    window = MainWindow(Workplace(app, entry.actor, tasks, feed, language, entry.read_only))
    ticks = Ticks(app, tasks)
    ticks.problem.connect(window.status.say)
    has_left, written = list[bool](), list[bool]()
    window.closed.connect(has_left.append)
    window.closed.connect(lambda _: qt.exit())  # `quit` would ask every window again
    if not entry.read_only:
        window.ready.connect(partial(_begin, ticks, tasks, left))
    if on_ready is not None:
        window.ready.connect(lambda: on_ready(window))
    if screenshot is not None:
        for rests in (window.ready, window.barred):
            rests.connect(lambda: take_shot(window, screenshot, written.append))
    is_shown = not entry.read_only and screenshot is None  # a command ends the session of a picture
    with present(app, entry.actor) if is_shown else nullcontext():
        window.show()
        qt.exec()
        ticks.stop()
        feed.stop()
        left.leave(tasks, window, ticks, feed)
    if written == [False]:
        raise UsageError(Said.of(_NO_PICTURE, screenshot=screenshot))
    return window.said if has_left == [True] else None
