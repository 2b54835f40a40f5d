"""Who reads the timeline by keyboard stays at his entry while others come."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk import actions, casework
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


def test_the_timeline_takes_no_more_height_than_its_entries_need(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    right, above, pane = QSplitter(Qt.Orientation.Vertical), QWidget(), TimelinePane(chief_place)
    qtbot.addWidget(right)
    right.addWidget(above)
    right.addWidget(pane)
    right.resize(300, 600)
    right.show()
    right.setSizes([300, 300])
    casework.view(chief_place.app.desk, chief_place.app.protocol, 1, chief_place.actor)
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    qtbot.waitUntil(lambda: above.height() > 450)
    assert pane.list.verticalScrollBar().maximum() == 0, "it is not cut"
    for number in range(12):
        words = f"{number} words"
        chief_place.app.desk.perform(actions.AddNote(1, words), chief_place.actor)
    qtbot.waitUntil(lambda: pane.list.count() == 13)
    qtbot.waitUntil(lambda: pane.height() > 200)
