"""The one door: one entry for each change, no change without one, and the feed behind it."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.support.desks import (
    SYSTEM,
    arrival,
    log_in,
    make_bench,
    make_desk,
    take_in,
)
from webcare_desk.actions import AddNote, Claim, Open, PutProtocolInForce
from webcare_desk.clock import Machine, now
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, Stamp, digest
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import DeniedError, RefusedError
from webcare_desk.store.base import Session
from webcare_desk.store.sqlite.store import SqliteStore


@pytest.fixture
def with_comment(tmp_path: Path) -> Desk:
    """Make a desk with one comment on it."""
    made = make_desk(tmp_path)
    take_in(made, arrival(1))
    return made


@pytest.mark.requirement("A1")
def test_each_action_is_one_entry_and_the_feed_gives_it_in_order(with_comment: Desk) -> None:
    desk = with_comment
    anna = log_in(desk, frozenset({Role.MODERATOR}))[Role.MODERATOR]
    before = desk.read.log_size()
    desk.perform(Open(1), anna)
    desk.perform(Claim(1), anna)
    feed = desk.changes(before - 1)
    assert [(entry.seq, entry.action) for entry in feed] == [
        (before, "open"),
        (before + 1, "claim"),
    ]
    assert {(entry.actor, entry.role, entry.session) for entry in feed} == {
        (anna.moderator, "moderator", anna.session)
    }
    assert desk.changes(before - 1, limit=1) == feed[:1]
    assert desk.changes(before + 1) == []


def test_an_action_that_is_refused_half_way_changes_nothing(with_comment: Desk) -> None:
    desk = with_comment
    anna = log_in(desk, frozenset({Role.MODERATOR}))[Role.MODERATOR]
    size, note = desk.read.log_size(), desk.read.head_note()
    with pytest.raises(RefusedError):
        desk.perform(AddNote(1, ""), anna)
    with pytest.raises(DeniedError, match="In the role system one may not do this: note"):
        desk.perform(AddNote(1, "x"), SYSTEM)
    assert (desk.read.log_size(), desk.read.head_note()) == (size, note)
    assert desk.read.notes(1) == []


def test_who_waited_for_another_act_is_not_of_before_it(
    with_comment: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = with_comment
    anna = log_in(desk, frozenset({Role.MODERATOR}))[Role.MODERATOR]
    lock, other = SqliteStore.write, iter([Open(1)])

    def waiting(store: SqliteStore) -> AbstractContextManager[Session]:
        for act in other:
            desk.perform(act, anna)
        return lock(store)

    monkeypatch.setattr(SqliteStore, "write", waiting)
    desk.perform(Claim(1), anna)
    opened, claimed = desk.changes(desk.read.log_size() - 3)
    assert (opened.action, claimed.action, claimed.clock_back) == ("open", "claim", 0)
    assert claimed.at > opened.at


def test_the_clock_of_the_desk_counts_microseconds_since_1970(tmp_path: Path) -> None:
    assert now() // 1_000_000 > 1_700_000_000
    assert now() <= now()
    bench = make_bench(tmp_path)
    take_in(bench.desk, arrival(1))
    assert bench.desk.read.entries_after(0, 1)[0].at == bench.clock.at


@pytest.mark.requirement("A3", "A10", "C5")
def test_every_entry_says_by_which_clocks_and_which_protocol(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    desk = Desk(bench.store, bench.clock, Machine("Europe/Amsterdam", "b", lambda _: 60, lambda: 5))
    desk.perform(PutProtocolInForce(Name("base"), digest(b"base")), SYSTEM)
    take_in(desk, arrival(1))
    before, after = desk.read.entries_after(0, 2)
    assert after.stamp == Stamp(bench.clock.at, "Europe/Amsterdam", 60, "b", 5)
    assert (before.protocol, after.protocol) == (None, digest(b"base"))
