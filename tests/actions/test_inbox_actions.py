"""What a moderator does with a comment: allowed, refused, and what it leaves behind."""

from typing import Any

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    Bench,
    arrival,
    enter,
    escalate,
    log_in,
    take_in,
    triage,
)
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    Action,
    AddNote,
    Assign,
    Claim,
    Classify,
    Close,
    Open,
    Release,
    Reopen,
    SetRoles,
)
from webcare_desk.actions.inbox import LEASE
from webcare_desk.desk import Desk
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter


def work(desk: Desk, comment: int = 1) -> Work:
    """Return the work on a comment that is there."""
    found = desk.read.work(comment)
    assert found is not None
    return found


@pytest.fixture
def bob(desk: Desk, anna: Actor) -> Actor:
    """Let a second moderator in."""
    assert anna.moderator
    return log_in(desk, frozenset({Role.MODERATOR}), "bob")[Role.MODERATOR]


def test_the_first_look_is_day_zero_and_a_later_one_changes_nothing(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    first = bench.desk.perform(Open(1, HOUR), anna)
    assert first.aware_at == bench.clock.at
    assert first.status is Status.OPEN
    assert first.aware_due == (first.aware_at or 0) + HOUR
    bench.clock.pass_by(HOUR)
    assert bench.desk.perform(Open(1, HOUR), anna) == first
    last = bench.desk.read.entries_after(0, 100)[-1]
    assert (last.action, last.subject, last.changes) == ("open", 1, ())


def test_the_due_time_is_the_nearest_clock(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1), arrival(2, said=triage(reply_due=None)))
    assert desk.perform(Open(1, 24 * HOUR), anna).due == MORNING + HOUR
    assert desk.perform(Open(2, 24 * HOUR), anna).due == work(desk, 2).aware_due


def test_looking_at_what_points_to_nothing_starts_no_clock(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    assert desk.perform(Open(1), anna).aware_due is None


def test_a_look_beside_another_comment_is_day_zero_and_leaves_the_work_to_be_done(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    seen = bench.desk.perform(Open(1, HOUR, beside=2), anna)
    assert (seen.status, seen.claimed_by, seen.aware_at) == (Status.NEW, None, bench.clock.at)
    assert seen.aware_due == bench.clock.at + HOUR
    assert bench.desk.read.entries_after(0, 100)[-1].detail == {"beside": 2}
    opened = bench.desk.perform(Open(1, HOUR), anna)
    assert opened.status is Status.OPEN
    assert (opened.aware_at, opened.aware_due) == (seen.aware_at, seen.aware_due)


def test_a_claim_keeps_others_away_until_it_runs_out(bench: Bench, anna: Actor, bob: Actor) -> None:
    take_in(bench.desk, arrival(1, said=CALM))
    bench.desk.perform(Claim(1), anna)
    bench.desk.perform(Claim(1), anna)
    acts: tuple[Action[Any], ...] = (Claim(1), Release(1), Close(1, Reason.DONE))
    for action in acts:
        with pytest.raises(RefusedError, match="Somebody else is working on this comment"):
            bench.desk.perform(action, bob)
    bench.clock.pass_by(LEASE)
    bench.desk.perform(Claim(1), bob)
    assert work(bench.desk).claimed_by == bob.moderator


def test_a_claim_can_be_taken_over_and_let_go(desk: Desk, anna: Actor, bob: Actor) -> None:
    take_in(desk, arrival(1))
    desk.perform(Claim(1), anna)
    desk.perform(Claim(1, take_over=True), bob)
    assert work(desk).claimed_by == bob.moderator
    desk.perform(Release(1), bob)
    assert (work(desk).claimed_by, work(desk).claimed_until) == (None, 0)


def test_work_is_assigned_to_an_account_or_to_nobody(
    desk: Desk, anna: Actor, bob: Actor, people: dict[Role, Actor]
) -> None:
    take_in(desk, arrival(1))
    desk.perform(Assign(1, bob.moderator), anna)
    assert [row.comment for row in desk.read.mine(bob.moderator, None, 9, 0)] == [1]
    desk.perform(Assign(1, None), anna)
    assert desk.read.mine(bob.moderator, None, 9, 0) == []
    take_in(desk, arrival(2), arrival(3))
    for comment, to in ((1, bob), (2, bob), (3, anna)):
        desk.perform(Assign(comment, to.moderator), anna)
    desk.perform(Claim(3, take_over=True), bob)
    closed = SetRoles(bob.moderator, frozenset({Role.MODERATOR}), active=False)
    desk.perform(closed, people[Role.ADMINISTRATOR])
    assert desk.read.entries_after(desk.read.log_size() - 2, 1)[0].detail["given_back"] == 2
    assert [work(desk, comment).assigned_to for comment in (1, 2, 3)] == [
        None,
        None,
        anna.moderator,
    ]
    for nobody in ("nobody", bob.moderator):
        with pytest.raises(RefusedError, match="no such account"):
            desk.perform(Assign(1, nobody), anna)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PV_OFFICER, Role.ADMINISTRATOR])
