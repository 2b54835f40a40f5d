"""Steps of a crisis: who recorded that one was done, and what closing asks before."""

from dataclasses import replace

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SYSTEM,
    Bench,
    arrival,
    take_in,
    triage,
    version_of,
)
from tests.support.steps import plan_step
from webcare_desk.actions import (
    ChangeVisibility,
    ClaimDelivery,
    Close,
    Open,
    QueueReply,
    RecordDelivery,
    RecordStep,
    RecordVerified,
    plan_steps,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.escalation import Done, EscalationPlan, PlanStep, Step
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter

CRISIS = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS)
NAMES = ("answer", "warn")
PLAN = EscalationPlan(
    "crisis", tuple(Step(name, Role.MODERATOR, Role.SUPERVISOR, 1, ()) for name in NAMES)
)
STEPS = tuple(("crisis", name) for name in NAMES)
WORDS = "Kim gebeld om tien uur"


@pytest.fixture
def crisis(desk: Desk, anna: Actor) -> int:
    """Give a crisis that has just been looked at."""
    (added,) = take_in(desk, arrival(1, said=CRISIS))
    desk.perform(Open(added), anna)
    return added


def standing(desk: Desk, plan: EscalationPlan = PLAN) -> tuple[PlanStep, ...]:
    comment, work = desk.read.comment(1), desk.read.work(1)
    assert comment is not None
    assert work is not None
    return plan_steps(desk.read, comment, work, [plan])


def done(desk: Desk) -> list[Done | None]:
    return [each.done for each in standing(desk)]


def last(desk: Desk) -> AuditEntry:
    return desk.read.entries(LogFilter(), None, 1)[0]


