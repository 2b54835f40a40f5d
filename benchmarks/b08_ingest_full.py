"""8: comments a second, from JSON to a screened row with its audit entry.

The peer parses the same JSON and inserts the same rows with executemany in
the same batches, without screening, search, findings or a log.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

from benchmarks.desks import batches, new_desk
from benchmarks.generator import comments
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.actions import Ingest
from webcare_desk.actions.arrive import BATCH
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening.lines import load_both
from webcare_desk.triage import Triager, prepare_triage

_COUNT = 10_000
_ROUNDS = 3


def run() -> list[Row]:
    """Return the row of this benchmark."""
    lines = [json.dumps(asdict(comment)) for comment in comments(_COUNT)]
    protocol = load_pack(protocols_dir(), "varen").protocol
    if protocol is None:
        msg = "the shipped protocol has problems"
        raise LookupError(msg)
    triage = prepare_triage(protocol, *load_both(resources_dir()))
    with tempfile.TemporaryDirectory() as place:
        ours, peer = interleaved(
            (_ours(Path(place), lines, triage), _raw(Path(place), lines)), _ROUNDS
        )
    rate = [_COUNT / seconds for seconds in ours]
    raw = [_COUNT / seconds for seconds in peer]
    ratio = middle_ratio(rate, raw)
    mid = _ROUNDS // 2
    return [
        Row(
            number=8,
            name="ingest_full",
            unit="comments/s",
            ours=sorted(rate)[mid],
            peer_name="parse + raw executemany",
            peer=sorted(raw)[mid],
            ratio=ratio,
            floor=0.10,
            goal=0.25,
            at_most=False,
        )
    ]


def _ours(place: Path, lines: list[str], triage: Triager) -> Callable[[], None]:
    def ingest() -> None:
        desk = new_desk(Path(tempfile.mkdtemp(dir=place)))
        parsed = (_parse(line) for line in lines)
        for batch in batches(Arrival(comment, triage(comment)) for comment in parsed):
            desk.perform(Ingest(Name("benchmark"), batch), system_actor())
        _close(desk)

    return ingest


def _close(desk: Desk) -> None:
    desk.store.close()


def _parse(line: str) -> RemoteComment:
    read = json.loads(line)
    return RemoteComment(**{**read, "visibility": Visibility(read["visibility"])})


def _raw(place: Path, lines: list[str]) -> Callable[[], None]:
    def insert() -> None:
        db = sqlite3.connect(Path(tempfile.mkdtemp(dir=place)) / "raw.db", isolation_level=None)
        db.execute("PRAGMA journal_mode = wal")
        db.execute("PRAGMA synchronous = full")
        columns = [field.name for field in fields(RemoteComment)]
        db.execute(f"CREATE TABLE comment({', '.join(columns)})")
        row = f"INSERT INTO comment VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - only question marks
        for start in range(0, len(lines), BATCH):
            rows = [tuple(json.loads(line).values()) for line in lines[start : start + BATCH]]
            db.execute("BEGIN")
            db.executemany(row, rows)
            db.execute("COMMIT")
        db.close()

    return insert
