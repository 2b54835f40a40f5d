"""Asking the log: periods, hits, samples, and what nobody has asked yet."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

import pytest

from tests.actions.test_review_actions import record, sign
from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    take_in,
    triage,
    version_of,
)
from tests.support.pv_says import pv_says
from tests.support.signing import Signer, staff
from webcare_desk import oversight
from webcare_desk.actions import (
    ChangeVisibility,
    ClaimDelivery,
    Classify,
    Close,
    ConcludeReview,
    JudgeEntry,
    RecordDelivery,
    RecordFailedLogin,
    Reopen,
)
from webcare_desk.actions.base import Action, OnComment
from webcare_desk.domain.deciding import WITH_OTHER
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.review import Verdict
from webcare_desk.errors import RefusedError

DAY = 24 * HOUR


def whole(
    bench: Bench, *questions: ReviewQuestion, seed: int = 7, size: int = 3
) -> oversight.Scope:
    return oversight.Scope(0, bench.desk.read.log_size() - 1, questions, seed, size)


def found(bench: Bench, question: ReviewQuestion) -> list[str]:
    """Return the actions of the entries that a question points to."""
    hits = oversight.hits(bench.desk.read, whole(bench, question), UTC)
    return [bench.desk.read.entries_after(hit.entry - 1, 1)[0].action for hit in hits]


@pytest.fixture
def busy(bench: Bench, anna: Actor) -> Bench:
    """Let one thing happen that each question asks about."""
    desk = bench.desk
    ids = take_in(desk, *(arrival(n) for n in range(9)))
    for comment in ids[:6]:
        desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    desk.perform(Close(ids[6], Reason.OTHER, "elders gemeld"), anna)
    desk.perform(ChangeVisibility(ids[7], DeliveryKind.HIDE, 0, Reason.SPAM), anna)
    escalate(desk, ids[8], anna)
    packet = desk.read.deliveries_of(ids[8])[0]
    bench.clock.pass_by(2 * DAY)
    desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "receipt", version_of(desk, packet.id)), SYSTEM)
    desk.perform(RecordFailedLogin("anna"), SYSTEM)
    bench.clock.pass_by(-HOUR)
    desk.perform(RecordFailedLogin("nobody"), SYSTEM)
    return bench


@pytest.mark.parametrize(
    ("question", "actions"),
    [
        (ReviewQuestion.LATE_FORWARD, ["record-delivery"]),
        (ReviewQuestion.REASON_OTHER, ["close"]),
        (ReviewQuestion.STEP_LEFT_OUT, []),
        (ReviewQuestion.HIDDEN_FIRST, ["change-visibility"]),
        (ReviewQuestion.MANY_AT_ONCE, ["close"] * 7),
        (ReviewQuestion.CLOCK_BACK, ["record-failed-login"]),
        (ReviewQuestion.FAILED_LOGINS, ["record-failed-login"] * 2),
        (ReviewQuestion.AT_NIGHT, []),
        (ReviewQuestion.OWN_CHECK, []),
        (ReviewQuestion.TAKEN_BACK, []),
    ],
)
def test_each_question_points_to_what_it_asks_about(
    busy: Bench, question: ReviewQuestion, actions: list[str]
) -> None:
    assert found(busy, question) == actions


def test_a_crisis_that_was_called_none_is_asked_about(bench: Bench, anna: Actor) -> None:
    crisis = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS)
    (comment,) = take_in(bench.desk, arrival(1, said=crisis))
    calm = Classify(comment, Category.THANKS, Queue.OTHER, None, Reason.NO_PRODUCT)
    bench.desk.perform(calm, anna)
    assert found(bench, ReviewQuestion.TAKEN_BACK) == ["classify"]


def named_calm(bench: Bench, comments: Sequence[int], by: Actor) -> None:
    """Say of possible reports that they are none, for the other reason."""
    for comment in comments:
        what = (Category.THANKS, Queue.OTHER, None, Reason.OTHER, "geen zin")
        bench.desk.perform(Classify(comment, *what), by)


@pytest.mark.requirement("A6")
def test_what_was_a_report_when_it_was_hidden_stays_asked_about(bench: Bench, anna: Actor) -> None:
    ids = take_in(bench.desk, arrival(1, said=CALM), arrival(2, said=CALM))
    event = Classify(ids[0], Category.ADVERSE_EVENT, Queue.SAFETY, HOUR)
    bench.desk.perform(event, anna)
    for comment in ids:
        bench.desk.perform(ChangeVisibility(comment, DeliveryKind.HIDE, 0, Reason.SPAM), anna)
    assert found(bench, ReviewQuestion.HIDDEN_FIRST) == ["change-visibility"]
    calm = Classify(ids[0], Category.THANKS, Queue.OTHER, None, Reason.MADE_IN_ERROR)
    bench.desk.perform(calm, anna)
    assert found(bench, ReviewQuestion.HIDDEN_FIRST) == ["change-visibility"]


@pytest.mark.requirement("A6")
def test_naming_many_no_report_is_no_reading_either(bench: Bench, anna: Actor) -> None:
    ids = take_in(bench.desk, *(arrival(n) for n in range(5)), arrival(5, said=CALM))
    named_calm(bench, ids[:4], anna)
    for comment in ids[:4]:
        bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    bench.desk.perform(Close(ids[5], Reason.NO_REPLY_NEEDED), anna)
    assert found(bench, ReviewQuestion.MANY_AT_ONCE) == [], "four comments"
    named_calm(bench, ids[4:5], anna)
    assert found(bench, ReviewQuestion.MANY_AT_ONCE) == ["close"] * 4 + ["classify"]


@pytest.mark.requirement("A6")
def test_every_act_for_the_other_reason_is_asked_about(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    named_calm(bench, [comment], anna)
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    bench.desk.perform(Reopen(comment, Queue.OTHER, Reason.OTHER, "toch niet"), anna)
    assert found(bench, ReviewQuestion.REASON_OTHER) == ["classify", "reopen"]
    kinds = Action.__subclasses__() + list[type[Action[Any]]](OnComment.__subclasses__())
    acts = (act for act in kinds if act.__module__.startswith("webcare_desk."))
    assert {act.name for act in acts if Reason.OTHER in act.reasons} == WITH_OTHER


@pytest.mark.requirement("A6")
def test_what_went_to_pv_and_is_opened_again_is_asked_about(
    bench: Bench, people: dict[Role, Actor]
) -> None:
    desk, anna = bench.desk, people[Role.MODERATOR]
    one, two = take_in(desk, arrival(1), arrival(2, said=CALM))
    pv_says(desk, people[Role.SUPERVISOR], escalate(desk, one, anna), "PV-1")
    for comment in (one, two):
        desk.perform(Close(comment, Reason.DONE), anna)
    first = desk.read.log_size()
    for comment in (one, two):
        desk.perform(Reopen(comment, Queue.SAFETY, Reason.NEW_INFORMATION), anna)
    scope = oversight.Scope(first, first + 1, (ReviewQuestion.TAKEN_BACK,), 7)
    assert [hit.entry for hit in oversight.hits(desk.read, scope, UTC)] == [first]


def test_a_sample_is_drawn_again_by_its_seed(busy: Bench) -> None:
    scope = whole(busy, ReviewQuestion.SAMPLE)
    drawn = oversight.hits(busy.desk.read, scope, UTC)
    assert len(drawn) == 3
    assert oversight.hits(busy.desk.read, scope, UTC) == drawn
    assert 0 <= oversight.new_seed() < 2**31
    assert oversight.zone_here() is not None


def test_a_period_is_found_by_its_times(busy: Bench) -> None:
    read = busy.desk.read
    entries = read.entries_after(-1, 1000)
    assert oversight.period(read, 0, busy.clock.at + 9 * DAY) == (0, len(entries) - 1)
    first, last = oversight.period(read, MORNING, MORNING + DAY)
    assert (first, entries[last + 1].at > MORNING + DAY) == (0, True)
    with pytest.raises(RefusedError, match="no entry in this period"):
        oversight.period(read, 0, 1)


def test_a_clock_that_was_ahead_hides_nothing_of_what_came_after(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    ids = take_in(desk, *(arrival(n) for n in range(9)))
    bench.clock.pass_by(365 * DAY)
    for comment in ids[:6]:
        desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    set_right = bench.clock.pass_by(-364 * DAY)
    first, last = desk.read.log_size(), desk.read.log_size() + 1
    desk.perform(RecordFailedLogin("anna"), SYSTEM)
    desk.perform(Close(ids[6], Reason.NOT_AN_ADVERSE_EVENT), anna)
    until = bench.clock.pass_by(HOUR)
    assert oversight.period(desk.read, set_right, until) == (first, last)
    assert oversight.period(desk.read, 0, until) == (0, last)
    told = oversight.periodic(desk, oversight.Asked(0, until, ""), "", last + 1)
    assert ([each.seq for each in told.clock_steps], len(told.logins) > 0) == ([first], True)
    assert [each.comment for each in oversight.checks.decisions(desk.read, 0, until)] == [ids[6]]


def test_the_notice_of_a_complaint_has_no_clock_of_pv(bench: Bench, anna: Actor) -> None:
    [comment] = take_in(bench.desk, arrival(1))
    escalate(bench.desk, comment, anna, tells_quality=True)

    def leaves(kind: DeliveryKind) -> None:
        [one] = (each for each in bench.desk.read.deliveries_of(comment) if each.kind is kind)
        bench.desk.perform(ClaimDelivery(one.id, one.version, HOUR, "mail"), SYSTEM)
        bench.desk.perform(
            RecordDelivery(one.id, "receipt", version_of(bench.desk, one.id)), SYSTEM
        )

    leaves(DeliveryKind.PACKET)
    bench.clock.pass_by(2 * DAY)
    leaves(DeliveryKind.COMPLAINT)
    assert found(bench, ReviewQuestion.LATE_FORWARD) == []
    kinds = {each.kind for each in oversight.proposals(bench.desk.read, bench.clock.at)}
    assert DeviationKind.LATE_FORWARD not in kinds


def test_what_was_reviewed_is_known_entry_by_entry(bench: Bench) -> None:
    crew: dict[str, Signer] = staff(bench.desk, ann=Role.SUPERVISOR, mo=Role.MODERATOR)
    ann, desk, q = crew["ann"], bench.desk, ReviewQuestion.FAILED_LOGINS
    desk.perform(RecordFailedLogin("mo"), SYSTEM)
    before = {each.question: each for each in oversight.never_reviewed(desk.read)}
    assert before[q].entries == desk.read.log_size()
    scope = oversight.Scope(0, desk.read.log_size() - 1, (q,), 1)
    number = oversight.begin(desk, scope, UTC, ann.actor)
    for hit in desk.read.review_hits(number):
        desk.perform(JudgeEntry(hit.id, Verdict.IN_ORDER), ann.actor)
    signed = sign(bench, ann, record(bench, number, Verdict.IN_ORDER, "goed"))
    assert oversight.never_reviewed(desk.read, [q])[0].ranges[0][0] == 0, "not concluded yet"
    desk.perform(ConcludeReview(number, Verdict.IN_ORDER, "goed", signed), ann.actor)
    (left,) = oversight.never_reviewed(desk.read, [q])
    assert left.ranges == ((scope.last + 1, desk.read.log_size() - 1),)
    others = {each.question: each for each in oversight.never_reviewed(desk.read)}
    assert others[ReviewQuestion.SAMPLE].entries == desk.read.log_size()
