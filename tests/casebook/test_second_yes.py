"""A receiver may acknowledge twice: at once, and again with the number that it gave the case."""

from tests.support.safety import Safety
from webcare_desk.actions.cases import CloseCase
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way


def test_the_number_that_comes_with_the_second_yes_is_taken_and_kept(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    assert safety.state() is CaseState.ACKNOWLEDGED
    first = safety.versions[0].answered_at
    safety.later()
    assert safety.ack(reference="PV-77").meaning is AnswerMeaning.ACCEPTED
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.ACCEPTED, "PV-77")
    assert safety.versions[0].answered_at == first
    answers = safety.bench.desk.read.case_answers(1)
    assert [each.pv_reference for each in answers] == ["", "PV-77"]
    assert safety.ack(reference="PV-77", text="again").meaning is AnswerMeaning.REPEATED
    assert safety.ack(reference="PV-78").meaning is AnswerMeaning.DIFFERENT
    assert safety.standing.pv_reference == "PV-77"


def test_a_second_yes_without_a_number_is_a_repetition(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    assert safety.ack(reference="", text="again").meaning is AnswerMeaning.REPEATED
    assert safety.state() is CaseState.ACKNOWLEDGED


def test_two_early_answers_count_one_after_the_other(safety: Safety) -> None:
    assert safety.ack(reference="").meaning is AnswerMeaning.EARLY
    assert safety.ack(reference="PV-77").meaning is AnswerMeaning.EARLY
    safety.leave()
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.ACCEPTED, "PV-77")
    answers = safety.bench.desk.read.case_answers(1)
    assert [each.meaning for each in answers] == [AnswerMeaning.ACCEPTED, AnswerMeaning.ACCEPTED]


def test_a_number_that_comes_after_the_next_version_moves_nothing(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    report, batch = safety.number()
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("opgenomen"))
    assert (
        safety.ack(report=report, batch=batch, reference="PV-77").meaning is AnswerMeaning.ACCEPTED
    )
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.QUEUED, "PV-77")


def test_a_number_leaves_a_case_that_is_done_where_it_is(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    own = safety.number()[0]
    safety.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld", own))
    safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    assert safety.ack(reference="PV-77").meaning is AnswerMeaning.ACCEPTED
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.CLOSED, "PV-77")


def test_what_a_person_entered_without_a_number_gets_it(safety: Safety) -> None:
    safety.leave()
    safety.says(SpokenAnswer(1, PvDecision.RECEIVED, Way.PHONE, "gebeld"))
    assert safety.ack(reference="PV-77").meaning is AnswerMeaning.ACCEPTED
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.ACCEPTED, "PV-77")
