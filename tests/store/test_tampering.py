"""Every known attack on the log is found, and the first bad entry is named."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.support import forgery
from tests.support.desks import ORIGIN, Bench
from tests.support.edges import edge_of
from tests.support.forgery import Attack, K, sql
from webcare_desk.store.sqlite import verify as verifying
from webcare_desk.store.sqlite.opening import create_store

NOTE = "UPDATE head SET note = replace(note, "
#: For each attack on the log what `verify` says, and where: the entry, counted from
#: the end of the true log when it is negative; None where no entry is to blame.
ON_THE_LOG: dict[str, tuple[Attack, str, int | None]] = {
    "edit": (forgery.edit, "does not follow", K + 1),
    "edit the last": (forgery.edit_last, "not those that were signed", -1),
    "delete": (sql("DELETE FROM entry WHERE seq = 5"), "entry 5 is missing", K),
    "delete the first": (sql("DELETE FROM entry WHERE seq = 0"), "entry 0 is missing", 0),
    "insert": (forgery.insert, "does not follow", K),
    "swap": (forgery.swap, "does not follow", K),
    "append": (forgery.append, "the signed head is of", None),
    "cut the tail": (forgery.cut, "the signed head is of", -3),
    "empty": (sql("DELETE FROM entry"), "the signed head is of", 0),
    "a field twice": (forgery.write_twice, "not written as the desk writes", -1),
    "no JSON": (sql("UPDATE entry SET leaf = x'00' WHERE seq = 5"), "does not follow", K),
    "another time": (sql("UPDATE entry SET at = at + 1 WHERE seq = 5"), "other words", K),
    "another actor": (sql("UPDATE entry SET actor = 'x' WHERE seq = 5"), "other words", K),
    "another act": (sql("UPDATE entry SET action = 'x' WHERE seq = 5"), "other words", K),
    "another subject": (sql("UPDATE entry SET subject = 7 WHERE seq = 5"), "other words", K),
    "note: size": (sql(NOTE + "char(10) || size, char(10) || (size + 1))"), "was changed", None),
    "note: origin": (sql(NOTE + "'/test' || char(10), '/best' || char(10))"), "changed", None),
    "note: cut": (sql("UPDATE head SET note = substr(note, 1, 60)"), "not a signed head", None),
    "note: none": (sql("UPDATE head SET note = ''"), "not a signed head", None),
    "note: foreign key": (forgery.forge_note, "signed by another key", None),
    "no head": (sql("DELETE FROM head"), "not a signed head", None),
    "the edge": (sql("UPDATE head SET peaks = x''"), "the kept edge", None),
    "the last hash": (sql("UPDATE head SET last = zeroblob(32)"), "the kept edge", None),
}


@pytest.mark.requirement("A7")
@pytest.mark.parametrize("name", ON_THE_LOG)
def test_an_attack_on_the_log_is_found_and_its_place_is_named(victim: Bench, name: str) -> None:
    attack, flaw, place = ON_THE_LOG[name]
    size = victim.desk.read.log_size()
    with victim.unguarded() as shell:
        attack(shell)
    verdict = victim.verify()
    assert flaw in (verdict.flaw or "")
    if place is not None:
        assert verdict.at_entry == (place if place >= 0 else size + place)


def test_a_log_that_was_taken_away_is_found(victim: Bench) -> None:
    with victim.unguarded() as shell:
        shell.execute("DELETE FROM entry")
        shell.execute("DELETE FROM head")
    assert victim.verify().flaw == "the log is empty, but the desk is not"


def test_a_desk_that_is_being_made_has_an_empty_log_that_holds(
    pristine: Bench, tmp_path: Path
) -> None:
    create_store(tmp_path, pristine.signer, ORIGIN).close()
    made = replace(pristine, folder=tmp_path)
    nothing = verifying.Compared(0)
    root = edge_of([]).root().hex()
    assert made.verify() == verifying.Verdict(0, root, texts=nothing, state=nothing)
    assert made.replay().is_equal


def test_no_flipped_bit_of_an_entry_survives(victim: Bench) -> None:
    """A sample of every entry, and a denser one of the last: it is the one no other follows."""
    chance = Random(20260303)  # noqa: S311 - a repeatable sample
    with victim.unguarded() as shell:
        last = forgery.size_of(shell) - 1
        for seq in [*range(last), *[last] * 60]:
            leaf = forgery.leaf_of(shell, seq)
            for _ in range(4):
                flipped = bytearray(leaf)
                flipped[chance.randrange(len(leaf))] ^= 1 << chance.randrange(8)
                forgery.put(shell, seq, bytes(flipped))
                assert not victim.verify().holds, (seq, bytes(flipped))
            forgery.put(shell, seq, leaf)
    assert victim.verify().holds


def test_no_flipped_bit_of_the_head_survives(victim: Bench) -> None:
    chance = Random(20260304)  # noqa: S311 - a repeatable sample
    with victim.unguarded() as shell:
        note = victim.desk.read.head_note().encode()
        for _ in range(150):
            flipped = bytearray(note)
            flipped[chance.randrange(len(note))] ^= 1 << chance.randrange(7)
            shell.execute("UPDATE head SET note = ?", (flipped.decode("utf-8", "replace"),))
            assert not victim.verify().holds, bytes(flipped)


@pytest.mark.requirement("A7")
def test_a_flipped_bit_of_the_file_is_found_or_changes_no_entry(victim: Bench) -> None:
    """Whatever byte of the database it is: when the log is said to hold, it is the same log."""
    entries = list(victim.store.leaves())
    victim.desk.store.close()
    whole, found = victim.database.read_bytes(), 0
    chance = Random(20260305)  # noqa: S311 - a repeatable sample
    for _ in range(120):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        victim.database.write_bytes(flipped)
        if victim.verify().holds:
            with victim.shell() as shell:
                assert shell.execute("SELECT seq, leaf FROM entry").fetchall() == entries
        else:
            found += 1
    victim.database.write_bytes(whole)
    assert found > 0
