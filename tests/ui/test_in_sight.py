"""What has to be done and what was found are in sight, not behind a bar."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_protocol_pane import made
from webcare_desk.domain.finding import Category, Finding, Mark
from webcare_desk.ui.comment.findings import FindingsList
from webcare_desk.ui.workplace import Workplace


def test_the_steps_stand_above_the_reasons(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 5)
    heads = {each.text(): each for each in pane.findChildren(QLabel) if each.isVisible()}
    assert heads["Steps"].y() < heads["Why"].y()


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
