"""The audit log inside the database: sealing an entry, and reading entries."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from webcare_desk.domain.audit import LEAF_VERSION, AuditEntry, Edge, Stamp, canonical, leaf_hash
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.mark import LogEnd, LogMark
from webcare_desk.store.base import Act
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.epochs import read_epoch

_HASH_BYTES = 32
#: The end of an empty log: no entry, and what the first one follows.
_NOTHING = (0, b"\0" * _HASH_BYTES)
#: The time of an entry: keys are sorted, so that the first one is its own.
_AT = re.compile(rb'"at":(-?\d+),')


class HeadSigner(Protocol):
    """Signs the head of the log; `vault.signing.Signer` is one."""

    def seal(self, origin: str, size: int, root: bytes) -> str:
        """Return the signed note for a log of `size` entries with `root`."""

    def hand_over(self, origin: str, size: int, root: bytes, epoch: Epoch) -> bytes:
        """Return the signature by which this key names the one of the next epoch."""


class HeadKeys(Protocol):
    """Has the key of each epoch; `vault.log_keys.LogKeys` is one, a `Signer` with one key too."""

    def signer_of(self, epoch: Epoch) -> HeadSigner:
        """Return the key of an epoch, or raise SecretError."""


@dataclass(frozen=True, slots=True)
class LogHead:
    """Where the log stands: its right edge, its last leaf's hash and time, its note.

    `protocol` is the digest of the protocol in force, None before the first.
    """

    edge: Edge
    last: bytes
    at: int
    note: str
    protocol: str | None


def read_head(connection: sqlite3.Connection) -> LogHead:
    """Return the head; of an empty log, the head of nothing."""
    row = connection.execute(
        "SELECT size, peaks, last, at, note, "
        "(SELECT value FROM fact WHERE name = 'protocol') FROM head"
    ).fetchone()
    if row is None:
        return LogHead(Edge(), b"\0" * _HASH_BYTES, 0, "", None)
    size, peaks, last, at, note, protocol = row
    parts = tuple(peaks[i : i + _HASH_BYTES] for i in range(0, len(peaks), _HASH_BYTES))
    return LogHead(Edge(size, parts), last, at, note, protocol)


def head_to_follow(connection: sqlite3.Connection) -> LogHead:
    """Return the head as the next entry follows it, with the time that the last entry tells.

    The time beside the head is but a copy: a clock that was put wrong there
    must not get into an entry.
    """
    head = read_head(connection)
    at = last_time(connection)
    return head if at is None else replace(head, at=at)


def last_time(connection: sqlite3.Connection) -> int | None:
    """Return when the last entry says that it was made; None where it does not tell."""
    row = connection.execute("SELECT leaf FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    found = None if row is None else _AT.search(row[0])
    return None if found is None else int(found[1])


@dataclass(frozen=True, slots=True)
class Seal:
    """With what the heads of a log are signed: its key, its name, and the key's epoch."""

    signer: HeadSigner
    origin: str
    epoch: Epoch


def seal(
    connection: sqlite3.Connection,
    with_: Seal,
    head: LogHead,
    act: Act,
    changes: list[list[object]],
) -> LogHead:
    """Write the entry after `head` and the new signed head, and return that.

    A clock that went back is stored as it was read, with how far it went.
    """
    leaf = canonical(_leaf(head, act, changes))
    last = leaf_hash(leaf)
    edge = head.edge.append(last)
    note = with_.signer.seal(with_.origin, edge.size, edge.root())
    connection.execute(
        "INSERT INTO entry(seq, leaf, at, actor, action, subject) VALUES (?, ?, ?, ?, ?, ?)",
        (head.edge.size, leaf, act.stamp.at, act.by.moderator, act.action, act.subject),
    )
    connection.execute(
        "INSERT INTO head(id, size, peaks, last, at, note) VALUES (1, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET size = excluded.size, peaks = excluded.peaks, "
        "last = excluded.last, at = excluded.at, note = excluded.note",
        (edge.size, b"".join(edge.peaks), last, act.stamp.at, note),
    )
    return LogHead(edge, last, act.stamp.at, note, head.protocol)


def _leaf(head: LogHead, act: Act, changes: list[list[object]]) -> Mapping[str, object]:
    leaf: dict[str, object] = {
        "v": LEAF_VERSION,
        "seq": head.edge.size,
        "at": act.stamp.at,
        "zone": act.stamp.zone,
        "offset": act.stamp.offset,
        "boot": act.stamp.boot,
        "elapsed": act.stamp.elapsed,
        "protocol": head.protocol,
        "actor": act.by.moderator,
        "role": act.by.role,
        "session": act.by.session,
        "action": act.action,
        "subject": act.subject,
        "reason": act.reason,
        "explanation": act.explanation,
        "detail": dict(act.detail),
        "changes": changes,
        "prev": head.last.hex(),
    }
    if act.stamp.at < head.at:
        leaf["clock_back_us"] = head.at - act.stamp.at
    return leaf


