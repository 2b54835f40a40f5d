"""The wizard that puts a backup back: which one, what is lost, who stands for it."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from webcare_desk import people
from webcare_desk.backups.restore import Credentials, Standing, lost_by, restore
from webcare_desk.backups.shelf import backups_of
from webcare_desk.backups.verify import flaw_of
from webcare_desk.clock import now
from webcare_desk.domain.backup import Backup
from webcare_desk.errors import (
    CodeNeededError,
    NeedsTwoError,
    PasswordTooOldError,
    UsageError,
    WebcareError,
)
from webcare_desk.ui.clock import moment
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.tasks import Tasks
from webcare_desk.vault.secret import Secret, Secrets


class RestoreDialog(FormDialog):
    """Shows each backup with its size, its head, and what came after it."""

    def __init__(
        self, folder: Path, secrets: Secrets, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        """List the backups; what is lost is looked up in a worker."""
        super().__init__(parent, "", "")
        self._folder, self._secrets, self._tasks = folder, secrets, tasks
        self.be_wide(620)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.heading.setText(self.tr("Restore a backup"))
        self.main.setText(self.tr("Put it back"))
        self.backups = QComboBox()
        self.about = PlainLabel(wraps=True)
        self.add(self.tr("Backup"), self.backups)
        self.form.addRow(self.about)
        self.login = self.field(self.tr("Login"))
        self.password = self.field(self.tr("Password"), is_secret=True)
        self.code = self.field(self.tr("Code"))
        self.renewed = self.field(self.tr("New password"), is_secret=True)
        self.again = self.field(self.tr("New password again"), is_secret=True)
        self._show(self.code, self.renewed, self.again, is_shown=False)
        self.second = self.field(self.tr("Login of a second person"))
        self.second_password = self.field(self.tr("Password of the second person"), is_secret=True)
        self.second_code = self.field(self.tr("Code of the second person, if there is one"))
        self.remark(
            self.tr(
                "Nothing is deleted: the present files move into a folder of their own. Nothing "
                "is sent or read afterwards until two persons have confirmed it."
            )
        )
        self._looking = Latest(tasks, self, self._tell, self.complain)
        self._list()

    def submit(self) -> None:
        """Put the chosen backup back, off the window's thread."""
        chosen = self._chosen()
        if chosen is None:
            self.complain(self.tr("There is no backup to restore."))
            return
        if self.renewed.text() != self.again.text():
            self.complain(self.tr("The two passwords are not the same."))
            return
        self.busy()
        by = self._standing()
        self._tasks.act(
            lambda: restore(self._folder, self._secrets, chosen, by, now()),
            alive(self, lambda _: self.accept()),
            alive(self, self.complain),
        )

    def _standing(self) -> Standing:
        renewed = Secret(self.renewed.text()) if self.renewed.text() else None
        more = people.More(self.code.text().strip(), renewed=renewed)
        password = Secret(self.password.text())
        first = Credentials(self.login.text().strip(), password, more=more)
        login = self.second.text().strip()
        more = people.More(self.second_code.text().strip())
        second = Credentials(login, Secret(self.second_password.text()), more=more)
        return Standing(first, second if login else None)

    def _list(self) -> None:
        self._backups = backups_of(self._folder)
        for backup in self._backups:
            size = f"{backup.size / 1e6:.1f} MB"
            entries = self.tr("%n entry(s)", "", backup.entries)
            self.backups.addItem(f"{moment(backup.made_at)} · {size} · {entries}")
        self.backups.currentIndexChanged.connect(lambda _: self._look())
        self._look()

    def _chosen(self) -> Backup | None:
        number = self.backups.currentIndex()
        return self._backups[number] if 0 <= number < len(self._backups) else None

    def _look(self) -> None:
        self.main.setEnabled(False)
        chosen = self._chosen()
        if chosen is None:
            self.about.setText(self.tr("There is no backup of this desk."))
            return
        self.about.setText(self.tr("It is being verified…"))
        folder = self._folder

        def look() -> tuple[Backup, str, int | None]:
            lost = lost_by(folder, chosen)
            return chosen, flaw_of(folder, chosen), None if lost is None else lost.total()

        self._looking.ask(look)

    def _tell(self, found: tuple[Backup, str, int | None]) -> None:
        backup, flaw, lost = found
        lines = [self.tr("Head: {root}").format(root=backup.root[:16])]
        lines.append(flaw or self.tr("Verified: every page and every entry holds."))
        if lost is None:
            lines.append(
                self.tr(
                    "What came after it cannot be read: accounts closed and passwords replaced "
                    "since serve again, and roles and legal holds are as they were in the backup."
                )
            )
        else:
            lines.append(self.tr("%n later entry(s) would be lost.", "", lost))
            lines.append(
                self.tr(
                    "Accounts closed, roles taken away, passwords replaced and legal holds set "
                    "since are so again; who confirms it reads of each."
                )
            )
        self.about.setText("\n".join(lines))
        self.main.setEnabled(not flaw)

    def complain(self, error: Exception | str) -> None:
        """Show what is wrong, and what is asked for besides; a wrong password is typed anew."""
        super().complain(error)
        self.code.clear()
        match error:
            case CodeNeededError():
                self._show(self.code, is_shown=True)
            case PasswordTooOldError():
                self._show(self.again, self.renewed, is_shown=True)
            case NeedsTwoError():
                self.second.setFocus()
            case WebcareError() if not isinstance(error, UsageError):
                self.password.clear()

    def _show(self, *fields: QLineEdit, is_shown: bool) -> None:
        """Show or hide what only some accounts are asked for; the last one has the word."""
        for field in fields:
            self.form.setRowVisible(field, is_shown)
            if is_shown:
                field.setFocus()
