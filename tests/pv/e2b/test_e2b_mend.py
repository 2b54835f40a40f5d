"""What a report says to each question of the form is read back, and another answer mends it."""

from dataclasses import replace

import pytest

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from webcare_desk.domain.case_parts import Part
from webcare_desk.domain.e2b import Null, Section, report_of, with_sections
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b import parts
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.mend import Told, mended, told_in
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.e2b.write import write

ANSWERS = {
    Ask.INITIALS: "M.J.",
    Ask.SEX: "female",
    Ask.AGE: "8 months",
    Ask.AGE_GROUP: "adult",
    Ask.EVENT_START: "2026-01",
    Ask.EVENT_END: "2026-02-03",
    Ask.OUTCOME: "not-recovered",
    Ask.BATCH: "AB12",
    Ask.DOSE: "1 per dag",
    Ask.DOSE_FORM: "pen",
    Ask.ROUTE: "onder de huid",
    Ask.USE_START: "2025",
    Ask.USE_END: "2026-02-01",
    Ask.QUALIFICATION: "pharmacist",
    Ask.COUNTRY: "BE",
    Ask.GIVEN_NAME: "Els",
    Ask.FAMILY_NAME: "Maes",
    Ask.STREET: "Kerkstraat 1",
    Ask.CITY: "Gent",
    Ask.POSTCODE: "9000",
    Ask.PHONE: "+32 9 123",
    Ask.PARENT_INITIALS: "P.",
    Ask.PARENT_AGE: "31 years",
}


def report(answers: dict[Ask, str], *events: str) -> Section:
    """Return the report of a case with answers of the form."""
    case = case_for(comment(1, TEXT, *FINDINGS))
    details = tuple((ask.value, words) for ask, words in answers.items())
    words = events or case.event_words[:1]
    return case_batch(replace(case, details=details, event_words=words), Profile.INTAKE)


def asked(batch: Section, ask: Ask) -> list[Told]:
    return [each for each in told_in(batch, "en") if each.ask is ask]


@pytest.mark.requirement("P19")
@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_answer_is_read_back_as_it_was_given(language: str) -> None:
    batch = report(ANSWERS)
    dutch = {
        Ask.AGE: "8 maanden",
        Ask.EVENT_START: "1-2026",
        Ask.EVENT_END: "3-2-2026",
        Ask.USE_END: "1-2-2026",
        Ask.PARENT_AGE: "31 jaar",
    }
    wanted = ANSWERS | (dutch if language == "nl" else {})
    assert {each.ask: each.answer for each in told_in(batch, language)} == wanted
    for each in told_in(batch, language):
        assert parts.changed(report_of(batch), mended(each, each.answer)) == report_of(batch)


@pytest.mark.requirement("P19")
def test_every_answer_can_be_taken_back_and_given_anew() -> None:
    full, bare = report(ANSWERS), report({})
    for start, answers in ((bare, ANSWERS), (full, dict.fromkeys(ANSWERS, ""))):
        now = report_of(start)
        for each in told_in(start, "en"):
            if each.ask is not Ask.COUNTRY:
                now = parts.changed(now, mended(each, answers[each.ask]))
        batch = with_sections(start, now)
        found = {each.ask: each.answer for each in told_in(batch, "en")}
        empty = {Ask.QUALIFICATION: "consumer"} if start is full else {}
        assert found == {**answers, **empty, Ask.COUNTRY: asked(start, Ask.COUNTRY)[0].answer}
        sent = read(write(batch).data).batch
        assert {each.ask: each.answer for each in told_in(sent, "en")} == found
    assert now.get("D.1") is Null.UNK
    assert now.each("E.i")[0].text("E.i.7") == "0"


def test_each_of_several_events_is_asked_by_its_words() -> None:
    batch = report({}, "hoofdpijn", "koorts")
    second = asked(batch, Ask.OUTCOME)[1]
    assert second.of is not None
    assert (second.of.part, second.of.words) == (Part.REACTION, "koorts")
    assert mended(second, "fatal") == {"E.i[2]/E.i.7": "5"}


def test_an_answer_that_no_element_can_hold_changes_nothing() -> None:
    batch = report(ANSWERS)
    assert mended(asked(batch, Ask.EVENT_START)[0], "vorige week") == {}
    assert mended(asked(batch, Ask.COUNTRY)[0], "Nergens") == {}


def test_the_unit_of_an_age_is_a_part_of_it() -> None:
    (age,) = asked(report(ANSWERS), Ask.AGE)
    assert mended(age, "2 wk") == {"D.2.2a": "2", "D.2.2b": "wk"}
    assert age.is_named(frozenset({"D.2.2b"}))
    assert not age.is_named(frozenset({"D.2.3"}))


def test_the_primary_reporter_is_the_one_who_is_mended() -> None:
    now = report_of(report({}))
    values = {"C.2.r[1]/C.2.r.5": None, "C.2.r[2]/C.2.r.5": "1", "C.2.r[2]/C.2.r.3": "FR"}
    batch = with_sections(report({}), parts.changed(now, values))
    assert [(each.path, each.answer) for each in asked(batch, Ask.COUNTRY)] == [
        ("C.2.r[2]/C.2.r.3", "FR")
    ]
