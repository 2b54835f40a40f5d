"""The hours of a day, as a supervisor sees them."""

from dataclasses import replace

import pytest

from tests.ui.scene import Scene, scene
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk.app import App
from webcare_desk.domain.coverage import CoverHour, HourState
from webcare_desk.settings import SourceKind, SourceSettings
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.hours import HoursDialog

__all__ = ["scene"]


def read_from(app: App, name: str) -> None:
    """Let the settings name this source alone."""
    source = SourceSettings(name, SourceKind.WORDPRESS, "https://blog.example")
    vars(app).update(settings=replace(app.settings, sources=(source,)))


@pytest.mark.requirement("P27")
def test_a_day_is_shown_hour_by_hour_with_its_gaps(scene: Scene) -> None:
    read_from(scene.app, "blog")
    board = scene.show(Area.COVERAGE)
    scene.press(board, "U")
    dialog = scene.dialog(board, HoursDialog)
    assert isinstance(dialog, HoursDialog)
    scene.waits(lambda: len(dialog.listing.rows.rows) in {23, 24, 25})
    now = scene.app.desk.clock()
    present = dialog.listing.currentIndex()
    begins = [row.key for row in dialog.listing.rows.rows if isinstance(row.key, int)]
    assert begins[present.row()] == max(each for each in begins if each <= now)
    shown = dialog.listing.visualRect(present)
    assert dialog.listing.viewport().rect().contains(shown.center())
    for check in (guessing, nameless, too_small):
        assert check(dialog) == []
    gone = [*dialog._sources].index("community") + 1
    assert dialog.listing.isColumnHidden(gone)  # taken out long before this day
    dialog.day.setDate(dialog.day.date().addDays(-1))
    scene.waits(dialog.verdict.text)
    sources = dialog._sources
    hours = [
        CoverHour(name, 0, state, 1, 2, 0, (scene.chief.moderator,))
        for state in HourState
        for name in sources
    ]
    for each in HourState:
        dialog._show([hour for hour in hours if hour.state is each])
        cells = [cell.text for cell in dialog.listing.rows.rows[0].cells]
        assert ("✗ gap  ·  2 read, 0 new or changed" in cells) == (each is HourState.GAP)
        assert ("⚠ 2 hour" in dialog.verdict.text()) == (each is HourState.GAP)
        is_read = each in {HourState.COVERED, HourState.EXPLAINED}
        assert (dialog.verdict.text() == "✓ No gap is unexplained") == is_read
        assert cells[-1] not in {"", "–"}
        assert not dialog.listing.isColumnHidden(gone)
    dialog._show([])
    assert dialog.verdict.text() == "No source was read on this day."
