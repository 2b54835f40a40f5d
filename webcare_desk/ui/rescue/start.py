"""Start the rescue window, and the window over what could be salvaged."""

from pathlib import Path

from PySide6.QtCore import QLocale

from webcare_desk.backups.salvage import salvaged, salvaged_app
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import WebcareError
from webcare_desk.said import reason_of
from webcare_desk.settings import read_settings
from webcare_desk.ui.language import speaking
from webcare_desk.ui.rescue.dialog import Choice, RescueDialog
from webcare_desk.ui.start import qt_of, run_window
from webcare_desk.ui.tasks import Tasks
from webcare_desk.vault.secret import Secrets


def run_rescue(folder: Path, secrets: Secrets, problem: WebcareError, language: str | None) -> bool:
    """Show what can be done about a desk that cannot be opened; say whether to open it again.

    `problem` says why it cannot.
    """
    spoken = language or _spoken(folder)
    qt = qt_of(folder, is_offscreen=False)
    while True:
        with speaking(qt, spoken):
            choice = _asked(folder, secrets, problem, spoken)
        if choice is not Choice.READ:
            return choice is Choice.OPEN_AGAIN
        with salvaged_app(folder, secrets, reason_of(problem)) as app:
            run_window(app, language=spoken)


def _asked(folder: Path, secrets: Secrets, problem: WebcareError, language: str) -> Choice:
    tasks = Tasks(None, system_actor())
    try:
        dialog = RescueDialog(
            folder, secrets, tasks, problem, language, is_readable=_is_readable(folder)
        )
        dialog.exec()
        return dialog.choice
    finally:
        tasks.close()


def _is_readable(folder: Path) -> bool:
    """Say whether anybody could log in to what can be salvaged."""
    try:
        with salvaged(folder) as store:
            return bool(store.moderators())
    except WebcareError:
        return False


def _spoken(folder: Path) -> str:
    """Return the language of the desk; where its settings cannot be read, that of this machine."""
    try:
        return read_settings(folder).language
    except WebcareError:
        return QLocale.system().name().partition("_")[0]
