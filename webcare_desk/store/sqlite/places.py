"""Reading where comments stand: since a move in another thread than at first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.comment import Move

#: The comments as they stand now, in place of the table, which has where each was read first.
PLACED = """(
SELECT c.id, c.uid, c.source, coalesce(m.thread, c.thread) AS thread, c.author, c.posted_at,
  c.ingested_at, c.own, c.salt, c.remote,
  iif(m.id IS NULL, c.parent, (SELECT remote FROM comment WHERE id = m.parent)) AS parent,
  coalesce(m.link, c.link) AS link
FROM comment c LEFT JOIN move m ON m.id = (SELECT max(id) FROM move WHERE comment = c.id))"""
#: Which `c` of those stand in the thread of comment `:of`; by the index, then without who left.
IN_THREAD = f"""
c.thread = (SELECT thread FROM {PLACED} WHERE id = :of) AND c.id IN (
  SELECT id FROM comment WHERE thread = (SELECT thread FROM {PLACED} WHERE id = :of)
  UNION SELECT comment FROM move WHERE thread = (SELECT thread FROM {PLACED} WHERE id = :of))
"""  # noqa: S608 - a constant
#: Begins a query with `near`: every comment that ever stood in a thread where `:comment` ever did.
NEAR = """
WITH stood(thread) AS (
  SELECT thread FROM comment WHERE id = :comment
  UNION SELECT thread FROM move WHERE comment = :comment),
near(id) AS (
  SELECT id FROM comment WHERE thread IN (SELECT thread FROM stood)
  UNION SELECT comment FROM move WHERE thread IN (SELECT thread FROM stood))
"""
#: Where `:comment` stood, the first place first.
_STOOD = """
SELECT 0, 0, c.thread, h.title, c.link FROM comment c JOIN thread h ON h.id = c.thread
WHERE c.id = :comment
UNION ALL SELECT m.id, m.at, m.thread, h.title, m.link FROM move m JOIN thread h ON h.id = m.thread
WHERE m.comment = :comment ORDER BY 1
"""


class PlaceStoreReads(Asking):
    """Where a comment stands, and where it stood."""

    def thread_named(self, source: str, remote: str) -> int | None:
        """Return the row of the thread that a platform calls `remote`, or None."""
        query = "SELECT id FROM thread WHERE source = ? AND remote = ?"
        with self._reading() as db:
            row = db.execute(query, (source, remote)).fetchone()
        return None if row is None else int(row[0])

    def moves(self, comment: int) -> list[Move]:
        """Return every move of a comment, the first one first."""
        from webcare_desk.domain.comment import Move, Place

        with self._reading() as db:
            rows = db.execute(_STOOD, {"comment": comment}).fetchall()
        return [
            Move(key, at, Place(*was), Place(*now))
            for (_, _, *was), (key, at, *now) in pairwise(rows)
        ]
