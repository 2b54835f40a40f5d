"""PV's number of a case that was mistyped, or that PV changed, is put right by an answer of PV."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk.actions.cases import CloseCase, ResolveDiscrepancy
from webcare_desk.casebook.reconcile import reconcile
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.listed import Resolution
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reconciliation import Absence, explained
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.case_clock import alarms

ALWAYS = (0, 2**53 - 1)
TYPED, RIGHT = "NL-2026-0142", "NL-2026-0124"
#: The record of the first answer as it was signed before a number alone could be.
OF_BEFORE = "1ba0439bf11b0b5d8f4a9c03347c2aa5fc2685029afab7ac3d688faee9a9edcf"


def kept_as(number: str, decision: PvDecision = PvDecision.ACCEPTED) -> SpokenAnswer:
    return SpokenAnswer(1, decision, Way.LIST, "PV's list of November", number)


@pytest.mark.parametrize(
    "decision", [PvDecision.ACCEPTED, PvDecision.DUPLICATE, PvDecision.NOT_A_CASE]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_the_same_decision_with_another_number_changes_the_number_alone(
    safety: Safety, decision: PvDecision, *, is_closed: bool
) -> None:
    reason = Reason.NO_PRODUCT if decision is PvDecision.NOT_A_CASE else None
    safety.leave()
    safety.says(kept_as(TYPED, decision), reason)
    if is_closed:
        safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    before, version = safety.standing, safety.versions[0]
    safety.later()
    assert safety.says(kept_as(RIGHT, decision), reason).reference == RIGHT
    after = safety.standing
    assert (before.pv_reference, after.pv_reference) == (TYPED, RIGHT)
    assert (after.state, after.since) == (before.state, before.since)
    assert safety.versions[0].answered_at == version.answered_at
    answers = safety.bench.desk.read.case_answers(1)
    assert [each.pv_reference for each in answers] == [TYPED, RIGHT]
    assert answers[1].signature is not None


def test_the_number_of_a_receivers_system_is_put_right_too(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference=TYPED)
    assert safety.ack(reference=RIGHT).meaning is AnswerMeaning.DIFFERENT
    safety.says(kept_as(RIGHT))
    assert safety.standing.pv_reference == RIGHT
    assert safety.ack(reference=RIGHT, text="again").meaning is AnswerMeaning.REPEATED


def test_another_decision_on_a_closed_case_is_no_number(safety: Safety) -> None:

    safety.leave()
    safety.says(kept_as(TYPED))
    safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    with pytest.raises(RefusedError, match="is closed: “duplicate” does not fit"):
        safety.says(kept_as(RIGHT, PvDecision.DUPLICATE))
    with pytest.raises(RefusedError, match="is closed: “accept” does not fit"):
        safety.says(kept_as(TYPED))
    with pytest.raises(RefusedError, match="is closed: “refuse” does not fit"):
        safety.says(kept_as(RIGHT, PvDecision.NOT_A_CASE), Reason.NOT_AN_ADVERSE_EVENT)


def with_a_follow_up(safety: Safety) -> None:
    """Let PV accept the first report under a mistyped number, and a follow-up wait for PV."""
    safety.leave()
    safety.says(kept_as(TYPED))
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("opgenomen"))
    safety.leave()
    safety.later()


def test_a_number_is_put_right_while_a_follow_up_waits_for_pv(safety: Safety) -> None:
    with_a_follow_up(safety)
    safety.says(replace(kept_as(RIGHT), only_number=True))
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.SENT, RIGHT)
    assert [each.answer for each in safety.versions] == [AnswerMeaning.ACCEPTED, None]
    answers = safety.bench.desk.read.case_answers(1)
    assert [(each.number, each.pv_reference) for each in answers] == [(1, TYPED), (1, RIGHT)]
    entry = safety.bench.desk.changes(safety.bench.desk.read.log_size() - 2)[-1]
    assert (entry.action, entry.detail["only_number"]) == ("record-answer", True)
    safety.bench.clock.pass_by(60 * HOUR)
    assert alarms(safety.bench.desk, lambda _: None) == 1
    safety.bench.require_sound()


def test_who_does_not_say_that_it_is_the_number_alone_answers_the_follow_up(
    safety: Safety,
) -> None:
    with_a_follow_up(safety)
    safety.says(kept_as(RIGHT))
    assert [each.answer for each in safety.versions] == [
        AnswerMeaning.ACCEPTED,
        AnswerMeaning.ACCEPTED,
    ]
    entry = safety.bench.desk.changes(safety.bench.desk.read.log_size() - 2)[-1]
    assert "only_number" not in entry.detail


def test_a_number_of_what_pv_cannot_use_is_that_of_the_decision_before(safety: Safety) -> None:
    with_a_follow_up(safety)
    safety.says(kept_as("", PvDecision.REJECTED))
    safety.says(replace(kept_as(RIGHT), only_number=True))
    assert [each.answer for each in safety.versions] == [
        AnswerMeaning.ACCEPTED,
        AnswerMeaning.REJECTED,
    ]
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.REJECTED, RIGHT)
    with pytest.raises(RefusedError, match="Only a number is put right where"):
        safety.says(replace(kept_as("PV-3", PvDecision.REJECTED), only_number=True))


@pytest.mark.parametrize(
    ("number", "decision"),
    [(TYPED, PvDecision.ACCEPTED), (RIGHT, PvDecision.DUPLICATE), (RIGHT, PvDecision.RECEIVED)],
)
def test_only_another_number_of_the_same_decision_is_a_number_put_right(
    safety: Safety, number: str, decision: PvDecision
) -> None:
    with_a_follow_up(safety)
    with pytest.raises(RefusedError, match="Only a number is put right where"):
        safety.says(replace(kept_as(number, decision), only_number=True))


def test_no_number_is_put_right_before_pv_has_answered(safety: Safety) -> None:
    safety.leave()
    with pytest.raises(RefusedError, match="Only a number is put right where"):
        safety.says(replace(kept_as(RIGHT), only_number=True))


def test_a_signature_from_before_covers_the_same_record() -> None:
    said = kept_as(TYPED)
    assert record_of(said, None) == OF_BEFORE
    assert record_of(replace(said, only_number=True), None) != OF_BEFORE


def test_a_number_is_called_taken_only_when_it_is(safety: Safety, tmp_path: Path) -> None:
    desk, by, place = safety.bench.desk, safety.noor.actor, tmp_path / "pv.csv"
    safety.leave()
    safety.says(kept_as(TYPED))
    text = f"reference,case number,status\n{safety.number()[0]},{RIGHT},accepted\n"
    place.write_text(text, encoding="utf-8")
    reconcile(desk, place, by, ALWAYS)
    (line,) = desk.read.discrepancies()
    assert "enter PV's number" in explained(line.discrepancy, Absence.LOST)
    taken = ResolveDiscrepancy(line.id, Resolution.NUMBER_TAKEN, "van hun lijst")
    with pytest.raises(RefusedError, match=f"enter {RIGHT} first.*only the number"):
        desk.perform(taken, by)
    safety.says(kept_as(RIGHT))
    desk.perform(taken, by)
    reconcile(desk, place, by, ALWAYS)
    assert desk.read.discrepancies() == []
