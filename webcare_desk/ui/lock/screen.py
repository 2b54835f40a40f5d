"""What stands there while the window is locked: whose it is, and a way back in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk.errors import CodeNeededError, PasswordTooOldError, UsageError, WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words
from webcare_desk.vault.secret import Secret

_WIDTH = 360


class LockScreen(QWidget):
    """Asks for the password of the one who works here, or for a supervisor's login."""

    #: Secret, str, Secret | None: password, code and new password of the person whose window it is.
    tried = Signal(object, str, object)
    #: str, Secret, str, Secret | None: login and the same of somebody who ends the session.
    took_over = Signal(str, object, str, object)

    def __init__(self, name: str) -> None:
        """Say whose window it is."""
        super().__init__()
        self.setObjectName("lock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._is_other = oneline(name, 60), False
        self.title = PlainLabel(self.tr("Locked"))
        self.title.setObjectName("lock-title")
        self.about = PlainLabel(wraps=True)
        self.about.setObjectName("lock-about")
        self.login = self._field(self.tr("Login"))
        self.password = self._field(self.tr("Password"), is_secret=True)
        self.code = self._field(self.tr("Code"))
        self.renewed = self._field(self.tr("New password"), is_secret=True)
        self.again = self._field(self.tr("New password again"), is_secret=True)
        self._fields = (self.login, self.password, self.code, self.renewed, self.again)
        self.error = PlainLabel(wraps=True)
        self.error.setObjectName("error")
        self.main = QPushButton()
        self.main.setObjectName("primary")
        self.main.clicked.connect(self._submit)
        self.other = QPushButton()
        self.other.setObjectName("flat")
        self.other.clicked.connect(lambda: self.ask(for_other=not self._is_other))
        self._lay_out()
        self.ask(for_other=False)

    def ask(self, *, for_other: bool) -> None:
        """Ask the person back, or somebody who ends the session."""
        self._is_other = for_other
        for field in self._fields:
            field.clear()
            self._show(
                field, is_shown=field is self.password or (for_other and field is self.login)
            )
        self.error.hide()
        self.main.setEnabled(True)
        if for_other:
            self.about.setText(
                self.tr(
                    "A supervisor or an administrator can end the session of {name}. "
                    "Drafts of replies and notes are kept."
                ).format(name=self._name)
            )
            self.main.setText(self.tr("End this session"))
            self.other.setText(self.tr("Back"))
        else:
            self.about.setText(
                self.tr(
                    "{name} is away. What was being written is kept; sending and reading go on."
                ).format(name=self._name)
            )
            self.main.setText(self.tr("Unlock"))
            self.other.setText(self.tr("Somebody else…"))
        (self.login if for_other else self.password).setFocus()

    def refuse(self, error: WebcareError) -> None:
        """Say what is wrong; where a code or a new password is asked for, ask for it."""
        self.main.setEnabled(True)
        if isinstance(error, CodeNeededError) and not self._is_other:
            error = CodeNeededError(self._name)  # by which this screen calls the person
        self._complain(error_words(error))
        if isinstance(error, CodeNeededError):
            self._ask_for(self.code)
        elif isinstance(error, PasswordTooOldError):
            self._ask_for(self.renewed, self.again)
        elif isinstance(error, UsageError):  # the new password is not fit
            self.renewed.setFocus()
        else:
            self.code.clear()
            self.password.clear()
            self.password.setFocus()

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()

    def _ask_for(self, *fields: QLineEdit) -> None:
        for field in fields:
            self._show(field, is_shown=True)
        fields[0].setFocus()

    def _show(self, field: QLineEdit, *, is_shown: bool) -> None:
        self.form.setRowVisible(field, is_shown)

    def _submit(self) -> None:
        if not self.main.isEnabled() or not self.password.text():
            return
        if self.renewed.text() != self.again.text():
            self._complain(self.tr("The two passwords are not the same."))
            self.again.setFocus()
            return
        self.error.hide()
        self.main.setEnabled(False)
        secret, code = Secret(self.password.text()), self.code.text().strip()
        renewed = Secret(self.renewed.text()) if self.renewed.text() else None
        if self._is_other:
            self.took_over.emit(self.login.text().strip(), secret, code, renewed)
        else:
            self.tried.emit(secret, code, renewed)

    def _field(self, name: str, *, is_secret: bool = False) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(1024)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.returnPressed.connect(self._submit)
        if is_secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setSpacing(theme.M)
        for field in self._fields:
            self.form.addRow(field)
        card = QWidget()
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setSpacing(theme.M)
        for widget in (self.title, self.about):
            column.addWidget(widget)
        column.addSpacing(theme.S)
        column.addLayout(self.form)
        column.addWidget(self.error)
        for button in (self.main, self.other):
            column.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        across = QHBoxLayout()  # an aligned widget would not grow with its wrapped lines
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        whole.addLayout(across)
        whole.addStretch(3)
