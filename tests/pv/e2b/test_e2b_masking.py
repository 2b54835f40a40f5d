"""The masked copy: canaries in every element and in the narrative, and none comes through."""

import unicodedata
from dataclasses import replace

import pytest

from tests.support.cases import batch
from webcare_desk.domain.e2b import Null, Section, Value, report_of, section, walk
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.elements import REPEATING, Kind, elements
from webcare_desk.pv.e2b.masking import BLANK, MARK, MASKED, found_in, masked
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.e2b.write import write

CANARIES = (
    *("anna.kanarie@voorbeeld.example", "+31 6 1234 5678", "06-12345678", "(020) 123 45 67"),
    *("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "@kanarie_anna", "@kanarie.anna"),
    *("https://voorbeeld.example/u/kanarie", "http://kanarie:geheim@voorbeeld.example"),
    *("www.voorbeeld.example/kanarie?x=1", "Annabel Kanarie"),
)
NAME = "Annabel Kanarie"
APART = unicodedata.normalize("NFD", "Zoë")
PLANTED = "before " + " ; ".join(CANARIES) + " after"


def planted() -> Section:
    """Return a report with every element of free text that a person could be named in."""
    sections: dict[str, dict[str, Value]] = {}
    for each in elements().values():
        free = each.kind is Kind.TEXT and not each.code.startswith(("N.", "C.1.1", "C.1.8"))
        if free:
            sections.setdefault(each.section, {})[each.code] = PLANTED
    report = {**sections.pop("N.2.r"), "C.1.1": "NL-A-1", "C.3.2": "the sponsor"}
    report |= {"C.3.3.5": NAME}
    drug = section(
        "G.k",
        {**sections.pop("G.k"), "G.k@id": "a"},
        *(
            section(code, sections.pop(code))
            for code in [*sections]
            if code.startswith("G.k.") and code in REPEATING and not code.startswith("G.k.9")
        ),
    )
    sections = {code: values for code, values in sections.items() if not code.startswith("G.k")}
    inner = [section(code, values) for code, values in sections.items()]
    return section("N", {"N.1.2": "b"}, section("N.2.r", report, drug, *inner))


@pytest.mark.requirement("P12")
def test_no_canary_comes_through() -> None:
    found = planted()
    assert all(canary in write(found).data.decode() for canary in CANARIES if "@" in canary)
    written = write(masked(found, {NAME})).data.decode()
    assert [canary for canary in CANARIES if canary in written] == []
    assert "kanarie" not in written.lower()
    assert "before" in written
    assert "after" in written


@pytest.mark.requirement("P12")
def test_without_the_scan_the_canaries_are_there() -> None:
    assert "kanarie" in write(planted()).data.decode().lower()


@pytest.mark.requirement("P12")
def test_thirteen_elements_are_masked_and_eleven_blank() -> None:
    assert (len(MASKED), len(BLANK)) == (13, 11)
    assert {*MASKED, *BLANK} <= elements().keys()


@pytest.mark.parametrize("seed", range(20))
def test_of_any_report_nothing_that_must_be_masked_is_left(seed: int) -> None:
    made = batch(seed)
    found = masked(made)
    values = [(code, value) for _, each in walk(found) for code, value in each.values]
    assert all(isinstance(value, Null) for code, value in values if code in MASKED)
    assert all(code not in BLANK for code, _ in values)
    assert read(write(found).data).batch == found
    before = {code for _, each in walk(made) for code, _ in each.values}
    gone = before - {code for code, _ in values}
    assert all(code in BLANK or code.startswith(("C.1.6.1.r.2", "C.4.r.2")) for code in gone)


@pytest.mark.requirement("P12")
@pytest.mark.parametrize(("within", "code"), [("C.1.6.1.r", "C.1.6.1.r.2"), ("C.4.r", "C.4.r.2")])
def test_a_file_in_a_report_is_in_no_masked_copy(within: str, code: str) -> None:
    held = section(within, {f"{within}.1": "scan.pdf", code: "JVBERi0xLjcKQW5uYSBLYW5hcmll"})
    made = section("N", {}, section("N.2.r", {}, held))
    (kept,) = report_of(masked(made)).each(within)
    assert kept.values == ((f"{within}.1", "scan.pdf"),)


def test_why_a_datum_is_missing_is_kept() -> None:
    report = section("N.2.r", {}, section("C.2.r", {"C.2.r.1.2": Null.ASKU, "C.2.r.1.4": "De Wit"}))
    (reporter,) = report_of(masked(section("N", {}, report))).each("C.2.r")
    assert reporter.get("C.2.r.1.2") is Null.ASKU
    assert reporter.get("C.2.r.1.4") is Null.MSK


@pytest.mark.parametrize(
    "words",
    [
        "2 tabletten van 500 mg, 3 keer per dag",
        "sinds 12-03-2026 om 14:30 uur hoofdpijn",
        "https://voorbeeld.example",
        "batch AB1234567 van Ventora",
        "wat @ hier",
        "zie voorbeeld.example en fb.com",
        "pijn.misselijk/moe, 0.5mg/ml en km/u",
    ],
)
def test_what_is_no_datum_of_a_person_stays(words: str) -> None:
    report = section("N.2.r", {"H.1": words})
    assert report_of(masked(section("N", {}, report))).text("H.1") == words
    assert not found_in(words)


def test_a_name_is_found_as_a_whole_word_only() -> None:
    report = section("N.2.r", {"H.1": "Anna at bananannas with ANNA"})
    found = report_of(masked(section("N", {}, report), {"Anna", "x"})).text("H.1")
    assert found == f"{MARK} at bananannas with {MARK}"


def masked_text(words: str, name: str, products: str = "Ventora") -> str:
    """Return a text of the masked copy of a report of one reporter and one product."""
    reporter = section("C.2.r", {"C.2.r.1.2": name})
    report = section("N.2.r", {"H.1": words}, reporter, section("G.k", {"G.k.2.2": products}))
    return report_of(masked(section("N", {}, report))).text("H.1")


@pytest.mark.requirement("P12")
@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        (
            "Jo",
            "Jo is jong, Johan niet. Groetjes jo",
            f"{MARK} is jong, Johan niet. Groetjes {MARK}",
        ),
        ("Marieke Jansen", "Groetjes, Marieke", f"Groetjes, {MARK}"),
        ("marieke_jansen82", "mevrouw Jansen", f"mevrouw {MARK}"),
        ("Moeder van Ventora en Lin", "van moeder Lin, Ventora", f"van moeder {MARK}, Ventora"),
        ("Moeder van Ventóra en Lin", "van Lin, Ventora", f"van {MARK}, Ventora"),
        ("Bo Li", "Bo was hier", "Bo was hier"),
        ("7", "7 dagen", "7 dagen"),
    ],
)
def test_a_name_is_masked_at_any_length_and_in_its_parts(name: str, words: str, left: str) -> None:
    assert masked_text(words, name) == left


