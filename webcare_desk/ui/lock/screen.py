"""What stands there while the window is locked: whose it is, and a way back in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk.errors import CodeNeededError, WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words
from webcare_desk.vault.secret import Secret

_WIDTH = 360


class LockScreen(QWidget):
    """Asks for the password of the one who works here, or for a supervisor's login."""

    #: Secret, str: the password and the code of the person whose window it is.
    tried = Signal(object, str)
    #: str, Secret, str: login, password and code of somebody who ends the session.
    took_over = Signal(str, object, str)

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
        self._show(self.login, is_shown=for_other)
        self._show(self.code, is_shown=False)
        for field in (self.login, self.password, self.code):
            field.clear()
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
        """Say what is wrong; where a code is asked for, ask for it."""
        self.main.setEnabled(True)
        needs_code = isinstance(error, CodeNeededError)
        if needs_code and not self._is_other:
            error = CodeNeededError(self._name)  # by which this screen calls the person
        self.error.setText(error_words(error))
        self.error.show()
        if needs_code:
            self._show(self.code, is_shown=True)
            self.code.setFocus()
            return
        self.code.clear()
        self.password.clear()
        self.password.setFocus()

    def _show(self, field: QLineEdit, *, is_shown: bool) -> None:
        self.form.setRowVisible(field, is_shown)

    def _submit(self) -> None:
        if not self.main.isEnabled() or not self.password.text():
            return
        self.error.hide()
        self.main.setEnabled(False)
        secret, code = Secret(self.password.text()), self.code.text().strip()
        if self._is_other:
            self.took_over.emit(self.login.text().strip(), secret, code)
        else:
            self.tried.emit(secret, code)

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
        for field in (self.login, self.password, self.code):
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
