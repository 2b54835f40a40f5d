"""Our list and PV's: compared, what differs is kept with its age, settled, and signed by both."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk import signing_off
from webcare_desk.actions.cases import (
    RecordPvSignature,
    ResolveDiscrepancy,
    SignReconciliation,
)
from webcare_desk.actions.reconcile import reconciled
from webcare_desk.casebook.pv_list import guess_columns, read_list, status_of
from webcare_desk.casebook.reading import frozen
from webcare_desk.casebook.reconcile import HEADER, ours_of, reconcile, statement
from webcare_desk.casebook.versions import News, correct, follow_up
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way
from webcare_desk.domain.listed import DiscrepancyKind, ListStatus, Resolution
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import RefusedError, UnavailableError, UsageError
from webcare_desk.reports.csv_guard import csv_lines
from webcare_desk.reports.listing import Listing, to_csv, to_pdf, to_xlsx

ALWAYS = (0, 2**53 - 1)


def words_of(made: Listing) -> str:
    return PdfReader(io.BytesIO(to_pdf(made))).pages[0].extract_text()


def a_list(folder: Path, header: str, *rows: str) -> Path:
    place = folder / "pv.csv"
    place.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return place


def run(safety: Safety, path: Path) -> int:
    return reconcile(safety.bench.desk, path, safety.noor.actor, ALWAYS)[0]


def kinds(safety: Safety) -> list[DiscrepancyKind]:
    return [each.kind for each in safety.bench.desk.read.discrepancies()]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_list_that_comes_back_as_it_was_agrees(
    safety: Safety, tmp_path: Path, language: str
) -> None:
    safety.leave()
    safety.ack()
    made = statement(safety.bench.desk.read, *ALWAYS, safety.bench.clock(), language)
    assert ("besluit" in made.header) == (language == "nl")
    assert ("aangenomen" in made.rows[0]) == (language == "nl")
    assert len(made.rows) == 1
    place = tmp_path / "back.csv"
    place.write_bytes(to_csv(made))
    run(safety, place)
    assert kinds(safety) == []
    (found,) = safety.bench.desk.read.reconciliations()
    assert (found.lines, found.cases, found.matched) == (1, 1, 1)
    assert safety.bench.desk.read.oldest_discrepancy() is None


@pytest.mark.requirement("P24")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_period_without_a_case_is_a_nil_report_and_agrees_with_one(
    safety: Safety, tmp_path: Path, language: str
) -> None:
    read, at = safety.bench.desk.read, safety.bench.clock()
    made = statement(read, 0, 1, at, language)
    assert made.rows[0][0] == "NIL"
    said = {"en": "none: this is a nil report", "nl": "geen: dit is een nulmelding"}
    assert made.facts[1][1] == said[language]
    spoken_of = f"1970-01-01 00:00:00 UTC {'tot' if language == 'nl' else 'to'} 1970-01-01"
    with zipfile.ZipFile(io.BytesIO(to_xlsx(made))) as file:
        assert spoken_of in file.read("xl/worksheets/sheet1.xml").decode()
    assert spoken_of in to_csv(made).decode()
    assert ("Pagina 1 van 1" in words_of(made)) == (language == "nl")
    place = tmp_path / "nil.csv"
    place.write_bytes(to_csv(made))
    reconcile(safety.bench.desk, place, safety.noor.actor, (0, 1))
    assert kinds(safety) == []


def test_what_differs_is_kept_with_its_age_until_a_list_agrees(
    safety: Safety, tmp_path: Path
) -> None:
    safety.leave()
    safety.ack()
    number, read = safety.number()[0], safety.bench.desk.read
    wrong = a_list(tmp_path, "reference,case number", f"{number},PV-77", "NL-X-1,PV-8")
    run(safety, wrong)
    assert kinds(safety) == [DiscrepancyKind.OTHER_NUMBER, DiscrepancyKind.UNKNOWN_TO_US]
    since = read.oldest_discrepancy()
    safety.bench.clock.pass_by(24 * HOUR)
    second = run(safety, wrong)
    first, _ = read.discrepancies()
    assert (read.oldest_discrepancy(), first.seen_in) == (since, second)
    run(safety, a_list(tmp_path, "reference,case number", f"{number},pv-9"))
    assert kinds(safety) == []
    settled = read.discrepancies(only_open=False)
    assert [each.resolution for each in settled] == [Resolution.AGREES_NOW] * 2


@pytest.mark.parametrize(
    ("rows", "stay"),
    [
        ([","], [DiscrepancyKind.UNKNOWN_TO_US, DiscrepancyKind.MISSING_AT_PV]),
        (["{number},"], [DiscrepancyKind.UNKNOWN_TO_US]),
        (["{number},PV-9"], [DiscrepancyKind.UNKNOWN_TO_US]),
    ],
)
def test_a_list_of_another_period_settles_only_what_it_says(
    safety: Safety, tmp_path: Path, rows: list[str], stay: list[DiscrepancyKind]
) -> None:
    safety.leave()
    safety.ack()
    (own,) = ours_of(safety.bench.desk.read)
    at, desk, by = own.recognised_at, safety.bench.desk, safety.noor.actor
    header, number = "reference,case number", safety.number()[0]
    reconcile(desk, a_list(tmp_path, header, "NL-X-1,PV-8"), by, (at - 1, at + 1))
    later = a_list(tmp_path, header, *(each.format(number=number) for each in rows))
    reconcile(desk, later, by, (at + 1, at + 9))
    assert kinds(safety) == stay
    run(safety, a_list(tmp_path, header, f"{number},PV-9"))  # its period holds the first one's
    assert kinds(safety) == []


def test_what_a_list_leaves_out_stays_open(safety: Safety, tmp_path: Path) -> None:
    safety.leave()
    safety.ack()
    number = safety.number()[0]
    run(safety, a_list(tmp_path, "reference,case number,status", f"{number},PV-7,dubbel"))
    wrong = [DiscrepancyKind.OTHER_NUMBER, DiscrepancyKind.OTHER_STATUS]
    assert kinds(safety) == wrong
    run(safety, a_list(tmp_path, "reference", ""))
    run(safety, a_list(tmp_path, "reference", number))
    assert kinds(safety) == wrong  # that PV has it is settled, and nothing else
    run(safety, a_list(tmp_path, "reference,status", f"{number},aangenomen"))
    assert kinds(safety) == [DiscrepancyKind.OTHER_NUMBER]


def test_a_discrepancy_is_settled_with_words(safety: Safety, tmp_path: Path) -> None:
    desk, by = safety.bench.desk, safety.noor.actor
    run(safety, a_list(tmp_path, "kenmerk", "NL-X-1"))
    assert kinds(safety) == [DiscrepancyKind.UNKNOWN_TO_US, DiscrepancyKind.MISSING_AT_PV]
    with pytest.raises(RefusedError, match="what was done"):
        desk.perform(ResolveDiscrepancy(1, Resolution.NOT_OURS, " "), by)
    with pytest.raises(RefusedError, match="Only a later list"):
        desk.perform(ResolveDiscrepancy(1, Resolution.AGREES_NOW, "x"), by)
    desk.perform(ResolveDiscrepancy(1, Resolution.NOT_OURS, "van een ander bureau"), by)
    with pytest.raises(RefusedError, match="no open discrepancy 1"):
        desk.perform(ResolveDiscrepancy(1, Resolution.NOT_OURS, "x"), by)
    assert kinds(safety) == [DiscrepancyKind.MISSING_AT_PV]
    found = desk.read.discrepancy(1)
    assert found is not None
    assert (found.words, found.discrepancy.theirs) == ("van een ander bureau", "NL-X-1")


@pytest.mark.requirement("P24")
def test_both_sides_sign_a_comparison_once(safety: Safety, tmp_path: Path) -> None:
    desk, noor = safety.bench.desk, safety.noor
    made = run(safety, a_list(tmp_path, "reference", "NL-X-1"))
    _, record = reconciled(desk.read, made)
    document = Name(f"reconciliation:{made}")
    signed = signing_off.sign(
        desk, noor.actor, noor.password, record, document, Meaning.REVIEWED, login=noor.login
    )
    with pytest.raises(RefusedError, match="no reconciliation 9"):
        desk.perform(SignReconciliation(9, signed.id), noor.actor)
    desk.perform(SignReconciliation(made, signed.id), noor.actor)
    with pytest.raises(RefusedError, match="signed already"):
        desk.perform(SignReconciliation(made, signed.id), noor.actor)
    run(safety, a_list(tmp_path, "reference", ""))  # what is settled later changes no signature
    assert reconciled(desk.read, made)[1] == record
    with pytest.raises(RefusedError, match="who signed for PV"):
        desk.perform(RecordPvSignature(made, " ", Way.MAIL, "x"), noor.actor)
    desk.perform(RecordPvSignature(made, "dr. De Boer", Way.MAIL, "akkoord"), noor.actor)
    with pytest.raises(RefusedError, match="signed this comparison already"):
        desk.perform(RecordPvSignature(made, "dr. De Boer", Way.MAIL, "akkoord"), noor.actor)
    found = desk.read.reconciliation(made)
    assert found is not None
    assert (found.signature, found.pv_way, found.pv_name) == (signed.id, Way.MAIL, "dr. De Boer")


def test_a_period_must_last(safety: Safety, tmp_path: Path) -> None:
    place = a_list(tmp_path, "reference", "x")
    with pytest.raises(RefusedError, match="ends before it begins"):
        reconcile(safety.bench.desk, place, safety.noor.actor, (5, 5))
    with pytest.raises(UnavailableError, match="cannot be read"):
        reconcile(safety.bench.desk, tmp_path / "none.csv", safety.noor.actor, ALWAYS)


def test_a_case_is_listed_as_far_as_it_has_come(safety: Safety) -> None:
    read = safety.bench.desk.read
    (waiting,) = ours_of(read)
    assert (waiting.sent_at, waiting.decided, waiting.state) == (None, None, CaseState.QUEUED)
    safety.leave()
    safety.says(SpokenAnswer(1, PvDecision.NOT_A_CASE, Way.PHONE, "gebeld"), Reason.NO_PRODUCT)
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("toch"))
    (later,) = ours_of(read)
    assert later.sent_at is not None
    assert (later.decided, later.state) == (ListStatus.NOT_A_CASE, CaseState.QUEUED)
    assert statement(read, *ALWAYS, 0).rows[0][HEADER.index("version")] == "2"


@pytest.mark.parametrize("number", ["", "PV-9"])
def test_what_pv_received_is_not_accepted_after_a_follow_up(safety: Safety, number: str) -> None:
    safety.leave()
    safety.says(SpokenAnswer(1, PvDecision.RECEIVED, Way.MAIL, "ontvangen", number))
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("meer"))
    (own,) = ours_of(safety.bench.desk.read)
    assert (own.state, own.decided) == (CaseState.QUEUED, ListStatus.RECEIVED)
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert answer.meaning is AnswerMeaning.RECEIVED
    assert safety.versions[0].answer is AnswerMeaning.ACCEPTED  # as a system's answer would be


@pytest.mark.parametrize(
    ("number", "status"), [("", ListStatus.RECEIVED), ("PV-9", ListStatus.ACCEPTED)]
)
def test_what_a_system_takes_without_a_number_is_received(
    safety: Safety, number: str, status: ListStatus
) -> None:
    safety.leave()
    safety.ack(reference=number)
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("meer"))
    assert ours_of(safety.bench.desk.read)[0].decided is status


def test_what_was_corrected_is_refused_no_more(safety: Safety, tmp_path: Path) -> None:
    safety.leave()
    safety.ack(code="CR")
    assert ours_of(safety.bench.desk.read)[0].decided is ListStatus.REJECTED
    safety.later()
    correct(safety.bench.desk, 1, safety.sanne.actor, News("beter", {"D.1": "X"}))
    safety.leave()
    assert ours_of(safety.bench.desk.read)[0].decided is None
    run(safety, a_list(tmp_path, "reference,status", f"{safety.number()[0]},ontvangen"))
    assert kinds(safety) == []


def test_columns_are_guessed_in_two_languages_and_named_by_hand(tmp_path: Path) -> None:
    assert guess_columns(HEADER).hash == "verbatim sha-256"
    assert guess_columns(HEADER).number == "PV number"
    assert guess_columns(["Onze referentie", "Besluit"]).status == "Besluit"
    place = a_list(tmp_path, "a,b", "NL-1,geen casus", "NL-2,???", "NL-3", "NL-4,Duplicate of: 7")
    with pytest.raises(UsageError, match="No column of the list"):
        read_list(place)
    found = read_list(place, {"reference": "a", "status": "b"})
    statuses = [each.status for each in found.lines]
    assert statuses == [ListStatus.NOT_A_CASE, ListStatus.UNREADABLE, ListStatus.DUPLICATE]
    assert [line for line, _ in found.rejected] == [4]
    with pytest.raises(UsageError, match="not one column"):
        read_list(place, {"reference": "c"})
    assert status_of(" ") is None


def test_a_list_with_the_number_in_the_subject_of_our_mail(safety: Safety, tmp_path: Path) -> None:
    number = frozen(safety.bench.desk.read, 1).reference
    assert number != safety.number()[0]
    run(safety, a_list(tmp_path, "reference", number))
    assert kinds(safety) == []


def test_a_list_in_json_lines_matches_by_the_text(safety: Safety, tmp_path: Path) -> None:
    (own,) = ours_of(safety.bench.desk.read)
    place = tmp_path / "pv.jsonl"
    place.write_text(f'{{"sha":"{own.verbatim.upper()}"}}\n{{"tekst":"iets anders"}}\n')
    run(safety, place)
    assert kinds(safety) == [DiscrepancyKind.UNKNOWN_TO_US]


def test_a_guarded_cell_is_read_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "guarded.csv"
    place.write_bytes(b"".join(csv_lines(["reference", "link"], [["=1+1", "https://a"]])))
    assert next(csv.reader(io.StringIO(place.read_text("utf-8-sig").splitlines()[1])))[0] == "'=1+1"
    (line,) = read_list(place).lines
    assert (line.reference, line.link) == ("=1+1", "https://a")
