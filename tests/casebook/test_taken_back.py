"""A case that was taken back: what the lists say of it, and that nobody is asked about it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from tests.support.desks import escalate
from tests.support.safety import Safety
from webcare_desk.actions.cases import AskPoster
from webcare_desk.casebook.reconcile import ours_of, reconcile, said, statement
from webcare_desk.casebook.versions import nullify
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import Invitation
from webcare_desk.domain.listed import ListStatus
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b.cases import case_batch, sheet_of
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import to_json
from webcare_desk.reports.listing import to_csv

ALWAYS = (0, 2**53 - 1)


@pytest.fixture
def gone(sent: Safety) -> Safety:
    """Give a case that PV had accepted, and that is being taken back."""
    nullify(sent.bench.desk, 1, sent.noor.actor, "verkeerde pagina")
    return sent


def told(safety: Safety, place: Path, status: str) -> list[str]:
    """Return what does not agree with a list of PV that says this of case 1."""
    text = f"reference,case number,status\n{safety.number()[0]},PV-9,{status}\n"
    place.write_text(text, encoding="utf-8")
    reconcile(safety.bench.desk, place, safety.noor.actor, ALWAYS)
    read = safety.bench.desk.read
    return [said(read, each.discrepancy) for each in read.discrepancies()]


def status_in(safety: Safety, language: str) -> str:
    made = statement(safety.bench.desk.read, *ALWAYS, safety.bench.clock(), language)
    return made.rows[0][8]


@pytest.mark.parametrize("word", ["Nullified", "Ingetrokken"])
def test_our_list_says_that_it_was_taken_back_and_so_may_pvs(
    gone: Safety, tmp_path: Path, word: str
) -> None:
    place = tmp_path / "pv.csv"
    assert (status_in(gone, "en"), status_in(gone, "nl")) == ("nullified", "ingetrokken")
    assert told(gone, place, word) == []
    assert told(gone, place, "Accepted") == []  # PV has not answered the new version yet
    gone.leave()
    gone.ack()
    assert told(gone, place, word) == []
    assert told(gone, place, "Received") == []
    (line,) = told(gone, place, "Accepted")
    assert line.startswith("PV says accepted, we have nullified")


def test_a_nullification_that_pv_refused_is_none_yet(gone: Safety, tmp_path: Path) -> None:
    gone.leave()
    gone.ack(code="CR")
    (own,) = ours_of(gone.bench.desk.read)
    assert (own.decided, own.is_taken_back) == (ListStatus.REJECTED, True)
    assert told(gone, tmp_path / "pv.csv", "Rejected") == []


def test_a_case_that_stands_is_not_nullified(sent: Safety, tmp_path: Path) -> None:
    (line,) = told(sent, tmp_path / "pv.csv", "Nullified")
    assert line.startswith("PV says nullified, we have accepted")
    assert status_in(sent, "en") == "accepted"


def test_pvs_list_without_it_asks_for_no_second_packet(gone: Safety, tmp_path: Path) -> None:
    place = tmp_path / "pv.csv"
    place.write_text("reference\nNIL\n", encoding="utf-8")
    reconcile(gone.bench.desk, place, gone.noor.actor, ALWAYS)
    [line] = gone.bench.desk.read.discrepancies()
    meaning = said(gone.bench.desk.read, line.discrepancy)
    assert meaning.startswith(f"We took {gone.number()[0]} back")
    assert "send nothing" in meaning


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_own_list_of_a_comment_that_was_escalated_again_agrees(
    gone: Safety, tmp_path: Path, language: str
) -> None:
    gone.leave()
    gone.ack()
    gone.later()
    case = replace(case_for(comment(1, TEXT, *FINDINGS)), reference="WD-2025-0002")
    packet, sheet = to_json(case, "").decode("ascii"), sheet_of(case_batch(case, Profile.INTAKE))
    escalate(gone.bench.desk, 1, gone.sanne.actor, packet, sheet)
    made = statement(gone.bench.desk.read, *ALWAYS, gone.bench.clock(), language)
    assert made.rows[0][1] == made.rows[1][1] != ""
    place = tmp_path / "back.csv"
    place.write_bytes(to_csv(made))
    reconcile(gone.bench.desk, place, gone.noor.actor, ALWAYS)
    assert gone.bench.desk.read.discrepancies() == []


@pytest.mark.parametrize("invitation", [None, Invitation("nl", 0)])
def test_nobody_is_asked_about_it_any_more(gone: Safety, invitation: Invitation | None) -> None:
    with pytest.raises(RefusedError, match="was taken back"):
        gone.bench.desk.perform(AskPoster(1, (Name("age"),), invitation), gone.sanne.actor)
    assert gone.bench.desk.read.open_inquiries() == []
