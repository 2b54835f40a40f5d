"""More of the same than any page holds: rows written past the desk, for what reads them."""

import contextlib
from collections.abc import Iterator, Mapping

from tests.support.desks import Bench

#: As many rows as a list shows at once.
PAGE = 500


@contextlib.contextmanager
def crowd(
    bench: Bench, table: str, key: int, changed: Mapping[str, str], count: int = PAGE
) -> Iterator[None]:
    """Have the row `key` of a table `count` times more for a while, with higher keys.

    `changed` gives columns another SQL expression, in which `n` counts from 1.
    """
    with bench.unguarded() as db:
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        id_ = next(name for name in ("id", "comment") if name in names)
        given = {"uid": "uid || n", id_: f"{key} * 100000 + n", **changed}
        columns = ", ".join(given.get(name, name) for name in names)
        db.execute(
            f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) "  # noqa: S608 - a test's own words
            f"INSERT INTO {table} SELECT {columns} FROM {table}, c WHERE {table}.{id_} = ?",
            (key,),
        )
    yield
    with bench.unguarded() as db:
        db.execute(f"DELETE FROM {table} WHERE {id_} > 100000 OR {id_} < 0")  # noqa: S608 - the same
