"""The administrator's dialog: who has an account, in which roles, and who has left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk import actions, people
from webcare_desk.domain.moderator import Moderator, Role
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


class PeopleDialog(QDialog):
    """Lists the accounts; changes one, adds one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show every account."""
        super().__init__(parent)
        self._work = workplace
        self.setWindowTitle(self.tr("People"))
        self.resize(620, 460)
        self.list = QListWidget()
        self.list.setObjectName("accounts")
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.currentRowChanged.connect(self._on_row)
        self.roles = {role: QCheckBox(role_word(role)) for role in ROLES}
        self.active = QCheckBox(self.tr("May log in"))
        self.save = QPushButton(self.tr("Save the roles"))
        self.save.clicked.connect(self._save)
        self.error = PlainLabel(wraps=True)
        self.error.setObjectName("error")
        self._lay_out()
        self._fill()

    def add(self) -> "AccountDialog":
        """Open the form for a further account."""
        form = AccountDialog(self._work, self)
        form.accepted.connect(self._fill)
        form.open()
        return form

    def _fill(self) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for person in self._work.app.desk.read.moderators():
            name = f"{oneline(person.name, 40)}  ({oneline(person.login, 40)})"
            text = name if person.active else self.tr("{name} — closed").format(name=name)
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, person)
        self.list.setCurrentRow(row)

    def _person(self) -> Moderator | None:
        item = self.list.currentItem()
        person = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return person if isinstance(person, Moderator) else None

    def _on_row(self) -> None:
        person = self._person()
        if person is not None:
            for role, box in self.roles.items():
                box.setChecked(role in person.roles)
            self.active.setChecked(person.active)

    def _save(self) -> None:
        person = self._person()
        if person is None:
            return
        chosen = frozenset(role for role, box in self.roles.items() if box.isChecked())
        act = actions.SetRoles(person.id, chosen, self.active.isChecked())
        self.error.clear()
        self._work.tasks.perform(act, lambda _: self._fill(), self._complain)

    def _complain(self, error: WebcareError) -> None:
        self.error.setText(str(error))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        title = PlainLabel(self.tr("Roles"))
        title.setObjectName("title")
        side.addWidget(title)
        for box in (*self.roles.values(), self.active):
            side.addWidget(box)
        side.addWidget(self.save)
        side.addWidget(self.error)
        side.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.XL)
        row.addWidget(self.list, 3)
        row.addLayout(side, 2)
        buttons = QDialogButtonBox()
        add, close = QPushButton(self.tr("Add an account…")), QPushButton(self.tr("Close"))
        add.clicked.connect(self.add)
        buttons.addButton(add, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.addLayout(row)
        column.addWidget(buttons)


class AccountDialog(FormDialog):
    """A further account."""

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
        self.roles = {role: QCheckBox(role_word(role)) for role in ROLES}
        for box in self.roles.values():
            self.add("", box)

    def submit(self) -> None:
        """Make the account off the window's thread."""
        login, name = self.login.text().strip(), self.name.text().strip()
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        secret, desk, by = Secret(self.password.text()), self._work.app.desk, self._work.actor
        if not login or not name:
            self.complain(self.tr("Fill in a login and a name."))
            return
        self.busy()
        self._work.tasks.act(
            lambda: people.add_moderator(desk, login, name, roles, secret, by),
            lambda _: self.accept(),
            self.complain,
        )
