"""The supervisor as a witness: what he saw last, and whether today's log grew from it.

His state is a small file of his own, on his own machine: origin, size and root
of the last head he cosigned, and the public key that was registered with him.
A log that is shorter, or another one, is a fork: it is not cosigned.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.merkle import consistency_proof, is_consistent, root_of
from webcare_desk.errors import BrokenSealError, UsageError
from webcare_desk.newfile import written
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: No file that a witness keeps is larger (bytes).
_LARGEST = 64 * 1024
#: What a file that is damaged, or is no such file, raises.
_DAMAGED = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    OverflowError,
    RecursionError,
    BrokenSealError,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a witness saw last of a log; `root` in hexadecimal."""

    verifier: str
    size: int
    root: str


def read_seen(path: Path) -> Seen | None:
    """Return what was seen last, None before the first time; UsageError for another file."""
    from webcare_desk.vault.signing import read_vkey  # loads cryptography

    if not path.exists():
        return None
    try:
        with path.open("rb") as opened:
            fields = json.loads(opened.read(_LARGEST + 1).decode("ascii"))
        seen = Seen(str(fields["verifier"]), int(fields["size"]), Digest(fields["root"]))
        read_vkey(seen.verifier)
        _require_size(seen.size)
    except _DAMAGED as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path} is not what a witness keeps; it was left as it is.")
        raise UsageError(Said.of(msg, path=path)) from error
    return seen


def _require_size(size: int) -> None:
    if size < 0:
        msg = "no log has fewer entries than none"
        raise ValueError(msg)


def write_seen(path: Path, seen: Seen) -> None:
    """Keep what was seen now, whole or not at all."""
    fields = {"verifier": seen.verifier, "size": seen.size, "root": seen.root}
    with written(path, over=True) as draft:
        draft.write_text(json.dumps(fields, indent=2) + "\n", encoding="ascii")


def require_growth(seen: Seen | None, size: int, root: bytes, leaves: list[bytes]) -> None:
    """Raise BrokenSealError unless the log of these leaf hashes grew from what was seen.

    The entries must give the root that was signed, and a consistency proof
    (RFC 6962 §2.1.2) must lead from the last head to it.
    """
    if len(leaves) < size or root_of(leaves[:size]) != root:
        msg = QT_TRANSLATE_NOOP("Said", "The entries of this log are not those of its signed head.")
        raise BrokenSealError(Said.of(msg))
    if seen is None or seen.size == 0:
        return
    if size < seen.size:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "This log has {size} entries, and {seen} were seen: it was cut, or an older "
            "copy was put back. It is not cosigned.",
        )
        raise BrokenSealError(Said.of(msg, size=size, seen=seen.size))
    proof = consistency_proof(leaves[:size], seen.size)
    if not is_consistent(seen.size, bytes.fromhex(seen.root), size, root, proof):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The first {seen} entries are not those that were seen: this is a fork of "
            "the log. It is not cosigned.",
        )
        raise BrokenSealError(Said.of(msg, seen=seen.size))
