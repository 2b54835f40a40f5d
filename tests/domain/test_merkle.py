"""Proofs over the tree agree with the definition in RFC 6962 for every size up to 260."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.edges import edge_of
from webcare_desk.domain.audit import leaf_hash
from webcare_desk.domain.merkle import (
    Proof,
    consistency_proof,
    is_consistent,
    root_of,
)

LARGEST = 260
LEAVES = [leaf_hash(str(number).encode()) for number in range(LARGEST)]
ROOTS = [root_of(LEAVES[:size]) for size in range(LARGEST + 1)]
SIZES = st.integers(1, LARGEST)


def naive(leaves: list[bytes]) -> bytes:
    """Return MTH as RFC 6962 §2.1 writes it down."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    joined = b"\x01" + naive(leaves[:half]) + naive(leaves[half:])
    return hashlib.sha256(joined).digest()


def naive_growth(leaves: list[bytes], first: int, *, whole: bool = True) -> list[bytes]:
    """Return SUBPROOF as §2.1.2 writes it down."""
    if first == len(leaves):
        return [] if whole else [naive(leaves)]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if first <= half:
        return [*naive_growth(leaves[:half], first, whole=whole), naive(leaves[half:])]
    return [*naive_growth(leaves[half:], first - half, whole=False), naive(leaves[:half])]


def test_the_root_is_that_of_the_definition_for_every_size() -> None:
    assert [naive(LEAVES[:size]) for size in range(LARGEST + 1)] == ROOTS
    assert edge_of([b"0", b"1", b"2"]).root() == ROOTS[3]


def test_every_growth_of_every_size_has_the_proof_of_the_definition() -> None:
    for second in range(1, LARGEST + 1):
        for first in range(1, second + 1):
            proof = consistency_proof(LEAVES[:second], first)
            assert is_consistent(first, ROOTS[first], second, ROOTS[second], proof)
            if second < 70:
                assert list(proof) == naive_growth(LEAVES[:second], first)


@given(SIZES, SIZES, st.data())
def test_a_changed_head_or_proof_is_not_consistent(one: int, two: int, data: st.DataObject) -> None:
    first, second = sorted((one, two))
    proof = consistency_proof(LEAVES[:second], first)
    changed = ROOTS[0]
    assert not is_consistent(first, changed, second, ROOTS[second], proof)
    assert not is_consistent(first, ROOTS[first], second, changed, proof)
    for place in range(len(proof)):
        spoilt: Proof = (*proof[:place], changed, *proof[place + 1 :])
        assert not is_consistent(first, ROOTS[first], second, ROOTS[second], spoilt)
    assert not is_consistent(first, ROOTS[first], second, ROOTS[second], (*proof, changed))
    assert not proof or not is_consistent(first, ROOTS[first], second, ROOTS[second], proof[:-1])
    other = data.draw(st.integers(-1, LARGEST).filter(lambda size: size != first))
    assert not is_consistent(other, ROOTS[first], second, ROOTS[second], proof)


@given(SIZES, SIZES)
def test_a_log_that_was_rewritten_is_consistent_with_no_earlier_head(one: int, two: int) -> None:
    first, second = sorted((one, two))
    rewritten = [leaf_hash(b"another"), *LEAVES[1:second]]
    proof = consistency_proof(rewritten, first)
    assert not is_consistent(first, ROOTS[first], second, root_of(rewritten), proof)
    assert is_consistent(first, root_of(rewritten[:first]), second, root_of(rewritten), proof)


def test_a_size_that_the_tree_never_had_has_no_proof() -> None:
    for first in (0, 4):
        with pytest.raises(ValueError, match="no such size"):
            consistency_proof(LEAVES[:3], first)
