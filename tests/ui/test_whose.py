"""Each window, the log-in and the form that signs say whose desk this is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.app import App
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.signature import Meaning
from webcare_desk.ui.login import LoginDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.rulebook.window import ProtocolWindow
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.window import SupervisionWindow
from webcare_desk.ui.whose import whose
from webcare_desk.ui.workplace import Workplace

_WHOSE = "Orvanta · varen"


@pytest.mark.parametrize(
    ("window", "title"),
    [
        (SupervisionWindow, "Supervision"),
        (RegisterWindow, "Register of safety cases"),
        (ProtocolWindow, "Protocol"),
    ],
)
def test_a_window_names_the_desk_before_itself(
    window: Callable[[Workplace], QWidget], title: str, chief_place: Workplace, qtbot: QtBot
) -> None:
    made = window(chief_place)
    qtbot.addWidget(made)
    assert made.windowTitle() == f"{_WHOSE} — {title}"


def test_the_main_window_names_it_once_the_protocol_is_there(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    made = MainWindow(chief_place)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready):
        made.show()
    assert made.windowTitle() == f"{_WHOSE} — Webcare Desk"


def test_who_logs_in_and_who_signs_reads_for_whom(chief_place: Workplace, qtbot: QtBot) -> None:
    login = LoginDialog(chief_place.app, chief_place.tasks)
    qtbot.addWidget(login)
    qtbot.waitUntil(lambda: login.whose.text() == _WHOSE)
    assert login.windowTitle() == f"{_WHOSE} — Webcare Desk"
    parent = QWidget()
    qtbot.addWidget(parent)
    record, meanings = Digest("0" * 64), (Meaning.REVIEWED, Meaning.APPROVED)
    sign = SignDialog(
        chief_place, parent, "Sign", record, Name("comment/1"), meanings, lambda _: None, ""
    )
    assert _WHOSE in [each.text() for each in sign.findChildren(QLabel)]


def test_a_desk_whose_protocol_cannot_be_loaded_has_no_name(desk_app: App) -> None:
    settings = replace(desk_app.settings, pack="none")
    assert not whose(replace(desk_app, settings=settings, folder=desk_app.folder / "none"), "nl")