def deliver(desk: Desk, delivery: int) -> int:
    desk.perform(ClaimDelivery(delivery, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(delivery, "r", version_of(desk, delivery)), SYSTEM)
    desk.perform(RecordVerified(delivery, version_of(desk, delivery)), SYSTEM)
    return last(desk).at


@pytest.mark.requirement("A3")
def test_a_step_is_recorded_with_who_when_and_what_was_done(
    desk: Desk, anna: Actor, crisis: int
) -> None:
    warn = standing(desk)[1]
    assert warn.doers >= {Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR}
    desk.perform(RecordStep(crisis, warn, f" {WORDS} "), anna)
    entry, [note] = last(desk), desk.read.notes(crisis)
    assert (entry.action, entry.subject, entry.actor) == ("record-step", crisis, anna.moderator)
    assert entry.detail == {
        "plan": "crisis",
        "step": "warn",
        "due_at": warn.due_at,
        "late": False,
        "note": note.id,
    }
    assert (note.text, note.author) == (WORDS, anna.moderator)
    assert done(desk) == [None, Done(anna.moderator, entry.at, WORDS, warn.due_at)]


def test_a_step_needs_no_words_and_says_that_it_is_late(
    bench: Bench, anna: Actor, crisis: int
) -> None:
    step = standing(bench.desk)[1]
    bench.clock.pass_by(2 * HOUR)
    assert bench.desk.perform(RecordStep(crisis, step), anna).is_late
    assert (last(bench.desk).detail["late"], last(bench.desk).detail["note"]) == (True, None)
    assert bench.desk.read.notes(crisis) == []


def test_a_step_is_recorded_though_the_clock_was_set_back_since_the_words_came(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    take_in(desk, arrival(1, "Ik wil niet meer", said=CRISIS))
    bench.clock.pass_by(-HOUR)
    desk.perform(RecordStep(1, standing(desk)[1]), anna)
    assert [each is None for each in done(desk)] == [True, False]
    with pytest.raises(RefusedError, match="done already"):
        desk.perform(RecordStep(1, standing(desk)[1]), anna)


def test_what_was_recorded_in_time_stays_so_whatever_the_plan_says_later(
    bench: Bench, anna: Actor, crisis: int
) -> None:
    bench.clock.pass_by(HOUR // 2)
    due = standing(bench.desk)[1].due_at
    bench.desk.perform(RecordStep(crisis, standing(bench.desk)[1]), anna)
    tight = replace(PLAN, steps=tuple(replace(step, hours=0) for step in PLAN.steps))
    answer, warn = standing(bench.desk, tight)
    assert (answer.due_at, warn.due_at) == (due - HOUR, due)


def test_what_was_recorded_late_before_anybody_looked_stays_late(bench: Bench, anna: Actor) -> None:
    take_in(bench.desk, arrival(1, said=CRISIS))
    bench.clock.pass_by(HOUR + HOUR // 2)
    recorded = bench.desk.perform(RecordStep(1, standing(bench.desk)[1]), anna)
    bench.desk.perform(Open(1), anna)
    answer, warn = standing(bench.desk)
    assert warn.done is not None
    assert recorded.is_late
    assert warn.due_at < warn.done.at < answer.due_at


def test_a_step_is_recorded_once(desk: Desk, anna: Actor, crisis: int) -> None:
    desk.perform(RecordStep(crisis, plan_step("warn")), anna)
    with pytest.raises(RefusedError, match="The step warn is done already"):
        desk.perform(RecordStep(crisis, plan_step("warn")), anna)


@pytest.mark.usefixtures("crisis")
def test_who_does_not_own_a_step_cannot_record_it(desk: Desk, people: dict[Role, Actor]) -> None:
    with pytest.raises(RefusedError, match="it is for moderator, supervisor"):
        desk.perform(RecordStep(1, plan_step("warn")), people[Role.PV_OFFICER])
    assert done(desk) == [None, None]


def test_the_reply_that_was_read_back_is_the_answer(desk: Desk, anna: Actor, crisis: int) -> None:
    hidden = ChangeVisibility(crisis, DeliveryKind.HIDE, 0, Reason.PERSONAL_DATA)
    deliver(desk, desk.perform(hidden, anna))
    assert done(desk) == [None, None]
    reply = desk.perform(QueueReply(crisis, "Bel nu 113.", None, 0), anna)
    assert done(desk) == [None, None], "nobody knows yet whether it is there"
    at = deliver(desk, reply)
    shown = ChangeVisibility(crisis, DeliveryKind.UNHIDE, 0, Reason.MADE_IN_ERROR)
    deliver(desk, desk.perform(shown, anna))
    [answer, warn] = done(desk)
    assert (answer, warn) == (Done(anna.moderator, at), None)
    with pytest.raises(RefusedError, match="done already"):
        desk.perform(RecordStep(crisis, plan_step("answer")), anna)


def test_what_was_done_for_older_words_says_nothing_of_a_later_crisis(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    bench.desk.perform(RecordStep(1, plan_step("warn")), anna)
    bench.clock.pass_by(HOUR)
    take_in(bench.desk, arrival(1, "Ik doe het vannacht", said=CRISIS))
    assert done(bench.desk) == [None, None]
    assert standing(bench.desk)[0].due_at > MORNING + 2 * HOUR, "its clock began with its words"


@pytest.mark.requirement("C2")
def test_closing_names_the_steps_that_nobody_recorded(desk: Desk, anna: Actor, crisis: int) -> None:
    close = Close(crisis, Reason.NOT_AN_ADVERSE_EVENT, steps=STEPS)
    with pytest.raises(RefusedError, match="these steps of its plan: answer, warn"):
        desk.perform(close, anna)
    for name in NAMES:
        desk.perform(RecordStep(crisis, plan_step(name)), anna)
    desk.perform(close, anna)
    assert last(desk).detail == {}


@pytest.mark.requirement("C2")
def test_with_words_it_is_closed_and_the_log_names_what_was_left_out(
    desk: Desk, anna: Actor, crisis: int
) -> None:
    desk.perform(RecordStep(crisis, plan_step("answer")), anna)
    desk.perform(Close(crisis, Reason.DUPLICATE, "staat twee keer", steps=STEPS), anna)
    assert last(desk).detail == {"undone_crisis_warn": True}
    assert last(desk).explanation is not None
    work = desk.read.work(crisis)
    assert work is not None
    assert work.queue is Queue.DONE
