"""Who reads the timeline by keyboard stays at his entry while others come."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.ui.timeline.pane import TimelinePane
from webcare_desk.ui.workplace import Workplace


def test_a_new_entry_leaves_the_reader_at_the_one_that_was_reached(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    desk, by = chief_place.app.desk, chief_place.actor
    for words in ("one", "two"):
        desk.perform(actions.AddNote(1, words), by)
    desk.perform(actions.Claim(1), by)
    pane = TimelinePane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane.list.count() == 3)
    pane.activateWindow()
    pane.list.setFocus()
    pane.list.setCurrentRow(0)
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    desk.perform(actions.Release(1), by)
    qtbot.waitUntil(lambda: pane.list.count() == 4)
    assert pane.list.currentRow() == 2
    pane.show_comment(4)
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane.list.count() == 4)
    assert pane.list.currentRow() == -1, "what was reached for another comment is not kept"
