"""A desk whose log cannot be signed here: what is read of it, and what leads on."""

import contextlib
import sqlite3

import pytest

from tests.cli.conftest import Console
from tests.support.forging import forge
from webcare_desk.store.sqlite import connection
from webcare_desk.vault.secret import MemorySecrets


@pytest.fixture
def moved(console: Console) -> Console:
    """Give a desk on another machine, whose keyring knows nothing of it."""
    console.secrets = MemorySecrets()
    return console


def test_who_could_log_in_reads_and_is_told_what_leads_on(moved: Console) -> None:
    listed = (("inbox", "counts"), ("inbox", "mine"), ("outbox", "list"), ("case", "list"))
    for words in (*listed, ("people", "rules")):
        read = moved.run(*words, user="sanne")
        assert read.code == 0
        assert read.out
        assert "`webcare-desk audit continue`" in read.err
    assert "can only be read" in moved.refused("comment", "claim", "1", user="sanne")
    assert "can only be read" in moved.refused("people", "password", user="sanne", stdin="")


def test_a_command_that_is_named_is_typed_as_the_program_was(moved: Console) -> None:
    moved.patch.setenv("WEBCARE_DESK_PROGRAM", "python3 desk.py")
    assert "`python3 desk.py audit continue`" in moved.run("inbox", "counts", user="sanne").err
    claimed = moved.refused("comment", "claim", "1", user="sanne")
    assert claimed.startswith("webcare-desk: ")
    assert "`python3 desk.py audit continue`" in claimed
    assert moved.good("--help").startswith("Usage: python3 desk.py [OPTIONS]")


def test_a_desk_whose_log_was_cut_is_read_and_says_so(console: Console) -> None:
    forge(console.folder, "DELETE FROM entry WHERE seq > (SELECT max(seq) - 5 FROM entry)")
    listed = console.run("inbox", "counts", user="sanne")
    assert (listed.code, "the end of the log was cut off" in listed.err) == (0, True)
    assert console.run("audit", "show", "--limit", "1", user="willem").code == 0
    assert "was cut off" in console.refused("comment", "claim", "1", user="sanne")
    told = console.run("doctor").out
    assert "the end of the log was cut off" in told
    assert "audit continue" not in told


def test_nobody_else_reads(moved: Console) -> None:
    assert "is wrong" in moved.refused("inbox", "counts", user="sanne", stdin="guessed\n")
    assert "has not this role" in moved.refused("inbox", "counts", user="sanne", role="supervisor")
    assert "lacks the right “review”" in moved.refused("audit", "show", user="sanne")


def test_the_doctor_names_what_mends_each_kind_of_lack(
    nowhere: Console, moved: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere.folder.mkdir()
    assert "mend: webcare-desk init" in nowhere.run("doctor").out
    only_reads = moved.run("doctor").out
    assert "webcare-desk audit continue" in only_reads
    assert "mend: webcare-desk backup list" not in only_reads
    monkeypatch.setitem(connection._PRAGMAS, "busy_timeout", 0)
    file = sqlite3.connect(moved.folder / "desk.db", isolation_level=None)
    with contextlib.closing(file) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "mend: webcare-desk backup list" not in moved.run("doctor").out
