"""What is due is found to its end, whatever is kept for longer before it."""

import pytest

from tests.support.desks import Bench, arrival, take_in, triage
from tests.support.erasable import CALM, DAY, crew_of
from webcare_desk import erasing
from webcare_desk.actions import SetHold
from webcare_desk.domain.erasure import HoldBasis, Retention
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue

COMPLAINT = triage(Tier.CHECK, Category.QUALITY, Queue.QUALITY)
PAGE = 500


def test_what_is_kept_for_longer_hides_nothing_that_is_due(bench: Bench) -> None:
    desk = bench.desk
    # Posts of the desk's own are closed as they come in.
    take_in(desk, *(arrival(n, "klacht", said=COMPLAINT, own=True) for n in range(PAGE)))
    last = take_in(desk, *(arrival(n, said=CALM, own=True) for n in (900, 901)))
    bench.clock.pass_by(2 * 366 * DAY)
    assert [each.comment for each in erasing.due(desk.read, Retention(), desk.clock())] == last
    longer = Retention(complaint=1)
    assert len(list(erasing.due(desk.read, longer, desk.clock()))) == PAGE + len(last)


def test_a_request_takes_the_first_that_may_go_and_counts_the_rest(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew_of(bench.desk)["dee"]
    monkeypatch.setattr(erasing, "MOST", 2)
    held, *others = take_in(desk, *(arrival(n, said=CALM, own=True) for n in range(1, 6)))
    desk.perform(SetHold(held, HoldBasis.LEGAL_CLAIM, "claim 7"), dee.actor)
    bench.clock.pass_by(2 * 366 * DAY)
    choice = erasing.choose_due(desk.read, Retention(), desk.clock())
    assert (list(choice.comments), choice.later) == (others[:2], 2)
    assert [f"Comment {held} is held" in each for each in choice.kept] == [True]
