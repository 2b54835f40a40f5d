"""The database itself refuses what has no entry, whoever asks."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.support.desks import SYSTEM, Bench
from webcare_desk.domain.audit import Name, Stamp
from webcare_desk.errors import StaleError, StoreError
from webcare_desk.store import tables
from webcare_desk.store.base import Act
from webcare_desk.store.table import Table

TABLES = pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: str(table.name))


def statement(table: Table, verb: str) -> str:
    """Return SQL that would change a table, had it been allowed."""
    return {
        "INSERT": f"INSERT INTO {table.name}({table.key}) VALUES (NULL)",  # noqa: S608 - names from tables.py
        "UPDATE": f"UPDATE {table.name} SET {table.key} = {table.key}",  # noqa: S608 - names from tables.py
        "DELETE": f"DELETE FROM {table.name}",  # noqa: S608 - names from tables.py
    }[verb]


@contextmanager
def door(bench: Bench, shell: sqlite3.Connection) -> Iterator[int]:
    """Open the door for the next entry, as a deliberate forger would; undo it afterwards."""
    size = bench.desk.read.log_size()
    shell.execute("BEGIN IMMEDIATE")
    shell.execute("INSERT INTO door(id, seq) VALUES (1, ?)", (size,))
    yield size
    if shell.in_transaction:
        shell.execute("ROLLBACK")


@TABLES
def test_every_audited_table_has_a_row_to_be_tampered_with(victim: Bench, table: Table) -> None:
    with victim.shell() as shell:
        counted = shell.execute(f"SELECT count(*) FROM {table.name}")  # noqa: S608 - the same
        assert counted.fetchone()[0] > 0


@pytest.mark.requirement("A1", "A4", "C3")
@TABLES
@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE"])
def test_a_foreign_shell_changes_nothing_outside_an_entry(
    victim: Bench, table: Table, verb: str
) -> None:
    refusal = "changes only within an entry|is evidence"
    with victim.shell() as shell, pytest.raises(sqlite3.IntegrityError, match=refusal):
        shell.execute(statement(table, verb))


@TABLES
def test_without_its_trigger_the_same_delete_would_pass(victim: Bench, table: Table) -> None:
    """The twin: it is the trigger that refuses, nothing else does."""
    with victim.shell() as shell:
        shell.execute(f"DROP TRIGGER {table.name}_delete_needs_entry")
        shell.execute("BEGIN")
        assert shell.execute(statement(table, "DELETE")).rowcount > 0
        shell.execute("ROLLBACK")


@pytest.mark.parametrize("table", tables.IMMUTABLE, ids=lambda table: str(table.name))
def test_evidence_is_not_changed_within_an_entry_either(victim: Bench, table: Table) -> None:
    refusal = pytest.raises(sqlite3.IntegrityError, match="is evidence and is never changed")
    with victim.shell() as shell, door(victim, shell), refusal:
        shell.execute(statement(table, "UPDATE"))


@pytest.mark.requirement("A4")
@pytest.mark.parametrize(
    ("sql", "refusal"),
    [
        ("UPDATE entry SET at = at + 1", "an entry is never changed"),
        ("DELETE FROM entry", "an entry is never deleted"),
        ("DELETE FROM head", "the head is never deleted"),
        ("INSERT INTO entry VALUES (NULL, x'00', 0, 'a', 'b', NULL)", "through the open door"),
        ("INSERT OR REPLACE INTO entry VALUES (0, x'00', 0, 'a', 'b', NULL)", "the open door"),
        ("INSERT INTO door(id, seq) VALUES (1, 0)", "for the next entry only"),
        ("INSERT INTO door(id, seq) VALUES (2, (SELECT max(seq) + 1 FROM entry))", "CHECK"),
    ],
)
def test_the_log_is_only_ever_added_to_through_the_door(
    victim: Bench, sql: str, refusal: str
) -> None:
    with victim.shell() as shell, pytest.raises(sqlite3.IntegrityError, match=refusal):
        shell.execute(sql)


def test_an_entry_takes_the_next_number_also_with_the_door_open(victim: Bench) -> None:
    insert = "INSERT INTO entry VALUES (?, x'00', 0, 'a', 'b', NULL)"
    with victim.shell() as shell, door(victim, shell) as size:
        for seq in (size + 1, size - 1):
            with pytest.raises(sqlite3.IntegrityError, match="through the open door"):
                shell.execute(insert, (seq,))
        with pytest.raises(sqlite3.IntegrityError, match="a door is never moved"):
            shell.execute("UPDATE door SET seq = 0")


def test_a_door_left_open_undoes_the_whole_transaction(victim: Bench) -> None:
    with victim.shell() as shell:
        shell.execute("PRAGMA foreign_keys = ON")
        with door(victim, shell):
            shell.execute("UPDATE work SET tier = 0")
            with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
                shell.execute("COMMIT")
    assert victim.replay().is_equal


def test_an_entry_closes_the_door_behind_it(victim: Bench) -> None:
    insert = "INSERT INTO entry VALUES (?, x'00', 0, 'a', 'b', NULL)"
    with victim.shell() as shell, door(victim, shell) as size:
        shell.execute("UPDATE work SET tier = 0")
        shell.execute(insert, (size,))
        with pytest.raises(sqlite3.IntegrityError, match="changes only within an entry"):
            shell.execute("UPDATE work SET tier = 1")


ACT = Act(Stamp(0, "UTC", 0, "b", 0), SYSTEM, Name("test"), None, {})


@pytest.mark.requirement("A1")
def test_a_transaction_without_an_entry_is_undone(bench: Bench) -> None:
    with (
        pytest.raises(AssertionError, match="ended without its entry"),
        bench.store.write() as session,
    ):
        session.add_text("nobody will know")
    assert bench.desk.read.log_size() == 1


def seal_twice(bench: Bench) -> None:
    """Seal one transaction two times."""
    with bench.store.write() as session:
        session.seal(ACT)
        session.seal(ACT)


def change_after_the_seal(bench: Bench) -> None:
    """Change something that the sealed entry does not tell of."""
    with bench.store.write() as session:
        session.seal(ACT)
        session.add_text("too late")


def test_a_session_is_sealed_once_and_changes_nothing_after(bench: Bench) -> None:
    with pytest.raises(StoreError, match="open door"):
        seal_twice(bench)
    with pytest.raises(StoreError, match="within an entry"):
        change_after_the_seal(bench)
    assert bench.desk.read.log_size() == 1


def test_text_in_a_plain_column_is_refused_when_the_types_were_silenced(bench: Bench) -> None:
    words: Any = {"name": "wat iemand schreef"}
    with pytest.raises(TypeError, match="does not belong"), bench.store.write() as session:
        session.add(tables.SOURCE, words, {"cursor": None})
    with pytest.raises(TypeError, match="does not belong"), bench.store.write() as session:
        session.change(tables.FACT, 1, words)


def test_a_row_that_is_not_there_is_not_changed(bench: Bench) -> None:
    with pytest.raises(StaleError, match="read it again"), bench.store.write() as session:
        session.change(tables.WORK, 99, {"tier": 1})
