"""A crisis that nobody answers reaches somebody else, though no packet goes to PV."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.desks import (
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
from tests.support.steps import always, plan_step
from webcare_desk.actions import (
    AlarmComment,
    ClaimDelivery,
    Classify,
    Close,
    Open,
    QueueReply,
    RecordDelivery,
    RecordStep,
    RecordVerified,
)
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.plan import Phase
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.jobs import unanswered as job
from webcare_desk.jobs.unanswered import unanswered
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.store.base import LogFilter

CRISIS = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS)
OWNER, DEPUTY, ROUND = Phase.OWNER, Phase.DEPUTY, Phase.ROUND
SUPERVISOR, MODERATOR = Role.SUPERVISOR, Role.MODERATOR


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


@pytest.fixture
def comment(bench: Bench, anna: Actor) -> int:
    """Give a crisis that has just been looked at."""
    (added,) = take_in(bench.desk, arrival(1, said=CRISIS))
    bench.desk.perform(Open(added), anna)
    return added


def of_crisis(_: Comment) -> tuple[str, ...]:
    return ("crisis", "ae-to-pv")


@pytest.fixture
def tick(bench: Bench, protocol: Protocol) -> Callable[..., int]:
    def ticks(*, is_open: bool = True, later: int = 0) -> int:
        bench.clock.pass_by(later)
        return unanswered(bench.desk, protocol, of_crisis, lambda _: is_open)

    return ticks


def alarms(bench: Bench) -> list[AuditEntry]:
    found = bench.desk.read.entries(LogFilter(action="alarm-comment"), None, 99)
    return sorted(found, key=lambda entry: entry.seq)


def told(bench: Bench) -> list[tuple[object, object]]:
    return [(entry.detail["to"], entry.detail["phase"]) for entry in alarms(bench)]


def answer(bench: Bench, by: Actor, comment: int) -> None:
    reply = bench.desk.perform(QueueReply(comment, "Bel nu 113.", None, 0), by)
    bench.desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    bench.desk.perform(RecordDelivery(reply, "r", version_of(bench.desk, reply)), SYSTEM)
    bench.desk.perform(RecordVerified(reply, version_of(bench.desk, reply)), SYSTEM)


def test_in_time_and_in_office_hours_nobody_is_alarmed(
    bench: Bench, comment: int, tick: Callable[..., int]
) -> None:
    assert bench.desk.read.work(comment) is not None
    assert tick(later=HOUR // 2) == 0
    assert told(bench) == []


def test_while_the_office_is_closed_somebody_else_is_alarmed_at_once_and_once(
    bench: Bench, comment: int, tick: Callable[..., int]
) -> None:
    assert [tick(is_open=False) for _ in range(2)] == [1, 0]
    (entry,) = alarms(bench)
    assert (entry.subject, entry.actor) == (comment, "system")
    assert entry.detail == {"plan": "crisis", "step": "answer", "to": SUPERVISOR, "phase": OWNER}


@pytest.mark.usefixtures("comment")
def test_when_nobody_answers_the_alarm_goes_round_once_a_stage(
    bench: Bench, tick: Callable[..., int]
) -> None:
    raised = [tick(later=HOUR // 2) for _ in range(9)]
    assert raised == [0, 1, 0, 1, 0, 1, 0, 1, 0]
    late = [(MODERATOR, ROUND), (SUPERVISOR, ROUND), (MODERATOR, ROUND)]
    assert told(bench) == [(SUPERVISOR, DEPUTY), *late]


def test_what_nobody_has_looked_at_counts_from_when_it_came(
    bench: Bench, anna: Actor, tick: Callable[..., int]
) -> None:
    (unseen,) = take_in(bench.desk, arrival(1, said=CRISIS))
    assert tick(later=HOUR) == 1
    bench.desk.perform(Open(unseen), anna)
    assert tick(later=HOUR // 2) == 0, "somebody is at it"
    assert tick(later=HOUR) == 1, "and did not answer: the alarm of before says nothing of that"
    assert told(bench) == [(SUPERVISOR, DEPUTY)] * 2


def test_what_is_closed_alarms_nobody(
    bench: Bench, anna: Actor, comment: int, tick: Callable[..., int]
) -> None:
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    assert tick(is_open=False, later=10 * HOUR) == 0
    with pytest.raises(RefusedError, match="the comment is closed"):
        bench.desk.perform(
            AlarmComment(comment, Name("crisis"), SUPERVISOR, DEPUTY, Name("warn")), SYSTEM
        )


def test_the_alarm_about_a_step_ends_with_it_and_goes_on_with_the_next_one(
    bench: Bench, anna: Actor, comment: int, tick: Callable[..., int]
) -> None:
    assert tick(later=HOUR) == 1
    answer(bench, anna, comment)
    with pytest.raises(RefusedError, match="This step is done"):
        bench.desk.perform(
            AlarmComment(comment, Name("crisis"), SUPERVISOR, DEPUTY, Name("answer")), SYSTEM
        )
    assert [tick(), tick()] == [1, 0], "it is answered, and nobody has warned anybody"
    bench.desk.perform(RecordStep(comment, plan_step("warn")), anna)
    assert [tick(), tick(later=3 * HOUR)] == [0, 1], "the last step has four hours"
    bench.desk.perform(RecordStep(comment, plan_step("review")), anna)
    assert tick(is_open=False, later=30 * HOUR) == 0
    assert [entry.detail["step"] for entry in alarms(bench)] == ["answer", "warn", "review"]


def test_a_crisis_that_waits_for_pv_alarms_about_its_own_steps(
    bench: Bench, anna: Actor, comment: int, tick: Callable[..., int]
) -> None:
    (report,) = take_in(bench.desk, arrival(2, said=triage(Tier.STRONG, Category.OVERDOSE)))
    for each in (comment, report):
        escalate(bench.desk, each, anna)
        answer(bench, anna, each)
    waiting = bench.desk.read.page(Queue.WAITING, None, 9, MORNING)
    assert [row.comment for row in waiting] == [comment, report]
    assert tick(later=HOUR) == 1
    assert [(entry.subject, entry.detail["step"]) for entry in alarms(bench)] == [(comment, "warn")]


def test_only_a_plan_that_leads_to_no_packet_is_watched(
    bench: Bench, anna: Actor, comment: int, protocol: Protocol
) -> None:
    bench.clock.pass_by(10 * HOUR)
    plans = replace(protocol, plans={"crisis": replace(protocol.plans["crisis"], steps=())})
    assert unanswered(bench.desk, protocol, lambda _: ("ae-to-pv", "gone"), always) == 0
    assert unanswered(bench.desk, plans, of_crisis, always) == 0
    why = Reason.MADE_IN_ERROR
    bench.desk.perform(
        Classify(comment, Category.OVERDOSE, Queue.SAFETY, MORNING + HOUR, why), anna
    )
    assert unanswered(bench.desk, protocol, of_crisis, always) == 0, (
        "it stands where no such plan puts it"
    )


def test_an_answer_that_comes_while_the_clock_is_read_wins(
    bench: Bench,
    anna: Actor,
    comment: int,
    tick: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answered(*_: object) -> None:
        answer(bench, anna, comment)

    monkeypatch.setattr(job, "last_alarm", answered)
    assert tick(later=10 * HOUR) == 0
    assert told(bench) == []


def test_what_older_words_got_says_nothing_of_a_crisis_that_came_later(
    bench: Bench, anna: Actor, comment: int, tick: Callable[..., int]
) -> None:
    assert tick(later=HOUR) == 1
    answer(bench, anna, comment)
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    bench.clock.pass_by(30 * 24 * HOUR)
    take_in(bench.desk, arrival(1, "Ik doe het vannacht", said=CRISIS))
    assert [tick(), tick(later=HOUR)] == [0, 1], "its own hour, and its own alarm"
    assert told(bench) == [(SUPERVISOR, DEPUTY)] * 2


def test_words_that_leave_a_crisis_a_crisis_do_not_put_its_alarm_off(
    bench: Bench, comment: int, tick: Callable[..., int]
) -> None:
    assert tick(later=HOUR // 2) == 0
    take_in(bench.desk, arrival(1, "Ik kan niet meer verder", said=CRISIS))
    assert bench.desk.read.work(comment) is not None
    assert tick(later=HOUR // 2) == 1


def test_a_crisis_answered_where_pv_still_is_to_hear_of_it_begins_anew_when_it_is_reworded(
    bench: Bench, anna: Actor, comment: int, tick: Callable[..., int]
) -> None:
    bench.desk.perform(Open(comment, 24 * HOUR), anna)
    answer(bench, anna, comment)
    bench.clock.pass_by(10 * HOUR)
    take_in(bench.desk, arrival(1, "Ik doe het vannacht", said=CRISIS))
    assert [tick(), tick(later=HOUR)] == [0, 1]


def test_an_alarm_of_the_very_moment_counts(
    bench: Bench, comment: int, tick: Callable[..., int]
) -> None:
    assert tick(is_open=False) == 1
    at = alarms(bench)[0].at
    assert job.last_alarm(bench.desk.read, comment, at) is not None
    assert job.last_alarm(bench.desk.read, comment, at + 1) is None
