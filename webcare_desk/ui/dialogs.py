"""Small dialogs that several parts of the window use; none of them blocks."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.plain import ampersand, plain_box, shown
from webcare_desk.ui.room import give_room


def text_dialog(parent: QWidget | None, title: str, text: str) -> QDialog:
    """Return a dialog that shows a longer text as it stands, to read and to copy."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    give_room(dialog, 720, 420)
    body = QPlainTextEdit()
    body.setReadOnly(True)
    body.setAccessibleName(title)
    body.setPlainText(shown(text))
    buttons = QDialogButtonBox()
    close = QPushButton(QCoreApplication.translate("Dialogs", "Close"))
    close.setObjectName("primary")  # its letters are bold before it is measured
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
    column.addWidget(body)
    column.addWidget(buttons)
    close.setDefault(True)
    return dialog


def ask(  # noqa: PLR0913, PLR0917 - what a question consists of
    parent: QWidget,
    title: str,
    question: str,
    more: str,
    yes: str,
    then: Callable[[], None],
    *,
    is_grave: bool = False,
) -> QMessageBox:
    """Ask before an act; Enter confirms, but where it is grave Enter cancels."""
    box = plain_box(parent, title, question, more)
    # The box keeps them: `addButton` of a message box alone leaves them to Python.
    act = QPushButton(ampersand(yes), box)
    cancel = QPushButton(QCoreApplication.translate("Dialogs", "Cancel"), box)
    first = cancel if is_grave else act
    first.setObjectName("primary")  # its letters are bold before it is measured
    box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(first)
    box.setEscapeButton(cancel)
    act.clicked.connect(then)
    box.open()
    return box
