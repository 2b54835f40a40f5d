"""What a poll brings in meets what was done on the desk meanwhile."""

import pytest

from tests.jobs.faulty import Fault, Outbox, Platform, tick
from tests.support.desks import CALM, SECOND, SOURCE, Bench, arrival, log_in, take_in
from webcare_desk.actions import ChangeVisibility, Close, RetryDelivery
from webcare_desk.connectors.base import Page
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import REWORDED, DeliveryKind, DeliveryState
from webcare_desk.domain.triage import Triage
from webcare_desk.jobs.poll import poll
from webcare_desk.jobs.send import send


def calm(comment: RemoteComment, *_: object) -> Triage:
    """Find nothing in any comment."""
    assert comment.text
    return CALM


@pytest.mark.requirement("P5")
def test_what_was_read_before_the_desks_own_hide_does_not_bring_spam_back(bench: Bench) -> None:
    (comment,) = take_in(bench.desk, arrival(1, said=CALM))
    anna, source = log_in(bench.desk)[Role.SUPERVISOR], Platform(bench.clock)

    def hide() -> None:
        """Hide it and read that back, as the other worker does after the site has answered."""
        act = ChangeVisibility(comment, DeliveryKind.HIDE, 0, Reason.SPAM)
        bench.desk.perform(act, anna)
        for _ in range(2):
            send(bench.desk, {SOURCE: source})
        bench.desk.perform(Close(comment, Reason.SPAM), anna)

    source.pages.append(Page((), "{}", more=False))
    source.now = {"r1": arrival(1).comment}
    source.faults.append(Fault(during=hide))
    poll(bench.desk, source, calm)
    work = bench.desk.read.work(comment)
    assert work is not None
    assert (work.status, work.queue, work.reason) == (Status.CLOSED, Queue.DONE, Reason.SPAM)
    assert len(bench.desk.read.revisions(comment)) == 1


@pytest.mark.requirement("P5")
def test_a_reply_does_not_leave_when_its_comment_was_reworded_until_a_person_lets_it(
    outbox: Outbox,
) -> None:
    reply = outbox.queue(hold=20 * SECOND)
    hidden = outbox.queue(DeliveryKind.HIDE, hold=40 * SECOND)
    reworded = arrival(1, "Sinds gisteren is alles anders").comment
    outbox.platform.pages.append(Page((reworded,), "{}", more=False))
    poll(outbox.desk, outbox.platform, calm)
    stopped = tick(outbox, later=20 * SECOND)
    assert (stopped.id, stopped.state, stopped.problem) == (reply, DeliveryState.FAILED, REWORDED)
    assert outbox.platform.published == []
    outbox.desk.perform(RetryDelivery(reply), outbox.anna)
    assert tick(outbox).state is DeliveryState.SENT
    assert len(outbox.platform.published) == 1
    send(outbox.desk, outbox.connectors)
    assert (tick(outbox, later=20 * SECOND).id, outbox.delivery(hidden).problem) == (hidden, None)
