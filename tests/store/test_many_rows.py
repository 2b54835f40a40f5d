"""What is read of deliveries when there are more than any list shows."""

from tests.support.crowds import PAGE, crowd
from tests.support.desks import (
    CALM,
    HOUR,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    log_in,
    take_in,
    version_of,
)
from webcare_desk.actions import QueueReply, RecordFailure
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import PageKey
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reply import DeliveryState


def test_what_is_in_trouble_comes_in_pages_and_all_of_it(bench: Bench, anna: Actor) -> None:
    read = bench.desk.read
    take_in(bench.desk, *(arrival(n, said=CALM) for n in range(4)))
    for comment in (1, 2, 2, 3):
        reply = bench.desk.perform(QueueReply(comment, "Dag", None, 0), anna)
        bench.desk.perform(
            RecordFailure(reply, Name("gone"), None, version_of(bench.desk, reply)), SYSTEM
        )
    first = read.troubled(DeliveryState.FAILED, None, 2, bench.clock.at)
    rest = read.troubled(
        DeliveryState.FAILED, PageKey(first[-1].due, first[-1].comment), 2, bench.clock.at
    )
    assert [row.comment for row in (*first, *rest)] == [1, 2, 3]
    assert read.troubled(DeliveryState.UNCERTAIN, None, 2, bench.clock.at) == []


def test_the_last_that_i_queued_can_be_undone_however_much_others_hold(
    bench: Bench, anna: Actor
) -> None:
    comment, *_ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(2)))
    other = log_in(bench.desk, login="bob")[Role.MODERATOR]
    theirs = bench.desk.perform(QueueReply(comment, "Dag", None, HOUR), other)
    escalate(bench.desk, 2, anna)
    first, last = (
        bench.desk.perform(QueueReply(comment, text, None, HOUR), anna) for text in ("a", "b")
    )
    at = bench.clock.at
    with crowd(bench, "delivery", theirs, {"id": "-n"}):
        assert len(bench.desk.read.deliveries_in(DeliveryState.HELD)) > PAGE
        assert [each.id for each in bench.desk.read.undoable(anna.moderator, at)] == [last, first]
        assert bench.desk.read.undoable(anna.moderator, at + 2 * HOUR) == []
