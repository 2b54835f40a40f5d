"""What another protocol finds in comments that are on the desk already becomes work."""

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    take_in,
    triage,
)
from webcare_desk.actions import Classify, Close, Open, RecordRecheck, TakeUp
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError

FOUND = triage(Tier.STRONG)


def take_up(bench: Bench, comment: int) -> None:
    bench.desk.perform(TakeUp(comment, FOUND, Role.MODERATOR, 24 * HOUR), SYSTEM)


def test_a_comment_nobody_looked_at_stands_in_safety_and_its_clock_begins_with_the_first_look(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, said=CALM))
    take_up(bench, comment)
    work = desk.read.work(comment)
    assert work is not None
    assert (work.queue, work.status, work.category) == (
        Queue.SAFETY,
        Status.NEW,
        Category.ADVERSE_EVENT,
    )
    assert (work.aware_at, work.aware_due) == (None, None)
    assert work.due == FOUND.reply_due
    looked = desk.perform(Open(comment, 24 * HOUR), anna)
    assert looked.aware_due == (looked.aware_at or 0) + 24 * HOUR


def test_day_zero_stays_the_first_look_however_long_ago(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, said=CALM))
    seen = desk.perform(Open(comment), anna)
    desk.perform(Close(comment, Reason.NO_REPLY_NEEDED), anna)
    bench.clock.pass_by(100 * HOUR)
    take_up(bench, comment)
    work = desk.read.work(comment)
    assert work is not None
    assert (work.aware_at, work.aware_due) == (seen.aware_at, (seen.aware_at or 0) + 24 * HOUR)
    assert (work.status, work.reason, work.tier) == (Status.OPEN, None, Tier.STRONG)
    assert work.due in {work.aware_due, work.reply_due}


def test_what_a_person_did_without_looking_is_awareness_too(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, said=CALM))
    desk.perform(Close(comment, Reason.NO_REPLY_NEEDED), anna)
    [closed] = [each for each in desk.changes(0) if each.action == "close"]
    take_up(bench, comment)
    work = desk.read.work(comment)
    assert work is not None
    assert work.aware_at == closed.at


def test_the_entry_names_the_owner_and_the_comment_is_read_as_found_now(bench: Bench) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, said=CALM))
    take_up(bench, comment)
    entry = desk.changes(0)[-1]
    assert (entry.action, entry.subject) == ("take-up", comment)
    assert entry.detail == {"category": "adverse-event", "owner": "moderator"}
    found = desk.read.comment(comment)
    assert found is not None
    assert (found.screening, found.revision) == (FOUND.screening, 1)
    assert [wording.number for wording in desk.read.revisions(comment)] == [1]
    assert desk.read.plan_of(comment) == "ae-to-pv"


def test_an_edit_after_it_is_the_second_wording(bench: Bench) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, said=CALM))
    take_up(bench, comment)
    take_in(desk, arrival(1, "Ik heb geen hoofdpijn", said=CALM))
    assert [wording.number for wording in desk.read.revisions(comment)] == [1, 2]
    assert [row.comment for row in desk.read.search("hoofdpijn", None, 9, 0)] == [comment]


def test_what_is_known_as_a_report_is_left_alone(bench: Bench, people: dict[Role, Actor]) -> None:
    desk = bench.desk
    told, called = take_in(desk, arrival(1, said=CALM), arrival(2, said=CALM))
    escalate(desk, told, people[Role.MODERATOR])
    desk.perform(Classify(called, Category.OVERDOSE, Queue.SAFETY, None), people[Role.MODERATOR])
    for comment in (told, called):
        with pytest.raises(RefusedError, match="known as a report"):
            take_up(bench, comment)


CRISIS = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS)


def test_a_crisis_is_news_in_what_is_known_as_a_report(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    seen, told = take_in(desk, arrival(1), arrival(2))
    aware_due = desk.perform(Open(seen, 24 * HOUR), anna).aware_due
    escalate(desk, told, anna)
    for comment, status in ((seen, Status.OPEN), (told, Status.ESCALATED)):
        desk.perform(TakeUp(comment, CRISIS, Role.MODERATOR, None), SYSTEM)
        work = desk.read.work(comment)
        assert work is not None
        assert (work.queue, work.category, work.status) == (Queue.CRISIS, Category.CRISIS, status)
        assert (work.reply_due, work.due) == (CRISIS.reply_due, CRISIS.reply_due)
        assert work.aware_due is not None, "PV waits as long as before"
        with pytest.raises(RefusedError, match="known as a report"):
            desk.perform(TakeUp(comment, CRISIS, Role.MODERATOR, None), SYSTEM)
    again = desk.read.work(seen)
    assert again is not None
    assert again.aware_due == aware_due


def test_when_all_were_held_against_it_nothing_is_due(bench: Bench) -> None:
    bench.desk.perform(RecordRecheck(7, 1, 0), SYSTEM)
    assert bench.desk.read.fact("recheck") == "done"
