"""How the log stood at an earlier size: to hold a head that somebody kept against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.domain.audit import Edge, grow, leaf_hash
from webcare_desk.domain.epoch import KeyTurn
from webcare_desk.store.sqlite.connection import connect_to_read, translated
from webcare_desk.store.sqlite.epochs import turn_in
from webcare_desk.store.sqlite.log import leaves


@dataclass(frozen=True, slots=True)
class History:
    """The log's size now, its roots at earlier sizes, and what it says of its keys."""

    size: int
    roots: Mapping[int, bytes]
    turns: tuple[KeyTurn, ...]


def history(path: Path, sizes: Iterable[int] = ()) -> History:
    """Read the log in the database at `path` once; raises StoreError.

    Only the bytes of the entries count here: whether they are whole is for `verify`.
    """
    wanted, roots = set(sizes), dict[int, bytes]()
    peaks, turns, size = list[bytes](), list[KeyTurn](), 0
    with translated(path):
        connection = connect_to_read(path)
        try:
            for seq, leaf in leaves(connection):
                if (turn := turn_in(seq, leaf, peaks)) is not None:
                    turns.append(turn)
                grow(peaks, size, leaf_hash(leaf))
                size += 1
                if size in wanted:
                    roots[size] = Edge(size, tuple(peaks)).root()
        finally:
            connection.close()
    return History(size, roots, tuple(turns))


def leaf_hashes(path: Path) -> list[bytes]:
    """Return the hash of every entry, for proofs over the tree; raises StoreError."""
    with translated(path):
        connection = connect_to_read(path)
        try:
            return [leaf_hash(leaf) for _, leaf in leaves(connection)]
        finally:
            connection.close()
