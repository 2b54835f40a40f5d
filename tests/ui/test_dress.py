"""What the panes put on what: every text keeps its contrast in both themes."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.support.contrast import contrast
from webcare_desk.domain.finding import Mark
from webcare_desk.ui.comment import spans
from webcare_desk.ui.dress import pane_sheet
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.problem import ProblemLine
from webcare_desk.ui.stylesheet import sheet
from webcare_desk.ui.theme import DARK, LIGHT, Colours

AA = 4.5
THEMES = pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])


def over(colour: str, alpha: int, ground: str) -> str:
    """Return a colour that lies half transparent over a ground."""
    mixed = (
        round(
            (int(colour[at : at + 2], 16) * alpha + int(ground[at : at + 2], 16) * (255 - alpha))
            / 255
        )
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


@THEMES
def test_words_keep_their_contrast_on_every_ground(chosen: Colours) -> None:
    pairs = [
        (chosen.danger, chosen.note),
        (chosen.text, chosen.note),
        (chosen.faint, chosen.note),
        (chosen.faint, chosen.selection),
        (chosen.text, chosen.selection),
        (chosen.accent, chosen.window),
        (chosen.accent, chosen.surface),
        (chosen.good, chosen.window),
        (chosen.danger, chosen.window),
        (chosen.warning, chosen.surface),
        (chosen.faint, chosen.window),
    ]
    assert [pair for pair in pairs if contrast(*pair) < AA] == []


@THEMES
def test_marked_words_stay_readable_also_the_chosen_ones(
    chosen: Colours, qapp: QApplication
) -> None:
    apply_theme(qapp, is_dark=chosen.is_dark)
    try:
        for mark in Mark:
            for is_chosen in (False, True):
                behind = spans.span_format(mark, is_chosen=is_chosen).background().color()
                ground = over(behind.name(), behind.alpha(), chosen.window)
                assert contrast(chosen.text, ground) >= AA, (mark, is_chosen)
    finally:
        apply_theme(qapp, is_dark=False)


def test_every_mark_has_a_line_of_its_own(qapp: QApplication) -> None:
    del qapp
    lines = {spans.span_format(mark).underlineStyle() for mark in Mark}
    assert len(lines) == len(Mark)
    words = {spans.mark_word(mark) for mark in Mark}
    assert len(words) == len(Mark)


@THEMES
def test_a_tick_that_cannot_be_set_looks_like_it(chosen: Colours, qtbot: QtBot) -> None:
    box = QCheckBox("x")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.setStyleSheet(sheet(chosen) + pane_sheet(chosen))

    def inked() -> bool:
        drawn = box.grab().toImage()
        points = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
        return any(drawn.pixelColor(*point).name() == chosen.accent for point in points)

    assert inked()
    box.setEnabled(False)
    assert not inked()


@THEMES
def test_the_style_sheet_has_no_open_blank(chosen: Colours) -> None:
    assert "$" not in pane_sheet(chosen)


def test_widgets_that_do_not_fit_go_to_the_next_line(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    flow = FlowLayout(top, gap=5, line_gap=5)
    for _ in range(3):
        button = QPushButton()
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    assert flow.heightForWidth(400) == 30
    assert flow.heightForWidth(210) == 65
    assert flow.heightForWidth(50) == 100
    assert flow.itemAt(3) is None
    flow.clear()
    assert flow.count() == 0
    assert flow.heightForWidth(400) == 0


def test_a_name_of_a_hundred_letters_does_not_widen_the_pane(qtbot: QtBot) -> None:
    label = ElidedLabel("x" * 150)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
    label.resize(80, 20)
    assert not label.grab().isNull()


def test_a_problem_is_shown_as_it_stands_and_cut(qtbot: QtBot) -> None:
    line = ProblemLine()
    qtbot.addWidget(line)
    line.say('<img src="/dev/zero">' + "x" * 5_000)
    assert line.text().startswith('⚠ <img src="/dev/zero">')
    assert len(line.text()) < 700
    line.forget()
    assert line.isHidden()
    assert line.text() == ""


def test_a_number_has_room_in_its_field(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt gives a styled field without buttons one pixel for its digits."""
    apply_theme(qapp, is_dark=False)
    field = QSpinBox()
    qtbot.addWidget(field)
    field.setFixedWidth(72)
    field.show()
    assert field.lineEdit().width() > 48
