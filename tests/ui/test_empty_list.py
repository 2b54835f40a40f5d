"""Beside an empty list there is nothing to choose: the pane says what there is to do instead."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.supervision.test_hours import read_from
from tests.ui.walk import waits
from webcare_desk.domain.inbox import Queue
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.places import Listing


def test_the_pane_beside_an_empty_list_says_what_there_is_to_do(
    window: MainWindow, qtbot: QtBot
) -> None:
    waits(qtbot, lambda: window.inbox.model.rowCount() > 0)
    said = window.comment._empty.text
    assert said() == "Choose a comment from the list."
    app = window._work.app
    vars(app).update(settings=replace(app.settings, sources=()))
    nothing = Listing(Queue.SAFETY, "nobodywritesthis")
    window.inbox.show_listing(nothing)
    waits(qtbot, lambda: "An administrator sets up what is read" in said())
    read_from(app, "community")
    window.inbox.show_listing(nothing)
    waits(qtbot, lambda: "choose another one at the left" in said())
    window.inbox.show_listing(Listing(Queue.SAFETY))
    waits(qtbot, lambda: said() == "Choose a comment from the list.")
