"""12: the first page of a queue over 1,000,000 comments beside one over 10,000.

And a page at random depth by keyset beside the same page by OFFSET.
"""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.desks import filled_desk, opened
from benchmarks.generator import SEED
from benchmarks.result import Row, interleaved, middle_ratio, percentile, timed
from webcare_desk.domain.inbox import PageKey, Queue
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.store import SqliteStore

_PAGE = 64
_CALLS = 60
_ROUNDS = 11
_QUEUES = (Queue.SAFETY, Queue.QUALITY, Queue.QUESTION, Queue.OTHER)


def run() -> list[Row]:
    """Return three rows: against 10,000, the slowest page, and against OFFSET."""
    folder = filled_desk(1_000_000)
    large, small = opened(folder), opened(filled_desk(10_000))
    works = (_first_pages(large), _first_pages(small))
    ours, peer = interleaved(works, _ROUNDS)
    singles = [timed(_first_page(large, queue)) for queue in _QUEUES for _ in range(250)]
    keyset, offset = _depths(large, folder)
    large.close()
    small.close()
    mid = _ROUNDS // 2
    a_page = 1000 / _CALLS
    return [
        Row(
            12, "inbox_first_page", "ms", sorted(ours)[mid] * a_page, "10,000 comments",
            sorted(peer)[mid] * a_page, middle_ratio(ours, peer), 1.5, 1.1, at_most=True,
        ),
        Row(
            12, "inbox_first_page p99", "ms", percentile(singles, 0.99) * 1000, "limit 1 ms",
            1.0, percentile(singles, 0.99) * 1000, 5.0, 1.0, at_most=True,
        ),
        Row(
            12, "page at random depth", "ms", keyset * 1000, "OFFSET", offset * 1000,
            offset / keyset, 20.0, 100.0, at_most=False,
        ),
    ]  # fmt: skip


def _first_pages(store: SqliteStore) -> Callable[[], None]:
    def read() -> None:
        for queue in _QUEUES * (_CALLS // len(_QUEUES)):
            store.page(queue, None, _PAGE, 0)

    return read


def _first_page(store: SqliteStore, queue: Queue) -> Callable[[], object]:
    return lambda: store.page(queue, None, _PAGE, 0)


def _depths(store: SqliteStore, folder: Path) -> tuple[float, float]:
    """Return the seconds of a page at random depth: by keyset, and by OFFSET, both read before."""
    draw = random.Random(SEED)
    db = sqlite3.connect(folder / DATABASE)
    keys = db.execute(
        "SELECT due, comment FROM work WHERE queue = 'other' ORDER BY 1, 2"
    ).fetchall()
    depths = [draw.randrange(len(keys)) for _ in range(40)]

    def by_key() -> None:
        for depth in depths:
            store.page(Queue.OTHER, PageKey(*keys[depth]), _PAGE, 0)

    def by_offset() -> None:
        for depth in depths:
            db.execute(
                "SELECT w.comment, substr(t.body, 1, 400) FROM work w "
                "JOIN revision r ON r.id = w.revision JOIN text t ON t.id = r.body "
                "WHERE w.queue = 'other' ORDER BY w.due, w.comment LIMIT ? OFFSET ?",
                (_PAGE, depth),
            ).fetchall()

    by_key()
    keyset, offset = interleaved((by_key, by_offset), 3)
    db.close()
    return median(keyset) / len(depths), median(offset) / len(depths)
