"""One's own account: another password, and codes at log-in."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk import people
from webcare_desk.store.base import Account
from webcare_desk.ui import theme
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.people.link import LinkCode
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret


class OwnTab(QWidget):
    """Who works here, with what they can set themselves."""

    def __init__(self, workplace: Workplace) -> None:
        """Show who it is."""
        super().__init__()
        self._work = workplace
        person = workplace.app.desk.read.moderator(workplace.actor.moderator)
        name = "" if person is None else person.name
        title = PlainLabel(oneline(name, 80))
        title.setObjectName("title")
        role = PlainLabel(role_word(workplace.actor.role))
        role.setObjectName("faint")
        self.state, self.outcome = PlainLabel(wraps=True), OutcomeLine()
        self.password = QPushButton(self.tr("Another password…"))
        self.password.clicked.connect(self.renew)
        self.code = QPushButton(self.tr("Log in with a code…"))
        self.code.clicked.connect(self.enrol)
        self.drop = QPushButton(self.tr("Log in without a code…"))
        self.drop.clicked.connect(self.drop_code)
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        for button in (self.password, self.code, self.drop):
            line.addWidget(button)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.M)
        for label in (title, role, self.state):
            column.addWidget(label)
        column.addLayout(line)
        column.addWidget(self.outcome)
        column.addStretch()
        self.refresh()

    def refresh(self) -> None:
        """Say whether a code is asked for."""
        account = self._account()
        has_code = account is not None and account.code_step is not None
        yes = self.tr("At log-in your account asks for the password and a code of six digits.")
        no = self.tr("At log-in your account asks for the password alone.")
        self.state.setText(yes if has_code else no)
        self.code.setVisible(not has_code)
        self.drop.setVisible(has_code)

    def renew(self) -> "OwnPasswordDialog":
        """Open the form for another password."""
        form = OwnPasswordDialog(self._work, self)
        form.accepted.connect(self._saved)
        form.open()
        return form

    def enrol(self) -> "CodeDialog":
        """Open the form that shows a new key and asks for its first code, and the password."""
        form = CodeDialog(self._work, self)
        form.accepted.connect(self._saved)
        form.open()
        return form

    def drop_code(self) -> "DropCodeDialog":
        """Open the form that asks who one is before the second factor goes."""
        form = DropCodeDialog(self._work, self)
        form.accepted.connect(self._saved)
        form.open()
        return form

    def _account(self) -> Account | None:
        read = self._work.app.desk.read
        person = read.moderator(self._work.actor.moderator)
        return None if person is None else read.account(person.login)

    def _saved(self) -> None:
        self.refresh()
        self.outcome.say("fine", self.tr("Saved."))


class OwnPasswordDialog(FormDialog):
    """Another password of one's own; the present one is asked first."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Ask for the present one and twice for the new one."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Another password"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Set the password"))
        self._work = workplace
        self.present = self.field(self.tr("Present password"), is_secret=True)
        self.password = self.field(self.tr("New password"), is_secret=True)
        self.again = self.field(self.tr("New password again"), is_secret=True)

    def submit(self) -> None:
        """Set it off the window's thread."""
        if self.password.text() != self.again.text():
            self.complain(self.tr("The two passwords are not the same."))
            return
        present, secret = Secret(self.present.text()), Secret(self.password.text())
        desk, me = self._work.app.desk, self._work.actor
        self.busy()
        self._work.tasks.act(
            lambda: people.renew_password(desk, present, secret, me),
            lambda _: self.accept(),
            self.complain,
        )


class CodeDialog(FormDialog):
    """A new key as a picture and as text; its first code proves that it was taken over."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Show the key; ask for the password, and for the code."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Log in with a code"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Use codes from now on"))
        self._work, self.key = workplace, totp.new_key()
        person = workplace.app.desk.read.moderator(workplace.actor.moderator)
        login = "" if person is None else person.login
        link = totp.link(self.key, login, workplace.app.protocol.id).reveal()
        self.remark(
            self.tr("Let an authenticator on your telephone read the picture, or type the key.")
        )
        self.form.addRow(LinkCode(link))
        self.shown = QLineEdit(self.key.reveal())
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("Key"))
        self.add(self.tr("Key"), self.shown)
        self.present = self.field(self.tr("Present password"), is_secret=True)
        self.code = self.field(self.tr("First code"))
        self.present.setFocus()

    def submit(self) -> None:
        """Enrol off the window's thread."""
        app, me, key = self._work.app, self._work.actor, self.key
        present, code = Secret(self.present.text()), self.code.text()
        self.busy()
        self._work.tasks.act(
            lambda: people.enrol_own(app.desk, app.secrets, present, key, code, me),
            lambda _: self.accept(),
            self.complain,
        )


class DropCodeDialog(FormDialog):
    """Log-in without a code from now on; the password and a last code are asked first."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Ask who it is."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Log in without a code"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Use the password alone"))
        self._work = workplace
        self.present = self.field(self.tr("Present password"), is_secret=True)
        self.code = self.field(self.tr("Code"))
        self.remark(self.tr("Who lost the telephone asks an administrator to drop the codes."))

    def submit(self) -> None:
        """Drop it off the window's thread."""
        app, me = self._work.app, self._work.actor
        present, code = Secret(self.present.text()), self.code.text().strip()
        self.busy()
        self._work.tasks.act(
            lambda: people.drop_own_code(app.desk, app.secrets, present, code, me),
            lambda _: self.accept(),
            self.complain,
        )
