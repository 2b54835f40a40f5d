"""Once read or called a report a comment stays one, with its clock, until a person decides."""

from dataclasses import replace

import pytest

from tests.support.desks import CALM, HOUR, Bench, arrival, escalate, take_in, triage
from tests.support.first_comment import work
from webcare_desk.actions import AddNote, Claim, Classify, Close, Escalate, Open
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.original import Cause
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError

DAY = 24 * HOUR
HIDDEN, DELETED = Visibility.HIDDEN, Visibility.DELETED


@pytest.mark.parametrize("called", [Category.OVERDOSE, Category.CRISIS])
def test_an_edit_takes_back_nothing_that_a_person_called_a_report(
    desk: Desk, anna: Actor, called: Category
) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Classify(1, called, Queue.SAFETY, None, forward_within=DAY), anna)
    before = work(desk)
    take_in(desk, arrival(1, "Bedankt!", said=CALM))
    after = work(desk)
    assert (after.category, after.queue) == (called, Queue.SAFETY)
    assert before.aware_due is not None
    assert after.aware_due == before.aware_due >= after.due
    with pytest.raises(RefusedError, match="This may be a report"):
        desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)


def test_a_crisis_stays_one_though_its_new_words_are_only_a_report(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Classify(1, Category.CRISIS, Queue.CRISIS, None), anna)
    take_in(desk, arrival(1, "Hoofdpijn", said=triage(Tier.STRONG)))
    assert (work(desk).category, work(desk).queue) == (Category.CRISIS, Queue.CRISIS)


def test_a_crisis_is_called_a_report_only_with_a_reason(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Classify(1, Category.CRISIS, Queue.CRISIS, None), anna)
    report = Classify(1, Category.ADVERSE_EVENT, Queue.SAFETY, None)
    with pytest.raises(RefusedError, match="This is a crisis: give the reason why it is none"):
        desk.perform(report, anna)
    desk.perform(replace(report, reason=Reason.MADE_IN_ERROR), anna)
    desk.perform(replace(report, category=Category.OVERDOSE), anna)
    assert work(desk).category is Category.OVERDOSE


def test_what_was_decided_is_judged_by_its_new_words(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    desk.perform(Close(1, Reason.NO_PRODUCT), anna)
    take_in(desk, arrival(1, "Bedankt!", said=CALM))
    found = work(desk)
    assert (found.status, found.category, found.queue) == (Status.OPEN, CALM.category, CALM.queue)


def test_a_hidden_comment_that_becomes_a_report_comes_back(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, "Hallo", said=CALM, visibility=HIDDEN))
    desk.perform(Close(1, Reason.SPAM), anna)
    take_in(desk, arrival(1, "Ik lig in het ziekenhuis", visibility=HIDDEN))
    found = work(desk)
    assert (found.status, found.queue, found.tier) == (Status.OPEN, Queue.SAFETY, Tier.CHECK)
    assert found.visibility is HIDDEN


@pytest.mark.parametrize("category", [Category.CRISIS, Category.ADVERSE_EVENT, Category.CHECK])
@pytest.mark.parametrize("is_closed", [False, True])
def test_what_becomes_a_report_and_is_deleted_at_once_comes_back(
    desk: Desk, anna: Actor, category: Category, *, is_closed: bool
) -> None:
    take_in(desk, arrival(1, "Hallo", said=CALM))
    desk.perform(Claim(1), anna)
    if is_closed:
        desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)
    queue = Queue.CRISIS if category is Category.CRISIS else Queue.SAFETY
    said = triage(Tier.STRONG, category, queue)
    take_in(desk, arrival(1, "Ik lig in het ziekenhuis", said=said, visibility=DELETED))
    found = work(desk)
    assert (found.status, found.queue, found.category) == (Status.OPEN, queue, category)
    assert (found.tier, found.visibility, found.aware_at) == (Tier.STRONG, DELETED, None)
    [*_, wording] = desk.read.revisions(1)
    assert wording.text == "Ik lig in het ziekenhuis"


