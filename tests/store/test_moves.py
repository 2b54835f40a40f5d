"""A comment that was moved stands in its new place, and the desk keeps where it was."""

import pytest

from tests.support.desks import CALM, SOURCE, SYSTEM, Bench, arrival, take_in
from webcare_desk.actions import Open, RecordMove
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import Comment, Place
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter
from webcare_desk.store.sqlite.past import past

LINK = "https://village.test/t2#1"


def now(desk: Desk, comment: int = 1) -> Comment:
    """Return a comment that is there."""
    found = desk.read.comment(comment)
    assert found is not None
    return found


def move(desk: Desk, thread: str = "t2", parent: int | None = None, link: str = LINK) -> None:
    """Let the platform have moved comment 1."""
    desk.perform(RecordMove(1, thread, f"Thread {thread}", parent, link), SYSTEM)


def test_a_moved_comment_stands_in_its_new_thread_under_its_new_link(desk: Desk) -> None:
    take_in(desk, arrival(1), arrival(2))
    before = now(desk)
    move(desk)
    found = now(desk)
    assert (found.thread, found.thread_title, found.link) == ("t2", "Thread t2", LINK)
    assert [each.id for each in desk.read.thread(1)] == [1]
    assert [each.id for each in desk.read.thread(2)] == [2]
    assert (desk.read.thread_size(1), desk.read.thread_size(2)) == (1, 1)
    (moved,) = desk.read.moves(1)
    assert moved.was == Place(1, before.thread_title, before.link)
    assert moved.now == Place(2, "Thread t2", LINK)
    assert moved.ends == (before.thread_title, "Thread t2")


def test_what_it_answers_there_is_told_and_it_can_come_back(desk: Desk) -> None:
    take_in(desk, arrival(1), arrival(2))
    first = now(desk)
    move(desk, parent=2)
    assert now(desk).parent == 2
    move(desk, first.thread, link=first.link)
    assert now(desk).parent is None
    assert [each.id for each in desk.read.thread(2)] == [1, 2]
    assert [each.now.thread for each in desk.read.moves(1)] == [2, 1]


def test_the_entry_says_from_where_to_where_without_a_word(desk: Desk) -> None:
    take_in(desk, arrival(1))
    move(desk)
    entry = desk.read.entries(LogFilter(subject=1), None, 1)[0]
    assert (entry.action, entry.detail["from"], entry.detail["to"]) == ("record-move", 1, 2)
    assert "Thread t2" not in entry.leaf.decode()
    assert LINK not in entry.leaf.decode()


def test_replaying_the_log_gives_the_moves_too(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    move(bench.desk)
    bench.require_sound()


def test_the_desk_of_then_has_the_place_of_then(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    then = bench.clock.at
    move(bench.desk)
    for at, count in ((then, 0), (bench.clock.at, 1)):
        found = past(bench.database, bench.folder / f"{count}.db", at, 1)
        rows = [row for row in found.rows if row.table == "move"]
        assert len(rows) == count
    assert {row.key for row in found.rows if row.table == "thread"} == {1, 2}


def test_what_was_frozen_before_a_move_stays_what_it_was(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Open(1), anna)
    (frozen,) = desk.read.originals(1)
    before = desk.read.frozen_as(frozen)
    bench.clock.pass_by(-(10**9))  # a clock that was set back changes nothing
    move(desk)
    assert desk.read.frozen_as(frozen) == before
    take_in(desk, arrival(1, "Andere woorden", said=CALM))
    later = desk.read.originals(1)[-1]
    assert desk.read.frozen_as(later).link == LINK


def test_a_comment_that_is_not_there_is_not_moved(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="not on this desk"):
        move(desk)
    assert desk.read.moves(1) == []
    assert desk.read.thread_named(SOURCE, "t2") is None
