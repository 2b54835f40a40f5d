"""The picture of an original shows the comment and its thread, as words and to a bound."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from webcare_desk.domain.original import Cause, Original, Post, as_json
from webcare_desk.ui.original.sheet import HIGHEST, WIDTH, draw


def sheet(*texts: str) -> QImage:
    """Draw a thread whose first post is the comment."""
    posts = tuple(Post(i, i, f"Anna {i}", text, i, own=False) for i, text in enumerate(texts, 1))
    original = Original(1, Cause.EDIT, 0, "village", "Titel", "https://x.example", posts)
    picture = draw(as_json(original))
    assert picture == draw(as_json(original))
    image = QImage()
    assert image.loadFromData(picture)
    return image


def test_a_sheet_has_a_fixed_width_and_grows_with_its_words(qtbot: QtBot) -> None:
    del qtbot
    short, longer = sheet("pijn"), sheet("pijn", "bij mij ook", "hoe lang al?")
    assert short.width() == longer.width() == WIDTH
    assert short.height() < longer.height() < HIGHEST
    assert min(short.pixelColor(x, 30).lightness() for x in range(WIDTH)) < 128


def test_markup_is_drawn_as_it_stands(qtbot: QtBot) -> None:
    del qtbot
    assert sheet("<b>pijn</b>").size() == sheet("+b*pijn-+b*").size()
    assert sheet("<img src='/etc/hostname'><br><br><br>").height() == sheet("x").height()


@pytest.mark.parametrize("texts", [("woord " * 500_000,), ("pijn", *["woord " * 3000] * 200)])
def test_a_sheet_ends_at_a_bound(qtbot: QtBot, texts: tuple[str, ...]) -> None:
    del qtbot
    assert sheet(*texts).height() <= HIGHEST
