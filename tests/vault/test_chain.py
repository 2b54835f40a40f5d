"""From the registered key to today's: each key is named by the one before it, or it counts for nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.edges import edge_of
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.epoch import (
    Epoch,
    Fork,
    KeyHandover,
    KeyTurn,
    handover_detail,
    handover_text,
    key_turn,
)
from webcare_desk.errors import BrokenSealError, SecretError
from webcare_desk.vault.chain import key_for, open_head, require_own_key
from webcare_desk.vault.signing import Head, Signer, open_note

ORIGIN = "webcare-desk/0197"
KEYS = [Signer.generate(ORIGIN) for _ in range(4)]
VKEY = KEYS[0].verifier
PLACES = (3, 4, 9)


def root(size: int) -> bytes:
    """Return the root of a log of `size` entries."""
    return edge_of([str(n).encode() for n in range(size)]).root()


def handover(number: int, at: int) -> KeyHandover:
    """Let key `number - 1` name key `number` in entry `at`."""
    epoch = Epoch(number, KEYS[number].public)
    signature = KEYS[number - 1].hand_over(ORIGIN, at, root(at), epoch)
    return KeyHandover(at, root(at), epoch, signature)


TURNS: tuple[KeyTurn, ...] = tuple(handover(n, at) for n, at in enumerate(PLACES, 1))


def in_force(size: int) -> int:
    """Return which key signs a head of `size`: the new one from the entry after the handover."""
    return sum(size > at + 1 for at in PLACES)


@given(st.integers(0, 14))
def test_a_head_is_opened_by_the_key_of_its_epoch_and_by_no_other(size: int) -> None:
    for number, signer in enumerate(KEYS):
        note = signer.seal(ORIGIN, size, root(size))
        if number == in_force(size):
            assert open_head(note, VKEY, TURNS) == Head(ORIGIN, size, root(size))
            assert key_for(size, VKEY, TURNS) == signer.verifier
        else:
            with pytest.raises(BrokenSealError, match="another key"):
                open_head(note, VKEY, TURNS)


@pytest.mark.parametrize("size", [5, 20])
def test_a_head_by_a_key_that_no_entry_names_is_of_entries_that_are_gone(size: int) -> None:
    """Also where it is of more entries than there are."""
    kept = KEYS[2].seal(ORIGIN, size, root(size))
    with pytest.raises(BrokenSealError, match="which has 4, names the key that signed it") as told:
        require_own_key(kept, VKEY, TURNS[:1], 4)
    assert f"of {size} entries" in str(told.value)
    assert "an older copy of it was put back" in str(told.value)


def test_a_head_by_a_key_of_another_time_is_of_another_log() -> None:
    for number, size in ((0, 9), (2, 4), (1, 20)):
        kept = KEYS[number].seal(ORIGIN, size, root(size))
        with pytest.raises(BrokenSealError, match="but of another time: an older copy"):
            require_own_key(kept, VKEY, TURNS, 14)
    forged = kept.replace(f"{ORIGIN}\n20", f"{ORIGIN}\n21")
    with pytest.raises(BrokenSealError, match="head was changed"):
        require_own_key(forged, VKEY, TURNS, 14)


def test_a_head_of_another_desk_or_by_its_own_key_is_for_open_head() -> None:
    require_own_key(KEYS[1].seal(ORIGIN, 5, root(5)), VKEY, TURNS, 14)
    require_own_key(Signer.generate("a/b").seal("a/b", 5, root(5)), VKEY, TURNS, 14)


def test_without_the_chain_the_key_of_yesterday_still_passes() -> None:
    """The twin: whoever checks by one key alone accepts it for ever."""
    stolen = KEYS[0].seal(ORIGIN, 20, root(20))
    assert open_note(stolen, VKEY).size == 20
    with pytest.raises(BrokenSealError):
        open_head(stolen, VKEY, TURNS)


@pytest.mark.parametrize("change", ["root", "entry", "signature", "key", "number"])
def test_a_handover_that_was_changed_is_refused(change: str) -> None:
    first = handover(1, 3)
    spoilt = {
        "root": replace(first, root=root(2)),
        "entry": replace(first, entry=2),
        "signature": replace(first, signature=bytes(64)),
        "key": replace(first, epoch=Epoch(1, KEYS[2].public)),
        "number": replace(first, epoch=Epoch(2, KEYS[1].public)),
    }[change]
    with pytest.raises(BrokenSealError, match="did not sign that"):
        key_for(9, VKEY, (spoilt,))
    assert key_for(1, VKEY, (spoilt,)) == VKEY, "it is after that head"


def test_epochs_are_counted_without_a_gap() -> None:
    epoch = Epoch(3, KEYS[1].public)
    skipped = KeyHandover(3, root(3), epoch, KEYS[0].hand_over(ORIGIN, 3, root(3), epoch))
    with pytest.raises(BrokenSealError, match="names the key of epoch 3 in epoch 0"):
        key_for(9, VKEY, (skipped,))


@pytest.mark.requirement("A7")
def test_a_thief_of_todays_key_cannot_rewrite_yesterday() -> None:
    """He can keep the handover only with the entries before it as they were."""
    rewritten = replace(handover(1, 3), root=edge_of([b"x", b"1", b"2"]).root())
    note = KEYS[1].seal(ORIGIN, 8, root(8))
    with pytest.raises(BrokenSealError, match="entry 3 names a new key"):
        open_head(note, VKEY, (rewritten,))
    assert open_head(note, VKEY, (handover(1, 3),)).size == 8


def test_a_handover_is_no_head_and_a_head_no_handover() -> None:
    text = handover_text(ORIGIN, 3, root(3), Epoch(1, KEYS[1].public)).decode()
    signature = KEYS[0].seal(ORIGIN, 3, root(3)).partition("\n\n")[2]
    with pytest.raises(BrokenSealError, match="not a signed head"):
        open_note(f"{text}\n{signature}", VKEY)
    assert text.splitlines()[3] == f"epoch 1 {KEYS[1].verifier}"
    with pytest.raises(ValueError, match="handed over to another one"):
        handover_text(ORIGIN, 3, root(3), Epoch(1))


FORKED = f"{ORIGIN}/fork-1"
NEW = Signer.generate(FORKED)
FORK = Fork(9, FORKED, NEW.public)


def test_after_a_fork_the_key_that_was_registered_then_counts() -> None:
    turns = (*TURNS[:2], FORK)
    note = NEW.seal(FORKED, 12, root(12))
    assert open_head(note, NEW.verifier, turns).size == 12
    with pytest.raises(BrokenSealError, match=f"entry 9 goes on after a fork.*{FORKED}"):
        open_head(note, VKEY, turns)
    assert open_head(KEYS[2].seal(ORIGIN, 9, root(9)), VKEY, turns).size == 9


def test_the_head_of_another_log_is_refused_though_the_key_is_ours() -> None:
    with pytest.raises(BrokenSealError, match="that of another log, other"):
        open_head(KEYS[0].seal("other", 2, root(2)), VKEY, ())


def test_a_turn_is_read_back_from_its_entry() -> None:
    first = handover(1, 3)
    detail = handover_detail(first.epoch, first.signature)
    assert key_turn(3, root(3), "rotate-key", detail) == first
    forked = {"origin": FORKED, "key": NEW.public, "known_size": 4}
    assert key_turn(9, b"", "continue-after-fork", forked) == FORK
    assert key_turn(3, root(3), "log-in", {}) is None
    for missing in detail:
        kept = {name: value for name, value in detail.items() if name != missing}
        with pytest.raises(KeyError):
            key_turn(3, root(3), "rotate-key", kept)
    with pytest.raises(ValueError, match="not a SHA-256 digest"):
        key_turn(3, root(3), "rotate-key", {**detail, "key": "x"})


def test_a_key_signs_for_its_own_epoch_alone() -> None:
    assert KEYS[1].signer_of(Epoch(1, KEYS[1].public)) is KEYS[1].signer_of(Epoch())
    with pytest.raises(SecretError, match="by another key by now"):
        KEYS[1].signer_of(Epoch(1, Digest("0" * 64)))
