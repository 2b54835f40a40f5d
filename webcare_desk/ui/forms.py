"""The frame of a dialog that is filled in: fields, a line for what is wrong, two buttons."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.dress import dress
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.room import keep_on_screen, within
from webcare_desk.ui.rows import Rows
from webcare_desk.ui.said import error_words

_WIDTH = 440


class FormDialog(QDialog):
    """Fields above one line for errors; `submit` is what the main button does.

    Who leaves it is asked where something was typed or ticked, unless it `is_left_freely`.
    """

    is_left_freely = False

    def __init__(self, parent: QWidget | None, title: str, action: str) -> None:
        """Make a form without fields; `action` stands on its main button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._last: QWidget | None = None
        self._first: dict[QWidget, str | bool] = {}
        self.heading = PlainLabel(title)
        self.heading.setObjectName("title")
        self.form = QFormLayout()
        self.form.setSpacing(theme.M)
        self.rows = Rows(self.form)
        self.error = PlainLabel(wraps=True)
        self.error.setObjectName("error")
        self.error.hide()
        self.main = QPushButton(action)
        self.main.setObjectName("primary")  # its letters are bold before it is measured
        self.main.clicked.connect(self.submit)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(self.main, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = QPushButton(self.tr("Cancel"))
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.L)
        column.addWidget(self.heading)
        column.addWidget(self.rows)
        column.addWidget(self.error)
        column.addWidget(self.buttons)
        self.main.setDefault(True)  # before it is in the dialog, no dialog would hear of it
        self.be_wide(_WIDTH)
        dress(self)

    def be_wide(self, pixels: int) -> None:
        """Be at least so wide with letters of 10 points; a row that needs more gets it."""
        wide = min(round(pixels * theme.scale()), within(self).width())
        self._column.addStrut(wide - 2 * theme.XL)

    def field(self, label: str, *, is_secret: bool = False) -> QLineEdit:
        """Add a field of one line."""
        line = QLineEdit()
        line.setMaxLength(1024)
        line.setAccessibleName(label)
        if is_secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(label, line)
        return line

    def day(self, label: str, day: QDate) -> QDateEdit:
        """Add a field for a day."""
        edit = QDateEdit(day)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(label)
        self.add(label, edit)
        return edit

    def add(self, label: str, widget: QWidget) -> None:
        """Add any widget with a label before it; the first one gets the focus."""
        # An empty label would take a line where the row is broken.
        self.form.addRow(PlainLabel(label) if label else QWidget(), widget)
        if self._last is None:
            widget.setFocus()
        else:
            self.setTabOrder(self._last, widget)
        self.setTabOrder(widget, self.main)
        self._last = widget

    def remark(self, text: str) -> PlainLabel:
        """Add a line that explains, and return it."""
        line = PlainLabel(text, wraps=True)
        line.setObjectName("faint")
        self.form.addRow(line)
        return line

    def complain(self, error: Exception | str) -> None:
        """Show what is wrong and let the person try again."""
        self.error.setText(error_words(error))
        self.error.show()
        self.main.setEnabled(True)

    def busy(self) -> None:
        """Take no second press while a worker is at it."""
        self.error.hide()
        self.main.setEnabled(False)

    def end_with(self, dialog: QDialog) -> None:
        """End as `dialog` does, which opens above; cancelled there, all that was typed is here."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.accept)
        dialog.rejected.connect(lambda: self.main.setEnabled(True))
        dialog.open()

    def submit(self) -> None:
        """Do what the form is for."""
        self.accept()

    def remember(self) -> None:
        """Take what stands in each field that is new for the form's own: nobody typed it yet."""
        for field, said in _said_in(self):
            self._first.setdefault(field, said)

    def reject(self) -> None:
        """Leave; where what was typed or ticked would be lost, ask first."""
        is_touched = any(self._first.get(field, said) != said for field, said in _said_in(self))
        if self.isVisible() and is_touched and not self.is_left_freely:
            throw_away(self)
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Show every row: Qt gives a new window two thirds of the screen at most."""
        super().showEvent(event)
        self.remember()
        wide, most = self.sizeHint().width(), within(self)
        self.resize(min(wide, most.width()), self.height())
        if self.height() + self.rows.missing() > most.height():
            wide += self.rows.verticalScrollBar().sizeHint().width()
            self.resize(min(wide, most.width()), self.height())
        self._fit(min(self.rows.missing(), 0))

    def event(self, event: QEvent) -> bool:
        """Grow with a row that came or a sentence that is longer; the buttons stay on the screen."""
        known = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return known

    def _fit(self, least: int = 0) -> None:
        """Grow by what is missing; by what is too much a form shrinks once, when it opens."""
        self._column.activate()
        more = max(self.rows.missing(), least)
        if more:
            keep_on_screen(self, QSize(self.width(), self.height() + more))


def throw_away(dialog: QDialog) -> QMessageBox:
    """Ask whether a dialog may close with what was typed or ticked in it; Enter keeps it open."""
    return ask_to_lose(dialog, lambda: dialog.done(QDialog.DialogCode.Rejected))


def ask_to_lose(parent: QWidget, then: Callable[[], None]) -> QMessageBox:
    """Ask before `then`, by which what was typed or ticked is lost; Enter keeps it."""
    away = QCoreApplication.translate("FormDialog", "Throw away")
    question = QCoreApplication.translate("FormDialog", "Throw away what was typed?")
    about = QCoreApplication.translate(
        "FormDialog", "What you typed and ticked here is not kept anywhere."
    )
    return ask(parent, away, question, about, away, then, is_grave=True)


def _said_in(form: QWidget) -> Iterator[tuple[QWidget, str | bool]]:
    """Yield each field in which a person types or ticks, with what stands there; no password."""
    for line in form.findChildren(QLineEdit):
        is_part = isinstance(line.parent(), QAbstractSpinBox | QComboBox)
        if line.echoMode() is QLineEdit.EchoMode.Normal and not is_part:
            yield line, line.text()
    for text in form.findChildren(QPlainTextEdit):
        if not text.isReadOnly():
            yield text, text.toPlainText()
    for button in form.findChildren(QAbstractButton):
        if button.isCheckable():
            yield button, button.isChecked()
