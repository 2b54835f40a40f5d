"""An outage is one gap, however often the source is asked; and a platform is given its time."""

import pytest

from tests.jobs.faulty import MINUTE, Platform
from tests.support.desks import CALM, HOUR, SOURCE, Bench, arrival, log_in
from webcare_desk.actions import ExplainGap
from webcare_desk.connectors.base import Page
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import MalformedError, RateLimitedError, UnavailableError, WebcareError
from webcare_desk.jobs.poll import note_unread, poll
from webcare_desk.said import Said

DOWN, BUSY = UnavailableError("no answer"), RateLimitedError("wait for 3600 seconds", 3600.0)
EMPTY = Page((), "{}", more=False)


def calm(*_: object) -> Triage:
    """Find nothing."""
    return CALM


def asked(bench: Bench, source: Platform, *answers: WebcareError | Page) -> list[Coverage]:
    """Poll once a minute, and return the gaps that are to be explained."""
    for answer in answers:
        source.pages.append(answer)
        poll(bench.desk, source, calm)
        bench.clock.pass_by(MINUTE)
    return [gap for _, gap in bench.desk.read.gaps()]


@pytest.fixture
def source(bench: Bench) -> Platform:
    """Give a platform that was read once."""
    source = Platform(bench.clock)
    assert asked(bench, source, EMPTY) == []
    return source


def test_an_hour_without_the_site_is_one_gap_from_its_first_poll_to_its_last(
    bench: Bench, source: Platform
) -> None:
    began = bench.clock.at
    (gap,) = asked(bench, source, *[DOWN] * 60)
    assert 0 <= gap.began_at - began < MINUTE
    assert MINUTE <= bench.clock.at - gap.ended_at < 2 * MINUTE
    assert (gap.state, gap.problem) == (CoverageState.FAILED, "no answer")


def test_another_problem_a_good_poll_and_an_explained_gap_each_begin_another_gap(
    bench: Bench, source: Platform
) -> None:
    assert len(asked(bench, source, DOWN, MalformedError("half a page"), DOWN, EMPTY, DOWN)) == 4
    (*_, (last, _)) = bench.desk.read.gaps()
    anna = log_in(bench.desk)[Role.SUPERVISOR]
    bench.desk.perform(ExplainGap(last, Reason.SOURCE_WAS_DOWN), anna)
    assert len(asked(bench, source, DOWN)) == 4


def test_what_was_read_in_part_is_added_up_and_a_pause_ends_the_gap(
    bench: Bench, source: Platform
) -> None:
    for number in (1, 2):
        part = Page((arrival(number).comment,), "{}", more=True)
        source.pages.append(part)
        gaps = asked(bench, source, DOWN)
    assert [(gap.state, gap.seen, gap.added) for gap in gaps] == [(CoverageState.PARTIAL, 2, 2)]
    bench.clock.pass_by(2 * HOUR)
    source.pages.append(Page((), "{}", more=True))
    assert len(asked(bench, source, DOWN)) == 2


def test_a_platform_is_not_asked_before_the_time_it_asked_for_is_over(
    bench: Bench, source: Platform
) -> None:
    before = len(source.cursors)
    (gap,) = asked(bench, source, BUSY)
    assert gap.ended_at - gap.began_at >= HOUR
    for _ in range(10):
        assert note_unread(bench.desk, SOURCE) is None
        assert poll(bench.desk, source, calm) == gap
        bench.clock.pass_by(5 * MINUTE)
    assert len(source.cursors) == before + 1
    bench.clock.pass_by(10 * MINUTE)
    assert [each.began_at for each in asked(bench, source, BUSY)] == [gap.began_at]
    assert len(source.cursors) == before + 2
    bench.clock.pass_by(HOUR)
    assert asked(bench, source, EMPTY) != []
    assert bench.desk.read.coverage(SOURCE, 1)[0].state is CoverageState.COMPLETE


def test_a_clock_that_went_back_keeps_no_source_from_being_read(
    bench: Bench, source: Platform
) -> None:
    asked(bench, source, BUSY)
    bench.clock.pass_by(-24 * HOUR)
    asked(bench, source, EMPTY)
    assert bench.desk.read.coverage(SOURCE, 1)[0].state is CoverageState.COMPLETE


def test_an_outage_is_no_rest_to_a_clock_that_went_back(bench: Bench, source: Platform) -> None:
    asked(bench, source, *[DOWN] * 180)
    bench.clock.pass_by(-2 * HOUR)
    asked(bench, source, EMPTY)
    assert bench.desk.read.coverage(SOURCE, 1)[0].state is CoverageState.COMPLETE


def test_a_rest_is_never_longer_than_a_platform_may_ask_for(bench: Bench, source: Platform) -> None:
    a_day = RateLimitedError("wait a day", 86_400.0)
    asked(bench, source, a_day)
    bench.clock.pass_by(24 * HOUR)
    asked(bench, source, a_day)
    bench.clock.pass_by(-12 * HOUR)
    asked(bench, source, EMPTY)
    assert bench.desk.read.coverage(SOURCE, 1)[0].state is CoverageState.COMPLETE


def test_a_rest_is_told_beside_what_could_not_be_read(bench: Bench, source: Platform) -> None:
    part = Page((), "{}", more=True, problem="Two rows are no text.")
    source.pages.append(part)
    (gap,) = asked(bench, source, BUSY)
    assert (gap.problem or "").endswith("Two rows are no text.")
    assert isinstance(gap.problem, Said), "a window of another language finds its marks"
    asked_before = len(source.cursors)
    assert poll(bench.desk, source, calm) == gap
    assert len(source.cursors) == asked_before