def entry_of(seq: int, leaf: bytes) -> AuditEntry:
    """Return the entry that `leaf` holds, of whichever version."""
    fields = json.loads(leaf)
    # Version 1 kept the one reason there was, that of a close, among the details.
    reason = fields["reason"] if "reason" in fields else fields["detail"].get("reason")
    return AuditEntry(
        seq=seq,
        at=fields["at"],
        actor=fields["actor"],
        role=fields["role"],
        session=fields["session"],
        action=fields["action"],
        subject=fields["subject"],
        detail=fields["detail"],
        changes=tuple((table, key, columns) for table, key, columns in fields["changes"]),
        leaf=leaf,
        stamp=_stamp_of(fields),
        protocol=fields.get("protocol"),
        reason=reason,
        explanation=fields.get("explanation"),
        clock_back=fields.get("clock_back_us", 0),
    )


def _stamp_of(fields: Mapping[str, Any]) -> Stamp | None:
    if "boot" not in fields:
        return None
    names = ("at", "zone", "offset", "boot", "elapsed")
    return Stamp(*(fields[name] for name in names))


def leaves(connection: sqlite3.Connection, first: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield `(seq, leaf)` from entry `first` on, from the table itself, past any index."""
    query = "SELECT seq, leaf FROM entry NOT INDEXED WHERE seq >= ? ORDER BY seq"
    # Not `yield from`: that would close the cursor of a connection that is closed already.
    for row in connection.execute(query, (first,)):  # noqa: UP028 - see above
        yield row


def times(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield number and time of every entry, in order."""
    for row in connection.execute("SELECT seq, at FROM entry NOT INDEXED ORDER BY seq"):  # noqa: UP028 - as in `leaves`
        yield row


def queried(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Yield the columns that queries use, to hold them against the leaves."""
    for row in connection.execute(  # noqa: UP028 - as in `leaves`
        "SELECT at, actor, action, subject FROM entry NOT INDEXED ORDER BY seq"
    ):
        yield row


class LogReads(Asking):
    """Reading the log."""

    def entries_after(self, seq: int, limit: int) -> list[AuditEntry]:
        """Return the entries after `seq`, oldest first: the change feed."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT seq, leaf FROM entry WHERE seq > ? ORDER BY seq LIMIT ?", (seq, limit)
            ).fetchall()
        return [entry_of(*row) for row in rows]

    def log_size(self) -> int:
        """Return the number of entries."""
        with self._reading() as db:
            return read_head(db).edge.size

    def head_note(self) -> str:
        """Return the signed head of the log; empty before the first entry."""
        with self._reading() as db:
            return read_head(db).note

    def epoch(self) -> Epoch:
        """Return the epoch of the log's key."""
        with self._reading() as db:
            return read_epoch(db)

    def mark(self) -> LogMark:
        """Return how far the log has come."""
        with self._reading() as db:
            return LogMark(read_head(db).edge, read_epoch(db))

    def log_end(self) -> LogEnd:
        """Return the end of the log, as its head has it and as its entries are."""
        with self._reading() as db:
            size, last, seq, leaf = db.execute(  # one statement, as another program may write
                "SELECT (SELECT size FROM head), (SELECT last FROM head), "
                "(SELECT max(seq) FROM entry), "
                "(SELECT leaf FROM entry ORDER BY seq DESC LIMIT 1)"
            ).fetchone()
        return LogEnd(
            _NOTHING if size is None else (size, last),
            _NOTHING if seq is None else (seq + 1, leaf_hash(leaf)),
        )

    def fact(self, name: str) -> str | None:
        """Return a fact about the desk itself."""
        with self._reading() as db:
            row = db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def drafted_on(self, comment: int, author: str) -> int | None:
        """Return since when the words stood there on which a draft was begun; None without one."""
        with self._reading() as db:
            row = db.execute(
                "SELECT at FROM draft WHERE comment = ? AND author = ?", (comment, author)
            ).fetchone()
        return None if row is None else int(row[0])

    def draft(self, comment: int, author: str) -> str:
        """Return what a moderator had typed for a comment, or nothing."""
        with self._reading() as db:
            row = db.execute(
                "SELECT body FROM draft WHERE comment = ? AND author = ?", (comment, author)
            ).fetchone()
        return "" if row is None else str(row[0])
