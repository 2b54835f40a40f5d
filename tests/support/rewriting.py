"""Whole rewrites of a log: what somebody with the desk's file, and perhaps its key, can do."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from tests.support.desks import ORIGIN
from tests.support.edges import edge_of
from tests.support.forgery import leaf_of, size_of
from webcare_desk.domain.audit import canonical, leaf_hash
from webcare_desk.store.sqlite.log import entry_of
from webcare_desk.vault.signing import Signer

Fields = dict[str, Any]


def rewritten(
    shell: sqlite3.Connection,
    signer: Signer,
    change: Callable[[list[Fields]], Sequence[Fields]],
    *,
    origin: str = ORIGIN,
) -> None:
    """Write the whole log anew as `change` wants it, and sign its head with `signer`."""
    old = [entry_of(seq, leaf_of(shell, seq)).leaf for seq in range(size_of(shell))]
    leaves: list[bytes] = []
    shell.execute("DELETE FROM entry")
    for fields in change([parsed(leaf) for leaf in old]):
        before = leaf_hash(leaves[-1]).hex() if leaves else "0" * 64
        whole = {**fields, "seq": len(leaves), "prev": before}
        leaves.append(canonical(whole))
        row = (whole["seq"], leaves[-1], *(whole[n] for n in ("at", "actor", "action", "subject")))
        shell.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
    behead(shell, signer, leaves, origin)


def parsed(leaf: bytes) -> Fields:
    """Return what a leaf says."""
    import json

    fields: Fields = json.loads(leaf)
    return fields


def behead(
    shell: sqlite3.Connection, signer: Signer, leaves: Sequence[bytes], origin: str = ORIGIN
) -> None:
    """Put a head over `leaves` in place of the one that was there."""
    edge = edge_of(leaves)
    shell.execute(
        "UPDATE head SET size = ?, peaks = ?, last = ?, note = ?, "
        "at = (SELECT at FROM entry ORDER BY seq DESC LIMIT 1)",
        (
            edge.size,
            b"".join(edge.peaks),
            leaf_hash(leaves[-1]) if leaves else bytes(32),
            signer.seal(origin, edge.size, edge.root()),
        ),
    )
