"""What is held can be undone as long as it is held, also after an undoing that was refused."""

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import BusyError
from webcare_desk.ui.main_window import MainWindow

_HOLD = 600_000_000


def test_what_was_not_called_back_can_be_called_back_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, by, toast = window._work.app.desk, window._work.actor, window.panes.toast
    desk.perform(actions.QueueReply(3, "Dank je wel!", None, _HOLD), by)
    qtbot.waitUntil(toast.isVisible)
    said: list[str] = []
    window._work.tasks.problem.connect(said.append)

    def refuse(*_: object) -> None:
        msg = "The database is busy."
        raise BusyError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(actions.CancelDelivery, "apply", refuse)
        toast.undo()
        assert not toast.isVisible()
        qtbot.waitUntil(lambda: said == ["The database is busy."])
    qtbot.waitUntil(toast.isVisible)
    toast.undo()
    qtbot.waitUntil(lambda: not desk.read.deliveries_in(DeliveryState.HELD))
    assert not toast.isVisible()
