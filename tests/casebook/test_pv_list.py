"""PV's list as it really comes: follow-ups on lines of their own, remarks, words, other files."""

import csv
import os
from pathlib import Path

import pytest

from tests.casebook.test_case_reconcile import a_list, kinds, run
from tests.pv.conftest import TEXT
from tests.support.desks import HOUR, Bench
from tests.support.safety import Safety, make_safety
from webcare_desk.actions.reconcile import reconciled
from webcare_desk.casebook.pv_list import guess_columns, read_list, status_of, text_digest
from webcare_desk.casebook.reconcile import ours_of, reconcile, said, statement
from webcare_desk.domain.audit import digest
from webcare_desk.domain.evidence import bytes_of
from webcare_desk.domain.listed import DiscrepancyKind, ListStatus, Resolution
from webcare_desk.domain.reconciliation import Absence, explained, record_of
from webcare_desk.domain.spelling import trimmed
from webcare_desk.errors import MalformedError
from webcare_desk.reports.listing import to_xlsx

HEADER = "reference,case number,status"
SHORT = "This row has 1 fields where the header has 4. “half a row”"


def test_a_case_on_three_lines_differs_once_and_is_settled_whole(
    sent: Safety, tmp_path: Path
) -> None:
    row = f"{sent.number()[0]},PV-9,accepted"
    run(sent, a_list(tmp_path, HEADER, row, row, row))
    assert kinds(sent) == [DiscrepancyKind.TWICE]
    (first,) = sent.bench.desk.read.discrepancies()
    sent.later()
    again = run(sent, a_list(tmp_path, HEADER, row, row))
    (line,) = sent.bench.desk.read.discrepancies()
    assert (line.id, line.opened_at, line.seen_in) == (first.id, first.opened_at, again)
    run(sent, a_list(tmp_path, HEADER, row))
    assert kinds(sent) == []


@pytest.mark.parametrize("remark", ["Comment", "Message", "Bericht"])
def test_a_remark_of_pv_is_not_the_text(sent: Safety, tmp_path: Path, remark: str) -> None:
    assert guess_columns(["Our reference", remark, "Tekst"]).verbatim == "Tekst"
    assert guess_columns(["Permalink", remark]).verbatim == remark
    row = f"{sent.number()[0]},PV-9,accepted,Serious: sent on"
    run(sent, a_list(tmp_path, f"{HEADER},{remark}", row))
    assert kinds(sent) == []


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Duplicate of NL-123", ListStatus.DUPLICATE),
        ("Duplicaat van PV-7", ListStatus.DUPLICATE),
        ("Non-case (no product)", ListStatus.NOT_A_CASE),
        ("Not a case - no patient", ListStatus.NOT_A_CASE),
        ("geen melding, geen product", ListStatus.NOT_A_CASE),
        ("not_a_case", ListStatus.NOT_A_CASE),
        ("Ongeldig", ListStatus.NOT_A_CASE),
        ("Valid ICSR", ListStatus.ACCEPTED),
        ("Valid, accepted", ListStatus.ACCEPTED),
        ("Casus", ListStatus.ACCEPTED),
        ("Received 3-11-2026", ListStatus.RECEIVED),
        ("Received, not a case", ListStatus.UNREADABLE),
        ("Not accepted", ListStatus.UNREADABLE),
        ("Case closed", ListStatus.UNREADABLE),
        ("17", ListStatus.UNREADABLE),
        ("Received: no", ListStatus.UNREADABLE),
        ("Received? No", ListStatus.UNREADABLE),
        ("Received: N", ListStatus.UNREADABLE),
        ("Ontvangen: nee", ListStatus.UNREADABLE),
        ("Ontvangen, geen bijwerking", ListStatus.UNREADABLE),
        ("Valid: no", ListStatus.UNREADABLE),
        ("geldig: nee", ListStatus.UNREADABLE),
        ("valid - no", ListStatus.UNREADABLE),
        ("Accepted (not)", ListStatus.UNREADABLE),
        ("accepted: rejected", ListStatus.UNREADABLE),
        ("Duplicate: no", ListStatus.UNREADABLE),
        ("Duplicate: no, a new case", ListStatus.UNREADABLE),
        ("Duplicaat: niet zeker", ListStatus.UNREADABLE),
        ("Rejected: no product told", ListStatus.REJECTED),
        ("Duplicate of: 7", ListStatus.DUPLICATE),
        ("Duplicate of case no. 7", ListStatus.DUPLICATE),
        ("Accepted, case no. PV-7", ListStatus.ACCEPTED),
        ("Accepted: serious", ListStatus.ACCEPTED),
        ("Casus: 7", ListStatus.ACCEPTED),
        ("Accepted - non-serious", ListStatus.ACCEPTED),
        ("Geaccepteerd, niet ernstig", ListStatus.ACCEPTED),
        ("valid, no follow-up needed", ListStatus.ACCEPTED),
        ("Valid - not expedited", ListStatus.ACCEPTED),
        ("Received (non-serious)", ListStatus.RECEIVED),
        ("ontvangen, geen vervolgvragen", ListStatus.RECEIVED),
        ("Received. Not yet assessed", ListStatus.RECEIVED),
        ("received n/a", ListStatus.RECEIVED),
        ("Accepted: no, non-serious", ListStatus.UNREADABLE),
        ("Accepted? Not yet", ListStatus.UNREADABLE),
    ],
)
def test_a_status_is_read_by_its_first_words(word: str, status: ListStatus) -> None:
    assert status_of(word) is status


