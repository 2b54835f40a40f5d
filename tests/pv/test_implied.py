"""What a moderator answers reaches the criteria: the packet does not contradict itself."""

import pytest

from tests.pv.conftest import TEXT, case_for, comment
from webcare_desk.casework import Decision, decided
from webcare_desk.domain.escalation import Criterion, Evidence, Presence
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.narrative import narrative

PRESENT = Evidence(Presence.PRESENT)


@pytest.mark.parametrize(
    ("said", "criterion"),
    [
        (Decision(details=((Ask.INITIALS, "A.B."),)), Criterion.PATIENT),
        (Decision(details=((Ask.AGE, "40"),)), Criterion.PATIENT),
        (Decision(details=((Ask.QUALIFICATION, "physician"),)), Criterion.REPORTER),
        (Decision(products=("Ventora",)), Criterion.PRODUCT),
    ],
)
def test_an_answer_shows_its_criterion(said: Decision, criterion: Criterion) -> None:
    case = case_for(comment(2, TEXT))
    made, before = dict(decided(case, said).criteria), dict(case.criteria)
    assert made.pop(criterion) == PRESENT != before.pop(criterion)
    assert made == before, "the others stay as the text shows them"


def test_about_whom_it_is_shows_no_patient_and_a_person_has_the_last_word() -> None:
    case = case_for(comment(2, TEXT))
    about = decided(case, Decision(details=((Ask.ABOUT, "other"),)))
    assert about.criteria == case.criteria
    said = Decision(case.criteria, products=("Ventora",))
    assert decided(case, said).criteria == case.criteria


def test_a_physician_is_no_consumer_by_default() -> None:
    case = case_for(comment(2, TEXT))
    told = narrative(decided(case, Decision(details=((Ask.QUALIFICATION, "physician"),))), "en")
    assert "Reporter: present." in told
    assert "defaulted: consumer" not in told
