"""The marks stand on exactly the words that were found, whatever the text holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from webcare_desk.domain.finding import Category, Finding, Mark
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.comment.passage import PASSAGE, passage_at, passage_count, passage_of, qt_span

#: What the window shows in place of characters that no widget keeps.
SHOWN_AS = {
    "\0": "\u2400",
    "\ufeff": "\u200b",
    "\u202d": "\ufffd",
    "\u202e": "\ufffd",
    "\ufdd0": "\ufffd",
    "\ufffc": "\ufffd",
    "\ud83d": "\ufffd",
}
BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
PIECES = st.sampled_from(
    [
        "hoofdpijn",
        "😊",
        "👩‍🔬",
        "e\u0301\u0323",
        "\r\n",
        "\r",
        "\n",
        "\u2028",
        "\x85",
        "\0",
        "\ufeff",
        "\u202e",
        "\ufdd0",
        "\ufffc",
        "\ud83d",
        "\u00a0",
        "שלום",
        " ",
        "a" * 1500,
        "𝄞" * 1100,
        "<img src=x>",
        "&amp;",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def finding(start: int, end: int, mark: Mark = Mark.EVENT) -> Finding:
    return Finding(mark, "headache", Category.ADVERSE_EVENT, start, end)


def visible(text: str) -> str:
    """Return what a person sees of a text, without its line breaks."""
    text = text.replace("\r\n", " \n")
    return "".join(SHOWN_AS.get(letter, letter) for letter in text if letter not in BREAKS)


def marked(body: Body) -> str:
    """Return the words under the mark, without line breaks."""
    first = body.extraSelections()[0]
    return first.cursor.selectedText().replace("\u2029", "")


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, data=st.data())
def test_the_marked_words_are_the_found_words(
    qapp: QApplication, text: str, data: st.DataObject
) -> None:
    del qapp
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    body = Body("text")
    body.show_text(text, [finding(start, end)])
    if start == end:
        assert body.extraSelections() == []
        return
    # A break between the two characters of CRLF belongs to neither span.
    inside = text[start:end] + ("\n" if text[end - 1 : end + 1] == "\r\n" else "")
    assert marked(body) == visible(inside)


def test_code_point_offsets_alone_would_mark_the_wrong_words(qapp: QApplication) -> None:
    del qapp
    text = "😊😊 hoofdpijn vandaag"
    body = Body("text")
    body.show_text(text, [finding(3, 12)])
    naive = QTextCursor(body.document())
    naive.setPosition(3)
    naive.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    assert naive.selectedText() != "hoofdpijn"
    assert marked(body) == "hoofdpijn"


def test_a_break_that_the_window_puts_in_shifts_what_comes_after() -> None:
    passage = passage_of("a" * 1000 + "bcd", 0)
    assert qt_span(passage, 999, 1000) == (999, 1000)
    assert qt_span(passage, 1000, 1003) == (1001, 1004)
    assert qt_span(passage, 998, 1002) == (998, 1003)


def test_a_span_in_another_passage_is_not_marked_and_one_across_the_edge_is_cut() -> None:
    text = "x " * PASSAGE
    assert passage_count(text) == 2
    assert passage_count("") == 1
    first, second = passage_of(text, 0), passage_of(text, 1)
    assert qt_span(first, PASSAGE + 5, PASSAGE + 9) is None
    assert qt_span(second, PASSAGE - 5, PASSAGE + 9) == (0, 9)
    assert passage_at(PASSAGE) == 1


@pytest.mark.parametrize("text", ["a" * 1_000_000, "א" * 1_000_000])
def test_a_megabyte_without_a_space_gives_the_widget_little(qapp: QApplication, text: str) -> None:
    del qapp
    body = Body("text")
    body.show_text(text)
    assert len(body.toPlainText()) < 20_100
    assert max(map(len, body.toPlainText().split("\n"))) <= 1_000
    assert body.passages == 51


def test_a_body_of_very_many_lines_scrolls_by_itself(qapp: QApplication) -> None:
    del qapp
    body = Body("text")
    body.show_text("\n" * 5_000)
    assert body.height() == 400
    body.show_text("one line")
    assert body.height() < 60
