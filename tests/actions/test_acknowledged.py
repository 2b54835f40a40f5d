"""A crisis that PV has acknowledged: none of its clocks runs again for what PV knows."""

import pytest

from tests.support.desks import (
    HOUR,
    MORNING,
    SYSTEM,
    arrival,
    escalate,
    take_in,
    triage,
    version_of,
)
from tests.support.first_comment import work
from tests.support.pv_says import pv_says
from webcare_desk.actions import ClaimDelivery, Classify, QueueReply, RecordDelivery, RecordVerified
from webcare_desk.desk import Desk
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason

pytestmark = pytest.mark.requirement("P5")
DAY = 24 * HOUR


@pytest.fixture(autouse=True)
def _acknowledged(desk: Desk, anna: Actor) -> None:
    """Let PV take a crisis for a case; it stays open."""
    said = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS, MORNING + HOUR)
    take_in(desk, arrival(1, said=said))
    pv_says(desk, anna, escalate(desk, 1, anna), "PV-1")
    assert work(desk).aware_due is None


def report(desk: Desk, by: Actor) -> Work:
    """Call it an adverse event."""
    called, why = Category.ADVERSE_EVENT, Reason.MADE_IN_ERROR
    act = Classify(1, called, Queue.SAFETY, MORNING + DAY, why, forward_within=DAY)
    desk.perform(act, by)
    return work(desk)


def test_another_name_gives_no_clock_for_what_pv_knows(desk: Desk, anna: Actor) -> None:
    called = report(desk, anna)
    assert (called.aware_due, called.due) == (None, MORNING + DAY)


def test_another_name_for_other_words_starts_the_clock_for_them(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, "Nu lig ik in het ziekenhuis", said=triage()))
    called = report(desk, anna)
    assert called.aware_due is not None
    assert called.aware_due > (called.aware_at or 0) + DAY, (
        "not from the first look at the old ones"
    )


def test_once_it_is_answered_no_reply_is_late(desk: Desk, anna: Actor) -> None:
    reply = desk.perform(QueueReply(1, "Wij bellen u.", None, 0), anna)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, "r", version_of(desk, reply)), SYSTEM)
    desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)
    found = work(desk)
    assert (found.queue, found.status) == (Queue.CRISIS, Status.OPEN)
    assert (found.reply_due, found.due) == (None, NEVER)
