"""11: the stand-alone verifier over an exported log of 100,000 entries, as an inspector runs it.

A process of its own, from its start to its verdict, beside the bound it must keep and beside a loop that
parses and hashes the same lines and checks nothing.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.b10_audit_verify import _leaf
from benchmarks.desks import RESULTS
from benchmarks.person import ORIGIN
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.domain.audit import Edge, canonical, leaf_hash
from webcare_desk.paths import resources_dir
from webcare_desk.vault.signing import Signer

_COUNT = 100_000
_ROUNDS = 3
_BOUND = 20_000.0


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    file, key = RESULTS / f"log-{_COUNT}.jsonl", Signer.generate(ORIGIN)
    RESULTS.mkdir(exist_ok=True)
    with file.open("wb") as target:
        target.writelines(_lines(key))
    works = (lambda: _verify(file, key.verifier), lambda: _bare(file))
    ours, bare = interleaved(works, _ROUNDS)
    rate = _COUNT / median(ours)
    return [
        Row(
            11, "verifier_100k", "entries/s", rate, "20,000 a second", _BOUND,
            rate / _BOUND, 1.0, 1.2, at_most=False,
        ),
        Row(
            11, "verifier_100k", "s", median(ours), "json.loads and sha256 alone", median(bare),
            middle_ratio(ours, bare), 8.0, 5.0, at_most=True,
        ),
    ]  # fmt: skip


def _verify(file: Path, key: str) -> None:
    verifier = resources_dir() / "inspection" / "verify.py"
    command = [sys.executable, "-I", "-S", str(verifier), key, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own verifier
    if f"IT HOLDS: {_COUNT} entries" not in done.stdout:
        raise AssertionError(done.stdout + done.stderr)


def _bare(file: Path) -> None:
    with file.open("rb") as lines:
        for line in lines:
            json.loads(line)
            hashlib.sha256(line).digest()


def _lines(key: Signer) -> Iterator[bytes]:
    edge, last = Edge(), b"\0" * 32
    for seq in range(_COUNT):
        leaf = _leaf(seq, last)
        last = leaf_hash(leaf)
        edge = edge.append(last)
        yield leaf + b"\n"
    yield canonical({"note": key.seal(ORIGIN, edge.size, edge.root())}) + b"\n"
