"""PV speaks of what it has; what its system says of a report afterwards is never lost."""

from dataclasses import replace

import pytest

from tests.support.desks import HOUR, SYSTEM
from tests.support.safety import Safety
from webcare_desk.actions.cases import CloseCase
from webcare_desk.casebook.doubts import came_back
from webcare_desk.casebook.versions import News, correct, follow_up
from webcare_desk.domain.case_state import CaseState, after
from webcare_desk.domain.case_version import EVENT_OF, AnswerMeaning, PvDecision, SpokenAnswer, Way
from webcare_desk.domain.escalation import EscalationState
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.register import case_turn
from webcare_desk.domain.reply import BOUNCED, DeliveryState
from webcare_desk.jobs.case_clock import alarms

YES = SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld met dr. De Boer om 11:00", "PV-7")
NEWS = News("opgenomen")


def answers_of(safety: Safety) -> list[AnswerMeaning | None]:
    return [each.answer for each in safety.versions]


def test_a_spoken_answer_is_about_what_has_left(safety: Safety) -> None:
    safety.leave()
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, NEWS)
    safety.says(YES)
    assert answers_of(safety) == [AnswerMeaning.ACCEPTED, None]
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.QUEUED, "PV-7")
    escalation = safety.bench.desk.read.escalation(1)
    assert escalation is not None
    assert escalation.state is EscalationState.ACKNOWLEDGED
    assert [each.number for each in safety.bench.desk.read.case_answers(1)] == [1]


@pytest.mark.parametrize(
    ("decision", "reason", "meaning"),
    [
        (PvDecision.ACCEPTED, None, AnswerMeaning.ACCEPTED),
        (PvDecision.RECEIVED, None, AnswerMeaning.ACCEPTED),
        (PvDecision.NOT_A_CASE, Reason.NO_PRODUCT, AnswerMeaning.NOT_A_CASE),
        (PvDecision.REJECTED, None, AnswerMeaning.REJECTED),
    ],
)
def test_what_pv_has_is_answered_while_a_follow_up_is_kept_back(
    safety: Safety, decision: PvDecision, reason: Reason | None, meaning: AnswerMeaning
) -> None:
    safety.leave()
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, replace(NEWS, send=False))
    safety.says(replace(YES, decision=decision), reason)
    assert answers_of(safety) == [meaning, None]
    assert safety.state() is CaseState.FOLLOW_UP
    assert [each.number for each in safety.bench.desk.read.case_answers(1)] == [1]
    safety.bench.require_sound()


def test_the_refusal_of_a_follow_up_counts_after_a_word_about_the_first_report(
    safety: Safety,
) -> None:
    desk = safety.bench.desk
    safety.leave()
    safety.later()
    follow_up(desk, 1, safety.sanne.actor, NEWS)
    safety.says(YES)
    safety.leave()
    assert safety.state() is CaseState.SENT
    assert safety.ack(by=SYSTEM, code="CR", reference="").meaning is AnswerMeaning.REJECTED
    assert (safety.state(), answers_of(safety)[1]) == (CaseState.REJECTED, AnswerMeaning.REJECTED)
    safety.bench.clock.pass_by(25 * HOUR)
    assert alarms(desk, lambda _: None) == 1
    assert correct(desk, 1, safety.sanne.actor, News("mended")).state is CaseState.QUEUED


@pytest.mark.parametrize(
    "decision", [PvDecision.RECEIVED, PvDecision.ACCEPTED, PvDecision.REJECTED]
)
def test_what_pv_has_by_its_own_word_does_not_leave_again(
    safety: Safety, decision: PvDecision
) -> None:
    desk = safety.bench.desk
    safety.leave()
    packet = safety.versions[-1].delivery
    assert packet is not None
    safety.is_in_doubt(packet, BOUNCED)
    assert list(came_back(desk.read)) == [packet]
    safety.says(replace(YES, decision=decision))
    delivery = desk.read.delivery(packet)
    assert delivery is not None
    assert (delivery.state, delivery.problem) == (DeliveryState.SENT, None)
    assert came_back(desk.read) == {}
    assert desk.read.deliveries_due(safety.bench.clock.at + 1000 * HOUR, 9) == []
    assert safety.state() is after(CaseState.CAME_BACK, EVENT_OF[decision])


def test_an_answer_that_waited_counts_when_pv_says_that_it_has_the_report(safety: Safety) -> None:
    safety.ack(code="CR")
    safety.is_in_doubt(safety.claim())
    safety.says(replace(YES, decision=PvDecision.RECEIVED, pv_reference=""))
    assert safety.state() is CaseState.REJECTED


@pytest.mark.parametrize("decision", [PvDecision.ACCEPTED, PvDecision.RECEIVED])
def test_what_pvs_system_refuses_is_refused_whatever_somebody_said(
    safety: Safety, decision: PvDecision
) -> None:
    safety.leave()
    safety.says(replace(YES, decision=decision))
    safety.later()
    assert safety.ack(by=SYSTEM, code="CR", reference="").meaning is AnswerMeaning.REJECTED
    assert (safety.state(), answers_of(safety)) == (CaseState.REJECTED, [AnswerMeaning.REJECTED])
    row = safety.bench.desk.read.register_row(1)
    assert row is not None
    assert case_turn(row, None, safety.bench.clock.at) is not None


def test_a_refusal_opens_a_case_that_was_closed_on_a_word(safety: Safety) -> None:
    safety.leave()
    safety.says(YES)
    safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    assert safety.ack(code="CR").meaning is AnswerMeaning.REJECTED
    assert safety.state() is CaseState.REJECTED


def test_an_early_refusal_counts_against_a_word_too(safety: Safety) -> None:
    assert safety.ack(code="CR").meaning is AnswerMeaning.EARLY
    safety.says(YES)
    safety.leave()
    assert safety.state() is CaseState.REJECTED


def test_a_no_after_the_yes_of_a_system_moves_nothing_and_is_told_as_one(safety: Safety) -> None:
    safety.leave()
    safety.says(replace(YES, decision=PvDecision.RECEIVED, pv_reference=""))
    assert safety.ack(reference="PV-7").meaning is AnswerMeaning.ACCEPTED
    assert safety.ack(code="CR").meaning is AnswerMeaning.CONTRARY
    assert safety.state() is CaseState.ACCEPTED


def test_a_report_that_pv_takes_for_no_case_needs_no_correction(safety: Safety) -> None:
    safety.leave()
    none = replace(YES, decision=PvDecision.NOT_A_CASE, pv_reference="")
    safety.says(none, Reason.NO_PRODUCT)
    assert safety.ack(code="CR", reference="").meaning is AnswerMeaning.CONTRARY
    assert safety.state() is CaseState.NOT_A_CASE


def test_what_pv_cannot_use_after_all_is_corrected(safety: Safety) -> None:
    safety.leave()
    safety.ack()
    safety.says(replace(YES, decision=PvDecision.REJECTED))
    safety.later()
    correct(safety.bench.desk, 1, safety.sanne.actor, News("mended"))
    assert safety.state() is CaseState.QUEUED
