"""What the clocks of a comment say they count."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk.domain.sla import Sla
from webcare_desk.ui.protocol.clocks import Clocks
from webcare_desk.ui.protocol.outline import read_outline
from webcare_desk.ui.workplace import Workplace


@pytest.mark.parametrize(
    ("sla", "words"),
    [
        (Sla("s", 90, business=False), "by the clock, counted from"),
        (Sla("s", 0, business=True, days=1), "1 day(s) on which the office opens, after"),
        (Sla("s", 0, business=True, days=3), "3 day(s) on which the office opens, after"),
        (Sla("s", 0, business=False, days=15), "15 calendar day(s) after"),
    ],
)
def test_what_a_due_time_counts_is_named(
    chief_place: Workplace, qtbot: QtBot, sla: Sla, words: str
) -> None:
    clocks = Clocks()
    qtbot.addWidget(clocks)
    outline = read_outline(chief_place.app, 1, "en")
    assert outline.sla is not None
    clocks.show_outline(replace(outline, sla=sla))
    assert words in clocks.counted.text()
