"""How everybody's training stands, and the rules for it in the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from tests.ui.walk import guessing, nameless
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.people.standing import StandingTab
from webcare_desk.ui.workplace import Workplace

DAY = 86_400_000_000


def test_a_supervisor_sees_how_everybody_stands_and_sets_the_rules(
    chief_place: Workplace, moderator: Actor, qtbot: QtBot
) -> None:
    desk = chief_place.app.desk
    desk.perform(actions.FinishTest(digest(b""), 1, 12, 12), moderator)
    course = actions.Certify(moderator.moderator, Name("ventora-2026"), desk.clock() + 10 * DAY)
    desk.perform(course, chief_place.actor)
    tab = StandingTab(chief_place)
    qtbot.addWidget(tab)
    assert guessing(tab) == nameless(tab) == []
    assert not tab.table.tabKeyNavigation(), "the keyboard gets out of the table"
    rows = [
        [tab.table.item(row, column).text() for column in range(5)]  # type: ignore[union-attr]
        for row in range(tab.table.rowCount())
    ]
    assert rows[0][:2] == ["Ann Chief", "no certificate"]
    assert rows[1:] == [
        ["Mo Derator", "ends soon", "ventora-2026", "vouched for", "9 day(s) left"],
        ["Mo Derator", "valid", "Recognising reports", "100 %", "364 day(s) left"],
    ]
    tab.gate.setChecked(True)
    tab.mark.setValue(90)
    tab.save.click()
    (box,) = tab.findChildren(QMessageBox)
    assert box.text() == "1 of 2 people who reply have no valid certificate."
    assert box.defaultButton() is box.escapeButton()
    assert not desk.read.policy().training_gate
    next(each for each in box.buttons() if each.text() == "Save the rules").click()
    qtbot.waitUntil(lambda: tab.outcome.text() == "Saved.")
    assert (desk.read.policy().training_gate, desk.read.policy().pass_percent) == (True, 90)
    desk.perform(actions.LogOut(), chief_place.actor)
    tab.save.click()
    qtbot.waitUntil(lambda: "ended" in tab.outcome.text())


def test_an_auditor_sees_the_training_and_changes_nothing(
    desk_app: App, chief: Actor, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    del chief
    tab = StandingTab(workplace_of(account(desk_app, "vera", "Vera Audit", Role.AUDITOR)))
    qtbot.addWidget(tab)
    assert tab.table.rowCount() == 1
    assert not tab.save.isEnabled()