def test_a_word_that_cannot_be_read_is_shown_as_pv_wrote_it(sent: Safety, tmp_path: Path) -> None:
    run(sent, a_list(tmp_path, HEADER, f"{sent.number()[0]},PV-9,Pending QC"))
    (line,) = sent.bench.desk.read.discrepancies()
    assert explained(line.discrepancy, Absence.LOST).startswith(
        "PV says Pending QC, we have accepted"
    )


@pytest.mark.parametrize("start", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one"])
def test_a_workbook_is_named_as_one(sent: Safety, tmp_path: Path, start: bytes) -> None:
    place = tmp_path / "pv.xlsx"
    place.write_bytes(start or to_xlsx(statement(sent.bench.desk.read, 0, 2**53 - 1, 0)))
    with pytest.raises(MalformedError, match=r"pv.xlsx is a workbook: save its sheet as CSV"):
        read_list(place)


@pytest.mark.parametrize("row", ["x,", "a,b,c,d"])
def test_what_is_larger_than_any_list_of_cases_is_refused(tmp_path: Path, row: str) -> None:
    """Each good row is held against every case, and each bad one kept with its sentence."""
    place = tmp_path / "pv.csv"
    place.write_text("reference,status\n" + f"{row}\n" * 100_000, encoding="utf-8")
    found = read_list(place)
    assert len(found.lines) + len(found.rejected) == 100_000
    with place.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    with pytest.raises(MalformedError, match="more than 100,000 rows or 50 MB"):
        read_list(place)


def test_a_list_of_few_long_rows_is_kept_only_to_a_size(tmp_path: Path) -> None:
    place = tmp_path / "pv.csv"
    place.write_text("reference,status\n", encoding="utf-8")
    os.truncate(place, 50_000_001)
    with pytest.raises(MalformedError, match="more than 100,000 rows or 50 MB"):
        read_list(place)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_list_is_kept_as_its_file_and_signed_as_such(
    sent: Safety, tmp_path: Path, encoding: str
) -> None:
    place, read = tmp_path / "pv.csv", sent.bench.desk.read
    place.write_text(
        f"{HEADER},Pati\u00ebnt\n{sent.number()[0]},PV-9,aangenomen,Zo\u00eb\n", encoding
    )
    made = run(sent, place)
    found, record = reconciled(read, made)
    assert bytes_of(read.case_document(found.evidence) or "") == place.read_bytes()
    assert kinds(sent) == []
    assert record == record_of(found, [], digest(place.read_bytes()))


@pytest.mark.parametrize("heading", ["AER no", "Case ID", "ICSR number", "Argus case number"])
def test_the_number_of_pv_has_many_names(heading: str) -> None:
    assert guess_columns(["our reference", heading]).number == heading
    assert guess_columns(["Number", "your reference", "Reference"]).number == "Reference"


def test_what_counts_the_lines_is_no_number_of_pv(tmp_path: Path) -> None:
    assert guess_columns(["Nummer", "Uw referentie"]).number == ""
    assert guess_columns(["Nummer", "Tekst"]).number == "Nummer"
    counted = read_list(a_list(tmp_path, "nummer,tekst", "01,Een", "2,Twee", ",Drie"))
    assert [each.pv_reference for each in counted.lines] == ["", "", ""]
    named = read_list(a_list(tmp_path, "nummer,tekst", "901,Een", "2,Twee"))
    assert [each.pv_reference for each in named.lines] == ["901", "2"]


def test_a_line_that_we_do_not_have_is_named_by_the_number_of_pv(
    sent: Safety, tmp_path: Path
) -> None:
    header = "number,status,text"
    run(sent, a_list(tmp_path, header, "PV-901,accepted,Iemand anders kreeg hoofdpijn"))
    told = [
        explained(each.discrepancy, Absence.LOST) for each in sent.bench.desk.read.discrepancies()
    ]
    assert any(each.startswith("PV has PV-901, which is no case of this desk") for each in told)


def test_a_row_that_names_nothing_is_a_case_all_the_same(sent: Safety, tmp_path: Path) -> None:
    """Such a row fell away as a nil report: the cases that PV alone has are looked for here."""
    header, nameless = "our reference,dossier,product,status", ",2026-2,Ventora,accepted"
    rows = (f"{sent.number()[0]},2026-1,Ventora,accepted", nameless, nameless, ",,,")
    made = run(sent, a_list(tmp_path, header, *rows, "NIL,,,no cases", "half a row"))
    read = sent.bench.desk.read
    found, wrong = read.reconciliation(made), read.discrepancies()
    assert found is not None
    assert (found.lines, found.matched) == (4, 1)
    assert [(each.kind, each.line, each.theirs) for each in wrong] == [
        (DiscrepancyKind.UNKNOWN_TO_US, 3, "2026-2 · Ventora · accepted"),
        (DiscrepancyKind.UNKNOWN_TO_US, 4, "2026-2 · Ventora · accepted (2)"),
        (DiscrepancyKind.UNREAD, 7, f"7: {SHORT}"),
    ]
    run(sent, a_list(tmp_path, header, rows[0]))
    assert kinds(sent) == []


def test_beside_your_reference_any_other_is_of_pv() -> None:
    for yours, own in (("Your reference", "Reference"), ("Uw kenmerk", "Ons kenmerk")):
        found = guess_columns([own, yours, "Status"])
        assert (found.reference, found.number) == (yours, own)
    both = guess_columns(["Your ref", "Reference", "Case number"])
    assert (both.reference, both.number) == ("Your ref", "Case number")
    assert guess_columns(["Our reference", "Reference"]).number == ""


@pytest.mark.parametrize("text", ["Sinds Ventora hoofdpijn.\r\nEn koorts. ", "Ventora: koorts\n"])
def test_a_text_with_a_blank_at_its_end_is_that_text(tmp_path: Path, text: str) -> None:
    place = tmp_path / "pv.csv"
    for told in (text, text.strip(), text.replace("\r", "")):
        with place.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["text"], [told]])
        assert read_list(place).lines[0].verbatim == text_digest(trimmed(text))


