"""A log checked in pieces is judged as one that is checked entry by entry."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.test_tampering import ON_THE_LOG
from tests.support.desks import Bench, make_bench, take_in
from tests.support.edges import edge_of
from webcare_desk.domain.audit import leaf_hash
from webcare_desk.errors import BrokenSealError
from webcare_desk.store.sqlite import segments
from webcare_desk.store.sqlite import verify as verifying
from webcare_desk.store.sqlite.connection import connect
from webcare_desk.store.sqlite.segments import _root, check_in_segments, cut, read_segment


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make pieces so small that the desk of a test has several, in processes of their own."""
    monkeypatch.setattr(segments, "BLOCK", 4)
    monkeypatch.setattr(segments, "MANY", 8)


class Here:
    """Runs at once what a pool would run in another process."""

    def __init__(self, *_: object, **__: object) -> None:
        """Start nothing."""

    def submit(self, act: object, *given: object, **named: object) -> "Here":
        """Run it."""
        self.found = act(*given, **named)  # type: ignore[operator]  # it is `read_segment`
        return self

    def result(self) -> object:
        """Return what came of it."""
        return self.found

    def shutdown(self, **_: object) -> None:
        """End nothing early."""

    def __enter__(self) -> Self:
        """Begin nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """End nothing."""


@pytest.fixture
def pieces(small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check several pieces in this process."""
    del small
    monkeypatch.setattr(segments, "ProcessPoolExecutor", Here)


@pytest.mark.parametrize("thorough", [True, False])
def test_the_pieces_join_into_the_tree_of_the_whole(
    victim: Bench, pieces: None, *, thorough: bool
) -> None:
    del pieces
    size = victim.desk.read.log_size()
    assert len(cut(size)) >= 2
    connection = connect(victim.database)
    joined = check_in_segments(connection, victim.database, size, thorough=thorough)
    in_order = verifying._verify_in_order(connection, victim.open_note, thorough=thorough)
    connection.close()
    assert joined is not None
    assert joined.edge == edge_of(leaf for _, leaf in victim.store.leaves())
    assert joined.edge.root().hex() == in_order.root
    assert joined.remarks == in_order.remarks


@pytest.mark.parametrize("name", ON_THE_LOG)
def test_an_attack_is_judged_alike_in_pieces_and_in_order(
    victim: Bench, pieces: None, name: str
) -> None:
    del pieces
    attack, flaw, _ = ON_THE_LOG[name]
    with victim.unguarded() as shell:
        attack(shell)
    connection = connect(victim.database)
    quick = verifying._verify_in_segments(
        connection, victim.database, victim.open_note, thorough=True
    )
    connection.close()
    assert quick is None or not quick.holds
    assert flaw in (victim.verify().flaw or "")


def test_a_second_process_checks_its_piece(victim: Bench, small: None) -> None:
    """The real pool; a process of its own knows nothing of the smaller blocks."""
    del small
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = pool.submit(read_segment, victim.database, 0, 10, thorough=True).result()
    assert found is not None
    leaves = [leaf for _, leaf in victim.store.leaves()]
    assert found.tail == [leaf_hash(leaf) for leaf in leaves[:10]]


def test_a_pool_that_cannot_start_leaves_it_to_the_slow_way(
    victim: Bench, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del small

    def refused(*_: object, **__: object) -> None:
        raise OSError(38, "no semaphores here")

    monkeypatch.setattr(segments, "ProcessPoolExecutor", refused)
    assert victim.verify().holds


def test_a_piece_after_another_key_finds_its_turn(tmp_path: Path, pieces: None) -> None:
    """The root before a change of key is needed in the middle of a block too."""
    del pieces
    bench = make_bench(tmp_path)
    for _ in range(18):
        take_in(bench.desk)
    bench.desk.store.close()
    size = bench.desk.read.log_size()
    connection = connect(bench.database)
    seen: list[tuple[int, bytes]] = []

    def turned(seq: int, leaf: bytes, peaks: list[bytes]) -> None:
        del leaf
        seen.append((seq, b"".join(peaks)))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segments, "MARKS", (b'"seq":6,', b'"seq":16,'))
        patched.setattr(segments, "turn_in", turned)
        assert check_in_segments(connection, bench.database, size, thorough=True) is not None
    leaves = [leaf for _, leaf in bench.store.leaves()]
    connection.close()
    assert seen == [(seq, b"".join(edge_of(leaves[:seq]).peaks)) for seq in (6, 16)]


def test_a_wrong_seal_is_told_by_the_slow_way(victim: Bench) -> None:
    def refuse(*_: object) -> verifying.SignedHead:
        msg = "no such key"
        raise BrokenSealError(msg)

    assert "no such key" in (verifying.verify(victim.database, refuse).flaw or "")


@given(st.integers(0, 5), st.binary(max_size=4))
def test_the_root_of_a_block_is_that_of_its_tree(height: int, seed: bytes) -> None:
    leaves = [seed + bytes([number]) for number in range(2**height)]
    assert _root([leaf_hash(leaf) for leaf in leaves]) == edge_of(leaves).root()


def test_whoever_watches_hears_of_all_pieces_and_may_stop(
    victim: Bench, pieces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del pieces
    monkeypatch.setattr(segments, "_LOOKS_UP", 1)
    heard: list[int] = []

    def hear(count: int) -> bool:
        heard.append(count)
        return True

    assert verifying.verify(victim.database, victim.open_note, watch=hear).holds
    assert heard == sorted(heard)
    assert len(heard) > 1
    stopped = verifying.verify(victim.database, victim.open_note, watch=lambda count: count == 0)
    assert (stopped.flaw, stopped.at_entry) == (verifying.STOPPED, segments.BLOCK)
