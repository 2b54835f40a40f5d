"""Reading what an inspector holds against the log: salted texts, and batches as digested."""

from collections.abc import Iterator, Mapping

from webcare_desk.store import tables
from webcare_desk.store.base import SaltedText
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.erasing import as_came
from webcare_desk.store.sqlite.rows import batch_bytes, recorded_columns
from webcare_desk.store.table import Table

#: The rows that came in with a comment: its own, and those it refers to.
_ARRIVED = """
SELECT 'comment', id FROM comment WHERE id = :comment
UNION SELECT 'author', author FROM comment WHERE id = :comment
UNION SELECT 'thread', thread FROM comment WHERE id = :comment
UNION SELECT 'revision', id FROM revision WHERE comment = :comment
UNION SELECT 'text', body FROM revision WHERE comment = :comment
"""


class EvidenceReads(Asking):
    """Reading evidence in the form in which the log can be held against it."""

    def salted_texts(self, table: Table) -> Iterator[SaltedText]:
        """Yield the personal text of every row of `table`, in order of its key."""
        columns = ",".join((table.key, "salt", *table.personal))
        with self._reading() as db:
            query = f"SELECT {columns} FROM {table.name} ORDER BY {table.key}"  # noqa: S608 - names from tables.py
            for key, salt, *values in db.execute(query):
                if salt:  # an erased row has none
                    yield SaltedText(table.name, key, salt, tuple(values))

    def salted_text(self, table: Table, key: int) -> SaltedText | None:
        """Return the personal text of one row, or None when it is not there."""
        columns = ",".join(("salt", *table.personal))
        with self._reading() as db:
            query = f"SELECT {columns} FROM {table.name} WHERE {table.key} = ?"  # noqa: S608 - the same
            row = db.execute(query, (key,)).fetchone()
        return (
            None
            if row is None or not row[0]
            else SaltedText(table.name, key, row[0], tuple(row[1:]))
        )

    def arrived_with(self, comment: int) -> set[tuple[str, int]]:
        """Return table and key of each row that came in with a comment."""
        with self._reading() as db:
            return {(table, key) for table, key in db.execute(_ARRIVED, {"comment": comment})}

    def batch(self, detail: Mapping[str, object]) -> bytes:
        """Return the bytes whose digest stands in the entry of an ingested batch."""
        shown: dict[str, list[list[object]]] = {}
        with self._reading() as db:
            for table in tables.ARRIVALS:
                ends = detail.get(f"{table.name}_first"), detail.get(f"{table.name}_last")
                if None not in ends:
                    query = (
                        f"SELECT {recorded_columns(table)} FROM {table.name} "  # noqa: S608 - the same
                        f"WHERE {table.key} BETWEEN ? AND ? ORDER BY {table.key}"
                    )
                    shown[table.name] = as_came(db, table, db.execute(query, ends))
        return batch_bytes(shown)
