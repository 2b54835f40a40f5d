"""What a person sees when the desk cannot be opened; nothing is replaced by itself."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from webcare_desk.errors import StoreError, WebcareError
from webcare_desk.typed import typeable
from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.rescue.by_hand import ByHandDialog
from webcare_desk.ui.rescue.restore import RestoreDialog
from webcare_desk.ui.said import error_words
from webcare_desk.ui.tasks import Tasks
from webcare_desk.vault.secret import Secrets


class Choice(StrEnum):
    """How the person goes on."""

    QUIT = "quit"
    READ = "read"
    OPEN_AGAIN = "open-again"


class RescueDialog(QDialog):
    """Says what is wrong, and offers what can still be done."""

    def __init__(  # noqa: PLR0913 - the desk, its keys, what is wrong, what works
        self,
        folder: Path,
        secrets: Secrets,
        tasks: Tasks,
        problem: WebcareError,
        language: str,
        *,
        is_readable: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Offer to read only where something can be read, and a backup only where it would help."""
        super().__init__(parent)
        self._folder, self._secrets, self._tasks = folder, secrets, tasks
        self._language = language
        self.choice = Choice.QUIT
        self.setWindowTitle("Webcare Desk")
        self.setMinimumWidth(620)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.M)
        title = PlainLabel(self.tr("This desk cannot be opened"))
        title.setObjectName("title")
        self.problem = PlainLabel(typeable(error_words(problem)), wraps=True)
        self.problem.setObjectName("error")
        calm = PlainLabel(self.tr("Nothing was changed, and nothing was made in its place."))
        for widget in (title, self.problem, calm):
            column.addWidget(widget)
        self._offer(column, is_readable=is_readable)
        self.restore.setEnabled(isinstance(problem, StoreError))  # it brings no settings back

    def _offer(self, column: QVBoxLayout, *, is_readable: bool) -> None:
        self.escalate = self._button(
            column, self.tr("Report to PV by phone or mail…"), self.report_by_hand
        )
        self.escalate.setObjectName("primary")
        self.read = self._button(
            column, self.tr("Read what can be read…"), lambda: self._choose(Choice.READ)
        )
        self.read.setEnabled(is_readable)
        self.restore = self._button(column, self.tr("Restore a backup…"), self.restore_backup)
        self.again = self._button(
            column, self.tr("Try to open it again"), lambda: self._choose(Choice.OPEN_AGAIN)
        )
        self.quit = self._button(column, self.tr("Quit"), self.reject)

    def report_by_hand(self) -> None:
        """Open the report that needs no desk."""
        ByHandDialog(self._folder, self._language, self).open()

    def restore_backup(self) -> None:
        """Open the wizard; a restored desk is opened at once."""
        wizard = RestoreDialog(self._folder, self._secrets, self._tasks, self)
        wizard.accepted.connect(lambda: self._choose(Choice.OPEN_AGAIN))
        wizard.open()

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()

    @staticmethod
    def _button(column: QVBoxLayout, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setMinimumHeight(36)
        button.clicked.connect(act)
        column.addWidget(button)
        return button