def test_a_comment_is_given_to_nobody_who_cannot_work_on_it(
    desk: Desk, anna: Actor, role: Role
) -> None:
    take_in(desk, arrival(1))
    guest = log_in(desk, frozenset({role}), "guest")[role]
    with pytest.raises(RefusedError, match="no role in which one works on comments"):
        desk.perform(Assign(1, guest.moderator), anna)
    assert work(desk).assigned_to is None


def test_a_category_brings_its_queue_and_clock(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    desk.perform(Open(1, 2 * HOUR), anna)
    desk.perform(Classify(1, Category.QUALITY, Queue.QUALITY, MORNING + 9 * HOUR), anna)
    found = work(desk)
    assert (found.category, found.queue) == (Category.QUALITY, Queue.QUALITY)
    assert found.due == found.aware_due


@pytest.mark.requirement("C2", "A3")
def test_a_possible_report_is_called_none_only_with_a_reason(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="give the reason why it is none"):
        desk.perform(Classify(1, Category.THANKS, Queue.OTHER, None), anna)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, None), anna)
    desk.perform(Classify(1, Category.THANKS, Queue.OTHER, None, Reason.QUOTES_LEAFLET), anna)
    reasons = [entry.reason for entry in desk.read.entries(LogFilter(action="classify"), None, 9)]
    assert reasons == ["quotes-leaflet", None]


@pytest.mark.parametrize("queue", [Queue.DONE, Queue.WAITING])
def test_classifying_never_hides_a_comment(desk: Desk, anna: Actor, queue: Queue) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="close or escalate"):
        desk.perform(Classify(1, Category.NONE, queue, None, Reason.NO_PRODUCT), anna)
    desk.perform(Close(1, Reason.SPAM), anna)
    with pytest.raises(RefusedError, match="close or escalate"):
        desk.perform(Reopen(1, queue, Reason.QUALITY_CHECK), anna)


def test_an_entry_names_the_category_also_when_it_stays_the_same(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    for _ in range(2):
        desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, MORNING), anna)
    again = desk.changes(desk.read.log_size() - 2, 1)[0]
    assert (again.action, again.detail) == ("classify", {"category": Category.OVERDOSE})


def test_what_was_closed_opens_again_when_it_is_called_a_report(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1), arrival(2))
    for comment in (1, 2):
        desk.perform(Close(comment, Reason.DUPLICATE), anna)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, MORNING), anna)
    desk.perform(Classify(2, Category.THANKS, Queue.OTHER, MORNING, Reason.NO_PRODUCT), anna)
    missed, calm = desk.read.work(1), desk.read.work(2)
    assert missed is not None
    assert calm is not None
    assert (missed.status, missed.queue, missed.due) == (Status.OPEN, Queue.SAFETY, MORNING)
    assert (missed.reason, calm.status, calm.queue) == (None, Status.CLOSED, Queue.DONE)


