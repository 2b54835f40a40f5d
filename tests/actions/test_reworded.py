"""What is reworded while a reply or a case is under way comes back to a person."""

import pytest

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
from tests.support.first_comment import is_read_back, on_its_way, work
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    ClaimDelivery,
    Classify,
    Close,
    Open,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RetryDelivery,
)
from webcare_desk.actions.cases import AddVersion, QueueVersion
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.comment import Revision, reworded_since
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import NEVER, Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import REWORDED

pytestmark = pytest.mark.requirement("P5")
CRISIS = triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS)
NEWS = "UPDATE: ik lig sinds vannacht in het ziekenhuis"


def follow_up(desk: Desk, case: int, by: Actor, *, send: bool = True) -> None:
    """Let the packet leave, and tell PV what is new."""
    packet = desk.read.deliveries_of(1)[-1]
    desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 OK", version_of(desk, packet.id)), SYSTEM)
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    news = AddVersion(case, 1, VersionKind.FOLLOW_UP, sheet, desk.clock(), NEWS, send)
    desk.perform(news, by)


def test_a_reply_to_words_that_are_gone_answers_nothing(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    reply = on_its_way(desk, anna)
    take_in(desk, arrival(1, "Ik ben niet meer wie ik was", said=CALM))
    before = work(desk)
    is_read_back(desk, reply)
    assert work(desk) == before
    assert (before.status, before.queue) == (Status.OPEN, Queue.QUESTION)
    is_read_back(desk, on_its_way(desk, anna))
    assert (work(desk).status, work(desk).queue) == (Status.ANSWERED, Queue.DONE)


def test_closed_work_that_is_reworded_stays_open_when_its_reply_is_read_back(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1, said=CALM))
    reply = on_its_way(desk, anna)
    desk.perform(Close(1, Reason.DONE), anna)
    take_in(desk, arrival(1, NEWS, said=triage()))
    is_read_back(desk, reply)
    assert (work(desk).status, work(desk).queue) == (Status.OPEN, Queue.SAFETY)
    assert work(desk).reply_due is not None


@pytest.mark.parametrize(
    ("problem", "status"), [(Name("no-secret"), Status.OPEN), (REWORDED, Status.ANSWERED)]
)
def test_only_who_was_told_of_the_new_words_lets_a_reply_answer_them(
    desk: Desk, anna: Actor, problem: Name, status: Status
) -> None:
    take_in(desk, arrival(1, said=CALM))
    reply = desk.perform(QueueReply(1, "Graag gedaan.", None, 0), anna)
    take_in(desk, arrival(1, "Dank je wel!", said=CALM))
    desk.perform(RecordFailure(reply, problem, None, version_of(desk, reply)), SYSTEM)
    desk.perform(RetryDelivery(reply), anna)
    desk.perform(ClaimDelivery(reply, 3, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, "r", version_of(desk, reply)), SYSTEM)
    is_read_back(desk, reply)
    assert work(desk).status is status