@pytest.mark.requirement("P12")
@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        ("Zoë", f"groeten, {APART}!", f"groeten, {MARK}!"),
        (APART, "groeten, Zoë en Zoe, geen Zoete", f"groeten, {MARK} en {MARK}, geen Zoete"),
        ("Zoe", f"{APART}, Zoé en ZOË", f"{MARK}, {MARK} en {MARK}"),
        ("Søren Łuk", "van soren  luk en Soren", f"van {MARK} en {MARK}"),
        ("O'Neill", "liefs O’Neill", f"liefs {MARK}"),
        ("Marie-Claire", "liefs Marie\u2011Claire", f"liefs {MARK}"),
        ("Weiß", "Weiss was\u00ad het, we\u00adiß", f"{MARK} was\u00ad het, {MARK}"),
        ("Bill`s", "Bill's wagen", f"{MARK} wagen"),
        ("\u0308\u0308\u0308", "groeten van José", "groeten van José"),
    ],
)
def test_a_name_is_masked_however_its_accents_are_written(name: str, words: str, left: str) -> None:
    assert masked_text(words, name) == left


@pytest.mark.parametrize("place", ["instagram.com/jan", "nl.linkedin.com/in/jan?x=1", "fb.me/jan"])
def test_an_account_on_the_web_is_masked_as_people_type_it(place: str) -> None:
    assert found_in(place)
    assert masked_text(f"ik ben ({place}) te vinden", "x y") == f"ik ben ({MARK}) te vinden"


@pytest.mark.requirement("P12")
def test_who_signs_with_a_part_of_a_name_is_masked_in_the_copy(case: SafetyCase) -> None:
    thread = tuple(replace(post, author="Els de Wit") for post in case.snapshot.thread[:1])
    assert thread
    snapshot = replace(case.snapshot, author="Marieke Ventora", thread=thread)
    told = (("given-name", "Roos Marijn"),)
    full = replace(
        case, snapshot=snapshot, details=told, remark="van Els, Marieke, Marijn, Ventora"
    )
    remark = report_of(case_batch(full, Profile.EV_MASKED)).text("H.1").rpartition("“")[2]
    assert remark == f"van {MARK}, {MARK}, {MARK}, Ventora”"
