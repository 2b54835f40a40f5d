"""What stands in place of the comments for who may not read them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from webcare_desk.ui.plain import PlainLabel

translate = QCoreApplication.translate


def lobby(show_people: Callable[[], None]) -> QWidget:
    """Return a page that says why there is no comment, with the way to the accounts."""
    page = QWidget()
    column = QVBoxLayout(page)
    about = translate("MainWindow", "An administrator makes the accounts and reads no comments.")
    people = QPushButton(translate("MainWindow", "People…"))
    people.clicked.connect(show_people)
    for widget in (PlainLabel(about), people):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.insertStretch(0)
    column.addStretch()
    return page