def test_a_case_that_never_left_is_not_to_be_sent_again(safety: Safety, tmp_path: Path) -> None:
    run(safety, a_list(tmp_path, "reference", "NL-X-1"))
    read = safety.bench.desk.read
    unknown, missing = read.discrepancies()
    assert "has not left this desk" in said(read, missing.discrepancy)
    assert "ask where it is from" in said(read, unknown.discrepancy)
    safety.leave()
    assert "send it again" in said(read, missing.discrepancy)


def test_a_case_is_found_by_its_text_without_the_blank_behind_it(
    bench: Bench, tmp_path: Path
) -> None:
    safety = make_safety(bench, text=f"{TEXT}\r\n ")
    safety.leave()
    place = tmp_path / "pv.csv"
    for told in (TEXT, f"{TEXT}\n"):
        with place.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["reference", "tekst"], [safety.number()[0], told]])
        run(safety, place)
        assert kinds(safety) == []


def test_another_broken_row_in_the_same_place_settles_nothing(sent: Safety, tmp_path: Path) -> None:
    desk, by, day = sent.bench.desk, sent.noor.actor, 24 * HOUR
    at = ours_of(desk.read)[0].recognised_at
    for row, week in (("NL-X-1", 0), ("NL-X-2", 1), ("NL-X-2,PV-2,accepted", 1)):
        place = a_list(tmp_path, HEADER, row)
        reconcile(desk, place, by, (at + (week - 2) * day, at + (week - 1) * day))
        sent.later()
    told = [
        (each.theirs, each.resolution)
        for each in desk.read.discrepancies(only_open=False)
        if each.kind is DiscrepancyKind.UNREAD
    ]
    said = "2: This row has 1 fields where the header has 3. “{}”".format
    assert told == [(said("NL-X-1"), None), (said("NL-X-2"), Resolution.AGREES_NOW)]


def test_a_row_of_no_text_is_told_without_what_no_text_is(tmp_path: Path) -> None:
    place = tmp_path / "pv.jsonl"
    place.write_bytes(b'\xef\xbb\xbf{"sha":"1"}\n{"sha": "Zo\xeb"}\n[1]\n')
    reasons = [reason for _, reason in read_list(place).rejected]
    assert [each.split("“")[1] for each in reasons] == ['{"sha": "Zo\ufffd"}”', "[1]”"]


def test_a_cell_that_a_spreadsheet_takes_for_text_is_what_it_quotes(tmp_path: Path) -> None:
    place = tmp_path / "pv.csv"
    with place.open("w", newline="", encoding="utf-8") as file:
        cells = ['="NL-1"', '=""', '="A ""duplicate"""', "=1"]
        csv.writer(file).writerows([["reference", "case number", "status", "link"], cells])
    [line] = read_list(place).lines
    told = line.reference, line.pv_reference, line.word, line.link
    assert told == ("NL-1", "", 'A "duplicate"', "=1")
