"""The report shows every field and every word, whatever somebody wrote."""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pv.conftest import HEAD, TEXT, case_for, comment, first_edition
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.labels import situation_label
from webcare_desk.pv.report import to_pdf
from webcare_desk.pv.typeset import BOLD, ITALIC, REGULAR, Face, load_fonts, spelled, wrap

_FOOTER = re.compile(r"WD-2025-0001\n(Pagina \d+ van \d+|Page \d+ of \d+)\n?")


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def pdf_of(case: SafetyCase, language: str) -> bytes:
    return to_pdf(case, HEAD, language, first_edition(case))


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(case: SafetyCase, language: str = "nl") -> str:
    """Return the report's text without blanks and footers."""
    pages = pages_of(pdf_of(case, language))
    return squeezed("".join(_FOOTER.sub("", page, count=1) for page in pages))


@pytest.mark.parametrize(
    ("language", "fixed"),
    [
        ("en", ["THIS COMMENT", "First viewed (day zero)", "defaulted: consumer"]),
        ("nl", ["DEZE REACTIE", "Eerst gezien (dag nul)", "aangenomen: consument"]),
    ],
)
def test_the_report_shows_every_field(case: SafetyCase, language: str, fixed: list[str]) -> None:
    full = replace(case, situations=tuple(Situation))
    text = shown(full, language)
    snapshot = case.snapshot
    fields = [
        *(case.reference, case.recognised_by, case.protocol, case.remark, HEAD),
        *(snapshot.author, snapshot.source, snapshot.remote_id, snapshot.link),
        *(snapshot.thread_title, "Redactie", "prikprinses", "Sterkte ermee."),
        *(case.products + case.event_words),
        *(situation_label(situation, language) for situation in Situation),
        *("00:32:00 UTC", "00:40:00 UTC", "00:50:00 UTC", "00:55:00 UTC", "00:30:00 UTC"),
        *("02:50:00 +02:00", "01:30:00 +01:00"),
        *fixed,
    ]
    assert [field for field in fields if squeezed(field) not in text] == []
    assert text.count(squeezed(spelled(TEXT))) == 2


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "1 van de 231 berichten"), ("en", "1 of the 231 posts")]
)
def test_a_thread_that_is_cut_says_so(language: str, said: str) -> None:
    assert squeezed(said) in shown(case_for(comment(), in_thread=231), language)
    assert squeezed(said) not in shown(case_for(comment()), language)


def test_markup_in_a_comment_is_shown_and_never_obeyed() -> None:
    hostile = '<b>vet</b> & <img src="/dev/zero"/> <para> </font> &lt; <!-- x --> {0} %s'
    assert shown(case_for(comment(2, hostile))).count(squeezed(hostile)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("🤢", "[U+1F922 nauseated face]"),
        ("a🤢🤢🤢b", "a[U+1F922 nauseated face × 3]b"),
        ("\u202e", "[U+202E right-to-left override]"),
        ("a\u200bb", "a[U+200B zero width space]b"),
        ("a\u00a0b", "a[U+00A0 no-break space]b"),
        ("\x00\t\x1b", "[U+0000] [U+001B]"),
        ("\ud800", "[U+D800]"),
        ("één\r\ntwee", "één\ntwee"),
        ("a\rb", "a[U+000D]b"),
        ("źle boli głowa, ąęłćżńóś ŁŻ", None),
        ("голова", None),
        ("η καρδιά", None),
        ("başım ağrıyor İ", None),
        ("z\u0301le e\u0301", "źle é"),
        ("m\u0323\u0323", "ṃ[U+0323 combining dot below]"),
        ("\u05d0\u05d1", "[U+05D0 hebrew letter alef][U+05D1 hebrew letter bet]"),
        ("\u0661", "[U+0661 arabic-indic digit one]"),
        ("😀", "[U+1F600 grinning face]"),
    ],
)
def test_what_the_font_lacks_is_spelled_out(text: str, expected: str | None) -> None:
    load_fonts()
    for font in (REGULAR, BOLD):
        assert spelled(text, font) == (expected or text)


def test_letters_of_other_languages_are_in_the_report_as_they_were_written() -> None:
    words = "źle boli głowa, голова болит, η καρδιά μου, başım ağrıyor"
    assert shown(case_for(comment(2, words))).count(squeezed(words)) == 2


def test_a_very_long_text_names_a_character_once() -> None:
    load_fonts()
    found = spelled("🤢é" * 20_000)
    assert found.count("nauseated face") == 1
    assert found.count("[U+1F922") == 20_000


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(max_codepoint=0x2FFF), max_size=120),
    st.sampled_from([REGULAR, BOLD, ITALIC]),
)
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, font: str) -> None:
    load_fonts()
    face = Face(font, 9.0)
    lines = wrap(text, face, 100.0)
    from reportlab.pdfbase.pdfmetrics import stringWidth  # after the fonts

    assert all(stringWidth(line, font, 9.0) <= 100.001 for line in lines)
    assert squeezed("".join(lines)) == squeezed(spelled(text, font))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_word_of_any_text_is_in_the_report(text: str) -> None:
    assert squeezed(spelled(text)) in shown(case_for(comment(2, text)))


def test_a_long_word_without_a_blank_flows_over_pages_complete() -> None:
    word = "".join(f"x{number}" for number in range(4_000))
    pdf = pdf_of(case_for(comment(2, word)), "nl")
    text = squeezed("".join(_FOOTER.sub("", page, count=1) for page in pages_of(pdf)))
    assert word in text
    assert "(woordvoorwoordhierboven)" in text


def test_the_pages_are_numbered_and_carry_the_reference() -> None:
    case = case_for(comment(2, "woord " * 3_000))
    pages = pages_of(pdf_of(case, "en"))
    total = len(pages)
    assert total > 3
    for number, page in enumerate(pages, 1):
        assert f"WD-2025-0001\nPage {number} of {total}" in page
    assert squeezed(HEAD) in squeezed(pages[-1])


def test_a_megabyte_without_a_blank_does_not_hang() -> None:
    pdf = pdf_of(case_for(comment(2, "a" * 1_000_000)), "nl")
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 100


def test_the_same_case_gives_the_same_bytes(case: SafetyCase) -> None:
    first = pdf_of(case, "nl")
    assert first == pdf_of(case, "nl")
    assert first != pdf_of(replace(case, remark="anders"), "nl")
