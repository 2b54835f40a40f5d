"""Units, languages and ages: what people write is read, what no receiver takes is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.e2b import Section, report_of
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.cioms_boxes import boxes
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.contradictions import is_lifetime
from webcare_desk.pv.e2b.elements import elements
from webcare_desk.pv.e2b.faults import faults
from webcare_desk.pv.e2b.languages import CODES
from webcare_desk.pv.e2b.mend import mended, told_in
from webcare_desk.pv.e2b.parts import changed
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.units import UNITS, as_unit, dose_of, is_strength, offered, unit_of
from webcare_desk.pv.e2b.write import write

WORDS = [
    *(("mg", "mg"), ("MG", "mg"), ("milligram", "mg"), ("mcg", "ug"), ("microgram", "ug")),
    *(("\N{MICRO SIGN}g", "ug"), ("\N{GREEK SMALL LETTER MU}g", "ug"), ("ml", "mL"), ("cc", "mL")),
    *(("gram", "g"), ("gr.", "g"), ("l", "L"), ("IE", "[iU]"), ("i.e.", "[iU]"), ("IU", "[iU]")),
    *(("eenheden", "[iU]"), ("druppels", "[drp]"), ("procent", "%"), ("meq", "meq")),
    *(("tablet", "{DF}"), ("tablet(ten)", "{DF}"), ("pillen", "{DF}"), ("puffs", "{DF}")),
    *(("mg/kg", "mg/kg"), ("mg / ml", "mg/mL"), ("IE/ml", "[iU]/mL"), ("mcg/uur", "ug/h")),
    *((odd, "") for odd in ("", "schepje", "u", "/", "mg/", "/ml", "mg/doos", "10", "mg mg")),
]
DOSES = [
    ("25.000 IE", None),
    ("1,000 mg", None),
    ("0,125 mg", ("0.125", "mg")),
    ("5 mIU", None),
    ("5 MIU", ("5", "M[iU]")),
    *(("50 mg", ("50", "mg")), ("0,5 ml", ("0.5", "mL")), ("2 tabletten", ("2", "{DF}"))),
    *(("100mcg", ("100", "ug")), ("12.5 mg", ("12.5", "mg")), ("10 IE", ("10", "[iU]"))),
    *((odd, None) for odd in ("50", "mg", "50 mg per dag", "2x 50 mg", "50 mg/dag", "1 u")),
    *((odd, None) for odd in ("1 schep", "12345678.5 mg", "-5 mg", "5 mg\n2 mg")),
]


@pytest.mark.parametrize(("told", "unit"), WORDS)
def test_a_unit_is_read_as_people_write_it(told: str, unit: str) -> None:
    assert unit_of(told) == unit


def test_each_unit_of_the_list_is_itself() -> None:
    assert [unit_of(unit) for unit in UNITS] == [*UNITS]
    assert all(map(is_strength, UNITS))


@given(st.text())
def test_what_is_read_is_a_unit_of_a_report_or_nothing(told: str) -> None:
    unit = unit_of(told)
    assert not unit or (is_strength(unit) and unit_of(unit) == unit)
    dose = dose_of(told)
    assert dose is None or (dose[1] in UNITS and float(dose[0]) >= 0 and len(dose[0]) <= 8)


@given(st.sampled_from(UNITS), st.decimals(0, 9999, places=2))
def test_a_dose_is_what_its_number_and_unit_are(unit: str, number: object) -> None:
    assert dose_of(f"{number} {unit}") == (f"{number}", unit)


@pytest.mark.parametrize(("told", "dose"), DOSES)
def test_a_dose_is_a_number_with_a_unit_and_nothing_else(
    told: str, dose: tuple[str, str] | None
) -> None:
    assert dose_of(told) == dose


def test_all_units_are_offered_behind_a_number() -> None:
    assert offered("50 m") == tuple(f"50 {unit}" for unit in UNITS)
    assert offered("50") == offered("elke dag") == ()


def use_in(batch: Section) -> Section:
    (use,) = report_of(batch).each("G.k")[0].each("G.k.4.r")
    return use


def reported(case: SafetyCase, ask: Ask, words: str) -> Section:
    return batch_of(replace(case, details=((ask.value, words),)))


@pytest.mark.requirement("P19")
def test_a_dose_of_the_form_stands_in_its_words_and_as_number_and_unit(case: SafetyCase) -> None:
    batch = reported(case, Ask.DOSE, "0,5 ml")
    use = use_in(read(write(batch).data).batch)
    assert use.values == (("G.k.4.r.1a", "0.5"), ("G.k.4.r.1b", "mL"), ("G.k.4.r.8", "0,5 ml"))
    assert boxes(batch, "nl")["15"].text == "0,5 ml"
    assert use_in(reported(case, Ask.DOSE, "2 schepjes")).values == (("G.k.4.r.8", "2 schepjes"),)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("1 mg", {"G.k.4.r.8": "1 mg", "G.k.4.r.1a": "1", "G.k.4.r.1b": "mg"}),
        ("soms", {"G.k.4.r.8": "soms", "G.k.4.r.1a": None, "G.k.4.r.1b": None}),
        ("", {"G.k.4.r.8": None, "G.k.4.r.1a": None, "G.k.4.r.1b": None}),
    ],
)
def test_a_dose_that_is_mended_leaves_no_number_behind(
    case: SafetyCase, words: str, wanted: dict[str, str | None]
) -> None:
    batch = reported(case, Ask.DOSE, "2 tabletten")
    (told,) = (each for each in told_in(batch, "nl") if each.ask is Ask.DOSE)
    assert told.answer == "2 tabletten"
    way = "G.k[1]/G.k.4.r[1]/"
    assert mended(told, words) == {f"{way}{code}": value for code, value in wanted.items()}


def test_a_unit_that_is_set_stands_as_the_standard_has_it() -> None:
    report = changed(
        Section("N.2.r", (), (Section("G.k"),)),
        {"G.k[1]/G.k.4.r[1]/G.k.4.r.1b": "tabletten", "G.k[1]/G.k.4.r[1]/G.k.4.r.1a": "2"},
    )
    assert report.each("G.k")[0].each("G.k.4.r")[0].text("G.k.4.r.1b") == "{DF}"
    assert as_unit("G.k.4.r.8", "tabletten") == "tabletten"
    assert as_unit("G.k.5b", None) is None


def test_an_age_that_nobody_reaches_is_told_and_stands_in_no_element(case: SafetyCase) -> None:
    assert report_of(reported(case, Ask.AGE, "400")).get("D.2.2a") is None
    typed = replace(case, details=((Ask.AGE.value, "400"),))
    told = [each for each in faults(typed, Parties(), 0, "nl") if each.field == Ask.AGE]
    assert [each.message for each in told] == [
        "D.2.2a (leeftijd bij aanvang): zo oud wordt niemand; hoogstens 150 jaar, en niet minder dan 0."
    ]
    assert is_lifetime("150", "a")
    assert is_lifetime("old", "a")
    assert is_lifetime("9", "")


def test_the_languages_are_those_of_the_list_and_fit_their_elements() -> None:
    assert {"dut", "nld", "eng", "ara", "und"} <= CODES
    assert not {"xxx", "nl", "qaa"} & CODES
    for code in ("E.i.1.1b", "H.5.r.1b"):
        assert {len(each) for each in CODES} == {elements()[code].length}
