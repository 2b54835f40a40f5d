"""The CIOMS form: its boxes, and every element of any report, whole."""

import io
from dataclasses import replace

import pypdf
import pytest
from reportlab.lib.units import mm

from tests.support.cases import batch
from tests.support.nightly import rounds
from webcare_desk.domain.e2b import Null, Section, report_of, section, walk
from webcare_desk.domain.filing import ZONE
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.cioms import _placed, _told, to_pdf
from webcare_desk.pv.cioms_boxes import Box, boxes
from webcare_desk.pv.cioms_words import told
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.version import amended, follow_up, nullified
from webcare_desk.pv.typeset import load_fonts, spelled, wrap

FORMS = rounds("FORMS", gate=8, nightly=1_000)
LATER = 1_790_000_000_000_000
#: Letters that no box of the form holds.
LONG = 9_000


def squeezed(text: str) -> str:
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def body_of(pdf: bytes, number: str) -> str:
    """Return the text of all pages without blanks and without what stands at their feet."""
    shown = []
    for page in pages_of(pdf):
        head, _, _ = page.rpartition(number)
        shown.append(head or page)
    return squeezed("".join(shown))


@pytest.mark.requirement("P15")
@pytest.mark.parametrize("seed", range(FORMS))
def test_no_value_of_a_report_is_missing_from_the_form(seed: int) -> None:
    made = batch(seed)
    text = body_of(to_pdf(made, "en"), report_of(made).text("C.1.1"))
    load_fonts()
    values = [told(value) for _, each in walk(made) for _, value in each.values]
    assert [value for value in values if squeezed(spelled(value)) not in text] == []


@pytest.mark.requirement("P15")
def test_a_text_that_fills_its_box_goes_on_and_ends(case: SafetyCase) -> None:
    long = replace(case, snapshot=replace(case.snapshot, text=f"{'woord ' * 3000}einde."))
    long = replace(long, criteria=())
    pages = pages_of(to_pdf(batch_of(long), "nl"))
    assert "… vervolg" in pages[0]
    assert "Vak 7+13" in pages[1]
    assert "einde." not in pages[0]
    assert "einde." in "".join(pages[1:])
    assert pages[-1].rstrip().endswith(f"Pagina {len(pages)} van {len(pages)}")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text", ["0,5 mg om de dag, ", "w", "=SOM(1;2)\nregel\n"])
def test_what_goes_on_is_shown_as_far_as_its_box_reaches(language: str, text: str) -> None:
    load_fonts()
    for number, place in _placed():
        box = Box(number, "label", (text * LONG)[:LONG])
        found = _told(box, place, language)
        low = place.high - 3.4 * mm - len(found.lines) * found.line
        assert (found.is_whole, low > 0, len(found.lines) > 1) == (False, True, True)
        assert found.lines[-1].endswith({"nl": "… vervolg", "en": "… continued"}[language])
        assert all(len(wrap(line, found.face, place.wide - 2.8 * mm)) == 1 for line in found.lines)
        begin = squeezed("".join(found.lines).partition("…")[0])
        assert begin
        assert squeezed(box.text).startswith(begin)
        assert " 0 …" not in found.lines[-1]


def test_an_answer_that_is_a_little_long_is_shown_whole_in_its_box() -> None:
    load_fonts()
    place = dict(_placed())["16"]
    for words, size in (("onder de huid", 8.0), ("onder de huid van de buik, " * 3, 6.0)):
        found = _told(Box("16", "label", words.strip()), place, "nl")
        assert (found.is_whole, found.face.size) == (True, size)
        assert squeezed("".join(found.lines)) == squeezed(words)


def test_the_boxes_say_what_the_report_says() -> None:
    plain = batch_of_one()
    found = {number: box.text for number, box in boxes(plain, "en").items()}
    assert found["1"] == "A.B."
    assert found["1a"] == "BE"
    assert (found["2"], found["2a"], found["3"]) == ("1960-05", "65 years", "female")
    assert found["4-6"] == "2025-03-01 10:30 +0100"
    assert "“hoofdpijn”" in found["7+13"]
    assert "MedDRA: 10019211" in found["7+13"]
    assert "[x] hospitalisation" in found["8-12"]
    assert "[ ] results in death" in found["8-12"]
    assert found["14"] == "1. Ventora (B12)"
    assert (found["15"], found["16"], found["17"]) == ("5 mg daily", "oral", "pain")
    assert (found["18"], found["19"]) == ("2025-01 – 2025-02", "3 weeks")
    assert (found["20"], found["21"]) == ("action taken: withdrawn; outcome: recovered", "no")
    assert found["22"] == "1. aspirin"
    assert found["23"] == "asthma\n28.1 10003553"
    assert (found["24a"], found["24b"], found["24c"]) == ("S", "NL-S-1", "(NI)")
    assert found["24d"] == "spontaneous; consumer"
    assert found["26"] == "(MSK) NL"


