"""The colours can be read in both themes, and no mark is told by its colour alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.contrast import contrast
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.ui import theme
from webcare_desk.ui.inbox.delegate import form_of
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.marks import draw, icon
from webcare_desk.ui.theme import DARK, LIGHT, Colours, Shape

BACKGROUNDS = ("window", "surface", "raised", "hover", "selection", "note")
TEXTS = ("text", "faint", "accent", "danger", "warning", "good")
MARKS = ("crisis", "safety", "quality", "question", "other", "event", "product", "person", "cue")


def test_contrast_is_measured_the_way_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_the_contrast_of_level_aa(colours: Colours) -> None:
    low = [
        (text, behind, round(contrast(getattr(colours, text), getattr(colours, behind)), 2))
        for text in TEXTS
        for behind in BACKGROUNDS
        if contrast(getattr(colours, text), getattr(colours, behind)) < 4.5
    ]
    assert low == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_and_edge_stands_out_three_to_one(colours: Colours) -> None:
    low = [
        (mark, behind)
        for mark in (*MARKS, "edge", "accent")
        for behind in ("window", "surface", "raised", "selection")
        if contrast(getattr(colours, mark), getattr(colours, behind)) < 3
    ]
    assert low == []


def drawn(shape: Shape) -> bytes:
    """Return a mark as a picture in black, so that its colour cannot tell it."""
    image = QImage(32, 32, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    draw(painter, QRectF(2, 2, 28, 28), shape, "#000000")
    painter.end()
    return bytes(image.constBits())


def test_every_mark_is_told_from_the_others_by_its_form(qtbot: QtBot) -> None:
    del qtbot
    pictures = {shape: drawn(shape) for shape in Shape}
    for one, other in combinations(Shape, 2):
        apart = sum(abs(a - b) > 64 for a, b in zip(pictures[one], pictures[other], strict=True))
        assert apart > 40, (one, other)


def test_a_triangle_is_filled_for_a_strong_signal_only() -> None:
    assert form_of(Shape.TRIANGLE, Tier.STRONG) is Shape.TRIANGLE
    assert form_of(Shape.TRIANGLE, Tier.CHECK) is Shape.HOLLOW_TRIANGLE
    assert form_of(Shape.DISC, Tier.CHECK) is Shape.DISC


def test_every_queue_and_category_has_a_mark(qtbot: QtBot, qapp: QApplication) -> None:
    del qtbot
    for is_dark in (True, False):
        apply_theme(qapp, is_dark=is_dark)
        assert theme.is_dark() is is_dark
        for shape, colour in (
            *map(theme.queue_mark, Queue),
            *map(theme.category_mark, Category),
        ):
            assert not icon(shape, colour).isNull()
