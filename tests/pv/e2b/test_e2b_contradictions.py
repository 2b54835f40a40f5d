"""What cannot both be true is told as a warning: nobody but PV can say which of the two is."""

from dataclasses import replace

import pytest

from tests.pv.e2b.test_e2b_rules import SOUND, broken
from webcare_desk.domain.e2b import Value, report_of, section, with_sections, with_values
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.faults import faults
from webcare_desk.pv.e2b.rules import Severity, rules

_Values = dict[str, Value | None]
AT = 1_780_272_000_000_000
BARE: _Values = dict.fromkeys(("D.2.1", "D.2.2a", "D.2.2b", "D.2.3", "D.5", "D.6", "D.9.1"))


def told(values: _Values, *onsets: str) -> set[str]:
    """Return what is broken in a sound report with these values, whose events began then."""
    report = report_of(SOUND)
    others = [each for each in report.sections if each.code not in {"E.i", "G.k"}]
    first = with_values(report.each("E.i")[0], {"E.i.4": None, "E.i.5": None})
    events = [with_values(first, {"E.i.4": onset}) for onset in onsets or ("",)]
    received: _Values = {"C.1.4": "20250601"}
    made = with_sections(with_values(report, BARE | received | values), *others, *events)
    return {each for each in broken(with_sections(SOUND, made)) if each in RULES}


RULES = {
    *("ORD-D.9.1", "ORD-D.9.1-E.i.4", "ORD-E.i.4", "ORD-D.7.1.r.4", "ORD-D.8.r.5"),
    *("AGE-D.2.1", "AGE-D.2.3", "SEX-D.6"),
}


@pytest.mark.parametrize(
    ("values", "onsets", "rule"),
    [
        ({"D.2.1": "2000", "D.9.1": "199912"}, (), "ORD-D.9.1"),
        ({"D.9.1": "20250101"}, ("202412", "20250102"), "ORD-D.9.1-E.i.4"),
        ({"D.2.1": "20200101"}, ("2020", "2019"), "ORD-E.i.4"),
        ({"D.5": "1", "D.6": "20250101"}, (), "SEX-D.6"),
        ({"D.2.1": "2020", "D.2.2a": "54", "D.2.2b": "a"}, (), "AGE-D.2.1"),
        ({"D.2.1": "1971", "D.2.2a": "8", "D.2.2b": "mo"}, ("2024",), "AGE-D.2.1"),
        ({"D.2.3": "2", "D.2.2a": "54", "D.2.2b": "a"}, (), "AGE-D.2.3"),
        ({"D.2.3": "6", "D.2.2a": "8", "D.2.2b": "mo"}, (), "AGE-D.2.3"),
    ],
)
def test_a_contradiction_is_told(values: _Values, onsets: tuple[str, ...], rule: str) -> None:
    assert told(values, *onsets) == {rule}


@pytest.mark.parametrize(
    ("values", "onsets"),
    [
        ({"D.2.1": "1971", "D.9.1": "2025", "D.9.3": "true"}, ("20250201", "1971")),
        ({"D.5": "2", "D.6": "20250101"}, ()),
        ({"D.5": "1"}, ()),
        ({"D.2.1": "1971", "D.2.2a": "53", "D.2.2b": "a"}, ("2024",)),
        # It was long ago, and nobody says when.
        ({"D.2.1": "1971", "D.2.2a": "20", "D.2.2b": "a"}, ()),
        ({"D.2.1": "1971", "D.2.2a": "5", "D.2.2b": "10.a"}, ("1980",)),
        ({"D.2.1": "1971", "D.2.2a": "vijf", "D.2.2b": "a"}, ("1980",)),
        ({"D.2.3": "2", "D.2.2a": "8", "D.2.2b": "mo"}, ()),
        ({"D.2.1": "1971", "D.2.2a": "60", "D.2.2b": "a", "C.1.4": None}, ()),
    ],
)
def test_what_may_both_be_true_is_not(values: _Values, onsets: tuple[str, ...]) -> None:
    assert told(values, *onsets) == set()


@pytest.mark.parametrize(
    ("home", "first", "second", "rule"),
    [
        ("D.7.1.r", "D.7.1.r.2", "D.7.1.r.4", "ORD-D.7.1.r.4"),
        ("D.8.r", "D.8.r.4", "D.8.r.5", "ORD-D.8.r.5"),
    ],
)
def test_the_past_ends_after_it_begins(home: str, first: str, second: str, rule: str) -> None:
    report = report_of(SOUND)
    others = [each for each in report.sections if each.code != home]
    for begin, end, is_told in (("2020", "201912", True), ("2020", "2020", False)):
        past = section(home, {first: begin, second: end})
        found = broken(with_sections(SOUND, with_sections(report, *others, past)))
        assert (rule in found) is is_told


def test_a_death_is_held_against_the_events_of_its_own_report() -> None:
    early, late = (
        with_sections(
            with_values(report_of(SOUND), BARE | values),
            with_values(report_of(SOUND).each("E.i")[0], {"E.i.4": onset, "E.i.5": None}),
        )
        for values, onset in (({"D.9.1": "2020"}, "2019"), ({}, "2025"))
    )
    assert "ORD-D.9.1-E.i.4" not in broken(with_sections(SOUND, early, late))


def test_no_contradiction_keeps_a_version_from_pv() -> None:
    found = [each for each in rules() if each.id in RULES]
    assert len(found) == len(RULES)
    assert {each.severity for each in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("details", "situation", "is_told"),
    [
        ({Ask.SEX: "male"}, Situation.PREGNANCY, True),
        ({Ask.SEX: "male"}, Situation.BREASTFEEDING, True),
        ({Ask.SEX: "male"}, Situation.OVERDOSE, False),
        ({Ask.SEX: "female"}, Situation.PREGNANCY, False),
        ({Ask.SEX: "male", Ask.AGE_GROUP: "newborn"}, Situation.PREGNANCY, False),
        ({Ask.SEX: "male", Ask.PARENT: "mother"}, Situation.PREGNANCY, False),
    ],
)
@pytest.mark.parametrize(("language", "word"), [("en", "A man"), ("nl", "Een man")])
def test_a_pregnancy_of_a_man_is_told_at_the_form(  # noqa: PLR0913 - a table of cases
    case: SafetyCase,
    details: dict[Ask, str],
    situation: Situation,
    language: str,
    word: str,
    *,
    is_told: bool,
) -> None:
    answers = tuple((ask.value, words) for ask, words in details.items())
    made = replace(case, details=answers, situations=(situation,))
    found = [each for each in faults(made, Parties(), AT, language) if each.field == Ask.SEX]
    assert [each.message.startswith(word) for each in found] == [True] * is_told


def test_the_form_tells_an_age_outside_its_group(case: SafetyCase) -> None:
    made = replace(case, details=((Ask.AGE.value, "54"), (Ask.AGE_GROUP.value, "foetus")))
    (found,) = faults(made, Parties(), AT, "en")
    assert (found.field, found.message) == (Ask.AGE_GROUP, "The age does not fit the age group.")