@pytest.mark.parametrize(
    ("told_of", "nl", "en"),
    [
        ({"D.2.2a": "1", "D.2.2b": "mo"}, "1 maand", "1 month"),
        ({"D.2.2a": "8", "D.2.2b": "mo", "D.2.3": "2"}, "8 maanden", "8 months"),
        ({"D.2.2a": "78", "D.2.2b": "a"}, "78 jaar", "78 years"),
        ({"D.2.2a": "8", "D.2.2b": "fortnight"}, "8 fortnight", "8 fortnight"),
        ({"D.2.2a": Null.ASKU, "D.2.3": "6"}, "(ASKU); oudere", "(ASKU); elderly"),
        ({"D.2.3": "4"}, "tiener", "adolescent"),
    ],
)
def test_an_age_is_said_in_words_or_as_its_group(
    told_of: dict[str, str | Null], nl: str, en: str
) -> None:
    made = section("N", {}, section("N.2.r", told_of))
    assert (boxes(made, "nl")["2a"].text, boxes(made, "en")["2a"].text) == (nl, en)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_outcome_alone_is_not_shown_as_that_of_stopping(language: str) -> None:
    made = section("N", {}, section("N.2.r", {}, section("E.i", {"E.i.7": "5"})))
    found = boxes(made, language)["20"]
    said = {
        "nl": "Maatregel, afloop|afloop: overleden",
        "en": "Action taken, outcome|outcome: fatal",
    }
    assert f"{found.label}|{found.text}" == said[language]


_DOSE = section(
    "G.k.4.r",
    dict(
        each.split("=")
        for each in [
            "G.k.4.r.1a=5",
            "G.k.4.r.1b=mg",
            "G.k.4.r.7=B12",
            "G.k.4.r.8=daily",
            "G.k.4.r.4=202501",
            "G.k.4.r.5=202502",
            "G.k.4.r.10.1=oral",
            "G.k.4.r.6a=3",
            "G.k.4.r.6b=wk",
        ]
    ),
)
_REACTION = dict(
    each.split("=")
    for each in [
        "E.i.1.1a=hoofdpijn",
        "E.i.2.1b=10019211",
        "E.i.3.2c=true",
        "E.i.7=1",
        "E.i.4=202503011030+0100",
        "E.i.9=BE",
    ]
)
_REPORT = dict(
    each.split("=")
    for each in [
        "D.1=A.B.",
        "D.2.1=196005",
        "D.2.2a=65",
        "D.2.2b=a",
        "D.5=2",
        "D.7.2=asthma",
        "C.3.2=S",
        "C.1.1=NL-S-1",
        "C.1.3=1",
        "H.1=narrative",
    ]
)


def batch_of_one() -> Section:
    """Return a report with something in every box."""
    again = section("G.k.9.i", {"G.k.9.i.4": "4"})
    why = section("G.k.7.r", {"G.k.7.r.1": "pain"})
    suspect = {"G.k.1": "1", "G.k.2.2": "Ventora", "G.k.8": "1"}
    return section(
        "N",
        {},
        section(
            "N.2.r",
            {**_REPORT, "C.1.4": Null.NI},
            section("E.i", _REACTION),
            section("G.k", suspect, _DOSE, why, again),
            section("G.k", {"G.k.1": "2", "G.k.2.2": "aspirin"}),
            section("C.2.r", {"C.2.r.1.2": Null.MSK, "C.2.r.3": "NL", "C.2.r.4": "5"}),
            section("D.7.1.r", {"D.7.1.r.1a": "28.1", "D.7.1.r.1b": "10003553"}),
        ),
    )


def test_a_report_that_was_taken_back_says_why(case: SafetyCase) -> None:
    found = boxes(nullified(batch_of(case), LATER, ZONE, "dubbel gemeld"), "nl")["25"].text
    assert found.startswith("intrekking; 2026-09-21")
    assert found.endswith("dubbel gemeld")


@pytest.mark.requirement("P19")
@pytest.mark.parametrize(
    ("language", "followed", "zero"),
    [("nl", "vervolg; 2026-09-21", "dag nul"), ("en", "follow-up; 2026-09-21", "day zero")],
)
def test_a_follow_up_says_so_and_when_it_came(
    case: SafetyCase, language: str, followed: str, zero: str
) -> None:
    first = boxes(batch_of(case), language)
    later = boxes(follow_up(batch_of(case), LATER, ZONE), language)
    assert first["25"].text.startswith(("eerste; ", "initial; "))
    assert later["25"].text.startswith(followed)
    latest, shown_zero = later["24c"].text.split("\n")
    assert latest.startswith("2026-09-21")
    assert shown_zero == f"{zero}: {first['24c'].text}"
    assert shown_zero in pages_of(to_pdf(follow_up(batch_of(case), LATER, ZONE), language))[0]


def test_an_amendment_of_a_first_version_has_day_zero_alone(case: SafetyCase) -> None:
    found = boxes(amended(batch_of(case), LATER, ZONE, "verkeerd gelezen"), "nl")
    assert found["25"].text.startswith("wijziging; ")
    assert found["24c"].text == boxes(batch_of(case), "nl")["24c"].text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_narrative_in_several_parts_stands_in_its_box_whole(
    case: SafetyCase, language: str
) -> None:
    text = f"{'woord ' * 20_000}einde van het verhaal"
    long = replace(case, snapshot=replace(case.snapshot, text=text), criteria=())
    assert "einde van het verhaal" in boxes(batch_of(long), language)["7+13"].text


def test_the_same_report_gives_the_same_bytes(case: SafetyCase) -> None:
    assert to_pdf(batch_of(case), "nl") == to_pdf(batch_of(case), "nl")
    assert to_pdf(batch_of(case), "nl") != to_pdf(batch_of(case), "en")
