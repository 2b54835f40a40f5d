"""The desk as it stood: after every act the log gives back what was there then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.desks import CALM, HOUR, SECOND, Bench, arrival, escalate, take_in
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    Action,
    AddNote,
    Claim,
    Classify,
    Close,
    Open,
    QueueReply,
)
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.past import Past
from webcare_desk.domain.reason import Reason
from webcare_desk.store.sqlite.past import past

Look = Callable[[int, int | None], Past]


def acts() -> tuple[Action[Any], ...]:
    """Return a case from the first look to the end."""
    return (
        Open(1, HOUR),
        Claim(1),
        Classify(1, Category.COMPLAINT, Queue.OTHER, None),
        AddNote(1, "Bel haar niet."),
        QueueReply(1, "Dank!", None, 0),
        Close(1, Reason.DONE),
    )


@pytest.fixture
def look(bench: Bench, tmp_path: Path) -> Look:
    """Return how one looks back on the bench."""
    numbers = iter(range(1000))

    def looked(at: int, comment: int | None) -> Past:
        return past(bench.database, tmp_path / f"past-{next(numbers)}.db", at, comment)

    return looked


def test_each_act_is_seen_from_its_moment_on(bench: Bench, anna: Actor, look: Look) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM), arrival(2))
    seen: list[tuple[int, int, object]] = []
    for action in acts():
        bench.clock.pass_by(SECOND)
        desk.perform(action, anna)
        seen.append((bench.clock.at, desk.read.log_size(), desk.read.work(1)))
    for at, size, work in seen:
        then = look(at, 1)
        [row] = then.of_table("work")
        assert then.entries == size
        assert all(
            row.values[name] == getattr(work, name) for name in ("queue", "status", "version")
        )
    assert [len(look(at, 1).of_table("note")) for at, *_ in seen] == [0, 0, 0, 1, 1, 1]
    assert [len(look(at, 1).of_table("delivery")) for at, *_ in seen] == [0, 0, 0, 0, 1, 1]
    assert sum(look(seen[-1][0], None).counts.values()) == 2


def test_the_words_are_those_of_the_log_or_are_not_shown(
    bench: Bench, anna: Actor, look: Look
) -> None:
    take_in(bench.desk, arrival(1, "Ik heb hoofdpijn"))
    then = bench.clock.at
    bench.clock.pass_by(SECOND)
    take_in(bench.desk, arrival(1, "Ik heb niets"))
    bench.desk.perform(AddNote(1, "Let op"), anna)
    before, after = look(then, 1), look(bench.clock.at, 1)
    assert [before.text(row.values["body"]) for row in before.of_table("revision")] == [
        "Ik heb hoofdpijn"
    ]
    assert len(after.of_table("revision")) == 2
    assert after.text(after.of_table("note")[0].values["body"]) == "Let op"
    assert before.text(99) is None
    sql = "UPDATE text SET body = body || '!' WHERE id = (SELECT body FROM note)"
    back = "UPDATE text SET body = rtrim(body, '!') WHERE id = (SELECT body FROM note)"
    with bench.unguarded() as shell:
        shell.execute(sql)
        forged = look(bench.clock.at, 1)
        shell.execute(back)
    assert forged.text(forged.of_table("note")[0].values["body"]) is None


def test_an_escalation_is_open_until_pv_has_answered(bench: Bench, anna: Actor, look: Look) -> None:
    take_in(bench.desk, arrival(1))
    before = bench.clock.at
    bench.clock.pass_by(SECOND)
    number = escalate(bench.desk, 1, anna)
    waiting = bench.clock.at
    bench.clock.pass_by(SECOND)
    pv_says(bench.desk, anna, number, "PV-1")
    moments = (before, waiting, bench.clock.at)
    assert [look(at, None).open_escalations for at in moments] == [0, 1, 0]
    assert look(before, 1).of_table("escalation") == ()
    [row] = look(bench.clock.at, 1).of_table("escalation")
    assert row.words == {"pv_reference": "PV-1"}
    # What the row said then was no reference; the one of now is not passed off as that.
    assert look(waiting, 1).of_table("escalation")[0].words is None


def test_entries_that_bear_an_earlier_time_are_counted_and_left_out(
    bench: Bench, look: Look
) -> None:
    take_in(bench.desk, arrival(1))
    at = bench.clock.at
    bench.clock.pass_by(SECOND)
    take_in(bench.desk, arrival(2))
    bench.clock.pass_by(-2 * SECOND)
    take_in(bench.desk, arrival(3))
    then = look(at, None)
    assert (sum(then.counts.values()), then.earlier, then.of - then.entries) == (1, 1, 2)


def test_before_the_first_entry_there_was_nothing(bench: Bench, look: Look) -> None:
    then = look(0, 1)
    assert (then.entries, then.counts, then.protocol, then.rows) == (0, {}, None, ())
    assert then.of == bench.desk.read.log_size()
