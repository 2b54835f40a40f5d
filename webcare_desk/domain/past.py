"""The desk as it stood at a moment: rows rebuilt from the log, with the words they had."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowThen:
    """One row as it was; `words` are its personal columns.

    They are None where the words of then are not on the desk any more: erased,
    or others stand in their place. What stands there is shown only when it
    has the digest that the log names.
    """

    table: str
    key: int
    values: Mapping[str, object]
    words: Mapping[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Past:
    """What the log says of a moment (UTC microseconds): all entries before the first later one.

    `entries` is how many those are, `of` how many the log has. `earlier` is how
    many of the rest bear an earlier time, because the clock went back.
    `counts` are comments by queue; `rows` are those of one comment, if one was asked for.
    """

    at: int
    entries: int
    of: int
    earlier: int
    counts: Mapping[str, int]
    open_escalations: int
    protocol: str | None
    rows: tuple[RowThen, ...]

    def of_table(self, table: str) -> tuple[RowThen, ...]:
        """Return the rows of one table, in the order of their keys."""
        return tuple(row for row in self.rows if row.table == table)

    def text(self, key: object) -> str | None:
        """Return the words of a text that a row names by its key, or None."""
        found = (row.words for row in self.of_table("text") if row.key == key)
        words = next(found, None)
        return None if words is None else words["body"]
