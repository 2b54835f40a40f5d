"""Rows that are narrower than their words: a name ends in an ellipsis, nothing lies over it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
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
LATE = Left("1 h 10 min late", Urgency.OVERDUE)
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


def test_the_name_of_a_place_ends_before_its_count(qtbot: QtBot) -> None:
    del qtbot
    assert told(400) == ["205", "Problems", "1 h 10 min late"]
    count, name, clock = told(100)
    assert count == "205"
    assert name.endswith("…")
    assert clock.endswith("…")


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


def test_only_as_many_clocks_are_drawn_as_there_is_room_for(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    delegate, inks = InboxDelegate(lambda: 0, lambda _: "JV", view), Inks()
    painter = Recorder(image)
    wide = delegate._chips(painter, QRect(0, 0, 400, 20), ROW, inks)
    assert len(painter.told) == 2
    painter.told.clear()
    room = 400 - wide - 3 * theme.S
    begin = delegate._chips(painter, QRect(0, 0, room, 20), ROW, inks)
    painter.end()
    assert painter.told == ["PV · 23 h"], "the clock of PV stays"
    assert begin > 0


def test_a_second_clock_takes_no_room_of_the_name(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    delegate, inks = InboxDelegate(lambda: 0, lambda _: "JV", view), Inks()
    painter = Recorder(image)
    both = 400 - delegate._chips(painter, QRect(0, 0, 400, 20), ROW, inks)
    for spare, drawn in ((60, 1), (90, 2)):
        painter.told.clear()
        begin = delegate._chips(painter, QRect(0, 0, both + spare, 20), ROW, inks)
        assert len(painter.told) == drawn
        assert begin >= 60
    painter.end()
