"""Each rule: a report that keeps it and one that breaks it, told by the rule's id."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.support.cases import batch
from webcare_desk.domain.e2b import (
    Null,
    Section,
    Value,
    report_of,
    section,
    walk,
    with_sections,
    with_values,
)
from webcare_desk.domain.filing import ZONE
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.elements import Element, Kind, elements
from webcare_desk.pv.e2b.masking import masked
from webcare_desk.pv.e2b.rules import Checked, Profile, rules
from webcare_desk.pv.e2b.times import stamp, written

BLANKS = [("G.k.2.2", "G.k"), ("D.1", "N.2.r")]
COUNTRIES = [
    *(("C.2.r.3", "C.2.r"), ("C.3.4.5", "N.2.r"), ("C.5.1.r.2", "C.5.1.r")),
    *(("E.i.9", "E.i"), ("G.k.2.4", "G.k"), ("G.k.3.2", "G.k")),
]
TOO_OLD = [("400", "a"), ("17", "{decade}"), ("1900", "mo"), ("-1", "a")]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
MANDATORY = [each.code for each in elements().values() if each.mandatory]
LIMITED = [each for each in elements().values() if each.length and each.kind is Kind.TEXT]
CODED = [
    each for each in elements().values() if each.length and each.kind in {Kind.NUMBER, Kind.WORD}
]
MEDDRA = [each for each in elements().values() if each.kind is Kind.MEDDRA]
DATES = [each for each in elements().values() if each.kind is Kind.DATE]
SOUND = with_sections(
    batch(5),
    with_values(
        report_of(batch(5)),
        {"C.1.9.1": Null.NI, "D.7.2": "none", "D.2.3": None, "C.1.11.1": None, "C.1.11.2": None},
    ),
)


def broken(found: Section, profile: Profile = Profile.SUBMISSION) -> set[str]:
    return {each.rule.id for each in breaches(Checked(found, profile, NOW))}


def changed(found: Section, home: str, values: Mapping[str, Value | None]) -> Section:
    """Return the batch with values changed in every section called `home`; one is made if need be."""
    inner = [changed(each, home, values) for each in found.sections]
    made = with_sections(found, *inner)
    return with_values(made, dict(values)) if found.code == home else made


def having(home: str, values: Mapping[str, Value | None]) -> Section:
    """Return a sound batch in which there is one section `home` with these values."""
    if any(each.code == home for _, each in walk(SOUND)):
        return changed(SOUND, home, values)
    report = report_of(SOUND)
    parent = next((each for each in ("G.k",) if home.startswith(f"{each}.")), "")
    if parent:
        drugs = [
            with_sections(each, *each.sections, section(home, values))
            for each in report.each("G.k")
        ]
        others = [each for each in report.sections if each.code != "G.k"]
        return with_sections(SOUND, with_sections(report, *others, *drugs))
    return with_sections(SOUND, with_sections(report, *report.sections, section(home, values)))


def test_the_sound_report_breaks_nothing() -> None:
    assert broken(SOUND) == set()


@pytest.mark.requirement("P13")
def test_thirty_four_elements_are_mandatory() -> None:
    assert len(MANDATORY) == 34


@pytest.mark.requirement("P13")
@pytest.mark.parametrize("code", MANDATORY)
def test_a_mandatory_element_that_is_missing_is_told_by_its_rule(code: str) -> None:
    gone = changed(SOUND, elements()[code].section, {code: None})
    assert f"REQ-{code}" in broken(gone)


@pytest.mark.requirement("P14")
@pytest.mark.parametrize("element", LIMITED, ids=lambda each: each.code)
def test_the_longest_text_passes_and_one_character_more_is_told(element: Element) -> None:
    code, rule = element.code, f"LEN-{element.code}"
    assert rule not in broken(having(element.section, {code: "x" * element.length}))
    assert rule in broken(having(element.section, {code: "x" * (element.length + 1)}))


@pytest.mark.parametrize("element", CODED, ids=lambda each: each.code)
def test_the_longest_number_or_code_passes_and_one_more_is_told(element: Element) -> None:
    code, rule = element.code, f"LEN-{element.code}"
    letter = "9" if element.kind is Kind.NUMBER else "a"
    assert rule not in broken(having(element.section, {code: letter * element.length}))
    assert rule in broken(having(element.section, {code: letter * (element.length + 1)}))


@pytest.mark.parametrize("element", MEDDRA, ids=lambda each: each.code)
def test_a_term_of_meddra_has_eight_digits(element: Element) -> None:
    code, rule = element.code, f"MED-{element.code}"
    assert rule not in broken(having(element.section, {code: "10019211"}))
    for wrong in ("1001921", "100192111", "1001921a", "１００１９２１１"):
        assert rule in broken(having(element.section, {code: wrong}))


def test_every_length_of_the_standard_has_its_rule() -> None:
    known = {each.id for each in rules()}
    for each in elements().values():
        if each.length:
            kinds = {Kind.CODE: "VAL", Kind.MEDDRA: "MED"}
            assert f"{kinds.get(each.kind, 'LEN')}-{each.code}" in known


@pytest.mark.requirement("P14")
@pytest.mark.parametrize("element", DATES, ids=lambda each: each.code)
def test_a_date_is_of_the_calendar_exact_enough_and_not_to_come(element: Element) -> None:
    def told(text: str) -> set[str]:
        return broken(having(element.section, {element.code: text}))

    good = {"year": "2019", "day": "20250228", "second": "20250228101112+0100"}[element.least]
    assert not told(good) & {f"{kind}-{element.code}" for kind in ("TIM", "PRE", "FUT")}
    assert f"TIM-{element.code}" in told("20250230")
    assert f"FUT-{element.code}" in told("20260101153000+0100")
    if element.least != "year":
        assert f"PRE-{element.code}" in told("2019")


@pytest.mark.parametrize(
    "element", [each for each in elements().values() if each.codes], ids=lambda each: each.code
)
def test_a_code_that_is_not_in_the_list_is_told(element: Element) -> None:
    wrong = having(element.section, {element.code: "77"})
    right = having(element.section, {element.code: element.codes[0]})
    assert f"VAL-{element.code}" in broken(wrong)
    assert f"VAL-{element.code}" not in broken(right)


@pytest.mark.parametrize(
    ("rule", "home", "wrong"),
    [
        ("PRI-C.2.r.5", "C.2.r", {"C.2.r.5": None}),
        ("CTR-C.2.r.3", "C.2.r", {"C.2.r.3": None}),
        ("ORG-C.3.2", "N.2.r", {"C.3.1": "6", "C.3.2": None}),
        ("SUS-G.k.1", "G.k", {"G.k.1": "2"}),
        ("SAM-N.2.r.1", "N.2.r", {"N.2.r.1": "another"}),
        ("SAM-N.2.r.4", "N.2.r", {"N.2.r.4": "20240101010101"}),
        ("FRM-C.1.1", "N.2.r", {"C.1.1": "no country"}),
        ("FRM-C.1.8.1", "N.2.r", {"C.1.8.1": "nl-x-1"}),
        ("ORD-C.1.5", "N.2.r", {"C.1.4": "20250601", "C.1.5": "20250531"}),
        ("ORD-C.1.2", "N.2.r", {"C.1.4": "20250601", "C.1.2": "20250531010101+0200"}),
        ("ORD-E.i.5", "E.i", {"E.i.4": "202505", "E.i.5": "202504"}),
        ("ORD-G.k.4.r.5", "G.k.4.r", {"G.k.4.r.4": "202505", "G.k.4.r.5": "2024"}),
        ("RSN-C.1.11.2", "N.2.r", {"C.1.11.1": "1"}),
        ("LNG-E.i.1.1b", "E.i", {"E.i.1.1a": "x", "E.i.1.1b": None}),
        ("UNI-G.k.5b", "G.k", {"G.k.5a": "1", "G.k.5b": "mcg"}),
        ("UNI-G.k.2.3.r.3b", "G.k.2.3.r", {"G.k.2.3.r.3a": "1", "G.k.2.3.r.3b": "mg/box"}),
        ("UNI-F.r.3.3", "F.r", {"F.r.2.1": "x", "F.r.3.2": "1", "F.r.3.3": "\N{MICRO SIGN}g/l"}),
        *(("ISO-E.i.1.1b", "E.i", {"E.i.1.1b": no}) for no in ("nl", "xxx", "qab", "NLD")),
        ("ISO-H.5.r.1b", "H.5.r", {"H.5.r.1a": "x", "H.5.r.1b": "xxx"}),
        *(("AGE-D.2.2", "N.2.r", {"D.2.2a": old, "D.2.2b": unit}) for old, unit in TOO_OLD),
        *(("UNI-G.k.4.r.1b", "G.k.4.r", {"G.k.4.r.1b": no}) for no in ("scoop", "mg/d", "MG")),
        ("AGE-D.10.2.2", "N.2.r", {"D.10.2.2a": "151", "D.10.2.2b": "a"}),
        ("LNG-H.5.r.1b", "H.5.r", {"H.5.r.1a": "x", "H.5.r.1b": None}),
        ("HIS-D.7.2", "N.2.r", {"D.7.2": None}),
        ("REF-G.k.9.i.1", "G.k.9.i", {"G.k.9.i.1": "nowhere"}),
        ("NUL-C.1.1", "N.2.r", {"C.1.1": Null.MSK}),
        ("NUM-D.3", "N.2.r", {"D.3": "70,5"}),
        ("NUM-D.3", "N.2.r", {"D.3": "٧٠"}),
        ("MED-E.i.2.1b", "E.i", {"E.i.2.1b": "123"}),
        ("TOK-E.i.9", "E.i", {"E.i.9": "N L"}),
        *((f"BLK-{code}", home, {code: " \n"}) for code, home in BLANKS),
        *(
            (f"ISO-{code}", home, {code: no})
            for code, home in COUNTRIES
            for no in ("nl", "XX", "-")
        ),
        *(
            (f"TOG-{pair}", home, {f"{pair}a": "1", f"{pair}b": None})
            for pair, home in [
                *(("D.2.2", "N.2.r"), ("D.2.2.1", "N.2.r"), ("D.10.2.2", "N.2.r")),
                *(("E.i.6", "E.i"), ("G.k.4.r.1", "G.k.4.r"), ("G.k.4.r.6", "G.k.4.r")),
                *(("G.k.5", "G.k"), ("G.k.6", "G.k")),
                *(("G.k.9.i.3.1", "G.k.9.i"), ("G.k.9.i.3.2", "G.k.9.i")),
            ]
        ),
    ],
)
def test_a_rule_between_elements_sees_what_breaks_it(
    rule: str, home: str, wrong: dict[str, Value | None]
) -> None:
    assert rule not in broken(SOUND)
    reports = having(home, wrong)
    if rule == "HIS-D.7.2":
        report = report_of(reports)
        kept = [each for each in report.sections if each.code != "D.7.1.r"]
        reports = with_sections(reports, with_sections(report, *kept))
    assert rule in broken(reports)


def without(code: str) -> Section:
    report = report_of(SOUND)
    kept = [each for each in report.sections if each.code != code]
    return with_sections(SOUND, with_sections(report, *kept))


@pytest.mark.parametrize(("rule", "code"), [("ANY-E.i", "E.i"), ("ANY-G.k", "G.k")])
def test_a_report_without_a_reaction_or_a_drug_is_told(rule: str, code: str) -> None:
    assert rule in broken(without(code))
    assert rule not in broken(SOUND)


def test_two_releases_of_meddra_in_one_report_are_told() -> None:
    report = report_of(SOUND)
    more = section("E.i", {"E.i@id": "a", "E.i.2.1a": "27.0"}), section("E.i", {"E.i.2.1a": "28.1"})
    assert "MED-E.i.2.1a" in broken(
        with_sections(SOUND, with_sections(report, *report.sections, *more))
    )


def test_documents_that_nobody_names_are_told() -> None:
    report = with_values(report_of(without("C.1.6.1.r")), {"C.1.6.1": "true"})
    assert "DOC-C.1.6.1" in broken(with_sections(SOUND, report))
    named = with_sections(report, *report.sections, section("C.1.6.1.r", {"C.1.6.1.r.1": "a"}))
    assert "DOC-C.1.6.1" not in broken(with_sections(SOUND, named))


def test_the_masked_profile_asks_for_what_is_masked_and_blank() -> None:
    person = {"C.2.r.1.2": "Anna", "C.2.r.2.7": "+31201234567"}
    open_text = having("C.2.r", person)
    report = with_values(report_of(open_text), {"C.3.3.5": "Jansen", "H.1": "write a@b.nl"})
    found = with_sections(open_text, report)
    assert {"MSK-PERSON", "MSK-BLANK", "MSK-TEXT"} <= broken(found, Profile.EV_MASKED)
    assert not {"MSK-PERSON", "MSK-BLANK", "MSK-TEXT"} & broken(masked(found), Profile.EV_MASKED)


def test_pv_takes_a_reaction_without_a_code_and_an_authority_does_not() -> None:
    draft = changed(SOUND, "E.i", {"E.i.2.1a": None, "E.i.2.1b": Null.NI})
    assert not {"REQ-E.i.2.1a", "NUL-E.i.2.1b"} & broken(draft, Profile.INTAKE)
    assert {"REQ-E.i.2.1a", "NUL-E.i.2.1b"} <= broken(draft, Profile.SUBMISSION)


@pytest.mark.requirement("P13")
def test_every_rule_speaks_both_languages_and_has_an_id_of_its_own() -> None:
    found = rules()
    assert len({each.id for each in found}) == len(found)
    assert all(each.nl and each.en and each.nl != each.en for each in found)
    told = breaches(Checked(changed(SOUND, "N.2.r", {"C.1.3": None}), Profile.INTAKE, NOW))
    assert [(each.message("nl"), each.message("en")) for each in told] == [
        ("C.1.3 (soort melding) ontbreekt.", "C.1.3 (type of report) is missing.")
    ]


@pytest.mark.requirement("P14")
def test_the_two_hours_of_an_autumn_night_are_told_apart() -> None:
    first, second = 1_761_438_600_000_000, 1_761_442_200_000_000
    assert written(first, ZONE) == "20251026023000+0200"
    assert written(second, ZONE) == "20251026023000+0100"
    earlier, later = stamp(written(first, ZONE)), stamp(written(second, ZONE))
    assert earlier is not None
    assert later is not None
    assert (later.begins - earlier.begins).total_seconds() == 3600
    assert "ORD-C.1.5" in broken(
        changed(SOUND, "N.2.r", {"C.1.4": written(second, ZONE), "C.1.5": written(first, ZONE)})
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "2025-01-01",
        "20251301",
        "2025022924",
        "20250101+0100",
        "2025+0100",
        "2025010112+1500",
        "２０２５",
        "00000101",
        "00010101000000+1400",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert stamp(text) is None


def test_a_local_day_that_has_begun_somewhere_is_not_to_come() -> None:
    rule = "FUT-D.2.1"
    assert rule not in broken(having("N.2.r", {"D.2.1": "20260101"}))
    assert rule in broken(having("N.2.r", {"D.2.1": "20260102"}))
