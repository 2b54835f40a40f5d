"""Which key the log names: the last entry that changed it says so."""

import json
import sqlite3
from collections.abc import Sequence

from webcare_desk.domain.audit import Edge
from webcare_desk.domain.epoch import FORK, ROTATE, Epoch, Fork, KeyTurn, key_turn

# What the bytes of such an entry hold; looked for in each of a million entries.
MARKS = tuple(b'"action":"%b"' % action.encode("ascii") for action in (ROTATE, FORK))

# By the list of blocks in which an action was done: there is no index on the action.
_LAST = (
    "SELECT e.seq, e.leaf FROM (SELECT name, max(block) AS block FROM entry_found "
    "WHERE kind = 'action' AND name IN (?, ?) GROUP BY name) f "
    "JOIN entry e ON e.seq BETWEEN f.block * 256 AND f.block * 256 + 255 AND e.action = f.name "
    "ORDER BY e.seq DESC LIMIT 1"
)


def read_epoch(connection: sqlite3.Connection) -> Epoch:
    """Return the epoch of the key that signs the next head."""
    row = connection.execute(_LAST, (ROTATE, FORK)).fetchone()
    turn = None if row is None else _turn_of(row[0], row[1], b"")
    if turn is None:
        return Epoch()
    return Epoch(0, turn.key) if isinstance(turn, Fork) else turn.epoch


def turn_in(seq: int, leaf: bytes, peaks: Sequence[bytes]) -> KeyTurn | None:
    """Return what entry `seq`, after a tree with `peaks`, says of the key; mostly nothing."""
    if not any(mark in leaf for mark in MARKS):
        return None
    return _turn_of(seq, leaf, Edge(seq, tuple(peaks)).root())


def _turn_of(seq: int, leaf: bytes, root: bytes) -> KeyTurn | None:
    fields = json.loads(leaf)
    return key_turn(seq, root, fields["action"], fields["detail"])
