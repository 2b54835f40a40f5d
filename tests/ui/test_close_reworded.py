"""Closing what PV has answered and what says something else since."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desks import escalate
from tests.support.pv_says import pv_says
from tests.ui.conftest import TEXTS, ingest, remote
from tests.ui.walk import pick, press, waits
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.main_window import MainWindow


def test_words_after_pvs_answer_are_not_offered_to_end_as_if_pv_knew_them(
    desk_app: App, chief: Actor, window: MainWindow, qtbot: QtBot
) -> None:
    pv_says(desk_app.desk, chief, escalate(desk_app.desk, 1, chief))
    ingest(desk_app, remote(1, TEXTS[0][0], f"{TEXTS[0][1]} Nu lig ik in het ziekenhuis."))
    pick(window, qtbot, 1)
    press(Qt.Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    enabled = [action.text() for action in menu.actions() if action.isEnabled()]
    assert not any("No reply needed" in text for text in enabled)
    assert any("Not an adverse event" in text for text in enabled)
    menu.close()
