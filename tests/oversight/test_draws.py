"""What came of a draw: it is drawn again as the log tells, and says what it rules out."""

from tests.support.desks import CALM, HOUR, MORNING, Bench, arrival, log_in, take_in
from webcare_desk import oversight
from webcare_desk.actions import CheckDecision, Close, DrawChecks
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.quality import CheckReason
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.sampling import Below, Outcome


def closed(bench: Bench, by: Actor, count: int, first: int = 0) -> None:
    """Close some comments as no adverse event."""
    for comment in take_in(
        bench.desk, *(arrival(first + each, said=CALM) for each in range(count))
    ):
        bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), by)


def outcomes(bench: Bench) -> list[Outcome]:
    return list(oversight.outcomes(bench.desk.read, 0, bench.clock() + 1))


def test_a_draw_that_found_no_miss_rules_out_what_it_was_drawn_for(
    bench: Bench, anna: Actor
) -> None:
    closed(bench, anna, 30)
    day = (MORNING - HOUR, bench.clock() + HOUR)
    oversight.draw_checks(bench.desk, oversight.Draw(*day, 10, 1), anna)
    chosen = oversight.Draw(*day, 0, 4, Below.FIVE)
    fresh = oversight.draw_checks(bench.desk, chosen, anna)
    closed(bench, anna, 2, first=40)
    bob = log_in(bench.desk, frozenset({Role.SUPERVISOR}), "bob")[Role.SUPERVISOR]
    share, below = outcomes(bench)
    assert (share.size, share.chosen.share, below.chosen) == (3, 10, chosen)
    assert (below.among, below.size, below.checked, below.fewer_than) == (30, 23, 0, None)
    assert fresh < below.size
    for check in bench.desk.read.checks_waiting():
        bench.desk.perform(CheckDecision(check.id, agrees=True), bob)
    share, below = outcomes(bench)
    assert (share.is_proof, below.is_proof, below.fewer_than) == (False, True, 0.05)
    assert share.fewer_than is not None
    assert share.fewer_than > 0.05


def test_the_entry_of_a_draw_tells_what_it_was_drawn_from(bench: Bench, anna: Actor) -> None:
    closed(bench, anna, 2)
    day = (MORNING - HOUR, bench.clock() + HOUR)
    for chosen in (oversight.Draw(*day, 50, 1), oversight.Draw(*day, 50, 4, Below.HALF)):
        oversight.draw_checks(bench.desk, chosen, anna)
    told = [each.detail for each in bench.desk.read.entries_among({"draw-checks"}, 0, 99)]
    period = {"since": day[0], "until": day[1]}
    assert [dict(each) for each in told] == [
        {"drawn": 1, "seed": 1, "share": 50, **period},
        {"drawn": 1, "seed": 4, "below_per_mille": 5, **period},
    ]


def test_a_miss_is_counted_and_a_draw_that_tells_nothing_is_left_out(
    bench: Bench, anna: Actor
) -> None:
    assert list(oversight.outcomes(bench.desk.read, 0, 1)) == []
    closed(bench, anna, 4)
    day = (MORNING - HOUR, bench.clock() + HOUR)
    oversight.draw_checks(bench.desk, oversight.Draw(*day, 100, 1), anna)
    bench.desk.perform(DrawChecks((), 2), anna)
    bob = log_in(bench.desk, frozenset({Role.SUPERVISOR}), "bob")[Role.SUPERVISOR]
    event, missed = Category.ADVERSE_EVENT, CheckReason.MISSED_EVENT
    bench.desk.perform(CheckDecision(1, agrees=False, category=event, because=missed), bob)
    [outcome] = outcomes(bench)
    assert (outcome.size, outcome.checked, outcome.missed) == (4, 1, 1)
    assert outcome.fewer_than is None  # it does not tell that any was right
