"""What the database takes for due is what the rules of the domain say, for every state there is."""

import sqlite3
from collections.abc import Iterator
from itertools import product

import pytest

from tests.support.desks import Bench
from webcare_desk.domain.reply import (
    LONGEST_PAUSE,
    NOT_HIDDEN,
    PAUSE,
    RESTING,
    UNDER_WAY,
    Delivery,
    DeliveryKind,
    DeliveryState,
    waits_for_hide,
)
from webcare_desk.store.sqlite.due import DUE

#: More than any test makes; below it are the deliveries of the desk that has lived.
FIRST = 100_000
REPLY, HIDE = DeliveryKind.REPLY, DeliveryKind.HIDE
State = tuple[DeliveryKind, DeliveryState, str | None, str | None]


def insert(shell: sqlite3.Connection, key: int, comment: int, said: State, until: int = 0) -> None:
    """Put a delivery into the outbox that is due at `until`, as no desk would."""
    kind, state, receipt, problem = said
    shell.execute(
        "INSERT INTO delivery (id, uid, kind, comment, state, author, queued_at, not_before, "
        "attempts, lease_until, receipt, problem, version, salt) "
        "VALUES (?, ?, ?, ?, ?, 'anna', 0, ?, 0, 0, ?, ?, 1, zeroblob(16))",
        (key, f"u{key}", kind, comment, state, until, receipt, problem),
    )


def due(bench: Bench) -> set[int]:
    """Return what of the inserted ones is due now."""
    found = bench.desk.read.deliveries_due(bench.clock(), 9 * FIRST)
    return {each.id for each in found if each.id >= FIRST}


def pairs() -> Iterator[tuple[State, State, bool]]:
    """Yield each delivery beside each other one of its comment, and whether that came first."""
    ways = product(DeliveryKind, DeliveryState, (None, "r"), (None, NOT_HIDDEN))
    others = product(DeliveryKind, DeliveryState, (None,), (None,))
    yield from product(ways, others, (True, False))


@pytest.mark.requirement("P2")
def test_what_waits_for_a_hide_is_what_the_domain_says(victim: Bench) -> None:
    beside: dict[int, int] = {}
    with victim.unguarded() as shell:
        shell.execute("PRAGMA foreign_keys = OFF")
        shell.execute("BEGIN")
        for number, (one, other, is_later) in enumerate(pairs()):
            first, comment = FIRST + 2 * number, FIRST + number
            mine, its = (first + 1, first) if is_later else (first, first + 1)
            insert(shell, mine, comment, one)
            insert(shell, its, comment, other)
            beside |= {mine: its, its: mine}
        shell.execute("COMMIT")
        shell.row_factory = sqlite3.Row
        rows = shell.execute("SELECT * FROM delivery WHERE id >= ?", (FIRST,)).fetchall()
    there = {row["id"]: delivery_of(row) for row in rows}
    waiting = {key for key, each in there.items() if waits_for_hide(each, [there[beside[key]]])}
    under_way = {key for key, each in there.items() if each.state in UNDER_WAY}
    assert waiting < under_way
    assert due(victim) == under_way - waiting


def delivery_of(row: sqlite3.Row) -> Delivery:
    """Return a row as the domain knows it."""
    return Delivery(
        id=row["id"],
        key=row["uid"],
        kind=DeliveryKind(row["kind"]),
        comment=row["comment"],
        escalation=None,
        state=DeliveryState(row["state"]),
        body="",
        template=None,
        author=row["author"],
        queued_at=0,
        not_before=row["not_before"],
        attempts=0,
        lease_until=0,
        receipt=row["receipt"],
        problem=row["problem"],
        version=1,
    )


@pytest.mark.parametrize("kind", DeliveryKind)
@pytest.mark.parametrize("problem", [None, "unavailable", *sorted(RESTING)])
def test_a_time_longer_than_any_pause_of_its_kind_is_of_a_clock_that_was_ahead(
    victim: Bench, kind: DeliveryKind, problem: str | None
) -> None:
    longest = PAUSE if kind.is_mail else LONGEST_PAUSE
    said: State = (kind, DeliveryState.HELD, None, problem)
    now = victim.clock()
    with victim.unguarded() as shell:
        shell.execute("PRAGMA foreign_keys = OFF")
        insert(shell, FIRST, FIRST, said, now + longest)
        insert(shell, FIRST + 1, FIRST, said, now + longest + 60_000_000)
    assert due(victim) == (set() if problem in RESTING else {FIRST + 1})


def test_what_is_due_is_found_by_its_index(victim: Bench) -> None:
    with victim.shell() as shell:
        query = f"EXPLAIN QUERY PLAN SELECT d.id FROM delivery d {DUE}"  # noqa: S608 - a constant
        plan = shell.execute(query, (None,) * DUE.count("?")).fetchall()
    assert any("delivery_due" in words for *_, words in plan)
