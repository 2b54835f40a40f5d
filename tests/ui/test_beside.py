"""With larger letters a list keeps its columns in sight, and what is told of a row goes below it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from webcare_desk.ui import theme
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.beside import Beside
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Column
from webcare_desk.ui.workplace import Workplace

#: What is left for a board of the screen of a small laptop, in pixels.
NARROW = 1036


def coverage(qtbot: QtBot) -> Listing:
    """Return the list with the most columns of the supervisor's, with one short row."""
    columns = (
        Column("Source", 150), Column("Poll", 110), Column("How it ended", 120),
        Column("Explained by", 160), Column("What it read, or what was wrong"),
    )  # fmt: skip
    listing = Listing("Sources and gaps", columns)
    qtbot.addWidget(listing)
    cells = ("community", "now", "complete", "", "409 read, 409 new or changed")
    listing.take((Row(1, None, tuple(map(Cell, cells))),))
    return listing


def test_what_is_told_goes_below_the_list_where_both_do_not_fit(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = coverage(qtbot)
    both = Beside(listing, QPlainTextEdit(), listing.least, (800, 300))
    qtbot.addWidget(both)
    both.resize(NARROW, 600)
    both.show()
    assert both.orientation() is Qt.Orientation.Horizontal
    monkeypatch.setattr(theme, "scale", lambda: 1.5)
    both.resize(NARROW, 601)
    assert both.orientation() is Qt.Orientation.Vertical
    upper, lower = both.sizes()
    assert upper > lower > 200
    both.resize(2 * NARROW, 600)
    assert both.orientation() is Qt.Orientation.Horizontal
    assert listing.width() > NARROW


def test_where_it_is_tight_no_column_is_wider_than_it_needs(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "scale", lambda: 1.5)
    listing = coverage(qtbot)
    listing.resize(NARROW, 400)
    listing.show()
    assert listing.horizontalScrollBar().maximum() == 0
    header = listing.horizontalHeader()
    assert all(listing.columnWidth(each) >= header.sectionSizeHint(each) for each in range(5))
    assert listing.columnWidth(4) >= 360
    listing.resize(2 * NARROW, 400)
    assert listing.columnWidth(0) == 225  # there is room for all


def test_the_sentences_of_the_log_are_in_sight_with_larger_letters(
    chief_place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "scale", lambda: 1.5)
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.resize(NARROW, 700)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() > 0)
    assert window.table.horizontalScrollBar().maximum() == 0
    assert window.detail.mapTo(window, QPoint()).x() == window.table.mapTo(window, QPoint()).x()
