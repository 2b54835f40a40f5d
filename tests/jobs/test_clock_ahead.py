"""A clock that stood ahead for a while holds nothing back that must leave."""

from functools import partial

import pytest

from tests.jobs.faulty import MINUTE, PowerCut
from tests.jobs.test_anchor import MAIL, TAKEN
from tests.jobs.test_forward import HELD, SENT, Counter, Post, counter
from tests.support.desks import Bench
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