def test_what_waits_for_pv_keeps_its_place_when_it_is_classified(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=triage(reply_due=None)))
    escalate(desk, 1, anna)
    before = work(desk)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, None), anna)
    after = work(desk)
    assert after.category is Category.OVERDOSE
    assert (after.queue, after.due) == (before.queue, before.due)
    desk.perform(Classify(1, Category.CRISIS, Queue.CRISIS, MORNING), anna)
    assert (work(desk).status, work(desk).queue) == (Status.ESCALATED, Queue.CRISIS)
    assert work(desk).due == MORNING


def test_a_note_is_kept_beside_the_comment_and_is_never_empty(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    note = desk.perform(AddNote(1, "Bel haar niet."), anna)
    assert [(kept.id, kept.text) for kept in desk.read.notes(1)] == [(note, "Bel haar niet.")]
    with pytest.raises(RefusedError, match="The note is empty"):
        desk.perform(AddNote(1, " \n"), anna)
    assert desk.read.deliveries_of(1) == []


@pytest.mark.requirement("C2")
@pytest.mark.parametrize("reason", [Reason.DONE, Reason.NO_REPLY_NEEDED])
@pytest.mark.parametrize(
    "said",
    [
        triage(Tier.CHECK, Category.NONE, Queue.SAFETY),
        triage(Tier.NONE, Category.QUALITY, Queue.QUALITY),
        triage(Tier.NONE, Category.CRISIS, Queue.CRISIS),
    ],
    ids=["a finding", "a reportable category", "a crisis"],
)
def test_a_possible_report_is_not_closed_without_a_decision(
    desk: Desk, anna: Actor, said: object, reason: Reason
) -> None:
    assert isinstance(said, type(CALM))
    take_in(desk, arrival(1, said=said))
    with pytest.raises(RefusedError, match="tell PV of it, or give the reason"):
        desk.perform(Close(1, reason), anna)
    desk.perform(Close(1, Reason.NOT_AN_ADVERSE_EVENT), anna)
    assert work(desk).reason is Reason.NOT_AN_ADVERSE_EVENT


def test_closed_work_is_done_claimed_by_nobody_and_can_come_back(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Claim(1), anna)
    desk.perform(Close(1, Reason.DONE), anna)
    closed = work(desk)
    assert (closed.status, closed.queue, closed.due) == (Status.CLOSED, Queue.DONE, NEVER)
    assert closed.claimed_by is None
    desk.perform(Reopen(1, Queue.QUESTION, Reason.MADE_IN_ERROR), anna)
    assert (work(desk).status, work(desk).due) == (Status.OPEN, MORNING + HOUR)
    with pytest.raises(RefusedError, match="open already"):
        desk.perform(Reopen(1, Queue.QUESTION, Reason.MADE_IN_ERROR), anna)


@pytest.mark.requirement("C2")
def test_what_pv_has_not_acknowledged_cannot_be_closed(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    with pytest.raises(RefusedError, match="PV has not acknowledged"):
        desk.perform(Close(1, Reason.SPAM), anna)
    pv_says(desk, anna, escalation, "PV-1")
    desk.perform(Close(1, Reason.DONE), anna)
    assert work(desk).status is Status.CLOSED


def test_a_look_after_pv_has_answered_does_not_start_the_clock_again(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    pv_says(desk, anna, escalation, "PV-1")
    assert work(desk).queue is Queue.SAFETY
    assert desk.perform(Open(1, HOUR), anna).aware_due is None


def test_nobody_acts_who_is_not_here(bench: Bench, people: dict[Role, Actor]) -> None:
    """The twin: the same person in a session of her own is let through."""
    take_in(bench.desk, arrival(1))
    anna = people[Role.MODERATOR]
    again = enter(bench.desk, anna.moderator, "anna", Role.MODERATOR)
    bench.desk.perform(Open(1), again)
    assert work(bench.desk).aware_at == bench.clock.at
