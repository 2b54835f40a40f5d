"""Rows that are narrower than their words: a name ends in an ellipsis, nothing lies over it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import InboxRow, Queue, Status
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency
from webcare_desk.ui.counted import Row, paint_row
from webcare_desk.ui.inbox.delegate import InboxDelegate
from webcare_desk.ui.inbox.inks import Inks

HOUR = 3_600_000_000
LATE = Left("1 h 10 min late", Urgency.OVERDUE, ("1 h late", "−1 h"))
ROW = InboxRow(
    comment=1,
    queue=Queue.SAFETY,
    status=Status.OPEN,
    category=Category.ADVERSE_EVENT,
    tier=Tier.STRONG,
    due=17 * HOUR,
    reply_due=17 * HOUR,
    aware_due=23 * HOUR,
    claimed_by=None,
    author_name="Jan de V.",
    preview="Sinds Ventora heb ik hoofdpijn.",
    source="community",
    posted_at=0,
    visibility=Visibility.VISIBLE,
)


class Recorder(QPainter):
    """Paints, and keeps the words with the room they were given."""

    def __init__(self, image: QImage) -> None:
        """Paint on an image."""
        super().__init__(image)
        self.told: list[str] = []
        self.inks: list[str] = []

    def drawText(self, *what: object) -> None:  # type: ignore[override]  # noqa: N802 - Qt's own name
        """Keep the words alone."""
        self.told.append(str(what[-1]))
        self.inks.append(self.pen().color().name())


def unmarked(painter: QPainter, area: QRect) -> None:
    del painter, area


def told(wide: int) -> list[str]:
    """Return the words of a place in a row so wide."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    paint_row(painter, QRect(0, 0, wide, 50), Row("Problems", "205", LATE, unmarked))
    painter.end()
    return painter.told


def test_the_name_of_a_place_has_its_line_alone_where_the_count_leaves_it_no_room(
    qtbot: QtBot,
) -> None:
    del qtbot
    assert told(400) == ["205", "Problems", "1 h 10 min late"]
    metrics = QFontMetrics(theme.font(bold=True))
    narrow = 14 + theme.S + metrics.horizontalAdvance("Problems") + 8
    assert told(narrow) == ["Problems", "205", "1 h late"]
    assert told(narrow - 15)[1:] == ["205", "−1 h"]
    assert told(narrow - 30)[0].endswith("…")


def test_the_worst_clock_of_a_place_has_its_tone(qtbot: QtBot) -> None:
    del qtbot
    image, now = QImage(400, 60, QImage.Format.Format_RGB32), theme.colours()
    inks = {}
    for urgency in Urgency:
        painter = Recorder(image)
        clock = Left("a clock", urgency)
        paint_row(painter, QRect(0, 0, 400, 50), Row("Crisis", "2", clock, unmarked))
        painter.end()
        inks[urgency] = painter.inks[-1]
    tones = {Urgency.OVERDUE: now.danger, Urgency.SOON: now.warning, Urgency.LATER: now.faint}
    assert inks == tones


@pytest.fixture
def chips(qtbot: QtBot) -> Callable[[InboxRow, int], list[str]]:
    """Return what the chips of a row say, six hours after its reply was due, in so many pixels."""
    view = QWidget()
    qtbot.addWidget(view)
    delegate = InboxDelegate(lambda: 23 * HOUR, lambda _: "JV", view)

    def drawn(row: InboxRow, wide: int) -> list[str]:
        image = QImage(600, 60, QImage.Format.Format_RGB32)
        painter = Recorder(image)
        delegate._chips(painter, QRect(0, 0, wide, 20), row, Inks())
        painter.end()
        return painter.told

    return drawn


def test_the_clock_that_is_due_first_is_told_at_every_width(
    chips: Callable[[InboxRow, int], list[str]],
) -> None:
    late = replace(ROW, aware_due=46 * HOUR, status=Status.ESCALATED)
    shown = [chips(late, wide) for wide in range(500, 150, -1)]
    steps = list(dict.fromkeys(map(tuple, shown)))
    assert steps[0] == ("At PV · 23 h", "↩ 6 h late")
    assert steps[1] == ("PV · 23 h", "↩ 6 h late")
    assert ("PV", "↩ −6 h") in steps
    assert all(len(each) == 2 and each[1] != "↩" for each in steps), "the late reply stays told"


def test_a_name_keeps_its_room_beside_one_clock_too(
    chips: Callable[[InboxRow, int], list[str]],
) -> None:
    alone = replace(ROW, aware_due=None, author_name="Jan-Willem van der Velde")
    inks = Inks()
    full = inks.small.metrics.horizontalAdvance("↩ 6 h late") + 4 * theme.S
    assert chips(alone, 400) == ["↩ 6 h late"]
    assert chips(alone, full + 72) == ["↩ 6 h late"]
    assert chips(alone, full + 60) == ["↩ −6 h"]


def test_what_is_no_clock_gives_way_to_the_clocks(
    chips: Callable[[InboxRow, int], list[str]],
) -> None:
    held = replace(ROW, aware_due=None, claimed_by="jv", visibility=Visibility.DELETED)
    assert chips(held, 400) == ["↩ 6 h late", "JV", "Deleted"]
    assert chips(held, 170) == ["↩ 6 h late"]
    assert chips(replace(held, status=Status.CLOSED, queue=Queue.DONE), 60) == ["JV"]
