"""26: the longest time and the most memory that refusing a hostile pack takes."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.result import Row
from tests.support.hostile_packs import HOSTILE

_SECONDS, _BYTES = 0.100, 50_000_000
#: Loads a pack that is fine first, so that what imports take is not counted.
_CHILD = """
import json, resource, sys, time
from pathlib import Path
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
load_pack(protocols_dir(), "base")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
found = load_pack(Path(sys.argv[1]), "bad")
took = time.perf_counter() - began
more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps([took, more * 1024, found.protocol is None]))
"""


def run() -> list[Row]:
    """Return the rows of this benchmark: the slowest refusal, and the one that takes most room."""
    taken = {name: _refusal(number) for number, (name, _, _) in enumerate(HOSTILE)}
    slow = max(taken, key=lambda name: taken[name][0])
    large = max(taken, key=lambda name: taken[name][1])
    return [
        Row(
            number=26,
            name=f"hostile ({slow})",
            unit="ms",
            ours=taken[slow][0] * 1000,
            peer_name="limit 100 ms",
            peer=_SECONDS * 1000,
            ratio=taken[slow][0] / _SECONDS,
            floor=1.0,
            goal=0.5,
            at_most=True,
        ),
        Row(
            number=26,
            name=f"hostile ({large})",
            unit="MB",
            ours=taken[large][1] / 1e6,
            peer_name="limit 50 MB",
            peer=_BYTES / 1e6,
            ratio=taken[large][1] / _BYTES,
            floor=1.0,
            goal=0.5,
            at_most=True,
        ),
    ]


def _refusal(number: int) -> tuple[float, int]:
    """Return the seconds and the bytes that refusing a pack takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        HOSTILE[number][1](Path(place))
        command = [sys.executable, "-c", _CHILD, place]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own interpreter and code
    took, more, refused = json.loads(said)
    if not refused:
        msg = f"the pack {HOSTILE[number][0]} was taken"
        raise AssertionError(msg)
    return took, more
