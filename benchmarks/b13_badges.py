"""13: every queue's count and worst clock after one act, over 1,000,000 comments.

The peer asks the same with `count(*)` and `min` for each queue, over the same
index.
"""

import sqlite3
from statistics import median

from benchmarks.desks import filled_desk, opened
from benchmarks.person import enter
from benchmarks.result import Row, timed
from webcare_desk.actions import Claim
from webcare_desk.desk import Desk
from webcare_desk.domain.inbox import Queue
from webcare_desk.store.sqlite.opening import DATABASE

_ROUNDS = 21


def run() -> list[Row]:
    """Return two rows: against the limit of 1 ms, and against counting."""
    folder = filled_desk(1_000_000)
    desk = Desk(opened(folder))
    actor = enter(desk)
    db = sqlite3.connect(folder / DATABASE)
    kept, counted = [], []
    for number in range(1, _ROUNDS + 1):
        desk.perform(Claim(number), actor)
        kept.append(timed(desk.read.queue_counts))
        counted.append(timed(lambda: _count(db)))
    desk.store.close()
    db.close()
    ours, peer = median(kept) * 1000, median(counted) * 1000
    return [
        Row(13, "badges", "ms", ours, "limit 1 ms", 1.0, ours, 5.0, 1.0, at_most=True),
        Row(
            13, "badges", "ms", ours, "count(*) a queue", peer, peer / ours, 20, 100, at_most=False
        ),
    ]


def _count(db: sqlite3.Connection) -> None:
    for queue in Queue:
        db.execute("SELECT count(*), min(due) FROM work WHERE queue = ?", (queue,)).fetchone()
