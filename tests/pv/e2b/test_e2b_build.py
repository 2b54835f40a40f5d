"""A comment's case as a report: what was said, and nothing concluded from it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import e2b
from webcare_desk.domain.e2b import Null, report_of
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import ZONE, Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.pv.e2b.build import batch_of, report_number
from webcare_desk.pv.e2b.cases import batch_json, case_batch
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.meddra import load_release
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Checked, Profile, Severity
from webcare_desk.pv.e2b.schema import schema_problems
from webcare_desk.pv.e2b.version import amended, follow_up, nullified
from webcare_desk.pv.e2b.write import write

NOW = datetime(2026, 6, 1, tzinfo=UTC)
LATER = 1_790_000_000_000_000
TERM = "10019211$Hoofdpijn$10019211$$$$$$$Y$$\n10019999$Misselijk$1$$$$$$$N$$\n"


def errors(found: object, profile: Profile) -> list[str]:
    assert isinstance(found, Checked)
    return [
        e.rule.id
        for e in breaches(found)
        if e.rule.severity is Severity.ERROR and found.profile is profile
    ]


def test_a_case_is_a_valid_report_for_pv(case: SafetyCase) -> None:
    batch = case_batch(case, Profile.INTAKE)
    assert errors(Checked(batch, Profile.INTAKE, NOW), Profile.INTAKE) == []
    assert read(write(batch).data).batch == batch
    pack = e2b.folder()
    assert pack is None or schema_problems(write(batch).data, pack / "xsd") == ()


PHONES = ["06-1 [werk]", "06%12", "06#1#2", "06 <avond>", '06 "thuis"', "06 {a}|b\\c^d`e", "06%5B"]


@pytest.mark.parametrize("phone", PHONES)
def test_a_telephone_is_valid_whatever_is_typed(case: SafetyCase, phone: str) -> None:
    batch = case_batch(replace(case, details=((Ask.PHONE, phone),)), Profile.INTAKE)
    data = write(batch).data
    assert read(data).batch == batch
    address = re.search(rb'value="tel:([^"]*)"', data)
    assert address is not None
    assert not set('[]<>"{}|\\^`#') & set(address[1].decode())
    pack = e2b.folder()
    assert pack is None or schema_problems(data, pack / "xsd") == ()


def test_a_report_says_what_the_case_says(case: SafetyCase) -> None:
    report = report_of(
        batch_of(replace(case, situations=(Situation.OVERDOSE, Situation.PREGNANCY)))
    )
    assert [each.text("E.i.1.1a") for each in report.each("E.i")] == list(case.event_words)
    assert [each.text("G.k.2.2") for each in report.each("G.k")] == list(case.products)
    assert [each.text("G.k.10.r") for each in report.each("G.k")[0].each("G.k.10.r")] == ["2"]
    assert case.snapshot.text in report.text("H.1")
    assert report.each("H.5.r")[0].text("H.5.r.1b") == "dut"
    assert {report.each("E.i")[0].get(f"E.i.3.2{each}") for each in "abcdef"} == {Null.NI}


def test_a_case_that_names_nothing_is_still_a_report(case: SafetyCase) -> None:
    bare = replace(
        case,
        products=(),
        event_words=(),
        situations=(Situation.INTERACTION,),
        snapshot=replace(case.snapshot, language="en", author="x" * 61),
    )
    batch = batch_of(bare, Parties(sender="A-B", country="BE"))
    report = report_of(batch)
    assert errors(Checked(batch, Profile.INTAKE, NOW), Profile.INTAKE) == []
    assert report.each("G.k")[0].text("G.k.1") == "3"
    assert report.each("H.5.r") == ()
    assert report.each("C.2.r")[0].get("C.2.r.1.2") is None
    assert report_number(bare, Parties(sender="A-B", country="BE")).startswith("BE-AB-")


def test_the_masked_copy_names_nobody(case: SafetyCase) -> None:
    batch = case_batch(case, Profile.EV_MASKED)
    told = write(batch).data.decode()
    assert case.snapshot.author not in told
    assert case.recognised_by not in told
    assert [
        each
        for each in errors(Checked(batch, Profile.EV_MASKED, NOW), Profile.EV_MASKED)
        if each.startswith("MSK")
    ] == []


def test_a_release_codes_the_words_that_are_a_term(case: SafetyCase, tmp_path: Path) -> None:
    (tmp_path / "llt.asc").write_text(TERM, encoding="utf-8")
    (tmp_path / "meddra_release.asc").write_text("28.1$Dutch$$$$\n", encoding="utf-8")
    release = load_release(tmp_path)
    told = replace(case, event_words=("hoofdpijn", "misselijk", "raar"))
    coded = report_of(case_batch(told, Profile.SUBMISSION, release)).each("E.i")
    assert [each.get("E.i.2.1b") for each in coded] == ["10019211", Null.NI, Null.NI]
    assert coded[0].text("E.i.2.1a") == "28.1"
    draft = report_of(case_batch(told, Profile.INTAKE, release)).each("E.i")
    assert {each.get("E.i.2.1b") for each in draft} == {Null.NI}


def test_a_folder_that_is_no_release_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"llt\.asc cannot be read"):
        load_release(tmp_path)
    (tmp_path / "llt.asc").write_text(TERM, encoding="utf-8")
    with pytest.raises(UsageError, match="names no version"):
        load_release(tmp_path)


def test_a_release_is_read_to_a_limit(tmp_path: Path) -> None:
    (tmp_path / "llt.asc").symlink_to("/dev/zero")
    with pytest.raises(UsageError, match=r"llt\.asc is larger than 50 MB"):
        load_release(tmp_path)


def test_a_later_version_keeps_its_numbers_and_grows(case: SafetyCase) -> None:
    first = batch_of(case)
    second = follow_up(first, LATER, ZONE, {"D.5": "2"})
    one, two = report_of(first), report_of(second)
    assert (one.text("C.1.1"), one.text("C.1.8.1")) == (two.text("C.1.1"), two.text("C.1.8.1"))
    assert one.text("C.1.4") == two.text("C.1.4")
    assert two.text("C.1.5") > one.text("C.1.5")
    assert two.text("D.5") == "2"
    assert first.text("N.1.2") != second.text("N.1.2")
    assert (
        errors(Checked(second, Profile.INTAKE, datetime(2027, 1, 1, tzinfo=UTC)), Profile.INTAKE)
        == []
    )


def test_a_version_that_would_go_back_or_take_another_number_is_refused(case: SafetyCase) -> None:
    first = batch_of(case)
    with pytest.raises(RefusedError, match="must be later"):
        follow_up(first, case.awareness.first_viewed_at, ZONE)
    early = follow_up(first, LATER, ZONE, None, case.day_zero_at - 1_000_000)
    assert report_of(early).text("C.1.5") == report_of(first).text("C.1.5")
    with pytest.raises(RefusedError, match="keeps the numbers"):
        follow_up(first, LATER, ZONE, {"C.1.1": "NL-B-2"})


@pytest.mark.parametrize("part", [0, 250_000])
def test_two_facts_of_one_mail_are_two_versions(case: SafetyCase, part: int) -> None:
    received = LATER // 1_000_000 * 1_000_000 + part
    second = follow_up(batch_of(case), LATER + 1_000_000, ZONE, {}, received)
    third = follow_up(second, LATER + 2_000_000, ZONE, {}, received)
    fourth = report_of(follow_up(third, LATER + 3_000_000, ZONE, {}, received))
    assert fourth.text("C.1.5") == report_of(third).text("C.1.5")
    assert fourth.text("C.1.2") > report_of(third).text("C.1.2") > report_of(second).text("C.1.2")


def test_taking_back_and_changing_need_a_reason(case: SafetyCase) -> None:
    first = batch_of(case)
    for version, kind in ((nullified, "1"), (amended, "2")):
        with pytest.raises(RefusedError, match="Say why"):
            version(first, LATER, ZONE, "  ")
        report = report_of(version(first, LATER, ZONE, " double "))
        assert (report.text("C.1.11.1"), report.text("C.1.11.2")) == (kind, "double")
    assert report_of(amended(first, LATER, ZONE, "x")).text("C.1.5") == report_of(first).text(
        "C.1.5"
    )


def test_json_is_for_machines_and_says_why_a_value_is_missing(case: SafetyCase) -> None:
    told = batch_json(case_batch(case, Profile.INTAKE)).decode()
    assert '"C.1.9.1":{"null":"NI"}' in told
    assert batch_json(batch_of(case)) == batch_json(batch_of(case))


@pytest.mark.parametrize("length", [99_000, 150_000, 350_000])
def test_a_narrative_of_any_length_is_told_whole(case: SafetyCase, length: int) -> None:
    text = ("woord " * length)[:length]
    long = replace(case, snapshot=replace(case.snapshot, text=text), criteria=(), situations=())
    batch = batch_of(replace(long, serious_words=()))
    report = report_of(batch)
    lengths = [f"LEN-{code}" for code in ("H.1", "H.5.r.1a")]
    checked = breaches(Checked(batch, Profile.INTAKE, datetime(2100, 1, 1, tzinfo=UTC)))
    assert not {each.rule.id for each in checked} & set(lengths)
    english = [report.text("H.1").removesuffix("\n(continued in H.5.r)")]
    pieces = {"eng": english, "dut": []}
    for each in report.each("H.5.r"):
        pieces[each.text("H.5.r.1b")].append(each.text("H.5.r.1a"))
    assert text in "".join(pieces["eng"])
    assert text in "".join(pieces["dut"])
