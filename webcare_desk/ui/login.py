"""Entering the desk: log in, or on the first start make the first administrator."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from webcare_desk import people
from webcare_desk.app import App
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import (
    CodeNeededError,
    PasswordTooOldError,
    RoleNeededError,
    SecretError,
    UsageError,
    WebcareError,
)
from webcare_desk.ui import theme
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.said import error_words
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.whose import whose
from webcare_desk.ui.words import role_word
from webcare_desk.vault.passwords import SHORTEST, check_password
from webcare_desk.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class Entry:
    """Who has entered; `read_only` is the sentence why nothing can be changed, or nothing."""

    actor: Actor
    read_only: str = ""


def enter(
    desk: Desk, login: str, password: Secret, role: Role | None, more: people.More | None = None
) -> Entry:
    """Return who enters; without the log's key what lets one in opens the desk for reading."""
    try:
        return Entry(people.log_in(desk, login, password, role, more=more))
    except SecretError as error:
        person = people.recognise(desk, login, password, more).moderator
        chosen = role if role in person.roles else min(person.roles)
        return Entry(Actor(person.id, chosen, ""), error_words(error))


class LoginDialog(FormDialog):
    """Asks who works and in which role; the password is checked in a worker."""

    is_left_freely = True  # a login is typed anew at once

    def __init__(self, app: App, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Ask for login and password; for a role, a code, a new password only where one is needed."""
        title = "Webcare Desk"
        super().__init__(parent, title, "")
        self.main.setText(self.tr("Log in"))
        self._app, self._tasks = app, tasks
        self.entry: Entry | None = None
        self.whose = self.remark("")
        self.login = self.field(self.tr("Login"))
        self.password = self.field(self.tr("Password"), is_secret=True)
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role"))
        self.add(self.tr("Role"), self.role)
        self.code = self.field(self.tr("Code"))
        self.renewed = self.field(self.tr("New password"), is_secret=True)
        self.again = self.field(self.tr("New password again"), is_secret=True)
        for field in (self.role, self.code, self.renewed, self.again):
            self._show(field, is_shown=False)
        self.login.textEdited.connect(self._forget_roles)
        tasks.read_long(partial(whose, app, app.settings.language), alive(self, self._name))

    def submit(self) -> None:
        """Check the password off the window's thread."""
        if self.renewed.text() != self.again.text():
            self.complain(self.tr("The two passwords are not the same."))
            self.again.setFocus()
            return
        self.busy()
        login, secret = self.login.text().strip(), Secret(self.password.text())
        role = self.role.currentData()
        chosen = None if role is None else Role(role)
        renewed = Secret(self.renewed.text()) if self.renewed.text() else None
        more = people.More(self.code.text().strip(), self._app.secrets, renewed)
        self._tasks.run(
            lambda: enter(self._app.desk, login, secret, chosen, more), self._enter, self._refuse
        )

    def _name(self, desk: str) -> None:
        """Say whose desk this is, once its protocol is loaded."""
        self.whose.setText(desk)
        if desk:
            self.setWindowTitle(f"{desk} — {self.heading.text()}")

    def _show(self, field: QWidget, *, is_shown: bool) -> None:
        self.form.setRowVisible(field, is_shown)

    def _enter(self, entry: Entry) -> None:
        self.entry = entry
        self.accept()

    def _refuse(self, error: WebcareError) -> None:
        self.complain(error)
        asked: dict[type[WebcareError], tuple[QWidget, ...]] = {
            RoleNeededError: (self.role,),
            CodeNeededError: (self.code,),
            PasswordTooOldError: (self.renewed, self.again),
        }
        more = asked.get(type(error), ())
        if isinstance(error, RoleNeededError):
            self._offer(error.roles)
        for field in more:
            self._show(field, is_shown=True)
        if isinstance(error, UsageError):  # the new password is not fit
            more = (self.renewed,)
        if not more:
            self.code.clear()
            self.password.clear()
        (more[0] if more else self.password).setFocus()

    def _offer(self, roles: frozenset[str]) -> None:
        """Offer the roles of who gave the right password; nobody else learns them."""
        self.complain(self.tr("Choose the role to work in."))
        self.role.clear()
        for role in Role:
            if role in roles:
                self.role.addItem(role_word(role), role)

    def _forget_roles(self) -> None:
        """Forget whose roles these were: somebody else is logging in."""
        self.role.clear()
        self._show(self.role, is_shown=False)


class FirstAdministratorDialog(FormDialog):
    """The first start: makes the account that makes the others."""

    def __init__(self, app: App, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Ask for a login, a name and twice a password."""
        super().__init__(parent, "Webcare Desk", "")
        self.heading.setText(self.tr("Welcome: make the first administrator"))
        self.main.setText(self.tr("Make the account"))
        self._app, self._tasks = app, tasks
        self.login = self.field(self.tr("Login"))
        self.name = self.field(self.tr("Full name"))
        self.password = self.field(self.tr("Password"), is_secret=True)
        self.again = self.field(self.tr("Password again"), is_secret=True)
        rule = self.tr("At least {count} characters; a short sentence works well.")
        self.remark(rule.format(count=SHORTEST))
        self._ask_gate()
        self.remark(
            self.tr(
                "An administrator makes the accounts of the others and does not read comments. "
                "Nobody can reset this password."
            )
        )

    def _ask_gate(self) -> None:
        """Ask who may reply: a box breaks no line, so that its words stand beside it."""
        words = self.tr("Only who passed the training test may reply and close (all may escalate)")
        self.gate, line = QCheckBox(), QHBoxLayout()
        self.gate.setAccessibleName(words)
        self.gate.setChecked(True)
        told = PlainLabel(words, wraps=True)
        told.setBuddy(self.gate)
        line.setSpacing(theme.S)
        line.addWidget(self.gate, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(told, 1)
        self.form.addRow(line)

    def submit(self) -> None:
        """Make the account off the window's thread, when the form is filled in rightly."""
        login, name = self.login.text().strip(), self.name.text().strip()
        secret = Secret(self.password.text())
        if not login or not name:
            self.complain(self.tr("Fill in a login and a name."))
        elif self.password.text() != self.again.text():
            self._wrong(self.again, self.tr("The two passwords are not the same."))
        else:
            try:
                check_password(secret)
            except WebcareError as error:
                self._wrong(self.password, error_words(error))
                return
            self.busy()
            desk, gate = self._app.desk, self.gate.isChecked()
            self._tasks.run(
                lambda: people.add_first_administrator(
                    desk, login, name, secret, training_gate=gate
                ),
                lambda _: self.accept(),
                self.complain,
            )

    def _wrong(self, field: QLineEdit, sentence: str) -> None:
        field.setFocus()
        field.selectAll()
        self.complain(sentence)
