"""What was found is in sight, not behind a bar."""

from pytestqt.qtbot import QtBot

from webcare_desk.domain.finding import Category, Finding, Mark
from webcare_desk.ui.comment.findings import FindingsList


def test_every_finding_is_seen_whole_however_its_line_breaks(qtbot: QtBot) -> None:
    text = "hoofdpijn en duizeligheid en misselijkheid " * 6
    found = [
        Finding(Mark.WORDING, "w", Category.CRISIS, start, start + 40)
        for start in range(0, 160, 40)
    ]
    rows = FindingsList()
    qtbot.addWidget(rows)
    rows.resize(340, 100)
    rows.show_findings(text, found)
    rows.show()
    qtbot.waitUntil(rows.isVisible)
    for wide in (340, 220):
        rows.setFixedWidth(wide)
        qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() == 0)
        inside = rows.viewport().rect()
        places = [rows.visualItemRect(rows.item(row)) for row in range(rows.count())]
        assert places[0].height() > 30, "a line is broken"
        assert all(inside.contains(place) for place in places)


def test_what_is_beyond_the_first_findings_is_scrolled_to(qtbot: QtBot) -> None:
    rows = FindingsList()
    qtbot.addWidget(rows)
    rows.show_findings("x" * 20, [Finding(Mark.EVENT, "w", None, at, at + 1) for at in range(9)])
    rows.show()
    qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() > 0)
    sixth = rows.visualItemRect(rows.item(5))
    assert rows.viewport().rect().contains(sixth)
    assert rows.verticalScrollBar().isVisible()
    rows.show_findings("", [])
    assert rows.isHidden()
