"""The audit log's bytes: canonical entries, RFC 6962 hashes, the signed head.

An entry never holds personal text: its values are numbers, members of an
enumeration, ids, names from the program or the protocol, and digests.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

#: Version 2 has the zone, the machine's own clock, the protocol and the reason.
LEAF_VERSION = 2
#: What `verify` and `replay` read.
LEAF_VERSIONS = (1, 2)
_LARGEST = 2**53
_NAME = re.compile(r"[a-z0-9][a-z0-9._:/@+-]{0,95}")


class Name(str):
    """A name from the program or the protocol, such as a template's id.

    Short, lower case, no blanks: the check refuses anything a person typed.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Return `text` as a Name, or raise ValueError."""
        if not _NAME.fullmatch(text):
            msg = f"not a name: {text[:40]!r}"
            raise ValueError(msg)
        return super().__new__(cls, text)


class Digest(str):
    """A SHA-256 digest as 64 hexadecimal digits."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Return `text` as a Digest, or raise ValueError."""
        if not re.fullmatch(r"[0-9a-f]{64}", text):
            msg = "not a SHA-256 digest"
            raise ValueError(msg)
        return super().__new__(cls, text)


Detail = int | bool | None | StrEnum | Name | Digest
Details = Mapping[str, Detail]


def commit(salt: bytes, values: Sequence[str | None]) -> Digest:
    """Return the digest of a row's personal texts; without the salt it says nothing.

    Each text goes in with its length before it, so that no two rows give the
    same bytes; a missing one is eight bytes of ones.
    """
    parts = [b"webcare-desk text v1\0", salt]
    for value in values:
        if value is None:
            parts.append(_MISSING)
        else:
            text = value.encode("utf-8")
            parts += (len(text).to_bytes(8, "big"), text)
    # What hexdigest gives needs no check, and this runs five times a comment.
    return str.__new__(Digest, hashlib.sha256(b"".join(parts)).hexdigest())


_MISSING = b"\xff" * 8


def digest(data: bytes) -> Digest:
    """Return the SHA-256 digest of `data`."""
    return Digest(hashlib.sha256(data).hexdigest())


def canonical(value: object) -> bytes:
    """Return the one encoding of `value`: sorted keys, ASCII, no blanks, no floats."""
    _refuse_inexact(value)
    return _ENCODER.encode(value).encode("ascii")


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
)


def _refuse_inexact(value: object) -> None:
    """Refuse what two readers might read differently: floats and huge numbers."""
    parts: Iterable[object]
    if isinstance(value, dict):
        parts = value.values()
    elif isinstance(value, _LISTS):
        parts = value
    else:
        if isinstance(value, float) or (isinstance(value, int) and abs(value) >= _LARGEST):
            msg = f"no exact encoding: {value!r}"
            raise ValueError(msg)
        return
    for part in parts:
        if part is not None and type(part) is not str:  # most are; this runs in every act
            _refuse_inexact(part)


_LISTS = (list, tuple)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When, by every clock of the machine: UTC microseconds and minutes ahead of UTC.

    `elapsed` are microseconds since the start that `boot` names; nobody sets it.
    """

    at: int
    zone: str
    offset: int
    boot: str
    elapsed: int


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act as the log shows it; `at` in UTC microseconds.

    `leaf` are the very bytes that were hashed; the other fields are read from
    them. `changes` is a list of `[table, key, {column: [old, new]}]`.
    `protocol` is the digest of the one in force, `explanation` the id of the
    text in which a person said more than `reason`. An entry of version 1 has
    no stamp. `clock_back` is how far the clock had gone back, in microseconds.
    """

    seq: int
    at: int
    actor: str
    role: str
    session: str
    action: str
    subject: int | None
    detail: Mapping[str, object]
    changes: tuple[tuple[str, str | int, Mapping[str, object]], ...]
    leaf: bytes
    stamp: Stamp | None = None
    protocol: str | None = None
    reason: str | None = None
    explanation: int | None = None
    clock_back: int = 0


def leaf_hash(leaf: bytes) -> bytes:
    """Return the Merkle hash of a leaf (RFC 6962 §2.1)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the Merkle hash of two subtrees (RFC 6962 §2.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def grow(peaks: list[bytes], size: int, node: bytes) -> None:
    """Add a leaf's hash to the peaks of a tree of `size` leaves, in place."""
    while size & 1:
        node = hashlib.sha256(b"\x01" + peaks.pop() + node).digest()
        size >>= 1
    peaks.append(node)


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of the Merkle tree: enough to append and to know the root.

    `peaks` are the roots of the complete subtrees, largest first; their number
    is the number of one-bits in `size`.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, hashed: bytes) -> "Edge":
        """Return the edge after one more leaf, given by its hash."""
        peaks = list(self.peaks)
        grow(peaks, self.size, hashed)
        return Edge(self.size + 1, tuple(peaks))

    def root(self) -> bytes:
        """Return the root of the tree; of no leaves, SHA-256 of nothing."""
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = node_hash(peak, node)
        return node
