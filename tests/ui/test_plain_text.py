"""Foreign text reaches a widget as plain text, cut, and in one direction."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui import plain
from webcare_desk.ui.plain import (
    BODY_LIMIT,
    RUN_LIMIT,
    PlainLabel,
    ampersand,
    forced_breaks,
    is_cut,
    oneline,
    plain_box,
    plain_tip,
    shown,
)

IMAGE = '<img src="/dev/zero">'
HOSTILE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "\u202e\u202d\u2066\u2067\u2068\u2069\u202c\u200f\0\r\n\u2028\u0301אب\ud800"
        ),
    ),
    max_size=300,
)


def test_a_label_shows_markup_and_ampersands_as_they_stand(qtbot: QtBot) -> None:
    label = PlainLabel(f"{IMAGE} Tom & Co")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == f"{IMAGE} Tom & Co"


def test_a_message_box_holds_no_label_that_guesses(qtbot: QtBot) -> None:
    box = plain_box(None, "title", IMAGE, IMAGE)
    qtbot.addWidget(box)
    with_text = [label for label in box.findChildren(QLabel) if label.text()]
    assert with_text
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in with_text)


def test_a_tooltip_holds_the_markup_escaped(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tip(widget, IMAGE)
    assert "<img" not in widget.toolTip()
    plain_tip(widget, "")
    assert not widget.toolTip()


def test_a_button_shows_the_ampersand_of_a_name(qtbot: QtBot) -> None:
    button = QPushButton(ampersand("Tom & Co"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.text() == "Tom && Co"


@given(HOSTILE)
def test_a_row_is_one_short_line_that_cannot_turn_its_surroundings(text: str) -> None:
    line = oneline(text)
    assert len(line) <= 123
    assert not set(line) & set("\n\r\0\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067")
    assert line.count("\u2068") == line.count("\u2069") <= 1
    assert all(unicodedata.category(letter) not in {"Cc", "Cs"} for letter in line)


def test_a_letter_keeps_four_marks_at_most() -> None:
    assert oneline("a" + "\u0301" * 50).count("\u0301") == 4


@given(HOSTILE)
def test_a_body_keeps_one_character_for_one_but_for_its_forced_breaks(text: str) -> None:
    assert len(shown(text)) == len(text) + len(forced_breaks(text))


@pytest.mark.parametrize("letter", ["a", "א", "\u0301", "😀"])
def test_a_megabyte_without_a_space_is_cut_and_broken(letter: str) -> None:
    text = shown(letter * 1_000_000)
    assert len(text) <= BODY_LIMIT
    assert max(map(len, text.split("\n"))) <= RUN_LIMIT
    assert is_cut(letter * 1_000_000)
    assert len(oneline(letter * 1_000_000)) <= 123


@given(HOSTILE)
def test_a_text_widget_shows_as_many_characters_as_it_got(text: str) -> None:
    assert len(in_a_widget(text)) == len(shown(text))


def in_a_widget(text: str) -> str:
    edit = QPlainTextEdit()
    edit.setPlainText(shown(text))
    return edit.toPlainText()


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF)))
def test_the_short_way_for_simple_lines_gives_what_the_long_way_gives(text: str) -> None:
    short = oneline(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "_is_simple", lambda _: False)
        assert oneline(text) == short
