"""An answer that contradicts what is known, or is unclear, stays open until PV says what holds."""

from dataclasses import replace

import pytest

from tests.support.desks import SYSTEM
from tests.support.safety import Safety
from webcare_desk.actions.cases import CloseCase
from webcare_desk.casebook.answers import keep_words
from webcare_desk.casebook.doubts import doubts
from webcare_desk.casebook.register import Register, listing_of
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.register import RegisterFilter, Shown
from webcare_desk.errors import RefusedError

WORDS = "Noor belde met PV om 11:00."


def open_doubts(safety: Safety) -> list[AnswerMeaning]:
    """Return what is to be asked, and see that each way of asking the register says the same."""
    read = safety.bench.desk.read
    found = doubts(read)
    row = read.register_row(1)
    assert row is not None
    assert row.standing == safety.standing
    alarmed = read.register_page(RegisterFilter(Shown.ALARM), None, 9)
    assert [each.standing.doubt for each in alarmed] == [each.id for each in found]
    listing = listing_of(read, Register(lambda _: None, "nl"), RegisterFilter(Shown.ALL), 0)
    assert [", vraag PV" in line[2] for line in listing.rows] == [bool(found)]
    return [each.meaning for each in found]


@pytest.mark.parametrize(
    ("parts", "meaning"),
    [
        ({"code": "CR"}, AnswerMeaning.CONTRARY),
        ({"reference": "PV-OTHER"}, AnswerMeaning.DIFFERENT),
        ({"code": "XX"}, AnswerMeaning.UNREADABLE),
    ],
)
@pytest.mark.parametrize("holds", [True, False])
def test_a_doubt_about_what_pv_accepted_is_open_until_a_person_enters_what_holds(
    sent: Safety, parts: dict[str, str], meaning: AnswerMeaning, *, holds: bool
) -> None:
    assert open_doubts(sent) == []
    sent.ack(SYSTEM, **parts)
    assert open_doubts(sent) == [meaning]
    number = sent.standing.pv_reference or ""
    if holds:
        sent.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, WORDS, number))
    else:
        sent.says(SpokenAnswer(1, PvDecision.REJECTED, Way.PHONE, WORDS))
    assert sent.state() is (CaseState.ACCEPTED if holds else CaseState.REJECTED)
    assert sent.standing.pv_reference == number
    assert open_doubts(sent) == []


def test_a_refusal_that_pv_takes_back_and_upholds_stands(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="CR")
    safety.ack(SYSTEM)
    assert open_doubts(safety) == [AnswerMeaning.CONTRARY]
    safety.says(SpokenAnswer(1, PvDecision.REJECTED, Way.PHONE, WORDS))
    assert (safety.state(), open_doubts(safety)) == (CaseState.REJECTED, [])


def test_without_a_doubt_a_decision_is_not_entered_twice(sent: Safety) -> None:
    number = sent.standing.pv_reference or ""
    with pytest.raises(RefusedError, match="does not fit"):
        sent.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, WORDS, number))


def test_the_next_plain_answer_makes_an_unclear_one_clear(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="XX")
    assert open_doubts(safety) == [AnswerMeaning.UNREADABLE]
    safety.ack()
    assert open_doubts(safety) == []


def test_what_pv_wrote_in_words_stays_until_a_person_has_read_it(safety: Safety) -> None:
    safety.leave()
    keep_words(safety.bench.desk, 1, b"From: pv@sponsor.example\n\nKunt u de batch navragen?\n")
    (answer,) = safety.bench.desk.read.case_answers(1)
    assert answer.way is Way.MAIL
    safety.ack()
    assert open_doubts(safety) == [AnswerMeaning.UNREADABLE]
    safety.says(RECEIVED)
    assert (safety.state(), open_doubts(safety)) == (CaseState.ACCEPTED, [])


def test_a_mail_is_read_once_anything_of_it_is_entered(sent: Safety) -> None:
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("Zij is opgenomen."))
    sent.leave()
    keep_words(sent.bench.desk, 1, b"From: pv@sponsor.example\n\nHet eerste is PV-8.\n")
    assert open_doubts(sent) == [AnswerMeaning.UNREADABLE]
    said = SpokenAnswer(1, PvDecision.ACCEPTED, Way.MAIL, WORDS, "PV-8", only_number=True)
    sent.says(said)
    assert open_doubts(sent) == []


