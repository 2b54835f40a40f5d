"""25: comments a second through another version of the protocol, beside reading them alone."""

import os
import time

from benchmarks.desks import filled_desk, opened
from benchmarks.result import Row
from webcare_desk.backtest import backtest
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon

COUNT = 200_000
#: What the goal is: all of them in a minute, on two cores.
_GOAL = 60.0


def run() -> list[Row]:
    """Return the row of this benchmark: seconds over 200,000 comments, and over reading alone."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    if protocol is None:
        msg = "the shipped protocol has problems"
        raise LookupError(msg)
    lexicon = load_lexicon(resources_dir() / "lexicons")
    store = opened(filled_desk(COUNT))
    try:
        began = time.perf_counter()
        after = 0
        while page := store.kept_comments(after, 1_000):
            after = page[-1].id
        reading = time.perf_counter() - began
        began = time.perf_counter()
        processes = min(2, os.cpu_count() or 1)
        for _ in backtest(store, protocol, lexicon, processes=processes):
            pass
        ours = time.perf_counter() - began
    finally:
        store.close()
    return [
        Row(
            number=25,
            name="backtest",
            unit="s / 200,000",
            ours=ours,
            peer_name=f"a minute (reading alone: {reading:.1f} s)",
            peer=_GOAL,
            ratio=ours / _GOAL,
            floor=1.0,
            goal=1.0,
            at_most=True,
        )
    ]
