"""What the receiver refused of a report is known by the elements that its answer names."""

from tests.support.safety import Safety
from webcare_desk.casebook.refusal import refusal
from webcare_desk.casebook.versions import News, correct
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way


def test_nothing_is_refused_before_an_answer_or_by_a_yes(safety: Safety) -> None:
    read = safety.bench.desk.read
    assert refusal(read, 1) is None
    safety.leave()
    safety.ack()
    assert refusal(read, 1) is None


def test_a_refusal_names_its_elements_until_the_report_is_mended(safety: Safety) -> None:
    read = safety.bench.desk.read
    safety.leave()
    safety.ack(code="CR", text="E.i.4 lies in the future; C.2.r.3 must be provided")
    found = refusal(read, 1)
    assert found is not None
    assert found.elements == {"E.i.4", "C.2.r.3"}
    assert found.sentences == ("E.i.4 lies in the future", "C.2.r.3 must be provided")
    safety.later()
    correct(safety.bench.desk, 1, safety.sanne.actor, News("beter", {"D.1": "X"}))
    assert refusal(read, 1) is None


def test_what_somebody_entered_of_a_mail_names_elements_too(safety: Safety) -> None:
    safety.leave()
    words = "Please mend G.k.4.r.7."
    safety.says(SpokenAnswer(1, PvDecision.REJECTED, Way.MAIL, words, words=words))
    found = refusal(safety.bench.desk.read, 1)
    assert found is not None
    assert found.sentences == (words,)
    assert found.elements == {"G.k.4.r.7"}
