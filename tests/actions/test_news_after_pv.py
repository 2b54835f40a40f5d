"""What comes after PV's answer, new words or another name, is a possible report until PV knows it."""

import pytest

from tests.support.desks import HOUR, MORNING, SYSTEM, arrival, escalate, take_in, version_of
from tests.support.first_comment import is_read_back, on_its_way, work
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    ClaimDelivery,
    Classify,
    Close,
    Open,
    RecordDelivery,
)
from webcare_desk.actions.cases import AddVersion, QueueVersion
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError

pytestmark = pytest.mark.requirement("P5")
NEWS = "Nu lig ik in het ziekenhuis met een hartaanval"


def answer(desk: Desk, anna: Actor) -> None:
    """Answer comment 1 in public, and read that back."""
    is_read_back(desk, on_its_way(desk, anna))


def answered_by_pv(desk: Desk, anna: Actor, *, is_case: bool = True) -> int:
    """Let PV answer what was said of comment 1; return the case."""
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    packet = desk.read.deliveries_of(1)[-1]
    desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 OK", version_of(desk, packet.id)), SYSTEM)
    pv_says(desk, anna, case, is_case=is_case)
    return case


@pytest.mark.parametrize("is_looked_at", [True, False])
def test_new_words_after_pvs_answer_are_not_closed_as_if_pv_knew_them(
    desk: Desk, anna: Actor, *, is_looked_at: bool
) -> None:
    answered_by_pv(desk, anna)
    desk.perform(Close(1, Reason.DONE), anna)
    take_in(desk, arrival(1, NEWS))
    if is_looked_at:
        desk.perform(Open(1, 24 * HOUR), anna)
    for reason in (Reason.NO_REPLY_NEEDED, Reason.DONE):
        with pytest.raises(RefusedError, match="may be a report"):
            desk.perform(Close(1, reason), anna)
    desk.perform(Close(1, Reason.NOT_AN_ADVERSE_EVENT), anna)
    assert work(desk).queue is Queue.DONE


def test_a_follow_up_that_is_kept_back_tells_pv_nothing(desk: Desk, anna: Actor) -> None:
    case = answered_by_pv(desk, anna)
    take_in(desk, arrival(1, NEWS))
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    news = AddVersion(case, 1, VersionKind.FOLLOW_UP, sheet, desk.clock(), NEWS, send=False)
    desk.perform(news, anna)
    with pytest.raises(RefusedError, match="may be a report"):
        desk.perform(Close(1, Reason.DONE), anna)
    assert desk.perform(Open(1, 24 * HOUR), anna).aware_due is not None
    desk.perform(QueueVersion(case), anna)
    desk.perform(Close(1, Reason.DONE), anna)
    assert work(desk).status is Status.CLOSED


def test_a_reply_to_new_words_that_nobody_looked_at_does_not_end_them(
    desk: Desk, anna: Actor
) -> None:
    answered_by_pv(desk, anna)
    take_in(desk, arrival(1, NEWS))
    answer(desk, anna)
    assert (work(desk).status, work(desk).queue) == (Status.OPEN, Queue.SAFETY)


def test_a_finished_comment_that_is_called_a_crisis_is_answered(desk: Desk, anna: Actor) -> None:
    answered_by_pv(desk, anna)
    answer(desk, anna)
    assert work(desk).queue is Queue.DONE
    crisis = Classify(1, Category.CRISIS, Queue.CRISIS, MORNING + HOUR, forward_within=24 * HOUR)
    desk.perform(crisis, anna)
    now = work(desk)
    assert (now.status, now.queue) == (Status.OPEN, Queue.CRISIS)
    assert (now.due, now.aware_due) == (MORNING + HOUR, None), "PV knows of it"
    desk.perform(Close(1, Reason.DONE), anna)
    desk.perform(crisis, anna)
    assert work(desk).queue is Queue.DONE, "it was one, and somebody has ended it"


def test_a_report_that_pv_takes_for_none_is_one_again_when_a_person_calls_it_so(
    desk: Desk, anna: Actor
) -> None:
    answered_by_pv(desk, anna, is_case=False)
    desk.perform(Close(1, Reason.DONE), anna)
    called = Classify(1, Category.PREGNANCY, Queue.SAFETY, None, forward_within=24 * HOUR)
    desk.perform(called, anna)
    now = work(desk)
    assert (now.status, now.queue) == (Status.OPEN, Queue.SAFETY)
    assert now.due == now.aware_due == (now.aware_at or 0) + 24 * HOUR
    answer(desk, anna)
    assert work(desk).status is Status.OPEN, "a reply tells PV nothing"
    with pytest.raises(RefusedError, match="may be a report"):
        desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)
    escalate(desk, 1, anna)
    assert work(desk).status is Status.ESCALATED


def test_another_name_for_what_pv_has_as_a_case_opens_nothing(desk: Desk, anna: Actor) -> None:
    answered_by_pv(desk, anna)
    desk.perform(Close(1, Reason.DONE), anna)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, MORNING), anna)
    assert work(desk).queue is Queue.DONE


def test_words_that_pv_never_had_are_called_a_report_in_spite_of_its_case(
    desk: Desk, anna: Actor
) -> None:
    answered_by_pv(desk, anna)
    take_in(desk, arrival(1, NEWS))
    desk.perform(Close(1, Reason.NOT_AN_ADVERSE_EVENT), anna)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, None, None, "", 24 * HOUR), anna)
    assert work(desk).queue is Queue.SAFETY
    assert work(desk).aware_due is not None