def test_pvs_answer_to_the_old_words_does_not_end_the_new_ones(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    is_read_back(desk, on_its_way(desk, anna))
    case = escalate(desk, 1, anna)
    take_in(desk, arrival(1, NEWS))
    before = work(desk)
    pv_says(desk, anna, case)
    assert work(desk) == before
    assert (before.status, before.queue) == (Status.OPEN, Queue.SAFETY)


def test_what_is_new_waits_for_pv_again_when_it_is_told(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    is_read_back(desk, on_its_way(desk, anna))
    case = escalate(desk, 1, anna)
    take_in(desk, arrival(1, NEWS, said=triage(reply_due=None)))
    follow_up(desk, case, anna)
    assert (work(desk).status, work(desk).queue) == (Status.ESCALATED, Queue.WAITING)
    pv_says(desk, anna, case)
    assert (work(desk).status, work(desk).due) == (Status.ANSWERED, NEVER)


def test_what_is_new_and_owed_a_reply_stays_in_its_queue_until_it_has_one(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1))
    is_read_back(desk, on_its_way(desk, anna))
    case = escalate(desk, 1, anna)
    take_in(desk, arrival(1, NEWS, said=CRISIS))
    due = work(desk).due
    follow_up(desk, case, anna)
    assert (work(desk).status, work(desk).queue) == (Status.ESCALATED, Queue.CRISIS)
    pv_says(desk, anna, case)
    assert (work(desk).status, work(desk).queue, work(desk).due) == (
        Status.OPEN,
        Queue.CRISIS,
        due,
    )
    is_read_back(desk, on_its_way(desk, anna))
    after = work(desk)
    assert (after.status, after.queue, after.reply_due) == (Status.OPEN, Queue.CRISIS, None)


@pytest.mark.parametrize("how", ["reworded", "called"])
def test_a_reply_from_before_a_crisis_does_not_let_pvs_answer_end_it(
    desk: Desk, anna: Actor, how: str
) -> None:
    take_in(desk, arrival(1))
    is_read_back(desk, on_its_way(desk, anna))
    if how == "reworded":
        take_in(desk, arrival(1, NEWS, said=CRISIS))
    case = escalate(desk, 1, anna)
    if how == "called":
        desk.perform(Classify(1, Category.CRISIS, Queue.CRISIS, MORNING + HOUR), anna)
    pv_says(desk, anna, case)
    assert (work(desk).status, work(desk).queue) == (Status.OPEN, Queue.CRISIS)
    assert work(desk).due == work(desk).reply_due == MORNING + HOUR


@pytest.mark.parametrize(
    ("category", "due"),
    [(Category.OVERDOSE, None), (Category.CRISIS, MORNING + HOUR)],
)
def test_another_name_for_what_was_answered_asks_for_no_second_reply(
    desk: Desk, anna: Actor, category: Category, due: int | None
) -> None:
    take_in(desk, arrival(1))
    desk.perform(Open(1, 24 * HOUR), anna)
    is_read_back(desk, on_its_way(desk, anna))
    desk.perform(Classify(1, category, Queue.SAFETY, MORNING + HOUR), anna)
    assert work(desk).reply_due == due
    take_in(desk, arrival(1, NEWS, said=triage(reply_due=None)))
    desk.perform(Classify(1, Category.CRISIS, Queue.CRISIS, MORNING + 2 * HOUR), anna)
    assert work(desk).reply_due == MORNING + 2 * HOUR, "the new words are not answered"


def test_a_version_from_before_the_words_tells_nobody_of_them(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    follow_up(desk, case, anna, send=False)
    take_in(desk, arrival(1, NEWS, said=triage(reply_due=None)))
    before = work(desk)
    desk.perform(QueueVersion(case), anna)
    assert work(desk) == before
    assert (before.status, before.queue) == (Status.OPEN, Queue.SAFETY)
    assert before.aware_due is not None


def test_what_is_new_after_pvs_answer_stays_open_without_pvs_clock_when_it_is_told(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    take_in(desk, arrival(1, NEWS))
    pv_says(desk, anna, case)
    assert work(desk).aware_due is not None
    follow_up(desk, case, anna)
    assert (work(desk).status, work(desk).aware_due) == (Status.OPEN, None)
    assert work(desk).due == work(desk).reply_due
    desk.perform(Open(1), anna)
    desk.perform(Close(1, Reason.DONE), anna)


def test_what_is_new_after_pvs_answer_has_pvs_clock_from_the_first_look_at_it(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage(reply_due=None)))
    case = escalate(desk, 1, anna)
    pv_says(desk, anna, case)
    known = desk.perform(Open(1, 24 * HOUR), anna)
    assert known.aware_due is None, "PV has had all of it"
    bench.clock.pass_by(30 * 24 * HOUR)
    take_in(desk, arrival(1, NEWS, said=triage(reply_due=None)))
    assert work(desk).aware_due is None, "nobody has looked at it"
    looked = bench.clock.pass_by(HOUR) + 1
    for _ in range(2):
        desk.perform(Open(1, 24 * HOUR), anna)
        assert work(desk).due == work(desk).aware_due == looked + 24 * HOUR
    assert work(desk).aware_at == known.aware_at, "day zero of the case is what it was"
    follow_up(desk, case, anna)
    assert desk.perform(Open(1, 24 * HOUR), anna).aware_due is None, "it has been told"


def test_words_that_came_back_are_other_words_than_those_between() -> None:
    def told(*texts: str) -> list[Revision]:
        return [Revision(at, text, at) for at, text in enumerate(texts, 1)]

    assert not reworded_since(told("a"), 1)
    assert not reworded_since(told("a", "b"), 2)
    assert reworded_since(told("a", "b"), 1)
    assert reworded_since(told("a", "b", "a"), 1)
    assert not reworded_since(told("a", "a"), 1)  # hidden and shown, by an earlier version
