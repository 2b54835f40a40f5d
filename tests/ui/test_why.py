"""Why something is called less grave: the reasons that fit are offered, and no others."""

from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.app import App
from webcare_desk.domain.finding import Category
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.ui.why import why_lowered

CRISIS, THANKS = 5, 3


def test_a_crisis_is_called_a_report_for_a_reason_that_makes_it_one(
    desk_app: App, qtbot: QtBot
) -> None:
    window, given = QWidget(), list[Why | None]()
    qtbot.addWidget(window)
    window.show()
    crisis, thanks = desk_app.desk.read.work(CRISIS), desk_app.desk.read.work(THANKS)
    assert crisis is not None
    assert thanks is not None
    why_lowered(window, crisis, Category.ADVERSE_EVENT, given.append)
    [menu] = window.findChildren(QMenu)
    title, _, *reasons = menu.actions()
    assert title.text() == "Not a crisis: why?"
    assert [each.isEnabled() for each in reasons] == [False, False, True, True, True, True]
    reasons[4].trigger()
    assert given == [Why(Reason.MADE_IN_ERROR)]
    menu.close()
    qtbot.waitUntil(lambda: not window.findChildren(QMenu))
    why_lowered(window, thanks, Category.CRISIS, given.append)
    assert given[1:] == [None]
