"""The answers of the form stand where E2B has them, and a breach leads back to its field."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.e2b import Null, Section, report_of
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import CHOICES, FINDABLE, Ask, Mandatory, lacking
from webcare_desk.pv.e2b.asked import (
    ELEMENTS,
    field_of,
    partial_date,
    situation_code,
    situation_codes,
)
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.countries import CODES, country_code
from webcare_desk.pv.e2b.elements import elements
from webcare_desk.pv.e2b.rules import Breach, Checked, Profile
from webcare_desk.pv.e2b.times import stamp
from webcare_desk.pv.e2b.write import write
from webcare_desk.pv.narrative import narrative
from webcare_desk.pv.packet import case_from_json, to_json

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def told(case: SafetyCase, **answers: str) -> SafetyCase:
    details = tuple((Ask[name.upper()].value, answer) for name, answer in answers.items())
    return replace(case, details=details)


def report(case: SafetyCase) -> Section:
    return report_of(batch_of(case))


def problems(case: SafetyCase) -> list[tuple[str, str | None]]:
    found = breaches(Checked(batch_of(case, as_typed=True), Profile.INTAKE, NOW))
    return [(each.rule.id, field_of(each, len(case.products))) for each in found]


def test_every_question_has_a_place() -> None:
    assert set(ELEMENTS) == set(Ask)
    assert all(element in elements() for element in ELEMENTS.values())
    for ask, codes in CHOICES.items():
        known = elements()[ELEMENTS[ask]].codes
        assert all(not code or code in known for code in codes.values())


def test_the_answers_stand_in_their_elements(case: SafetyCase) -> None:
    found = report(
        told(case, initials="J.V.", age="8 maanden", age_group="infant", sex="female", batch="L1")
    )
    assert (found.text("D.1"), found.text("D.2.2a"), found.text("D.2.2b")) == ("J.V.", "8", "mo")
    assert (found.text("D.2.3"), found.text("D.5")) == ("2", "2")
    assert found.each("G.k")[0].each("G.k.4.r")[0].text("G.k.4.r.7") == "L1"


def test_other_medicines_are_drugs_that_nobody_suspects(case: SafetyCase) -> None:
    drugs = report(told(case, other_medicines="paracetamol; ; ijzer")).each("G.k")
    assert [(each.text("G.k.1"), each.text("G.k.2.2")) for each in drugs] == [
        ("1", "Ventora-pen"),
        ("2", "paracetamol"),
        ("2", "ijzer"),
    ]


def test_a_linked_case_is_named_as_its_report_is(case: SafetyCase) -> None:
    linked = report(replace(case, linked=("NL-VAREN-1",)))
    assert linked.each("C.1.10.r")[0].text("C.1.10.r") == report(
        replace(case, reference="NL-VAREN-1")
    ).text("C.1.1")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2026-05-12", "20260512"),
        ("12-5-2026", "20260512"),
        ("12/05/2026", "20260512"),
        ("5-2026", "202605"),
        (" 2026 ", "2026"),
        ("2026.5", "202605"),
        ("20260512", "20260512"),
        (" 202605 ", "202605"),
        ("20260231", ""),
        ("122012", ""),
        ("12052026", ""),
        ("20260512120000", ""),
        ("31-2-2026", ""),
        ("vorige week", ""),
        ("", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_told(typed: str, found: str) -> None:
    assert partial_date(typed) == found


@given(st.dates())
def test_every_date_is_read_in_both_orders(day: object) -> None:
    text = str(day)
    year, month, date = text.split("-")
    assert partial_date(text) == partial_date(f"{date}-{month}-{year}") == text.replace("-", "")


@given(st.text())
def test_what_is_read_as_a_date_is_one(text: str) -> None:
    found = partial_date(text)
    assert not found or stamp(found) is not None


def test_what_cannot_be_read_is_told_in_words_and_found_by_a_rule(case: SafetyCase) -> None:
    vague = told(
        case, event_start="vorige week", age="een jaar of wat", country="Atlantis", sex="x"
    )
    found = report(vague)
    assert found.each("E.i")[0].get("E.i.4") is None
    assert found.get("D.2.2a") is None
    assert found.each("C.2.r")[0].get("C.2.r.3") is None
    assert "“Atlantis”" in narrative(vague, "nl")
    assert "“vorige week”" in narrative(vague, "nl")
    assert problems(vague) == [
        ("LEN-C.2.r.3", Ask.COUNTRY),
        ("LEN-D.2.2a", Ask.AGE),
        ("NUM-D.2.2a", Ask.AGE),
        ("VAL-D.5", Ask.SEX),
        ("TIM-E.i.4", Ask.EVENT_START),
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("be", "BE"),
        ("België", "BE"),
        ("the Netherlands", "NL"),
        ("de Filipijnen", "PH"),
        ("Zuid-Afrika", "ZA"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("EU", "EU"),
        ("VS", "US"),
        ("XX", None),
        ("Ö", None),
        ("België of Frankrijk", None),
        ("  ", "NL"),
    ],
)
def test_a_country_is_read_or_left_empty_but_never_another(
    case: SafetyCase, typed: str, code: str | None
) -> None:
    (reporter,) = report(told(case, country=typed)).each("C.2.r")
    assert reporter.get("C.2.r.3") == code


def test_two_letters_that_are_no_country_are_found_by_a_rule(case: SafetyCase) -> None:
    assert problems(told(case, country="XX")) == [("CTR-C.2.r.3", Ask.COUNTRY)]
    assert problems(told(case, country="uk")) == []


def test_every_name_of_a_country_has_a_code_of_the_standard() -> None:
    assert len(CODES) == 250
    assert all(len(code) == 2 and code == code.upper() for code in CODES)
    assert {country_code(name) for name in CODES} == CODES


@pytest.mark.requirement("P13")
def test_a_breach_leads_to_its_field(case: SafetyCase) -> None:
    assert problems(case) == []
    long = told(case, initials="x" * 61, batch="x" * 36, other_medicines="x" * 251)
    long = replace(long, products=("y" * 251,), event_words=("z" * 251,), linked=("9" * 100,))
    assert [field for _, field in problems(long)] == [
        "linked",
        Ask.INITIALS,
        "event_words",
        "products",
        Ask.OTHER_MEDICINES,
        Ask.BATCH,
    ]
    backwards = told(case, use_start="2026", use_end="2025", event_start="2027", event_end="2020")
    assert [field for _, field in problems(backwards)] == [
        Ask.EVENT_START,
        Ask.EVENT_END,
        Ask.USE_END,
    ]
    rule = breaches(Checked(batch_of(long), Profile.INTAKE, NOW))[0].rule
    assert field_of(Breach(rule, "N.2.r[1]", "D.2.2b"), 1) is Ask.AGE
    assert field_of(Breach(rule, "N.2.r[1]", "G.k.2.2"), 1) == "products"
    assert field_of(Breach(rule, "", "N.1.2"), 1) is None


def test_age_knows_its_units(case: SafetyCase) -> None:
    for typed, unit in (("52", "a"), ("52 jaar", "a"), ("3 weken", "wk"), ("9 dagen oud", "d")):
        assert report(told(case, age=typed)).text("D.2.2b") == unit
    for typed, unit in (("34 jr.", "a"), ("34yo", "a"), ("3 mnd", "mo"), ("6 wk old", "wk")):
        assert report(told(case, age=typed)).text("D.2.2b") == unit
    for typed in ("9 qqq", "34 m", "34 v", "30 minuten", "2 decennia", "3 jaargangen"):
        assert report(told(case, age=typed)).get("D.2.2a") is None
        assert f"“{typed}”" in narrative(told(case, age=typed), "en")
    assert report(told(case, age="1,5 year")).text("D.2.2a") == "1.5"


@pytest.mark.requirement("P7")
def test_a_situation_has_its_code_or_none() -> None:
    assert [situation_code(each) for each in (Situation.OVERDOSE, Situation.PREGNANCY)] == ["2", ""]


def test_the_packet_keeps_what_the_form_adds(case: SafetyCase) -> None:
    full = replace(
        told(case, contact="agreed", about="other"), serious_words=("ziekenhuis",), linked=("R-1",)
    )
    assert case_from_json(to_json(full, ""))[0] == full
    words = narrative(full, "nl")
    assert "Contact door PV: de schrijver stemt ermee in." in words
    assert "Over wie het gaat: iemand anders." in words
    assert "(PV beslist): “ziekenhuis”." in words
    assert "hetzelfde geval als: “R-1”." in words
    assert report(full).each("E.i")[0].get("E.i.3.2c") is Null.NI


def test_only_what_is_not_there_is_lacking(case: SafetyCase) -> None:
    assert lacking(case) == ()
    bare = replace(
        case,
        products=(),
        recognised_by=" ",
        snapshot=replace(case.snapshot, text=" ", link="", remote_id=""),
        awareness=replace(case.awareness, first_viewed_at=0),
        remark="",
    )
    assert lacking(bare) == (Mandatory.VERBATIM, Mandatory.LINK, Mandatory.WHO, Mandatory.SEEN)
    assert lacking(replace(bare, protocol="", remark="x"))[0] is Mandatory.PRODUCT


#: What a reporter gave; none of it may be read in a masked copy, but the town.
FOUND_BY = {
    "given_name": "Jo",
    "family_name": "Kanarieveld",
    "street": "Kanariedreef 12",
    "postcode": "9999 ZZ",
    "city": "Kanariestad",
    "phone": "+31 6 9998 8877",
    "email": "jo@kanarie",
    "parent_initials": "Q.Z.",
}


def test_how_the_reporter_is_reached_has_its_elements(case: SafetyCase) -> None:
    (reporter,) = report(told(case, **FOUND_BY)).each("C.2.r")
    assert (reporter.text("C.2.r.1.2"), reporter.text("C.2.r.1.4")) == ("Jo", "Kanarieveld")
    assert reporter.text("C.2.r.2.3") == "Kanariedreef 12"
    assert (reporter.text("C.2.r.2.4"), reporter.text("C.2.r.2.6")) == ("Kanariestad", "9999 ZZ")
    assert reporter.text("C.2.r.2.7") == "+31 6 9998 8877"
    assert {Ask[name.upper()] for name in FOUND_BY} == FINDABLE | {Ask.EMAIL}


def test_what_a_person_is_found_by_is_not_told_in_the_narrative(case: SafetyCase) -> None:
    full = told(case, **FOUND_BY)
    for language in ("nl", "en"):
        words = narrative(full, language)
        assert [each for each in FOUND_BY.values() if each in words] == ["jo@kanarie"]
        assert "C.2.r" in words
    assert "C.2.r" not in narrative(case, "en")


@pytest.mark.requirement("P12")
def test_no_canary_of_the_reporter_or_the_parent_is_in_the_masked_copy(case: SafetyCase) -> None:
    spoken = " ".join(words for name, words in FOUND_BY.items() if name != "given_name")
    full = replace(told(case, **FOUND_BY), remark=f"belt terug: {spoken}")
    plain = write(case_batch(full, Profile.INTAKE)).data.decode()
    masked = write(case_batch(full, Profile.EV_MASKED)).data.decode()
    assert all(words in plain for words in FOUND_BY.values())
    assert [words for words in FOUND_BY.values() if words in masked] == ["Kanariestad"]
    assert masked.count('nullFlavor="MSK"') >= 6


def test_what_the_father_took_has_the_parents_section_and_its_code(case: SafetyCase) -> None:
    found = report(told(case, parent="father", parent_initials="Q.Z.", parent_age="41"))
    assert (found.text("D.10.6"), found.text("D.10.1")) == ("1", "Q.Z.")
    assert (found.text("D.10.2.2a"), found.text("D.10.2.2b")) == ("41", "a")
    codes = [each.text("G.k.10.r") for each in found.each("G.k")[0].each("G.k.10.r")]
    assert codes == [*situation_codes(case), "3"]
    mothers = report(told(case, parent="mother"))
    assert mothers.text("D.10.6") == "2"
    assert "3" not in situation_codes(told(case, parent="mother"))
    vague = told(case, parent="father", parent_age="oud")
    assert report(vague).get("D.10.2.2a") is None
    assert problems(vague) == [("NUM-D.10.2.2a", Ask.PARENT_AGE)]
