"""What PV answers changes where a case stands: read by the machine, or entered and signed."""

from dataclasses import replace

import pytest

from tests.support.desks import SYSTEM, arrival, take_in
from tests.support.pv_says import pv_says
from tests.support.safety import Safety, add_case
from webcare_desk.actions.case_said import require_whole
from webcare_desk.actions.cases import CloseCase, RecordAnswer
from webcare_desk.casebook.reading import batch_of, frozen, version_of
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way
from webcare_desk.domain.escalation import EscalationState
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import RefusedError, UsageError

YES = SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld met dr. De Boer om 11:00", "PV-77")


def escalated(safety: Safety) -> EscalationState:
    found = safety.bench.desk.read.escalation(1)
    assert found is not None
    return found.state


@pytest.mark.parametrize(
    ("batch_code", "code", "meaning", "state"),
    [
        *((batch, "CA", AnswerMeaning.ACCEPTED, CaseState.ACCEPTED) for batch in ("AA", "AE")),
        *(
            (batch, "CR", AnswerMeaning.REJECTED, CaseState.REJECTED)
            for batch in ("AA", "AE", "AR")
        ),
        *((batch, "XX", AnswerMeaning.UNREADABLE, CaseState.SENT) for batch in ("AA", "AE", "AR")),
        ("AR", "CA", AnswerMeaning.UNREADABLE, CaseState.SENT),
    ],
)
def test_each_report_is_answered_by_its_own_code(
    safety: Safety, batch_code: str, code: str, meaning: AnswerMeaning, state: CaseState
) -> None:
    safety.leave()
    assert safety.state() is CaseState.SENT
    assert safety.ack(batch_code=batch_code, code=code).meaning is meaning
    assert safety.state() is state
    assert (escalated(safety) is EscalationState.ACKNOWLEDGED) is (
        meaning is AnswerMeaning.ACCEPTED
    )
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert (answer.meaning, answer.way, answer.is_waiting) == (meaning, Way.E2B, False)
    evidence = safety.bench.desk.read.case_document(answer.evidence)
    assert evidence is not None
    assert "MCCI_IN200101UV01" in evidence


@pytest.mark.requirement("P20")
def test_the_errors_of_a_refusal_are_kept_with_their_elements(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="CR", text="D.1 is wrong; E.i.7 is cut off…")
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert '"elements": ["D.1"]' in (answer.problems or "")
    assert '"is_cut": true' in (answer.problems or "")
    assert safety.versions[0].answer is AnswerMeaning.REJECTED


@pytest.mark.requirement("P20")
def test_two_ids_in_one_attribute_and_an_unknown_batch_still_find_the_case(safety: Safety) -> None:
    safety.leave()
    report, batch = safety.number()
    assert (
        safety.ack(report=f"{batch} / {report}", batch="B-other").meaning is AnswerMeaning.ACCEPTED
    )
    assert safety.standing.pv_reference == "PV-9"


@pytest.mark.requirement("P20")
def test_an_early_answer_is_kept_and_counts_when_its_report_leaves(safety: Safety) -> None:
    assert safety.ack().meaning is AnswerMeaning.EARLY
    assert safety.state() is CaseState.QUEUED
    assert escalated(safety) is EscalationState.OPEN
    safety.leave()
    assert safety.state() is CaseState.ACCEPTED
    assert escalated(safety) is EscalationState.ACKNOWLEDGED
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert (answer.is_waiting, answer.meaning) == (False, AnswerMeaning.ACCEPTED)


def test_an_early_answer_does_not_undo_what_a_person_entered(safety: Safety) -> None:
    safety.ack()
    pv_says(safety.bench.desk, safety.noor.actor, 1, "PV-1")
    safety.leave()
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.ACCEPTED, "PV-1")
    answer, entered = safety.bench.desk.read.case_answers(1)
    assert entered.signature is not None
    assert answer.meaning is AnswerMeaning.DIFFERENT


def test_an_early_refusal_counts_too(safety: Safety) -> None:
    assert safety.ack(code="CR", text="D.1").meaning is AnswerMeaning.EARLY
    safety.leave()
    assert safety.state() is CaseState.REJECTED