def test_deleted_words_are_news_of_a_case_that_waits_for_pv(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalate(desk, 1, anna)
    take_in(desk, arrival(1, "En nu in het ziekenhuis", visibility=DELETED))
    found = work(desk)
    seen = desk.read.revisions(1)[-1].seen_at
    assert (found.queue, found.aware_due) == (Queue.SAFETY, seen + DAY)


@pytest.mark.parametrize("own", [False, True])
def test_other_words_that_were_deleted_at_once_ask_for_nobody(
    desk: Desk, anna: Actor, *, own: bool
) -> None:
    said = triage() if own else CALM
    take_in(desk, arrival(1, "Hallo", said=CALM, own=own))
    if not own:
        desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)
    take_in(desk, arrival(1, "Bedankt!", said=said, visibility=DELETED, own=own))
    assert (work(desk).status, work(desk).visibility) == (Status.CLOSED, DELETED)


@pytest.mark.parametrize("shown", [Visibility.VISIBLE, HIDDEN])
def test_other_words_that_are_given_back_come_back_to_a_person_once(
    desk: Desk, anna: Actor, shown: Visibility
) -> None:
    asking = triage(Tier.NONE, Category.MEDICAL_QUESTION, Queue.QUESTION)
    take_in(desk, arrival(1, "Hallo", said=CALM))
    desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)
    take_in(desk, arrival(1, "Waar?", said=asking, visibility=DELETED))
    assert work(desk).status is Status.CLOSED
    take_in(desk, arrival(1, "Waar?", said=asking, visibility=shown))
    assert (work(desk).status, work(desk).queue) == (Status.OPEN, Queue.QUESTION)
    desk.perform(Close(1, Reason.NO_REPLY_NEEDED), anna)
    take_in(desk, arrival(1, "Waar?", said=asking, visibility=DELETED))
    take_in(desk, arrival(1, "Waar?", said=asking, visibility=shown))
    assert work(desk).status is Status.CLOSED


@pytest.mark.parametrize("is_first", [False, True])
def test_words_that_were_looked_at_while_deleted_are_given_back_to_nobody(
    desk: Desk, anna: Actor, *, is_first: bool
) -> None:
    said = CALM if is_first else triage()
    if not is_first:
        take_in(desk, arrival(1, "Hallo", said=CALM))
    take_in(desk, arrival(1, "Hoofdpijn", said=said, visibility=DELETED))
    desk.perform(Close(1, Reason.NO_PRODUCT), anna)
    take_in(desk, arrival(1, "Hoofdpijn", said=said))
    assert (work(desk).status, work(desk).visibility) == (Status.CLOSED, Visibility.VISIBLE)


@pytest.mark.parametrize("gone", [Visibility.HIDDEN, Visibility.DELETED])
def test_what_the_platform_only_hides_comes_back_to_nobody(
    desk: Desk, anna: Actor, gone: Visibility
) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Close(1, Reason.SPAM), anna)
    take_in(desk, arrival(1, said=CALM, visibility=gone))
    assert (work(desk).status, work(desk).visibility) == (Status.CLOSED, gone)


def test_a_late_classification_finds_its_clock_run_down(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    seen = desk.perform(Open(1), anna).aware_at
    assert seen is not None
    bench.clock.pass_by(3 * DAY)
    desk.perform(Classify(1, Category.PREGNANCY, Queue.SAFETY, None, forward_within=DAY), anna)
    assert (work(desk).aware_at, work(desk).aware_due) == (seen, seen + DAY)
    assert work(desk).due == seen + DAY


def test_a_classification_is_the_first_look_where_there_was_none(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Classify(1, Category.THANKS, Queue.OTHER, None, forward_within=DAY), anna)
    assert (work(desk).aware_at, work(desk).aware_due) == (None, None)
    desk.perform(Classify(1, Category.OVERDOSE, Queue.SAFETY, None, forward_within=DAY), anna)
    began = min(entry.at for entry in desk.read.entries_among(["classify"], 0, 99))
    assert [frozen.cause for frozen in desk.read.originals(1)] == [Cause.FIRST_VIEW]
    assert (work(desk).aware_at, work(desk).aware_due) == (began, began + DAY)


def test_day_zero_is_the_first_act_of_a_person_and_not_the_escalation(
    bench: Bench, anna: Actor
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    desk.perform(AddNote(1, "Ik meld het maandag."), anna)
    [note] = desk.read.entries_among(["note"], 0, 99)
    bench.clock.pass_by(2 * DAY)
    now = desk.clock()
    late = Escalate(1, "u", Name("ae-to-pv"), 0, Role.MODERATOR, now, now + DAY, "{}", (), ())
    with pytest.raises(RefusedError, match="awareness time"):
        desk.perform(late, anna)
    escalate(desk, 1, anna)
    assert work(desk).aware_at == note.at
