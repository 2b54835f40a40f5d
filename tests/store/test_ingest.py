"""Comments come in as they were written, once, and every other wording is kept."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SOURCE,
    SYSTEM,
    Bench,
    arrival,
    copy_of,
    escalate,
    take_in,
    triage,
)
from webcare_desk.actions import AddNote, Close, Ingest, Open
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category, Context, Finding, Mark, Tier
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.original import Cause
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import StoreError
from webcare_desk.store.codec import findings_of, findings_text, names_text


def work(desk: Desk, comment: int = 1) -> Work:
    """Return the work on a comment that is there."""
    found = desk.read.work(comment)
    assert found is not None
    return found


def test_the_same_page_twice_brings_nothing_new(desk: Desk) -> None:
    page = tuple(arrival(n) for n in range(5))
    assert len(desk.perform(Ingest(SOURCE, page), SYSTEM).added) == 5
    again = desk.perform(Ingest(SOURCE, page), SYSTEM)
    assert (again.added, again.revised, again.unchanged) == ((), (), 5)
    assert [len(desk.read.revisions(n)) for n in range(1, 6)] == [1] * 5


def test_a_comment_twice_on_one_page_comes_in_once(desk: Desk) -> None:
    twice = (arrival(1), arrival(1, "anders"), arrival(1))
    done = desk.perform(Ingest(SOURCE, twice), SYSTEM)
    assert (len(done.added), done.unchanged) == (1, 2)
    edited = desk.perform(Ingest(SOURCE, (arrival(1, "nu dit"), arrival(1, "of dit"))), SYSTEM)
    assert (edited.revised, edited.unchanged) == ((1,), 1)
    assert [kept.text for kept in desk.read.revisions(1)] == ["Ik heb hoofdpijn", "nu dit"]


def test_an_edit_is_a_new_wording_and_comes_back_to_a_person(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Close(1, Reason.DONE), anna)
    take_in(desk, arrival(1, "Toch hoofdpijn"))
    comment = desk.read.comment(1)
    assert comment is not None
    assert (comment.revision, comment.text) == (2, "Toch hoofdpijn")
    found = work(desk)
    assert (found.status, found.queue, found.tier) == (Status.OPEN, Queue.SAFETY, Tier.CHECK)
    assert (found.reason, found.due) == (None, MORNING + HOUR)
    assert desk.read.plan_of(1) == "ae-to-pv"


def test_an_edit_never_lowers_the_tier_and_keeps_the_awareness_clock(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1, said=triage(reply_due=None)))
    due = desk.perform(Open(1, HOUR), anna).aware_due
    take_in(desk, arrival(1, "Laat maar", said=replace(CALM, reply_due=None)))
    found = work(desk)
    assert found.tier is Tier.CHECK
    assert found.due == found.aware_due == due


def test_an_edit_without_any_clock_is_never_due(desk: Desk) -> None:
    take_in(desk, arrival(1, said=CALM))
    take_in(desk, arrival(1, "Laat maar", said=replace(CALM, reply_due=None)))
    assert work(desk).due == NEVER


@pytest.mark.requirement("P5")
@pytest.mark.parametrize(
    ("first", "then", "queue"),
    [
        (triage(), triage(Tier.STRONG), Queue.SAFETY),
        (triage(), CALM, Queue.SAFETY),
        (triage(category=Category.CRISIS, queue=Queue.CRISIS), triage(), Queue.CRISIS),
        (triage(), triage(category=Category.CRISIS, queue=Queue.CRISIS), Queue.CRISIS),
    ],
)
def test_new_words_of_what_waits_for_pv_come_to_a_person_with_a_clock_of_their_own(
    bench: Bench, anna: Actor, first: Triage, then: Triage, queue: Queue
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=first))
    escalate(desk, 1, anna)
    bench.clock.pass_by(72 * HOUR)
    take_in(desk, arrival(1, "En nu in het ziekenhuis", said=replace(then, reply_due=None)))
    found, (case,) = work(desk), desk.read.escalations_of(1)
    assert (found.queue, found.status, case.is_open) == (queue, Status.OPEN, True)
    assert found.aware_at == case.aware_at
    seen = desk.read.revisions(1)[-1].seen_at
    assert found.aware_due == seen + 24 * HOUR
    assert found.due <= found.aware_due


def test_what_waits_for_pv_and_is_only_hidden_stays_in_its_place(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=triage(reply_due=None)))
    escalate(desk, 1, anna)
    take_in(desk, arrival(1, said=triage(reply_due=None), visibility=Visibility.HIDDEN))
    assert (work(desk).queue, work(desk).status) == (Queue.WAITING, Status.ESCALATED)


def test_a_deletion_keeps_the_words_and_the_place(desk: Desk) -> None:
    take_in(desk, arrival(1))
    before = work(desk)
    take_in(desk, arrival(1, visibility=Visibility.DELETED))
    found = work(desk)
    assert found.visibility is Visibility.DELETED
    assert (found.queue, found.status, found.due) == (before.queue, before.status, before.due)
    assert [kept.text for kept in desk.read.revisions(1)] == ["Ik heb hoofdpijn"]
    assert desk.read.recent_remote_ids(SOURCE, 9) == []


@pytest.mark.requirement("P5")
def test_what_is_only_hidden_and_shown_again_is_no_edit(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Open(1), anna)
    desk.perform(Close(1, Reason.DONE), anna)
    for shown in (Visibility.HIDDEN, Visibility.VISIBLE):
        done = desk.perform(Ingest(SOURCE, (arrival(1, visibility=shown),)), SYSTEM)
        assert (done.revised, done.reworded) == ((1,), ())
        found = work(desk)
        assert (found.visibility, found.status, found.queue) == (shown, Status.CLOSED, Queue.DONE)
        assert (found.reason, found.due, found.tier) == (Reason.DONE, NEVER, Tier.NONE)
    comment = desk.read.comment(1)
    assert comment is not None
    assert (comment.revision, len(desk.read.revisions(1))) == (1, 1)
    assert [each.cause for each in desk.read.originals(1)] == [Cause.FIRST_VIEW]
    assert bench.replay().is_equal


def test_our_own_replies_come_in_and_ask_for_nothing(desk: Desk) -> None:
    take_in(desk, arrival(1, "Beste Anna", own=True))
    found = work(desk)
    assert (found.queue, found.status, found.due) == (Queue.DONE, Status.CLOSED, NEVER)
    take_in(desk, arrival(1, "Beste Anna!", own=True))
    assert work(desk).queue is Queue.DONE
    comment = desk.read.comment(1)
    assert comment is not None
    assert comment.own


STRANGE = {
    "a megabyte of words": "hoofdpijn " * 105_000,
    "a megabyte without a space": "a" * 1_048_576,
    "a replaced NUL": "voor\u2400na",
    "right to left": "\u202egnal\u202c שלום مرحبا",
    "zero width": "hoofd\u200bpijn\u2060\ufeff",
    "an image tag": '<img src="/dev/zero">',
    "emoji": "👩🏽‍⚕️🤢",
    "zalgo": "h" + "\u0301" * 200,
    "line ends": "een\r\ntwee\rdrie\u2028vier",
    "quotes": "'; DROP TABLE comment; --",
    "nothing": "",
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_text_is_kept_as_it_was_given(bench: Bench, name: str) -> None:
    take_in(bench.desk, arrival(1, STRANGE[name]))
    bench.reopen()
    comment = bench.desk.read.comment(1)
    assert comment is not None
    assert comment.text == STRANGE[name]
    (row,) = bench.desk.read.page(Queue.SAFETY, None, 9, 0)
    assert row.preview == STRANGE[name][:400]


def test_half_a_character_is_a_sentence_and_changes_nothing(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    for text in ("\ud83d", "voor\udfffna"):
        with pytest.raises(StoreError, match="half a character"):
            take_in(desk, arrival(2, text))
        with pytest.raises(StoreError, match="half a character"):
            desk.perform(AddNote(1, text), anna)
    assert desk.read.comment(2) is None


def test_the_batch_stands_in_the_log_by_one_digest_and_survives_a_restart(bench: Bench) -> None:
    take_in(bench.desk, *map(arrival, range(300)))
    take_in(bench.desk, *(arrival(n, f"bewerkt {n}") for n in range(0, 300, 3)))
    bench.reopen()
    entry = bench.desk.read.entries_after(0, 9)[-1]
    assert entry.changes
    detail = entry.detail
    assert (detail["revision_first"], detail["revision_last"]) == (301, 400)
    assert len(str(detail["batch"])) == 64
    assert bench.replay().is_equal


def test_threads_and_parents_are_found_also_when_they_come_later(desk: Desk) -> None:
    take_in(desk, arrival(2, "antwoord", parent="r1"), arrival(3, thread="t2"))
    found = desk.read.comment(1)
    assert found is not None
    assert (found.parent, found.thread, found.thread_title) == (None, "t1", "Hoe gaat het?")
    take_in(desk, arrival(1, "vraag"))
    assert [post.text for post in desk.read.thread(1)] == ["vraag", "antwoord"]
    answered = desk.read.comment_named(SOURCE, "r2")
    assert answered is not None
    assert answered.parent == 3
    assert desk.read.comment_named(SOURCE, "nobody") is None


FINDINGS = st.builds(
    Finding,
    st.sampled_from(Mark),
    st.text(max_size=5),
    st.none() | st.sampled_from(Category),
    st.integers(0, 9),
    st.integers(0, 9),
    st.frozensets(st.sampled_from(Context)),
)


@given(st.lists(FINDINGS, max_size=4), st.lists(st.text(), max_size=3))
def test_findings_and_rules_are_read_back_as_they_were_kept(
    findings: list[Finding], names: list[str]
) -> None:
    assert findings_of(findings_text(findings)) == tuple(findings)
    assert json.loads(names_text(names)) == names


def test_a_copy_of_a_desk_begins_with_one_entry(
    pristine: Bench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = copy_of(pristine, tmp_path_factory.mktemp("copy"))
    assert [entry.action for entry in copy.desk.read.entries_after(-1, 9)] == ["make-desk"]
    copy.desk.store.close()
