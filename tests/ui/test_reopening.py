"""Opening again what is closed, and only that."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.deeds import Deeds
from webcare_desk.ui.workplace import Workplace


def test_what_is_open_is_said_to_be_open_before_reasons_are_offered(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    deeds = Deeds(chief_place, window)
    with qtbot.waitSignal(chief_place.tasks.problem) as told:
        assert deeds.reopen(3) is None
    assert told.args == ["This comment is open already."]
    desk, by = chief_place.app.desk, chief_place.actor
    desk.perform(actions.Close(3, Reason.NO_REPLY_NEEDED, ""), by)
    menu = deeds.reopen(3)
    assert menu is not None
    menu.close()