def test_a_word_about_a_later_version_is_no_second_word_about_the_first(sent: Safety) -> None:
    sent.ack(SYSTEM, code="CR")
    number = sent.standing.pv_reference or ""
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("Zij is opgenomen."))
    sent.leave()
    assert open_doubts(sent) == [AnswerMeaning.CONTRARY]
    sent.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, WORDS, number))
    assert sent.versions[-1].answer is AnswerMeaning.ACCEPTED


def test_what_pv_says_of_a_later_version_ends_the_doubt_about_an_earlier(sent: Safety) -> None:
    sent.ack(SYSTEM, code="CR")
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("Zij is opgenomen."))
    sent.leave()
    sent.ack(SYSTEM)
    assert open_doubts(sent) == []


def in_doubt_about_a_follow_up(sent: Safety) -> None:
    """Let PV's system contradict itself about the second version, and not about the first."""
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("Zij is opgenomen."))
    sent.leave()
    sent.ack(SYSTEM)
    sent.ack(SYSTEM, code="CR")
    assert open_doubts(sent) == [AnswerMeaning.CONTRARY]


def test_a_word_about_an_earlier_version_does_not_end_the_doubt_about_a_later(sent: Safety) -> None:
    in_doubt_about_a_follow_up(sent)
    said = SpokenAnswer(1, PvDecision.ACCEPTED, Way.MAIL, WORDS, "PV-8", version=1)
    sent.says(said)
    assert open_doubts(sent) == [AnswerMeaning.CONTRARY]
    sent.says(replace(said, pv_reference="PV-9", version=2))
    assert open_doubts(sent) == []


def test_a_number_alone_ends_no_contradiction_but_the_doubt_about_the_number(sent: Safety) -> None:
    said = SpokenAnswer(1, PvDecision.ACCEPTED, Way.MAIL, WORDS, "PV-8", only_number=True)
    sent.ack(SYSTEM, reference="PV-8")
    assert open_doubts(sent) == [AnswerMeaning.DIFFERENT]
    sent.says(said)
    assert (sent.standing.pv_reference, open_doubts(sent)) == ("PV-8", [])
    sent.ack(SYSTEM, code="CR")
    sent.says(replace(said, pv_reference="PV-7"))
    assert open_doubts(sent) == [AnswerMeaning.CONTRARY]


RECEIVED = SpokenAnswer(1, PvDecision.RECEIVED, Way.PHONE, WORDS)


def test_pv_has_after_all_what_its_system_refused_and_took(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="CR")
    safety.ack(SYSTEM)
    safety.says(RECEIVED)
    assert (safety.state(), open_doubts(safety)) == (CaseState.ACKNOWLEDGED, [])
    assert safety.versions[-1].answer is AnswerMeaning.ACCEPTED


@pytest.mark.parametrize(
    "state", [CaseState.ACKNOWLEDGED, CaseState.ACCEPTED, CaseState.NOT_A_CASE, CaseState.CLOSED]
)
def test_that_pv_has_it_ends_a_doubt_and_moves_nothing(safety: Safety, state: CaseState) -> None:
    safety.leave()
    safety.says(RECEIVED)
    if state is CaseState.NOT_A_CASE:
        said = replace(RECEIVED, decision=PvDecision.NOT_A_CASE)
        safety.says(said, Reason.NO_PRODUCT)
    elif state is not CaseState.ACKNOWLEDGED:
        safety.says(replace(RECEIVED, decision=PvDecision.ACCEPTED, pv_reference="PV-9"))
    if state is CaseState.CLOSED:
        safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    with pytest.raises(RefusedError, match="does not fit"):
        safety.says(RECEIVED)
    safety.ack(SYSTEM, code="XX")
    assert open_doubts(safety) == [AnswerMeaning.UNREADABLE]
    before = safety.standing
    told = safety.bench.desk.read.escalation(1)
    safety.says(RECEIVED)
    assert (replace(before, doubt=None), open_doubts(safety)) == (safety.standing, [])
    assert safety.bench.desk.read.escalation(1) == told
