"""The row of a delivery shows its state and its buttons whole, also in a narrow pane."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.ui.clock import moment
from webcare_desk.ui.composer.deliveries import DeliveriesList
from webcare_desk.ui.dress import dress
from webcare_desk.ui.workplace import Workplace

_HOLD = 600_000_000
_WORDS = "Dank je wel voor je lieve woorden, en tot de volgende keer in het buurthuis!"


@pytest.mark.parametrize("width", [200, 260, 700])
def test_a_held_reply_shows_its_state_and_both_buttons_whole(
    chief_place: Workplace, qtbot: QtBot, width: int
) -> None:
    desk, by = chief_place.app.desk, chief_place.actor
    desk.perform(actions.QueueReply(3, _WORDS, None, _HOLD), by)
    deliveries = DeliveriesList(chief_place)
    qtbot.addWidget(deliveries)
    dress(deliveries)
    deliveries.setFixedWidth(width)
    deliveries.show()
    deliveries.show_deliveries(tuple(desk.read.deliveries_of(3)), ())
    (state,) = deliveries._states
    buttons = deliveries.findChildren(QPushButton)
    assert [each.text() for each in buttons] == ["Undo", "Send now"]
    edge = deliveries.rect().right()

    def is_whole() -> bool:
        ends = [each.mapTo(deliveries, each.rect().topRight()).x() for each in (state, *buttons)]
        cut = [each for each in (state, *buttons) if each.width() < each.minimumSizeHint().width()]
        return not cut and max(ends) <= edge

    qtbot.waitUntil(is_whole)
    tops = {each.mapTo(deliveries, each.rect().center()).y() // 12 for each in (state, *buttons)}
    assert len(tops) == 1 or width < 700


@pytest.mark.parametrize("width", [200, 260, 700])
def test_when_a_hide_was_asked_for_stands_there_whole(
    chief_place: Workplace, qtbot: QtBot, width: int
) -> None:
    desk, by = chief_place.app.desk, chief_place.actor
    desk.perform(actions.ChangeVisibility(3, DeliveryKind.HIDE, 0, Reason.SPAM), by)
    deliveries = DeliveriesList(chief_place)
    qtbot.addWidget(deliveries)
    dress(deliveries)
    deliveries.setFixedWidth(width)
    deliveries.show_deliveries(tuple(desk.read.deliveries_of(3)), ())
    deliveries.show()
    [hide] = desk.read.deliveries_of(3)
    [when] = [
        each for each in deliveries.findChildren(QLabel) if each.text() == moment(hide.queued_at)
    ]

    def is_whole() -> bool:
        end = when.mapTo(deliveries, when.rect().bottomRight())
        return when.width() >= when.sizeHint().width() and deliveries.rect().contains(end)

    qtbot.waitUntil(is_whole)


def test_a_reply_that_waits_for_a_hide_says_so_and_can_be_undone(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    desk, by = chief_place.app.desk, chief_place.actor
    hide = desk.perform(actions.ChangeVisibility(3, DeliveryKind.HIDE, 0, Reason.SPAM), by)
    reply = desk.perform(actions.QueueReply(3, _WORDS, None, 0), by)
    deliveries = DeliveriesList(chief_place)
    qtbot.addWidget(deliveries)
    deliveries.show_deliveries(tuple(desk.read.deliveries_of(3)), ())
    assert deliveries._states[0].text() == "waits until the comment is hidden"
    (undo,) = deliveries.findChildren(QPushButton)
    assert undo.text() == "Undo"
    with qtbot.waitSignal(deliveries.undone) as undone:
        undo.click()
    assert undone.args == [reply]
    desk.perform(actions.RecordFailure(hide, Name("forbidden"), None, 1), system_actor())
    deliveries.show_deliveries(tuple(desk.read.deliveries_of(3)), ())
    assert "the comment was not hidden" in deliveries._states[0].text()


def test_a_failed_deletion_is_tried_again_by_who_may_delete(
    chief_place: Workplace, workplace: Workplace, qtbot: QtBot
) -> None:
    desk = chief_place.app.desk
    deletion = desk.perform(actions.DeleteComment(3, 0, Reason.SPAM), chief_place.actor)
    desk.perform(actions.RecordFailure(deletion, Name("forbidden"), None, 1), system_actor())
    for place, offered in ((chief_place, ["Try again"]), (workplace, [])):
        deliveries = DeliveriesList(place)
        qtbot.addWidget(deliveries)
        deliveries.show_deliveries(tuple(desk.read.deliveries_of(3)), ())
        assert [each.text() for each in deliveries.findChildren(QPushButton)] == offered


@pytest.mark.parametrize("width", [260, 420, 700])
def test_why_a_delivery_is_in_doubt_stands_there_whole(
    chief_place: Workplace, qtbot: QtBot, width: int
) -> None:
    desk = chief_place.app.desk
    reply = desk.perform(actions.QueueReply(3, _WORDS, None, 0), chief_place.actor)
    [queued] = desk.read.deliveries_of(3)
    doubt = replace(queued, state=DeliveryState.UNCERTAIN, problem=Name("withheld"))
    room = QWidget()
    column = QVBoxLayout(room)
    deliveries = DeliveriesList(chief_place)
    column.addWidget(deliveries)
    column.addStretch()
    qtbot.addWidget(room)
    dress(room)
    room.setFixedSize(width, 300)
    room.show()
    deliveries.show_deliveries((doubt,), ())
    (state,) = deliveries._states
    assert (doubt.id, state.text()[-17:]) == (reply, "approve it there)")

    def is_whole() -> bool:
        end = state.mapTo(deliveries, state.rect().bottomRight())
        return state.height() >= state.heightForWidth(state.width()) and (
            deliveries.rect().contains(end)
        )

    qtbot.waitUntil(is_whole)
