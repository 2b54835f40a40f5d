"""What is not found on the desk itself, and what each check is worth: without it, nothing is."""

import shutil
from pathlib import Path

import pytest

from tests.support.desks import ORIGIN, Bench, arrival, take_in
from tests.support.forgery import edit, edit_last, forge_note, rewrite
from webcare_desk.store.sqlite import replay as replaying
from webcare_desk.store.sqlite import segments
from webcare_desk.store.sqlite import verify as verifying
from webcare_desk.vault import signing


def test_a_rewrite_without_the_desks_key_is_found(victim: Bench) -> None:
    with victim.unguarded() as shell:
        rewrite(shell, signing.Signer.generate(ORIGIN))
    assert "another key" in (victim.verify().flaw or "")


@pytest.mark.requirement("A7")
def test_a_rewrite_with_the_desks_own_key_is_not_found_here(bench: Bench) -> None:
    """The promise stays honest: only a head that somebody else keeps shows this."""
    before = bench.desk.read.head_note()
    take_in(bench.desk)
    kept_elsewhere = bench.open_note(bench.desk.read.head_note())
    with bench.unguarded() as shell:
        rewrite(shell, bench.signer)
    assert bench.verify().holds
    assert bench.replay().is_equal
    assert bench.open_note(bench.desk.read.head_note()) == bench.open_note(before)
    assert kept_elsewhere.size > bench.verify().size


@pytest.mark.requirement("A7")
def test_an_older_copy_put_back_is_not_found_here(bench: Bench, tmp_path: Path) -> None:
    """Neither is this: an anchor held elsewhere is larger than the log that is shown."""
    take_in(bench.desk, arrival(1))
    bench.desk.store.close()
    older = tmp_path / "older.db"
    shutil.copyfile(bench.database, older)
    bench.reopen()
    take_in(bench.desk, arrival(2))
    anchor = bench.open_note(bench.desk.read.head_note())
    bench.desk.store.close()
    shutil.copyfile(older, bench.database)
    bench.reopen()
    assert bench.verify().holds
    assert bench.replay().is_equal
    assert bench.verify().size < anchor.size


# The twins: without the check the attack passes unnoticed.


def test_without_the_signature_a_foreign_head_would_pass(victim: Bench) -> None:
    with victim.unguarded() as shell:
        forge_note(shell)

    def unchecked(note: str, turns: object) -> verifying.SignedHead:
        del turns
        head, _, _ = signing.read_note(note)
        return verifying.SignedHead(head.origin, head.size, head.root)

    assert verifying.verify(victim.database, unchecked).holds


def test_without_the_head_an_edited_last_entry_would_pass(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with victim.unguarded() as shell:
        edit_last(shell)
    monkeypatch.setattr(verifying, "_against_head", lambda *_: verifying.Verdict(1, ""))
    assert victim.verify().holds


def test_without_the_order_the_place_of_an_edit_is_lost(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with victim.unguarded() as shell:
        edit(shell, 0)
    assert victim.verify(thorough=False).at_entry == 1
    monkeypatch.setattr(verifying, "flaw_of", lambda *_: None)
    assert victim.verify(thorough=False).at_entry == victim.desk.read.log_size() - 1


@pytest.mark.parametrize(
    ("check", "attack"),
    [
        ("misfit", "UPDATE entry SET actor = 'x' WHERE seq = 5"),
        ("altered", "CREATE VIEW shadow AS SELECT * FROM work"),
    ],
)
def test_without_the_check_its_attack_would_pass(
    victim: Bench, monkeypatch: pytest.MonkeyPatch, check: str, attack: str
) -> None:
    with victim.unguarded() as shell:
        shell.execute(attack)
    assert not victim.verify().holds
    monkeypatch.setattr(verifying, check, lambda *_: None)
    monkeypatch.setattr(segments, check, lambda *_: None, raising=False)
    assert victim.verify().log_holds


def test_without_the_digest_of_a_batch_another_text_would_pass(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with victim.unguarded() as shell:
        shell.execute("UPDATE text SET body = 'Alles goed!' WHERE id = 1")

    class Anything:
        """Equal to every promise."""

        __hash__ = None  # type: ignore[assignment] # it is compared only

        def __eq__(self, other: object) -> bool:
            return True

    monkeypatch.setattr(replaying, "digest", lambda _: Anything())
    assert victim.replay().is_equal
