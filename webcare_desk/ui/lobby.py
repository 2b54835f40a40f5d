"""What stands in place of the comments for who may not read them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from webcare_desk.ui.plain import PlainLabel

translate = QCoreApplication.translate


def _steps() -> tuple[str, ...]:
    """Return what a desk needs before its first comment, in the order in which it is done."""
    return (
        translate("MainWindow", "1. Make the accounts, each with its roles: People…"),
        translate("MainWindow", "2. Set up what the desk reads: Desk, Sources…"),
        translate(
            "MainWindow",
            "3. Say in the desk's settings file where PV and quality receive what is escalated.",
        ),
    )


def lobby(show_people: Callable[[], None]) -> QWidget:
    """Return a page that says why there is no comment, with the way to the accounts."""
    page = QWidget()
    column = QVBoxLayout(page)
    about = translate("MainWindow", "An administrator makes the accounts and reads no comments.")
    people = QPushButton(translate("MainWindow", "People…"))
    people.clicked.connect(show_people)
    told = [PlainLabel(about), *map(PlainLabel, _steps())]
    for widget in (*told, people):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.insertStretch(0)
    column.addStretch()
    return page