def test_an_answer_proves_that_a_packet_in_doubt_arrived(safety: Safety) -> None:
    safety.is_in_doubt(safety.claim())
    assert safety.ack().meaning is AnswerMeaning.ACCEPTED
    assert safety.state() is CaseState.ACCEPTED


@pytest.mark.parametrize("code", ["CA", "CR"])
@pytest.mark.parametrize("is_in_doubt", [True, False])
def test_a_packet_that_was_answered_is_not_sent_again(
    safety: Safety, code: str, *, is_in_doubt: bool
) -> None:
    """Whether it is in doubt, or the attempt that may be over is still under way."""
    packet = safety.claim()
    if is_in_doubt:
        safety.is_in_doubt(packet)
    safety.ack(code=code)
    read = safety.bench.desk.read
    sent = read.delivery(packet)
    assert sent is not None
    assert (sent.state, sent.problem, sent.lease_until) == (DeliveryState.SENT, None, 0)
    assert read.deliveries_due(safety.bench.clock.at + 10**12, 9) == []
    escalation = read.escalation(1)
    assert escalation is not None
    assert escalation.step == (2 if code == "CA" else 1), "what was refused is to leave again"


def test_an_early_answer_counts_before_the_one_that_ends_the_doubt(safety: Safety) -> None:
    safety.ack()
    safety.is_in_doubt(safety.claim())
    assert safety.ack(text="again").meaning is AnswerMeaning.REPEATED
    assert safety.state() is CaseState.ACCEPTED
    assert [each.is_waiting for each in safety.bench.desk.read.case_answers(1)] == [False]


@pytest.mark.requirement("P20")
def test_the_same_answer_is_kept_once_and_another_one_is_told(safety: Safety) -> None:
    safety.leave()
    safety.ack()
    assert safety.ack().meaning is AnswerMeaning.REPEATED
    assert safety.ack(batch_code="AE").meaning is AnswerMeaning.REPEATED
    assert safety.ack(reference="PV-10").meaning is AnswerMeaning.DIFFERENT
    assert safety.ack(code="CR").meaning is AnswerMeaning.CONTRARY
    assert safety.state() is CaseState.ACCEPTED
    assert safety.standing.pv_reference == "PV-9"
    assert len(safety.bench.desk.read.case_answers(1)) == 3


def test_an_answer_to_no_report_of_ours_is_kept_loose(safety: Safety) -> None:
    assert safety.ack(report="NL-X-9").meaning is AnswerMeaning.UNKNOWN
    assert safety.ack(report="", batch="B-other").meaning is AnswerMeaning.UNKNOWN
    loose = safety.bench.desk.read.loose_answers()
    assert [each.report for each in loose] == ["", "NL-X-9"]
    assert safety.state() is CaseState.QUEUED


