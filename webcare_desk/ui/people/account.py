"""The forms of an administrator: a further account, another password."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from webcare_desk import people
from webcare_desk.domain.approval import Wanted, new_account
from webcare_desk.domain.moderator import Moderator, Role
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.people.asking import TwoPersonsDialog, must_ask
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret


class AccountDialog(FormDialog):
    """A further account; its owner chooses a password of his own at the first log-in."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Ask for login, name, password and roles."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("A further account"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Make the account"))
        self._work = workplace
        self.login = self.field(self.tr("Login"))
        self.name = self.field(self.tr("Full name"))
        self.password = self.field(self.tr("First password"), is_secret=True)
        self.remark(
            self.tr("It serves once: the person chooses another one when first logging in.")
        )
        self.roles = {role: QCheckBox(role_word(role)) for role in Role if role is not Role.SYSTEM}
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.L)
        for number, role in enumerate(self.roles.values()):
            grid.addWidget(role, number // 2, number % 2)
        self.add(self.tr("Roles"), box)

    def submit(self) -> None:
        """Make the account off the window's thread."""
        login, name = self.login.text().strip(), self.name.text().strip()
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        secret, desk, by = Secret(self.password.text()), self._work.app.desk, self._work.actor
        if not login or not name:
            self.complain(self.tr("Fill in a login and a name."))
            return
        asked = new_account(login, name, roles)
        self.busy()
        self._work.tasks.act(
            lambda: people.add_moderator(desk, login, name, roles, secret, by, is_temporary=True),
            lambda _: self.accept(),
            lambda error: self._refused(asked, error),
        )

    def _refused(self, asked: Wanted, error: WebcareError) -> None:
        """Ask for what takes two persons; say what else is wrong."""
        self.complain(error)
        if must_ask(self._work, asked, error):
            TwoPersonsDialog(self._work, self, asked, self._say_asked).open()

    def _say_asked(self) -> None:
        self.complain(self.tr("Asked for: it waits under Supervision, Approvals."))


class PasswordDialog(FormDialog):
    """Another password for somebody who forgot it; it serves once."""

    def __init__(self, workplace: Workplace, person: Moderator, parent: QWidget) -> None:
        """Ask for the password."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Another password for {name}").format(name=person.name))
        self.setWindowTitle(self.tr("New password"))
        self.main.setText(self.tr("Set the password"))
        self._work, self._person = workplace, person
        self.password = self.field(self.tr("New password"), is_secret=True)
        self.remark(self.tr("It serves once. The signing key of the old password ends with it."))

    def submit(self) -> None:
        """Set it off the window's thread."""
        desk, by, whose = self._work.app.desk, self._work.actor, self._person.id
        secret = Secret(self.password.text())
        self.busy()
        self._work.tasks.act(
            lambda: people.set_password(desk, whose, secret, by),
            lambda _: self.accept(),
            self.complain,
        )
