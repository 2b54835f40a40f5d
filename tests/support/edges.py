"""The right edge of a tree over leaves, as a log grows it."""

from collections.abc import Iterable

from webcare_desk.domain.audit import Edge, leaf_hash


def edge_of(leaves: Iterable[bytes]) -> Edge:
    """Return the right edge of the tree over `leaves`."""
    edge = Edge()
    for leaf in leaves:
        edge = edge.append(leaf_hash(leaf))
    return edge
