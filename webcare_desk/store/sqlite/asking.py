"""What every family of reads stands on: the connection that it is lent, and how it asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

Row = tuple[Any, ...]


class Asking:
    """Reads over whichever connection `_reading` lends.

    The families are bases of one class: what two of them need privately stands here, as the
    one would answer for the other under the same name.
    """

    _reading: Callable[[], AbstractContextManager[sqlite3.Connection]]

    def _rows(self, query: str, *values: object) -> list[Row]:
        with self._reading() as db:
            return db.execute(query, values).fetchall()


def with_kinds(row: Row, kinds: Mapping[int, Callable[[Any], object]]) -> Row:
    """Return a row in which some values are members of their kinds; None stays None."""
    made = list(row)
    for place, kind in kinds.items():
        made[place] = None if row[place] is None else kind(row[place])
    return tuple(made)
