"""The page of a protocol in a window that is narrow for its letters."""

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk.ui.rulebook.page import Look, Paragraph
from webcare_desk.ui.rulebook.reader import Reader


@pytest.mark.parametrize("width", [700, 1000, 1800])
def test_no_line_runs_out_of_the_page(qtbot: QtBot, width: int) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(width, 500)
    reader.show()
    reader.take([Paragraph(Look.TEXT, "Bij elke bijwerking " * 40, "")])
    paper = reader.text
    assert paper.horizontalScrollBar().maximum() == 0
    assert paper.lineWrapColumnOrWidth() <= paper.viewport().width()
