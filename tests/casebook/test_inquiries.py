"""Asking the poster for more: approved questions, each attempt kept, with a clock of its own."""

import pytest

from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk.actions.cases import AskPoster, EndInquiry
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import MOST, InquiryOutcome
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.pv.questions import approved, private_text, public_text

AGE = (Name("age"), Name("batch"))


def test_an_attempt_waits_for_its_end_and_has_a_clock(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    first = desk.perform(AskPoster(1, AGE), by)
    (found,) = desk.read.open_inquiries()
    assert (found.id, found.attempt, found.questions) == (first, 1, AGE)
    assert not found.is_late(desk.clock())
    with pytest.raises(RefusedError, match="still open"):
        desk.perform(AskPoster(1, AGE), by)
    safety.bench.clock.pass_by(8 * 24 * HOUR)
    assert found.is_late(desk.clock())
    desk.perform(EndInquiry(first, InquiryOutcome.NO_ANSWER), by)
    assert desk.read.open_inquiries() == []
    with pytest.raises(RefusedError, match="no open attempt"):
        desk.perform(EndInquiry(first, InquiryOutcome.ANSWERED), by)
    ended = desk.read.inquiry(first)
    assert ended is not None
    assert not ended.is_late(desk.clock())


def test_nobody_is_pressed(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    with pytest.raises(RefusedError, match="at least one question"):
        desk.perform(AskPoster(1, ()), by)
    for _ in range(MOST):
        asked = desk.perform(AskPoster(1, AGE), by)
        desk.perform(EndInquiry(asked, InquiryOutcome.NO_ANSWER), by)
    with pytest.raises(RefusedError, match="that is enough"):
        desk.perform(AskPoster(1, AGE), by)
    assert [each.attempt for each in desk.read.inquiries(1)] == [1, 2, 3]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_approved_words_reach_the_poster(language: str) -> None:
    every = [each.id for each in approved()]
    assert len(set(every)) == len(every) == 10
    assert len("+".join(every)) <= 96
    text = private_text(every, language)
    assert all(each.text(language) in text for each in approved())
    assert text.count("\n1. ") == 1
    assert "?" in public_text(language)
    assert not any(each.text(language) in public_text(language) for each in approved())
    with pytest.raises(UsageError, match="“shoe”"):
        private_text(["age", "shoe"], language)
    with pytest.raises(UsageError, match="Ask something"):
        private_text([], language)