def test_without_a_number_of_the_receiver_pv_has_still_to_decide(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    assert safety.state() is CaseState.ACKNOWLEDGED
    assert safety.standing.pv_reference == safety.number()[0]
    assert escalated(safety) is EscalationState.ACKNOWLEDGED
    safety.says(YES)
    assert safety.state() is CaseState.ACCEPTED
    assert safety.standing.pv_reference == "PV-77"


def test_the_program_takes_what_it_finds_in_the_mailbox(safety: Safety) -> None:
    safety.leave()
    assert safety.ack(SYSTEM).meaning is AnswerMeaning.ACCEPTED
    entry = safety.bench.desk.changes(safety.bench.desk.read.log_size() - 2)[-1]
    assert entry.action == "receive-acknowledgement"
    assert entry.subject == 1


@pytest.mark.requirement("P21")
@pytest.mark.parametrize(
    ("said", "reason", "state"),
    [
        (YES, None, CaseState.ACCEPTED),
        (replace(YES, decision=PvDecision.RECEIVED), None, CaseState.ACKNOWLEDGED),
        (replace(YES, decision=PvDecision.REJECTED), None, CaseState.REJECTED),
        (replace(YES, decision=PvDecision.DUPLICATE), None, CaseState.DUPLICATE),
        (
            replace(YES, decision=PvDecision.NOT_A_CASE, pv_reference=""),
            Reason.NO_PRODUCT,
            CaseState.NOT_A_CASE,
        ),
    ],
)
def test_a_spoken_answer_is_entered_signed_with_its_evidence(
    safety: Safety, said: SpokenAnswer, reason: Reason | None, state: CaseState
) -> None:
    safety.leave()
    safety.says(said, reason)
    assert (safety.standing.state, safety.standing.reason) == (state, reason)
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert answer.signature is not None
    assert safety.bench.desk.read.case_document(answer.evidence) == said.evidence
    wanted = EscalationState.NOT_A_CASE if reason else EscalationState.ACKNOWLEDGED
    is_open = said.decision is PvDecision.REJECTED
    assert escalated(safety) is (EscalationState.OPEN if is_open else wanted)


def test_a_duplicate_names_the_other_case(safety: Safety) -> None:
    safety.leave()
    duplicate = replace(YES, decision=PvDecision.DUPLICATE, pv_reference="", duplicate_of=1)
    with pytest.raises(RefusedError, match="no other case"):
        safety.says(duplicate)
    with pytest.raises(RefusedError, match="no other case"):
        safety.says(replace(duplicate, duplicate_of=7))
    with pytest.raises(RefusedError, match="of which case"):
        safety.says(replace(duplicate, duplicate_of=None))


def test_a_duplicate_of_a_case_of_ours_is_linked(safety: Safety) -> None:
    (other,) = take_in(safety.bench.desk, arrival(2))
    safety.leave()
    second = add_case(safety, other)
    said = replace(YES, decision=PvDecision.DUPLICATE, pv_reference="", duplicate_of=second)
    safety.says(said)
    assert safety.standing.duplicate_of == second


@pytest.mark.parametrize(
    ("said", "reason", "sentence"),
    [
        (replace(YES, evidence=" "), None, "Attach the mail"),
        (replace(YES, pv_reference=" "), None, "reference"),
        (YES, Reason.NO_PRODUCT, "A reason goes with"),
        (replace(YES, decision=PvDecision.NOT_A_CASE), None, "A reason goes with"),
        (replace(YES, case=9), None, "no case 9"),
    ],
)
def test_half_an_answer_is_refused(
    safety: Safety, said: SpokenAnswer, reason: Reason | None, sentence: str
) -> None:
    safety.leave()
    with pytest.raises(RefusedError, match=sentence):
        safety.says(said, reason)


@pytest.mark.requirement("P21")
def test_an_answer_that_was_not_signed_so_is_refused(safety: Safety) -> None:
    safety.leave()
    safety.says(replace(YES, decision=PvDecision.RECEIVED))
    with pytest.raises(RefusedError, match="not what stands here"):
        safety.bench.desk.perform(RecordAnswer(YES, 1), safety.noor.actor)


@pytest.mark.requirement("P21")
def test_an_answer_that_no_longer_fits_is_refused_before_anybody_signs_it(safety: Safety) -> None:
    safety.leave()
    read = safety.bench.desk.read
    require_whole(read, YES, None)
    safety.says(YES)
    with pytest.raises(RefusedError, match="is accepted: “accept” does not fit"):
        require_whole(read, YES, None)
    with pytest.raises(RefusedError, match="no case 5"):
        require_whole(read, replace(YES, case=5), None)


def test_a_decided_case_is_closed_and_an_undecided_one_is_not(safety: Safety) -> None:
    with pytest.raises(RefusedError, match="is queued"):
        safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    safety.leave()
    safety.says(YES)
    safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    assert safety.state() is CaseState.CLOSED
    assert safety.bench.desk.read.case_standings(only_open=True) == []
    with pytest.raises(RefusedError, match="no case 5"):
        safety.bench.desk.perform(CloseCase(5), safety.noor.actor)


def test_a_report_is_read_in_each_version(safety: Safety) -> None:
    read = safety.bench.desk.read
    assert batch_of(read, 1, 1) == batch_of(read, 1)
    assert frozen(read, 1).snapshot.author == "FietsFranka"
    with pytest.raises(UsageError, match="no version 3"):
        version_of(read, 1, 3)
    with pytest.raises(UsageError, match="no case 9"):
        batch_of(read, 9)
    with pytest.raises(UsageError, match="no case 9"):
        frozen(read, 9)
