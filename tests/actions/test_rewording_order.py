"""What was done before other words came in, where the clock was set right between the two."""

import pytest

from tests.support.desks import CALM, HOUR, SYSTEM, Bench, arrival, take_in, triage, version_of
from webcare_desk.actions import ClaimDelivery, QueueReply, RecordDelivery, RecordVerified
from webcare_desk.actions.rewording import reworded_after
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter

pytestmark = pytest.mark.requirement("P5")


def sent(bench: Bench, reply: int) -> None:
    bench.desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    bench.desk.perform(RecordDelivery(reply, "r", version_of(bench.desk, reply)), SYSTEM)
    bench.desk.perform(RecordVerified(reply, version_of(bench.desk, reply)), SYSTEM)


def test_a_reply_from_before_the_clock_went_back_does_not_answer_the_words_after_it(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    reply = desk.perform(QueueReply(1, "Graag gedaan.", None, 0), anna)
    bench.clock.pass_by(-HOUR)
    take_in(desk, arrival(1, "Ik lig in het ziekenhuis", said=triage()))
    sent(bench, reply)
    found = desk.read.work(1)
    assert found is not None
    assert (found.status, found.queue) == (Status.OPEN, Queue.SAFETY)
    assert found.reply_due is not None


def test_a_reply_to_words_that_came_before_the_clock_went_back_answers_them(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    take_in(desk, arrival(1, "Dank je wel!", said=CALM))
    bench.clock.pass_by(-HOUR)
    sent(bench, desk.perform(QueueReply(1, "Graag gedaan.", None, 0), anna))
    found = desk.read.work(1)
    assert found is not None
    assert found.status is Status.ANSWERED


def test_where_the_log_does_not_tell_the_act_the_times_do(bench: Bench) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    before = bench.clock.at
    take_in(desk, arrival(1, "Dank je wel!", said=CALM))
    nothing = LogFilter(subject=1, since=before, until=before + 1)
    assert desk.read.entries(nothing, None, 1) == []
    assert reworded_after(desk.read, 1, before)
    assert not reworded_after(desk.read, 1, bench.clock.at)


def test_a_reply_that_was_begun_on_other_words_is_refused(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    first, begun = desk.read.revisions(1)[0].seen_at, bench.clock.at
    take_in(desk, arrival(1, "Dank je wel!", said=CALM))
    for on in (first, begun):
        with pytest.raises(RefusedError, match="read it again"):
            desk.perform(QueueReply(1, "Graag gedaan.", None, 0, answers=on), anna)
    assert desk.perform(QueueReply(1, "Graag gedaan.", None, 0, answers=bench.clock.at), anna)
