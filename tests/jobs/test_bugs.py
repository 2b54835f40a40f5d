"""What no connector should raise is told as a bug, and keeps nothing else from being done."""

import pytest

from tests.jobs.faulty import MINUTE, Fault, Outbox, Platform, tick
from tests.jobs.test_forward import CASE, Counter, Post
from tests.jobs.test_poll_overtaken import calm
from tests.support.desks import SOURCE, Bench, arrival, escalate, take_in
from webcare_desk.actions import QueueReply
from webcare_desk.connectors.base import Page
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.jobs.forward import forward
from webcare_desk.jobs.poll import poll
from webcare_desk.jobs.problem import LEASE
from webcare_desk.jobs.send import send
from webcare_desk.pv.packet import to_json

BUG = ValueError("Invalid IPv6 URL")
TWO = (arrival(1), arrival(2))


def test_a_bug_over_one_delivery_lets_the_others_leave_and_is_looked_for_later(
    outbox: Outbox,
) -> None:
    outbox.queue()
    (other,) = take_in(outbox.desk, arrival(2))
    outbox.desk.perform(QueueReply(other, "Dank je wel.", None, 0), outbox.anna)
    outbox.platform.faults.append(Fault(BUG))

    with pytest.raises(ValueError, match="IPv6"):
        send(outbox.desk, outbox.connectors)

    assert [reply.parent for reply in outbox.platform.published] == ["r2"]
    send(outbox.desk, outbox.connectors)
    assert tick(outbox, later=LEASE + MINUTE).state is DeliveryState.UNCERTAIN
    assert tick(outbox).state is DeliveryState.SENT
    assert [reply.parent for reply in outbox.platform.published] == ["r2", "r1"]


def test_a_bug_over_one_packet_lets_the_others_leave(bench: Bench, anna: Actor) -> None:
    case = to_json(CASE, "").decode("ascii")
    first, _ = (escalate(bench.desk, each, anna, case) for each in take_in(bench.desk, *TWO))
    counter = Counter(bench, Post(), first)
    counter.post.faults.append((BUG, False))
    with pytest.raises(ValueError, match="IPv6"):
        forward(bench.desk, counter.post, counter.mail_of)
    assert len(counter.post.arrived) == 1
    assert [each.comment for each in bench.desk.read.deliveries_in(DeliveryState.SENT)] == [2]


@pytest.fixture
def source(bench: Bench) -> Platform:
    """Give a platform without pages."""
    return Platform(bench.clock)


def test_a_bug_leaves_a_record_of_the_poll_and_what_was_read_before(
    bench: Bench, source: Platform
) -> None:
    source.pages.extend([Page((arrival(1).comment,), "a", more=True), BUG])

    with pytest.raises(ValueError, match="IPv6"):
        poll(bench.desk, source, calm)

    (coverage,) = bench.desk.read.coverage(SOURCE, 1)
    assert (coverage.state, coverage.seen, coverage.added) == (CoverageState.PARTIAL, 1, 1)
    assert (
        coverage.problem == "Webcare Desk has a bug in reading this source (ValueError): report it."
    )
    assert bench.desk.read.cursor(SOURCE) == "a"


@pytest.mark.parametrize("asked", [1, 2])
def test_a_bug_in_reading_again_leaves_a_record_too(
    bench: Bench, source: Platform, asked: int
) -> None:
    """The first question is for all known comments, the next for one that was left out."""
    source.pages.append(Page((arrival(1).comment,), "a", more=False))
    poll(bench.desk, source, calm)
    source.pages.append(Page((), "a", more=False))
    source.faults.extend([*[Fault()] * (asked - 1), Fault(BUG)])

    with pytest.raises(ValueError, match="IPv6"):
        poll(bench.desk, source, calm)

    (coverage,) = bench.desk.read.coverage(SOURCE, 1)
    assert coverage.problem is not None
    assert "bug in reading this source" in coverage.problem
