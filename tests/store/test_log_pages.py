"""Every filter of the log gives what going through all of it gives, page by page."""

import sqlite3
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.support.desks import HOUR, MORNING, SOURCE, SYSTEM, Bench, arrival
from webcare_desk.actions import AddNote, Claim, Classify, Ingest, Release
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.store.sqlite import log_pages
from webcare_desk.store.sqlite.migrations.pairs import pairs

WORDS = ("koorts", "hoofdpijn", "rustig")


def lively(bench: Bench, people: dict[Role, Actor]) -> Reads:
    """Fill some blocks of the log: many acts on nine comments, over days, by two people."""
    desk = bench.desk
    ids: list[int] = []
    for number in range(9):
        made = arrival(number, f"{WORDS[number % 3]} nummer {number}")
        ids += desk.perform(Ingest(SOURCE, (made,)), SYSTEM).added
    who = [people[Role.SUPERVISOR], people[Role.MODERATOR]]
    for turn in range(600):
        by, comment = who[turn % 7 == 0], ids[turn % 9]
        desk.perform(Claim(comment, take_over=True) if turn % 3 else Release(comment), by)
        if turn % 50 == 0:
            desk.perform(Classify(comment, Category.QUALITY, Queue.QUALITY, None), by)
            desk.perform(AddNote(comment, "koorts staat in een notitie"), by)
        bench.clock.pass_by(-HOUR if turn % 97 == 0 else HOUR // 6)
    return desk.read


@pytest.fixture
def read(bench: Bench, people: dict[Role, Actor]) -> Reads:
    return lively(bench, people)


def fits(entry: AuditEntry, chosen: LogFilter, texts: dict[int, str]) -> bool:
    """Say what the filter means, one entry at a time."""
    since, until = chosen.since, chosen.until
    plain = (
        chosen.actor in {None, entry.actor}
        and chosen.action in {None, entry.action}
        and chosen.subject in {None, entry.subject}
        and (since is None or entry.at >= since)
        and (until is None or entry.at < until)
    )
    if not plain or not (chosen.words or chosen.words_actions):
        return plain
    told = bool(chosen.words) and chosen.words in texts.get(entry.subject or 0, "")
    return told or entry.action in chosen.words_actions


def pages(read: Reads, chosen: LogFilter, limit: int) -> list[int]:
    """Return the numbers of all pages, one after another."""
    found: list[int] = []
    before = None
    while page := read.entries(chosen, before, limit):
        found += [entry.seq for entry in page]
        before = page[-1].seq
    return found


def all_entries(read: Reads) -> list[AuditEntry]:
    return read.entries_after(-1, 100_000)


def texts_of(read: Reads) -> dict[int, str]:
    found = {entry.subject for entry in all_entries(read)} - {None}
    return {each: comment.text for each in found if each and (comment := read.comment(each))}


@pytest.mark.parametrize("tiers", [(500, 5000, 50_000), (0, 0, 50_000), (0, 0, 0)])
def test_every_filter_gives_what_a_look_at_each_entry_gives(
    read: Reads,
    people: dict[Role, Actor],
    tiers: tuple[int, int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in zip(("_FEW", "_FEW_ALONE", "_MANY"), tiers, strict=True):
        monkeypatch.setattr(log_pages, name, value)
    entries, texts = all_entries(read)[::-1], texts_of(read)
    someone = people[Role.SUPERVISOR].moderator
    times = [None, MORNING, MORNING + 5 * HOUR, MORNING + 40 * HOUR, MORNING + 999 * HOUR]

    @settings(max_examples=150, deadline=None)
    @given(
        chosen=st.builds(
            LogFilter,
            actor=st.sampled_from([None, None, someone, "system", "nobody"]),
            action=st.sampled_from([None, None, "claim", "classify", "ingest", "never"]),
            subject=st.sampled_from([None, None, 1, 5, 99]),
            since=st.sampled_from(times),
            until=st.sampled_from(times),
            words=st.sampled_from(["", "", *WORDS, "nergens", " "]),
        ),
        also=st.sampled_from([frozenset[str](), frozenset({"classify"}), frozenset({"note"})]),
        limit=st.sampled_from([3, 128, 2000]),
    )
    def holds(chosen: LogFilter, also: frozenset[str], limit: int) -> None:
        asked = replace(chosen, words_actions=also if chosen.words else frozenset())
        meant = replace(asked, words=asked.words.strip())
        expected = [entry.seq for entry in entries if fits(entry, meant, texts)]
        assert pages(read, asked, limit) == expected

    holds()


def test_the_entries_of_some_actions_come_in_order(read: Reads) -> None:
    entries = [each for each in all_entries(read) if each.action in {"classify", "release"}]
    chosen = [each for each in entries if 40 <= each.seq <= 500]
    assert list(read.entries_among({"classify", "release"}, 40, 500)) == chosen
    assert list(read.entries_among(set(), 0, 500)) == []


def test_a_time_has_its_outermost_entries_whatever_the_clock_did(read: Reads) -> None:
    entries = all_entries(read)
    earliest = min(each.at for each in entries)
    latest = max(each.at for each in entries)
    moments = st.integers(earliest - HOUR, latest + HOUR)

    @settings(max_examples=300, deadline=None)
    @given(since=moments, length=st.integers(0, 30 * HOUR))
    def holds(since: int, length: int) -> None:
        inside = [each.seq for each in entries if since <= each.at < since + length]
        expected = (inside[0], inside[-1]) if inside else None
        assert read.entries_between(since, since + length) == expected

    holds()


def test_every_step_back_of_the_clock_is_found(read: Reads) -> None:
    entries = all_entries(read)
    back = [b.seq for a, b in pairwise(entries) if b.at < a.at]
    assert back
    assert [each.seq for each in read.clock_steps(0, entries[-1].seq)] == back


def test_a_block_without_its_name_would_be_passed_over(bench: Bench, read: Reads) -> None:
    """The twin: the filter stands on `entry_found`, and the replay finds what is missing."""
    with bench.unguarded() as shell:
        kept = shell.execute("SELECT * FROM entry_found WHERE name = 'classify'").fetchall()
        shell.execute("DELETE FROM entry_found WHERE name = 'classify'")
    assert read.entries(LogFilter(action="classify"), None, 10) == []
    assert "entry_found" in bench.replay().differences[0]
    with bench.shell() as shell:
        shell.executemany("INSERT INTO entry_found VALUES (?, ?, ?)", kept)


def test_a_block_without_its_pair_would_be_passed_over(bench: Bench, read: Reads) -> None:
    """The twin for a person and an action together; the migration lists the pairs again."""
    both = LogFilter(actor=SYSTEM.moderator, action=Ingest.name)
    first = read.entries(both, None, 10)
    assert first[-1].seq < log_pages.BLOCK
    with bench.unguarded() as shell:
        shell.execute("DELETE FROM entry_found WHERE kind = 'pair'")
    assert first[-1] not in read.entries(both, None, 10)
    assert "entry_found" in bench.replay().differences[0]
    with bench.shell() as shell:
        shell.execute("DROP TRIGGER entry_fills_block")
        pairs(Database(shell))
    assert read.entries(both, None, 10) == first


def test_entries_about_certain_texts_come_from_indexes_alone(bench: Bench) -> None:
    """A revision is a page of its own on the disk; the twin is an index without the comment."""
    with bench.shell() as shell:
        assert "SEARCH r USING COVERING INDEX revision_body (body=?)" in _plan(shell)
        shell.execute("BEGIN")
        shell.execute("DROP INDEX revision_body")
        shell.execute("CREATE INDEX revision_body ON revision(body)")
        assert "SEARCH r USING INDEX revision_body (body=?)" in _plan(shell)
        shell.execute("ROLLBACK")


def _plan(shell: sqlite3.Connection) -> list[str]:
    plan = shell.execute(f"EXPLAIN QUERY PLAN {log_pages.OF_TEXTS}", ("[1]", 9))
    return [row[3] for row in plan]


def test_a_person_and_an_action_open_no_block_without_both(bench: Bench, read: Reads) -> None:
    """What is read of a large log is as little as what is found."""
    with bench.shell() as shell:
        name = f"{Classify.name}/{SYSTEM.moderator}"
        listed = shell.execute("SELECT count(*) FROM entry_found WHERE name = ?", (name,))
        assert listed.fetchone()[0] == 0
        name = f"{Ingest.name}/{SYSTEM.moderator}"
        found = shell.execute("SELECT block FROM entry_found WHERE name = ?", (name,)).fetchall()
    entries = read.entries(LogFilter(actor=SYSTEM.moderator, action=Ingest.name), None, 1000)
    full = read.log_size() // log_pages.BLOCK
    assert {each.seq // log_pages.BLOCK for each in entries} - {full} == {row[0] for row in found}
