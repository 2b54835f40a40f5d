"""Proofs over the log's tree: that head grew into this one.

Sources: RFC 6962 §2.1 for the tree and its proofs; RFC 9162 §2.1.3.2 and
§2.1.4.2 for how they are checked. Leaves are given by their hashes
(`audit.leaf_hash`), sizes are numbers of leaves.
"""

from collections.abc import Sequence

from webcare_desk.domain.audit import Edge, grow, node_hash

Proof = tuple[bytes, ...]


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree over these leaf hashes."""
    peaks: list[bytes] = []
    for size, leaf in enumerate(leaves):
        grow(peaks, size, leaf)
    return Edge(len(leaves), tuple(peaks)).root()


def consistency_proof(leaves: Sequence[bytes], first: int) -> Proof:
    """Return the proof that the tree of the `first` leaves grew into this one (§2.1.2)."""
    if not 0 < first <= len(leaves):
        msg = "no such size of this tree"
        raise ValueError(msg)
    proof: list[bytes] = []
    begin, end, is_whole = 0, len(leaves), True
    while first < end:
        middle = begin + _split(end - begin)
        if first <= middle:
            proof.append(root_of(leaves[middle:end]))
            end = middle
        else:
            proof.append(root_of(leaves[begin:middle]))
            begin, is_whole = middle, False
    if not is_whole:
        proof.append(root_of(leaves[begin:end]))
    return tuple(reversed(proof))


def is_consistent(first: int, old: bytes, second: int, new: bytes, proof: Proof) -> bool:
    """Say whether `proof` shows that the head `(first, old)` grew into `(second, new)`."""
    if not 0 < first <= second:
        return False
    if first == second:
        return old == new and not proof
    nodes = list(proof) if first & (first - 1) else [old, *proof]
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    if not nodes:
        return False
    ours = theirs = nodes[0]
    for node in nodes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            ours, theirs = node_hash(node, ours), node_hash(node, theirs)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            theirs = node_hash(theirs, node)
        place, last = place >> 1, last >> 1
    return last == 0 and ours == old and theirs == new


def _split(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
