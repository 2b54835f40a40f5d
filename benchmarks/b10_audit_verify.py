"""10: checking a log of 1,000,000 entries as `audit verify` does, in as many processes as it takes.

Every byte is hashed, every entry parsed and written again, and the order, the tree, the head and the database's own
rules are checked. One limit reads the same rows and hashes nothing, the other hashes and does no more, each in one
process. The log is written straight into its table, because only the reading is measured.
"""

import hashlib
import shutil
import sqlite3
from pathlib import Path

from benchmarks.desks import RESULTS, new_desk
from benchmarks.person import ORIGIN
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.domain.audit import Edge, canonical, leaf_hash
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.segments import cut
from webcare_desk.store.sqlite.verify import SignedHead, Verdict, verify
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer, open_note

_COUNT = 1_000_000
_ROUNDS = 3
_GUARDS = (
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
    "AND name IN ('entry_needs_door', 'entry_closes', 'entry_delete_refused')"
)


def run() -> list[Row]:
    """Return the row of this benchmark."""
    folder = _log()
    works = (lambda: _verify(folder), lambda: _scan(folder), lambda: _hash(folder))
    ours, scan, hashed = interleaved(works, _ROUNDS)
    mine, read, bare = (sorted(taken)[_ROUNDS // 2] for taken in (ours, scan, hashed))
    name, unit = f"audit_verify_{_COUNT // 1000}k, {len(cut(_COUNT))} processes", "s"
    return [
        Row(
            10, name, unit, mine, "SELECT sum(length(leaf)), one process", read,
            middle_ratio(ours, scan), 10.0, 3.7, at_most=True,
        ),
        Row(
            10, name, unit, mine, "a loop of sha256 alone, one process", bare,
            middle_ratio(ours, hashed), 3.0, 1.5, at_most=True,
        ),
    ]  # fmt: skip


def _verify(folder: Path) -> Verdict:
    vkey = (folder / "log.vkey").read_text(encoding="ascii")

    def opened(note: str, turns: object) -> SignedHead:
        del turns  # this log has one key
        head = open_note(note, vkey)
        return SignedHead(head.origin, head.size, head.root)

    verdict = verify(folder / DATABASE, opened, log_only=True)
    if not verdict.holds:
        msg = f"the benchmark's own log does not hold: {verdict.flaw}"
        raise AssertionError(msg)
    return verdict


def _scan(folder: Path) -> None:
    db = sqlite3.connect(folder / DATABASE)
    db.execute("SELECT sum(length(leaf)) FROM entry NOT INDEXED").fetchone()
    db.close()


def _hash(folder: Path) -> None:
    db = sqlite3.connect(folder / DATABASE)
    for (leaf,) in db.execute("SELECT leaf FROM entry NOT INDEXED ORDER BY seq"):
        hashlib.sha256(leaf).digest()
    db.close()


def _log() -> Path:
    folder = RESULTS / f"log-{_COUNT}"
    if (folder / "whole").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    new_desk(folder).store.close()
    signer = Signer.from_secret(Secret((folder / "signing-key").read_text(encoding="ascii")))
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    db.execute("PRAGMA synchronous = off")
    db.execute("BEGIN")
    guards = db.execute(_GUARDS).fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("DELETE FROM entry")
    edge, last = Edge(), b"\0" * 32
    rows = []
    for seq in range(_COUNT):
        leaf = _leaf(seq, last)
        last = leaf_hash(leaf)
        edge = edge.append(last)
        rows.append((seq, leaf, seq, "system", "open", seq % 5000))
        if len(rows) == 10_000:  # noqa: PLR2004 - rows a statement
            db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", rows)
            rows.clear()
    note = signer.seal(ORIGIN, edge.size, edge.root())
    db.execute(
        "UPDATE head SET size = ?, peaks = ?, last = ?, at = ?, note = ?",
        (edge.size, b"".join(edge.peaks), last, _COUNT - 1, note),
    )
    for _, guard in guards:
        db.execute(guard)
    db.execute("COMMIT")
    db.close()
    (folder / "whole").touch()
    return folder


def _leaf(seq: int, last: bytes) -> bytes:
    return canonical(
        {
            "v": 1,
            "seq": seq,
            "at": seq,
            "actor": "system",
            "role": "system",
            "session": "system",
            "action": "open",
            "subject": seq % 5000,
            "detail": {},
            "changes": [["work", seq % 5000, {"version": [1, 2], "status": ["new", "open"]}]],
            "prev": last.hex(),
        }
    )
