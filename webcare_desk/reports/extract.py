"""The log as JSON Lines that can be checked without the desk.

A line is an entry's own bytes, a subtree of entries that are not shown, or a
signed head of all lines before it. What is left out still counts in the
Merkle tree (RFC 6962), so that an extract proves as much as the whole.
The format is written in docs/log-format.md.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from webcare_desk.domain.audit import canonical, leaf_hash, node_hash


def size_of(note: str) -> int:
    """Return how many entries a signed head covers."""
    return int(note.split("\n", 2)[1])


def extract(
    leaves: Iterable[tuple[int, bytes]],
    note: str,
    is_shown: Callable[[int], bool],
    anchored: Collection[int] = (),
    signatures: Iterable[object] = (),
) -> Iterator[bytes]:
    """Yield the lines for `leaves` up to what `note` covers, and the note with the `signatures`.

    `leaves` may begin in the middle of the log, to go on from an earlier note.
    No subtree reaches over one of the sizes `anchored`: there a root is asked for.
    """
    size, hidden = size_of(note), list[tuple[int, bytes]]()
    for seq, leaf in leaves:
        if seq >= size:
            break
        if is_shown(seq):
            yield from _subtrees(hidden)
            yield leaf + b"\n"
        else:
            _hide(hidden, seq, leaf_hash(leaf))
        if seq + 1 in anchored:
            yield from _subtrees(hidden)
    yield from _subtrees(hidden)
    shown = list(signatures)
    yield canonical({"note": note, "signatures": shown} if shown else {"note": note}) + b"\n"


def _hide(hidden: list[tuple[int, bytes]], seq: int, node: bytes) -> None:
    """Add an entry's hash to the subtrees that are not shown; siblings become one."""
    height = 0
    while hidden and hidden[-1][0] == height and (seq >> height) & 1:
        node = node_hash(hidden.pop()[1], node)
        height += 1
    hidden.append((height, node))


def _subtrees(hidden: list[tuple[int, bytes]]) -> Iterator[bytes]:
    for height, node in hidden:
        yield canonical({"tree": [height, node.hex()]}) + b"\n"
    hidden.clear()
