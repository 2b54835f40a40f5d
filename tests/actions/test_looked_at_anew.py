"""Day zero of words that came in later is the first look at them, unless a report stood there."""

import pytest

from tests.support.desks import CALM, HOUR, Bench, arrival, escalate, take_in, triage
from tests.support.first_comment import work
from webcare_desk.actions import Assign, Classify, Close, Open, day_zero
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason

pytestmark = pytest.mark.requirement("P5")
MONTH = 30 * 24 * HOUR
REPORT = "Ik kreeg er hoofdpijn van"


def reworded(bench: Bench, text: str = REPORT) -> int:
    """Let the poster write a report a month later; return when."""
    at = bench.clock.pass_by(MONTH)
    take_in(bench.desk, arrival(1, text, said=triage()))
    return at


@pytest.mark.parametrize("is_looked_at", [True, False])
def test_what_was_no_report_has_day_zero_with_the_first_look_at_its_new_words(
    bench: Bench, anna: Actor, *, is_looked_at: bool
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    if is_looked_at:
        desk.perform(Open(1), anna)
    desk.perform(Close(1, Reason.DONE), anna)
    at = reworded(bench)
    assert work(desk).aware_at is None
    assert day_zero(desk.read, work(desk)) is None
    case = escalate(desk, 1, anna)
    found = desk.read.escalation(case)
    assert found is not None
    assert at < found.aware_at < at + HOUR
    assert found.due_at == found.aware_at + 24 * HOUR


def test_what_a_person_did_with_the_new_words_alone_is_day_zero_of_them(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Open(1), anna)
    at = reworded(bench)
    desk.perform(Assign(1, None), anna)
    acted = day_zero(desk.read, work(desk))
    assert acted is not None
    assert at < acted
    bench.clock.pass_by(HOUR)
    assert desk.perform(Open(1, 24 * HOUR), anna).aware_at == acted


def test_what_a_person_did_with_a_report_stays_its_day_zero_when_it_is_reworded(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage()))
    desk.perform(Close(1, Reason.NOT_AN_ADVERSE_EVENT), anna)
    acted = day_zero(desk.read, work(desk))
    assert acted is not None
    for text in (REPORT, "En ik ben er nog ziek van"):
        reworded(bench, text)
        assert work(desk).aware_at == day_zero(desk.read, work(desk)) == acted


def test_a_report_that_was_looked_at_keeps_its_first_look(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage()))
    looked = desk.perform(Open(1, 24 * HOUR), anna)
    reworded(bench)
    assert (work(desk).aware_at, work(desk).aware_due) == (looked.aware_at, looked.aware_due)


def test_a_clock_that_runs_while_nobody_has_decided_runs_on(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage()))
    looked = desk.perform(Open(1, 24 * HOUR), anna)
    lowered = Classify(1, Category.INFORMATION, Queue.QUESTION, None, Reason.NOT_AN_ADVERSE_EVENT)
    desk.perform(lowered, anna)
    reworded(bench)
    assert (work(desk).aware_at, work(desk).aware_due) == (looked.aware_at, looked.aware_due)


def test_a_clock_of_what_was_found_to_be_no_report_and_closed_ends_with_its_words(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage()))
    desk.perform(Open(1, 24 * HOUR), anna)
    why = Reason.NOT_AN_ADVERSE_EVENT
    desk.perform(Classify(1, Category.INFORMATION, Queue.QUESTION, None, why), anna)
    desk.perform(Close(1, why), anna)
    reworded(bench)
    assert (work(desk).aware_at, work(desk).aware_due) == (None, None)
