"""Reactions and medicines come and go in a later version, and the message follows."""

from dataclasses import replace

import pytest

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from tests.pv.e2b.test_e2b_build import NOW
from webcare_desk.domain.case_parts import Added, DrugRole, Edit, Listed, Part, Removed
from webcare_desk.domain.e2b import Null, Section, Value, report_of, section, with_sections
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b import parts
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.write import write


@pytest.fixture
def batch() -> Section:
    return case_batch(case_for(comment(1, TEXT, *FINDINGS)), Profile.INTAKE)


def broken(batch: Section) -> set[tuple[str, str]]:
    return {(each.rule.id, each.path) for each in breaches(Checked(batch, Profile.INTAKE, NOW))}


NEW = (Added(Part.REACTION, " duizelig "), Added(Part.DRUG, "Calmix", DrugRole.CONCOMITANT))


@pytest.mark.requirement("P19")
def test_what_is_added_stands_last_and_survives_the_message(batch: Section) -> None:
    before, after = parts.listed(batch), parts.with_added(batch, NEW)
    found = parts.listed(after)
    assert [each.words for each in found if each not in before] == ["duizelig", "Calmix"]
    reaction, drug = report_of(after).each("E.i")[-1], report_of(after).each("G.k")[-1]
    assert reaction.get("E.i.3.2a") is Null.NI
    assert reaction.text("E.i.1.1b") == report_of(batch).each("E.i")[0].text("E.i.1.1b")
    assert drug.text("G.k.1") == "2"
    assert read(write(after).data).batch == after
    idents = [each.text("E.i@id") for each in report_of(after).each("E.i")]
    assert len(set(idents)) == len(idents)
    assert parts.with_added(batch, NEW) == after


def test_the_rules_hold_of_what_is_added(batch: Section) -> None:
    assert broken(parts.with_added(batch, NEW)) == broken(batch)


@pytest.mark.requirement("P19")
def test_what_is_taken_away_is_gone_with_what_was_said_of_it(batch: Section) -> None:
    after = parts.with_added(batch, NEW)
    report = report_of(after)
    last = report.each("E.i")[-1].text("E.i@id")
    judged = section("G.k.9.i", {"G.k.9.i.1": last, "G.k.9.i.4": "1"})
    drugs = [with_sections(each, *each.sections, judged) for each in report.each("G.k")]
    others = [each for each in report.sections if each.code != "G.k"]
    related = with_sections(after, with_sections(report, *others, *drugs))
    count = len(report.each("E.i"))
    left = report_of(parts.without(related, [Removed(Part.REACTION, count)]))
    assert len(left.each("E.i")) == count - 1
    assert [each.each("G.k.9.i") for each in left.each("G.k")] == [()] * len(drugs)
    kept = report_of(parts.without(related, [Removed(Part.DRUG, 1)]))
    assert [len(each.each("G.k.9.i")) for each in kept.each("G.k")] == [1] * (len(drugs) - 1)


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ([Removed(Part.REACTION, 9)], r"There is no E\.i\[9\]"),
        ([Removed(Part.DRUG, 1)], r"the last G\.k stays"),
    ],
)
def test_what_cannot_go_is_refused(batch: Section, edits: list[Edit], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        parts.without(batch, edits)


def test_nothing_without_words_is_added(batch: Section) -> None:
    with pytest.raises(RefusedError, match="Say in words"):
        parts.with_added(batch, [Added(Part.DRUG, "  ")])


def test_the_narrative_tells_what_came_and_went(batch: Section) -> None:
    (first, *_) = (each for each in parts.listed(batch) if each.part is Part.DRUG)
    edits: list[Edit] = [*NEW, Removed(Part.DRUG, 1), Removed(Part.DRUG, 9)]
    assert parts.told(batch, edits, "en") == (
        "Reaction added: “duizelig”. Medicine added (concomitant): “Calmix”. "
        f"Medicine taken away: “{first.words}”. Medicine taken away: “”."
    )
    assert parts.told(batch, edits, "nl") == (
        "Reactie toegevoegd: “duizelig”. Middel toegevoegd (daarnaast gebruikt): “Calmix”. "
        f"Middel weggehaald: “{first.words}”. Middel weggehaald: “”."
    )
    assert Listed(Part.DRUG, 1, first.words) == first


def test_a_product_that_was_not_named_is_told_in_the_language_of_the_narrative() -> None:
    case = replace(case_for(comment(1, TEXT, *FINDINGS)), products=())
    unnamed = case_batch(case, Profile.INTAKE)
    edits = [Removed(Part.DRUG, 1)]
    assert (
        parts.told(unnamed, edits, "en") == "Medicine taken away: “not named: the page's product”."
    )
    said = "Middel weggehaald: “niet genoemd: het middel van de pagina”."
    assert parts.told(unnamed, edits, "nl") == said


def test_an_element_of_a_part_is_named_by_its_path(batch: Section) -> None:
    values: dict[str, Value | None] = {
        "E.i[2]/E.i.7": "1",
        "G.k[1]/G.k.4.r[1]/G.k.4.r.7": "AB12",
        "G.k[1]/G.k.4.r[2]/G.k.4.r.8": "one tablet",
        "D.2.2a": "44",
    }
    done = parts.changed(report_of(parts.with_added(batch, NEW)), values)
    assert done.each("E.i")[1].text("E.i.7") == "1"
    first, second = done.each("G.k")[0].each("G.k.4.r")
    assert (first.text("G.k.4.r.7"), second.text("G.k.4.r.8")) == ("AB12", "one tablet")
    assert done.text("D.2.2a") == "44"
    assert parts.changed(done, {"E.i[2]/E.i.7": None}).each("E.i")[1].get("E.i.7") is None


def test_the_only_part_needs_no_place(batch: Section) -> None:
    report = report_of(batch)
    assert len(report.each("G.k")) == 1
    done = parts.changed(report, {"G.k.2.2": "Ventora 10", "G.k.4.r.7": "AB12"})
    assert done.each("G.k")[0].text("G.k.2.2") == "Ventora 10"
    assert done.each("G.k")[0].each("G.k.4.r")[0].text("G.k.4.r.7") == "AB12"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("X.1", "X.1 is no element"),
        ("G.k[9]/G.k.2.2", r"There is no G\.k\[9\]: the report has 2"),
        ("G.k[3]/G.k.2.2", r"There is no G\.k\[3\]"),
        ("G.k.2.2", r"Say which one: G\.k\[1\]/G\.k\.2\.2"),
        ("G.k[1]/E.i.7", "E.i.7 does not stand there"),
        ("G.k[0]/G.k.2.2", "is no path"),
        ("E.i[1]/D.1", "D.1 does not stand there"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(batch: Section, path: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        parts.changed(report_of(parts.with_added(batch, NEW)), {path: "1"})
