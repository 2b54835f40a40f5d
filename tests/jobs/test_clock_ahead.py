"""A clock that stood ahead for a while holds nothing back that must leave."""

from functools import partial

import pytest

from tests.jobs.faulty import MINUTE, Fault, Outbox, PowerCut, nothing_due, tick
from tests.jobs.test_anchor import MAIL, TAKEN
from tests.jobs.test_forward import HELD, SENT, UNCERTAIN, Counter, Post, counter
from tests.support.desks import Bench
from webcare_desk.actions import SendNow
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.errors import RateLimitedError, UnavailableError, UncertainError, WebcareError
from webcare_desk.jobs.anchor import anchor

__all__ = ["counter"]
DAY = 24 * 60 * MINUTE


@pytest.mark.requirement("P2")
@pytest.mark.parametrize(
    "error",
    [UnavailableError("no connection"), UncertainError("lost"), RateLimitedError("wait", 86_400.0)],
)
def test_a_packet_that_failed_by_such_a_clock_leaves_by_the_right_one(
    counter: Counter, error: WebcareError
) -> None:
    counter.tick((error, False), later=365 * DAY)
    assert counter.tick(later=-364 * DAY).state is SENT


def test_what_such_a_clock_sent_is_not_sent_again(counter: Counter) -> None:
    assert counter.tick(later=365 * DAY).state is SENT
    counter.bench.clock.pass_by(-364 * DAY)
    assert counter.nothing_due()


def test_a_server_may_ask_for_a_day(counter: Counter) -> None:
    assert counter.tick((RateLimitedError("wait", 86_400.0), False)).state is HELD
    counter.bench.clock.pass_by(DAY - MINUTE)
    assert counter.nothing_due()


def test_a_claim_of_such_a_clock_has_lapsed(counter: Counter) -> None:
    counter.bench.clock.pass_by(365 * DAY)
    with pytest.raises(PowerCut):
        counter.tick((PowerCut(), False))
    counter.bench.reopen()
    assert counter.tick(later=-364 * DAY).state is SENT


def test_an_anchor_that_failed_by_such_a_clock_leaves_by_the_right_one(bench: Bench) -> None:
    post, give = Post(), partial(anchor, bench.desk, stamp=None)
    MAIL(bench.desk)
    bench.clock.pass_by(365 * DAY)
    post.faults.append((UnavailableError("no server"), False))
    give(post)
    bench.clock.pass_by(-364 * DAY)
    assert [each.state for each in give(post)] == [TAKEN]
    assert give(post) == ()


@pytest.mark.parametrize("kind", [DeliveryKind.REPLY, DeliveryKind.HIDE, DeliveryKind.DELETE])
def test_what_was_queued_for_a_platform_by_such_a_clock_leaves_by_the_right_one(
    outbox: Outbox, kind: DeliveryKind
) -> None:
    outbox.bench.clock.pass_by(DAY)
    delivery = outbox.queue(kind, hold=20_000_000)
    assert tick(outbox, later=MINUTE - DAY).id == delivery
    assert tick(outbox).state is DeliveryState.VERIFIED


def test_a_doubt_of_such_a_clock_is_looked_into_by_the_right_one(outbox: Outbox) -> None:
    outbox.bench.clock.pass_by(DAY)
    outbox.queue()
    assert tick(outbox, Fault(UncertainError("lost"), done=True)).state is UNCERTAIN
    assert tick(outbox, later=MINUTE - DAY).state is SENT
    assert len(outbox.platform.published) == 1


def test_the_longest_undo_window_is_not_cut_short_by_a_clock_that_is_put_right_a_little(
    outbox: Outbox,
) -> None:
    outbox.queue(hold=60 * MINUTE)
    outbox.bench.clock.pass_by(-MINUTE)
    assert nothing_due(outbox)


def test_a_platform_may_ask_for_a_day_too(outbox: Outbox) -> None:
    outbox.queue()
    assert tick(outbox, Fault(RateLimitedError("wait", 86_400.0))).state is HELD
    outbox.bench.clock.pass_by(DAY - MINUTE)
    assert nothing_due(outbox)


def test_a_doubt_that_a_person_hurries_is_looked_into_no_sooner_than_the_platform_is_done(
    outbox: Outbox,
) -> None:
    reply = outbox.queue()
    late = Fault(UncertainError("lost"), late=MINUTE // 2)
    assert tick(outbox, late).state is UNCERTAIN
    for later in (MINUTE, 2 * MINUTE, 4 * MINUTE):
        tick(outbox, Fault(UnavailableError("no answer")), later=later)
    outbox.desk.perform(SendNow(reply), outbox.anna)
    assert nothing_due(outbox)
    assert tick(outbox, later=MINUTE).state is SENT
    assert len(outbox.platform.published) == 1
