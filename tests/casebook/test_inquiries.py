"""Asking the poster for more: approved questions, each attempt kept, with a clock of its own."""

import pytest

from tests.jobs.faulty import Fault, Platform
from tests.support.desks import HOUR, SOURCE
from tests.support.safety import Safety
from webcare_desk.actions import CancelDelivery, RetryDelivery
from webcare_desk.actions.cases import AskPoster, CloseCase, EndInquiry
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import Status
from webcare_desk.domain.inquiry import MOST, Inquiry, InquiryOutcome, Invitation, tried
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.errors import RefusedError, UncertainError, UsageError
from webcare_desk.jobs.send import send
from webcare_desk.pv.questions import approved, private_text, public_text

AGE = (Name("age"), Name("batch"))


def test_an_attempt_waits_for_its_end_and_has_a_clock(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    first = desk.perform(AskPoster(1, AGE), by).id
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


@pytest.mark.requirement("P10")
def test_nobody_is_pressed(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    with pytest.raises(RefusedError, match="at least one question"):
        desk.perform(AskPoster(1, ()), by)
    for _ in range(MOST):
        asked = desk.perform(AskPoster(1, AGE), by).id
        desk.perform(EndInquiry(asked, InquiryOutcome.NO_ANSWER), by)
    with pytest.raises(RefusedError, match="that is enough"):
        desk.perform(AskPoster(1, AGE), by)
    assert [each.attempt for each in desk.read.inquiries(1)] == [1, 2, 3]


def posted(safety: Safety, language: str = "nl", hold: int = 0) -> Inquiry:
    """Let a moderator ask; the desk posts the invitation."""
    desk = safety.bench.desk
    return desk.perform(AskPoster(1, AGE, Invitation(language, hold)), safety.sanne.actor)


def delivered(safety: Safety, inquiry: Inquiry) -> Delivery:
    """Return the reply of an attempt."""
    assert inquiry.delivery is not None
    found = safety.bench.desk.read.delivery(inquiry.delivery)
    assert found is not None
    return found


@pytest.mark.requirement("P10")
def test_the_desk_posts_the_invitation_once_and_says_nothing_medical(safety: Safety) -> None:
    desk, platform = safety.bench.desk, Platform(safety.bench.clock)
    first = posted(safety)
    with pytest.raises(RefusedError, match="still open"):
        posted(safety)
    with pytest.raises(RefusedError, match="still in the outbox"):
        desk.perform(EndInquiry(first.id, InquiryOutcome.ANSWERED), safety.sanne.actor)
    send(desk, {SOURCE: platform})
    send(desk, {SOURCE: platform})
    send(desk, {SOURCE: platform})
    (reply,) = platform.published
    assert (reply.text, reply.parent) == (public_text("nl", 1), "r1")
    assert not any(each.nl in reply.text for each in approved())
    assert delivered(safety, first).state is DeliveryState.VERIFIED
    work = desk.read.work(1)
    assert work is not None
    assert work.status is Status.ESCALATED
    desk.perform(EndInquiry(first.id, InquiryOutcome.NO_ANSWER), safety.sanne.actor)


@pytest.mark.requirement("P10")
def test_each_attempt_has_its_own_words_and_a_crash_posts_none_twice(safety: Safety) -> None:
    desk, platform = safety.bench.desk, Platform(safety.bench.clock)
    for _ in range(MOST):
        asked = posted(safety, "en")
        platform.faults.append(Fault(UncertainError("lost"), done=True))
        for _ in range(3):
            send(desk, {SOURCE: platform})
            safety.bench.clock.pass_by(HOUR)
        desk.perform(EndInquiry(asked.id, InquiryOutcome.NO_ANSWER), safety.sanne.actor)
    texts = [reply.text for reply in platform.published]
    assert texts == [public_text("en", attempt) for attempt in (1, 2, 3)]
    assert len(set(texts)) == MOST
    assert public_text("en", 9) == public_text("en", MOST)


def test_what_is_called_back_was_never_asked(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    for number in range(MOST + 1):
        asked = posted(safety, hold=HOUR)
        assert delivered(safety, asked).body == public_text("nl", 1)
        desk.perform(CancelDelivery(delivered(safety, asked).id), by)
        found = desk.read.inquiry(asked.id)
        assert found is not None
        assert (found.attempt, found.outcome) == (number + 1, InquiryOutcome.CALLED_BACK)
    assert tried(desk.read.inquiries(1)) == 0
    with pytest.raises(RefusedError, match="does not end like that"):
        desk.perform(EndInquiry(posted(safety).id, InquiryOutcome.CALLED_BACK), by)


def test_an_attempt_that_is_over_is_not_posted_by_a_retry(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    asked = posted(safety)
    send(desk, {})
    assert delivered(safety, asked).state is DeliveryState.FAILED
    desk.perform(RetryDelivery(delivered(safety, asked).id), by)
    send(desk, {})
    desk.perform(EndInquiry(asked.id, InquiryOutcome.NOT_REACHED), by)
    with pytest.raises(RefusedError, match="is over; ask anew"):
        desk.perform(RetryDelivery(delivered(safety, asked).id), by)


def test_who_may_not_reply_records_only_and_a_closed_case_is_left_alone(safety: Safety) -> None:
    desk = safety.bench.desk
    with pytest.raises(RefusedError, match="let a moderator send"):
        desk.perform(AskPoster(1, AGE, Invitation("nl", 0)), safety.noor.actor)
    asked = desk.perform(AskPoster(1, AGE), safety.noor.actor).id
    assert desk.read.deliveries_of(1)[0].kind is DeliveryKind.PACKET
    desk.perform(EndInquiry(asked, InquiryOutcome.ANSWERED), safety.noor.actor)
    safety.leave()
    safety.ack()
    desk.perform(CloseCase(1), safety.noor.actor)
    with pytest.raises(RefusedError, match="is closed"):
        desk.perform(AskPoster(1, AGE), safety.noor.actor)


@pytest.mark.requirement("P10")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_approved_words_reach_the_poster(language: str) -> None:
    every = [each.id for each in approved()]
    assert len(set(every)) == len(every) == 10
    assert len("+".join(every)) <= 96
    text = private_text(every, language)
    assert all(each.text(language) in text for each in approved())
    assert text.count("\n1. ") == 1
    assert "?" in public_text(language, 1)
    assert not any(each.text(language) in public_text(language, 1) for each in approved())
    with pytest.raises(UsageError, match="“shoe”"):
        private_text(["age", "shoe"], language)
    with pytest.raises(UsageError, match="Ask something"):
        private_text([], language)
