"""What can be asked of a desk: pages, counts, search, threads, the log."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SOURCE,
    Bench,
    arrival,
    take_in,
    triage,
)
from webcare_desk.actions import AddNote, Assign, Claim, Close, Open
from webcare_desk.actions.inbox import LEASE
from webcare_desk.desk import Desk
from webcare_desk.domain.finding import Tier
from webcare_desk.domain.inbox import NEVER, InboxRow, PageKey, Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.store.base import LogFilter
from webcare_desk.store.sqlite import inbox
from webcare_desk.store.sqlite.opening import DATABASE

HOSTILE = (
    "AND", "OR NOT", '"', '"" ""', 'a"b', "(", "NEAR(a b)", "-hoofd", "col:x", "body : a", "*",
    "hoofd*", "^a", "a + b", "\x00", "a\x00b", "'", ";--", "\ud83d", "é", "🤢", "\u202e", "{a b}",
)  # fmt: skip


def pages(desk: Desk, queue: Queue, limit: int, *, by_tier: bool = False) -> list[InboxRow]:
    """Return a whole queue, page by page."""
    rows: list[InboxRow] = []
    key = None
    while page := desk.read.page(queue, key, limit, 0, by_tier=by_tier):
        rows += page
        key = PageKey(rows[-1].due, rows[-1].comment, rows[-1].tier)
    return rows


def test_pages_put_together_are_the_whole_queue_in_order(desk: Desk) -> None:
    dues = [None, MORNING, MORNING + HOUR]
    take_in(desk, *(arrival(n, said=triage(reply_due=dues[n % 3])) for n in range(50)))
    for limit in (1, 7, 50, 99):
        rows = pages(desk, Queue.SAFETY, limit)
        keys = [(row.due, row.comment) for row in rows]
        assert len(keys) == 50
        assert all(one < two for one, two in pairwise(keys))
    assert [row.reply_due for row in rows] == [MORNING] * 17 + [MORNING + HOUR] * 16 + [None] * 17


def test_the_next_forward_is_found_behind_any_number_of_answers_that_are_due_sooner(
    desk: Desk, anna: Actor
) -> None:
    soon = (arrival(n, said=triage(reply_due=MORNING + 1)) for n in range(2, 150))
    asked = arrival(150, said=triage(reply_due=None, queue=Queue.QUESTION))
    take_in(desk, arrival(1, said=triage(reply_due=MORNING + HOUR)), *soon, asked)
    assert desk.read.next_forward() is None
    desk.perform(Open(1, 24 * HOUR), anna)
    seen = desk.read.work(1)
    assert seen is not None
    assert desk.read.next_forward() == seen.aware_due
    desk.perform(Open(150, HOUR), anna)
    sooner = desk.read.work(150)
    assert sooner is not None
    assert desk.read.next_forward() == sooner.aware_due
    desk.perform(Close(150, Reason.NO_PRODUCT), anna)
    assert desk.read.next_forward() == seen.aware_due


def test_pages_by_tier_go_through_the_whole_queue_the_most_suspect_first(desk: Desk) -> None:
    dues, tiers = [None, MORNING, MORNING + HOUR], list(Tier)
    told = [triage(reply_due=dues[n % 3], tier=tiers[n // 3 % 3]) for n in range(50)]
    take_in(desk, *(arrival(n, said=one) for n, one in enumerate(told)))
    plain = [row.comment for row in pages(desk, Queue.SAFETY, 99)]
    for limit in (1, 7, 50, 99):
        rows = pages(desk, Queue.SAFETY, limit, by_tier=True)
        keys = [(-row.tier, row.due, row.comment) for row in rows]
        assert keys == sorted(keys)
        assert sorted(row.comment for row in rows) == sorted(plain)
    assert {row.tier for row in rows[:15]} == {Tier.STRONG}


@pytest.mark.parametrize("query", [inbox._TIER_SAME_DUE, inbox._TIER_LATER])
def test_a_page_by_tier_is_a_seek_in_an_index(bench: Bench, query: str) -> None:
    values: list[object] = [Queue.SAFETY, Tier.STRONG, 0, *([0] if "comment >" in query else []), 9]
    with closing(sqlite3.connect(bench.folder / DATABASE)) as db:
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert any("USING INDEX work_tier (queue=? AND tier=? AND due" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)


def test_the_counts_say_how_many_and_how_soon(desk: Desk, anna: Actor) -> None:
    assert [count.count for count in desk.read.queue_counts()] == [0] * len(Queue)
    take_in(desk, arrival(1), arrival(2, said=triage(reply_due=None, queue=Queue.OTHER)))
    take_in(desk, arrival(3, said=CALM))
    desk.perform(Close(3, Reason.DONE), anna)
    counts = {count.queue: (count.count, count.worst) for count in desk.read.queue_counts()}
    assert counts[Queue.SAFETY] == (1, MORNING + HOUR)
    assert counts[Queue.OTHER] == (1, None)
    assert counts[Queue.QUESTION] == (0, None)
    assert counts[Queue.DONE] == (1, None)
    assert list(counts) == list(Queue)


def test_my_work_is_what_i_claimed_or_was_given(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, *(arrival(n, said=CALM) for n in range(5)))
    desk.perform(Claim(1), anna)
    desk.perform(Assign(2, anna.moderator), anna)
    desk.perform(Assign(3, anna.moderator), anna)
    desk.perform(Close(3, Reason.DONE), anna)
    now = bench.clock.at
    mine = desk.read.mine(anna.moderator, None, 9, now)
    assert [(row.comment, row.claimed_by) for row in mine] == [(1, anna.moderator), (2, None)]
    after = desk.read.mine(anna.moderator, PageKey(mine[0].due, mine[0].comment), 9, now)
    assert after == mine[1:]
    later = desk.read.mine(anna.moderator, None, 9, now + LEASE)
    assert [row.comment for row in later] == [2]


def test_rows_are_refreshed_by_their_ids(desk: Desk) -> None:
    take_in(desk, arrival(1), arrival(2))
    assert {row.comment for row in desk.read.rows([2, 1, 99], 0)} == {1, 2}
    assert desk.read.rows([], 0) == []


def test_what_is_not_on_the_desk_is_answered_with_nothing(desk: Desk) -> None:
    read = desk.read
    assert read.comment(9) is None
    assert read.work(9) is None
    assert read.delivery(9) is None
    assert read.escalation(9) is None
    assert read.mail_of(9) is None
    assert read.plan_of(9) is None
    assert read.thread(9) == []
    assert read.account("nobody") is None
    assert read.moderator("nobody") is None
    assert read.moderator_key("nobody") is None
    assert read.session_of("nothing") is None
    assert read.source_key("nowhere") is None


def found(desk: Desk, words: str) -> set[str]:
    """Return the texts that a search finds."""
    return {row.preview for row in desk.read.search(words, None, 500, 0)}


TEXTS = (
    "Hoofdpijn na de pen", "hoofd pijn", "HOOFDPIJN", "Koorts en hoofdpijn.", "geen koorts",
    "né hoofdpijn", "pen", "", "na na na",
)  # fmt: skip


@pytest.mark.parametrize(
    "words", ["hoofdpijn", "koorts hoofdpijn", "PEN", "na", "pen hoofdpijn", "nergens", "ne"]
)
def test_a_search_finds_what_a_reader_would(desk: Desk, words: str) -> None:
    take_in(desk, *(arrival(n, text) for n, text in enumerate(TEXTS)))

    def plain(text: str) -> set[str]:
        return set(text.lower().replace("é", "e").replace(".", " ").split())

    wanted = {text for text in TEXTS if plain(words) <= plain(text)}
    assert found(desk, words) == wanted


def test_the_last_word_of_a_search_may_be_the_beginning_of_one(desk: Desk) -> None:
    take_in(desk, *(arrival(n, text) for n, text in enumerate(TEXTS)))
    assert found(desk, "hoofdp") == found(desk, "hoofdpijn")
    assert found(desk, "koorts hoo") == {"Koorts en hoofdpijn."}
    assert found(desk, "hoo koorts") == set(), "only the last one"
    assert found(desk, "ko") == set(), "two letters begin too many words"


def test_a_search_without_words_finds_nothing(desk: Desk) -> None:
    take_in(desk, arrival(1))
    assert found(desk, "") == found(desk, "  \n") == set()


def test_a_search_finds_the_latest_wording_only_and_neither_notes_nor_replies(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1, "oud"))
    take_in(desk, arrival(1, "nieuw"))
    desk.perform(AddNote(1, "geheim"), anna)
    assert found(desk, "oud") == found(desk, "geheim") == set()
    assert found(desk, "nieuw") == {"nieuw"}


def test_search_pages_lose_nothing_when_an_old_comment_was_reworded(desk: Desk) -> None:
    take_in(desk, *(arrival(n, f"pijn {n}") for n in range(6)))
    take_in(desk, arrival(0, "nog meer pijn"))
    seen: list[int] = []
    while page := desk.read.search("pijn", seen[-1] if seen else None, 2, 0):
        seen += [row.comment for row in page]
    assert seen == [1, 6, 5, 4, 3, 2]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_to_search_for_are_data(desk: Desk, words: str) -> None:
    take_in(desk, arrival(1, "Hoofdpijn a b x"))
    assert isinstance(desk.read.search(words, None, 9, 0), list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20))
def test_no_words_at_all_make_a_search_fail(desk: Desk, words: str) -> None:
    assert len(desk.read.search(words, None, 9, 0)) <= 9


def test_a_long_thread_keeps_what_stands_before_the_comment(desk: Desk) -> None:
    take_in(desk, *(arrival(n, f"post {n}") for n in range(20)))
    texts = [post.text for post in desk.read.thread(15, limit=5)]
    assert texts == ["post 0", "post 7", "post 12", "post 13", "post 14"]
    assert len(desk.read.thread(15)) == 20
    assert desk.read.thread_size(15) == 20
    assert desk.read.thread_size(99) == 0


def test_a_cut_thread_keeps_what_is_answered_the_answers_and_the_words_of_the_author(
    desk: Desk,
) -> None:
    rest = (arrival(n, f"post {n}") for n in range(10, 30))
    about = (
        *(arrival(1, "the question"), arrival(9, "her comment", parent="r1")),
        *(arrival(33, "an answer", parent="r9"), arrival(37, "she, later")),
    )
    take_in(desk, *rest, *about)
    found = desk.read.comment_named(SOURCE, "r9")
    assert found is not None
    texts = [post.text for post in desk.read.thread(found.id, limit=6)]
    assert texts == ["the question", "her comment", "post 16", "post 23", "an answer", "she, later"]


def test_the_newest_ids_of_a_source_are_given_for_the_overlap(desk: Desk) -> None:
    take_in(desk, *map(arrival, range(5)))
    assert desk.read.recent_remote_ids(SOURCE, 3) == ["r4", "r3", "r2"]


@pytest.mark.requirement("A5")
def test_the_log_is_filtered_and_paged_from_its_end(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1), arrival(2))
    for comment in (1, 2, 1):
        desk.perform(Open(comment), anna)
    last = desk.read.entries_after(0, 99)[-1]
    everything = desk.read.entries(LogFilter(), None, 99)
    assert [entry.seq for entry in everything] == list(range(desk.read.log_size()))[::-1]
    assert desk.read.entries(LogFilter(), last.seq, 2) == everything[1:3]
    assert len(desk.read.entries(LogFilter(subject=1), None, 99)) == 2
    assert len(desk.read.entries(LogFilter(action="open"), None, 99)) == 3
    assert desk.read.entries(LogFilter(actor=anna.moderator, since=last.at), None, 99) == [last]
    assert last not in desk.read.entries(LogFilter(until=last.at), None, 99)


def test_a_clock_that_went_back_is_marked_in_the_entry(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    bench.clock.pass_by(-HOUR)
    take_in(bench.desk, arrival(2))
    leaf = bench.desk.read.entries(LogFilter(), None, 1)[0].leaf
    assert b'"clock_back_us":%d' % (HOUR - 1) in leaf


def test_a_draft_is_kept_for_its_author_and_has_no_entry(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    size = bench.desk.read.log_size()
    for body in ("Beste", "Beste Anna"):
        bench.desk.store.keep_draft(1, "anna", body, MORNING)
    assert bench.desk.read.draft(1, "anna") == "Beste Anna"
    assert bench.desk.read.drafted_on(1, "anna") == MORNING
    assert bench.desk.read.draft(1, "bob") == ""
    assert bench.desk.read.drafted_on(1, "bob") is None
    bench.desk.store.keep_draft(1, "anna", "", MORNING)
    assert bench.desk.read.draft(1, "anna") == ""
    assert bench.desk.read.log_size() == size


def test_never_is_after_every_real_time() -> None:
    assert MORNING < NEVER < 2**53
