"""The frame of a dialog that is filled in: fields, a line for what is wrong, two buttons."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.dress import dress
from webcare_desk.ui.plain import PlainLabel


class FormDialog(QDialog):
    """Fields above one line for errors; `submit` is what the main button does."""

    def __init__(self, parent: QWidget | None, title: str, action: str) -> None:
        """Make a form without fields; `action` stands on its main button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._last: QWidget | None = None
        self.heading = PlainLabel(title)
        self.heading.setObjectName("title")
        self.form = QFormLayout()
        self.form.setSpacing(theme.M)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.L)
        column.addWidget(self.heading)
        column.addLayout(self.form)
        column.addWidget(self.error)
        column.addWidget(self.buttons)
        self.main.setDefault(True)  # before it is in the dialog, no dialog would hear of it
        dress(self)

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
        self.form.addRow(PlainLabel(label), widget)
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
        self.error.setText(str(error))
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
