"""A list of places in a narrow column: no name is drawn over its count."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from webcare_desk.domain.inbox import Queue
from webcare_desk.ui.places import PLACES
from webcare_desk.ui.queues.model import Entry, QueuesModel
from webcare_desk.ui.queues.view import QueuesView
from webcare_desk.ui.supervision.areas import Area, Waiting
from webcare_desk.ui.supervision.rail import Rail
from webcare_desk.ui.workplace import Workplace

_WIDTH, _COUNT = 120, 40


def test_a_long_name_leaves_its_count_legible(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counts(name: str) -> QImage:
        """Return the right end below the name: where the count stands."""
        monkeypatch.setattr("webcare_desk.ui.supervision.rail.area_word", lambda _: name)
        rail = Rail()
        qtbot.addWidget(rail)
        rail.rows.take([Waiting(area, 123) for area in Area], 0)
        rail.resize(_WIDTH, 500)
        shown = rail.grab()
        high, room = rail.sizeHintForRow(0), round(_COUNT * shown.devicePixelRatio())
        return shown.copy(shown.width() - room, high * 2 // 3, room, high // 3).toImage()

    assert counts("Kwaliteitscontrole van besluiten") == counts("Beoordeling van het logboek")
    assert counts("Kwaliteitscontrole van besluiten") != counts("")


def test_nothing_is_counted_before_the_first_count() -> None:
    model = QueuesModel()
    assert not model.is_counted
    model.take(tuple(Entry(place) for place in PLACES), 0)
    assert model.is_counted


def test_a_list_says_no_number_before_it_was_counted(workplace: Workplace, qtbot: QtBot) -> None:
    view = QueuesView(workplace)
    qtbot.addWidget(view)
    assert view.count_of(Queue.SAFETY) is None
    view.refresh()
    qtbot.waitUntil(lambda: view.count_of(Queue.SAFETY) is not None)
