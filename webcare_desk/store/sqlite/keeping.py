"""Reading legal holds, tombstones, and what the desk holds of a comment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from webcare_desk.domain.spans import SECOND
from webcare_desk.store import tables
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.places import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.erasure import ErasedRow, Hold, Kept, Written
    from webcare_desk.store.table import Table

_HOLD = "SELECT id, comment, basis, words, since, by, ended_at, ended_by FROM hold "
#: The desk's own answers to a comment, which came back by a poll: all that it ever answered, as a
#: platform hands the answers of what it deletes to others. Where it never said what an answer is
#: to, its words do, unless they were sent to somebody else there too.
_ANSWERS = f"""
{NEAR}, answer(id) AS (
  SELECT a.id FROM near JOIN comment a ON a.id = near.id JOIN comment c ON c.id = :comment
  WHERE a.own AND (a.parent = c.remote OR EXISTS (
    SELECT 1 FROM move WHERE comment = a.id AND parent = c.id
  ) OR a.parent IS NULL AND NOT EXISTS (
    SELECT 1 FROM move WHERE comment = a.id AND parent IS NOT NULL
  ) AND EXISTS (
    SELECT 1 FROM revision r JOIN text said ON said.id = r.body
    JOIN delivery d ON d.comment = c.id JOIN text sent ON sent.id = d.body
    WHERE r.comment = a.id AND said.body = sent.body AND NOT EXISTS (
      SELECT 1 FROM near other JOIN delivery d ON d.comment = other.id
      JOIN text too ON too.id = d.body
      WHERE other.id <> c.id AND too.body = said.body)))
)
"""  # noqa: S608 - constants
#: The frozen originals of its thread in which a comment stands, or an answer to it.
_STANDS_IN = """
FROM original o WHERE o.comment IN (SELECT id FROM near)
  AND EXISTS (SELECT 1 FROM (SELECT :comment AS id UNION SELECT id FROM answer) s
              WHERE instr(o.posts, '[' || s.id || ',') > 0)
"""
#: Everything with words about a comment, or by its author; packets and mails too.
_ROWS = """
SELECT 'comment', id FROM comment WHERE id = :comment
UNION ALL SELECT 'revision', id FROM revision WHERE comment = :comment
UNION ALL SELECT 'text', body FROM revision WHERE comment = :comment
UNION ALL SELECT 'text', body FROM note WHERE comment = :comment
UNION ALL SELECT 'delivery', id FROM delivery WHERE comment = :comment
UNION ALL SELECT 'text', body FROM delivery WHERE comment = :comment AND body IS NOT NULL
UNION ALL SELECT 'document', mail FROM delivery WHERE comment = :comment AND mail IS NOT NULL
UNION ALL SELECT 'escalation', id FROM escalation WHERE comment = :comment
UNION ALL SELECT 'document', packet FROM escalation WHERE comment = :comment
UNION ALL SELECT 'original', id FROM original WHERE comment = :comment
UNION ALL SELECT 'move', id FROM move WHERE comment = :comment
UNION ALL SELECT 'hold', id FROM hold WHERE comment = :comment
UNION ALL SELECT 'quality_check', id FROM quality_check WHERE comment = :comment
UNION ALL SELECT 'discrepancy', d.id FROM discrepancy d
  JOIN escalation e ON e.id = d.escalation WHERE e.comment = :comment
UNION ALL SELECT 'case_version', v.id FROM case_version v
  JOIN escalation e ON e.id = v.escalation WHERE e.comment = :comment
UNION ALL SELECT 'document', v.document FROM case_version v
  JOIN escalation e ON e.id = v.escalation WHERE e.comment = :comment AND v.document IS NOT NULL
UNION ALL SELECT 'case_answer', a.id FROM case_answer a
  JOIN escalation e ON e.id = a.escalation WHERE e.comment = :comment
UNION ALL SELECT 'document', a.document FROM case_answer a
  JOIN escalation e ON e.id = a.escalation WHERE e.comment = :comment
"""
_PICTURES = f"{_ANSWERS} SELECT 'document', o.picture {_STANDS_IN} AND o.picture IS NOT NULL"
#: Only what may be kept for its own sake: a thread can have thousands of originals.
_FROZEN_WITH = f"""
{_ANSWERS}
SELECT DISTINCT o.comment {_STANDS_IN} AND o.comment <> :comment AND (
  EXISTS (SELECT 1 FROM hold WHERE comment = o.comment AND ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM escalation WHERE comment = o.comment)
  OR EXISTS (SELECT 1 FROM entry WHERE subject = o.comment AND action = 'record-late'))
ORDER BY o.comment
"""  # noqa: S608 - the same
#: Whoever was moved away from a thread still says that it stood there.
_EMPTIED = """
WITH gone(id) AS (SELECT value FROM json_each(?)), stood(thread) AS (
  SELECT thread FROM comment WHERE id IN (SELECT id FROM gone)
  UNION SELECT thread FROM move WHERE comment IN (SELECT id FROM gone))
SELECT thread FROM stood s WHERE NOT EXISTS (
  SELECT 1 FROM comment WHERE thread = s.thread AND length(salt) > 0) AND NOT EXISTS (
  SELECT 1 FROM move WHERE thread = s.thread AND length(salt) > 0)
"""
#: When PV was last told of an escalation: a follow-up belongs to the case like the first report.
_LAST_TOLD = """max(e.recognised_at,
  coalesce((SELECT max(made_at) FROM case_version WHERE escalation = e.id), 0))"""
_PACKETS = f"""
{NEAR}
SELECT e.comment, {_LAST_TOLD}, d.body FROM escalation e
JOIN document d ON d.id = e.packet
WHERE e.comment IN (SELECT id FROM near) ORDER BY e.id
"""  # noqa: S608 - a constant
_KEPT = f"""
SELECT w.comment, w.category, w.reason, c.ingested_at,
       nullif(max(
         coalesce((SELECT max({_LAST_TOLD}) FROM escalation e WHERE e.comment = w.comment), 0),
         coalesce((SELECT max(at) FROM entry
                   WHERE subject = w.comment AND action = 'record-late'), 0)), 0)
FROM work w JOIN comment c ON c.id = w.comment
WHERE w.queue = 'done' AND c.ingested_at < ? AND c.id > ? AND length(c.salt) > 0
ORDER BY c.id LIMIT 500
"""  # noqa: S608 - the same


class KeepingReads(Asking):
    """What is held for the law, what was erased, and what could be."""

    def holds_on(self, comment: int) -> list[Hold]:
        """Return the holds on a comment that have not ended, the oldest first."""
        where = "WHERE comment = ? AND ended_at IS NULL ORDER BY id"
        return [_hold(row) for row in self._rows(f"{_HOLD} {where}", comment)]

    def holds(self, *, is_open: bool, limit: int = 500) -> list[Hold]:
        """Return holds, the newest first: those that have not ended, or all."""
        where = "WHERE ended_at IS NULL" if is_open else ""
        query = f"{_HOLD} {where} ORDER BY id DESC LIMIT ?"
        return [_hold(row) for row in self._rows(query, limit)]

    def erased_rows(self, request: int | None = None, limit: int = 500) -> list[ErasedRow]:
        """Return what was erased, by one request or at all, the newest first."""
        from webcare_desk.domain.erasure import ErasedRow

        query = (
            "SELECT place, number, digest, request, at FROM erased "
            "WHERE ? IS NULL OR request = ? ORDER BY id DESC LIMIT ?"
        )
        return [ErasedRow(*row) for row in self._rows(query, request, request, limit)]

    def erased_count(self, request: int) -> int:
        """Return how many rows a request has erased."""
        return int(self._rows("SELECT count(*) FROM erased WHERE request = ?", request)[0][0])

    def is_erased(self, comment: int) -> bool:
        """Say whether the words of a comment were erased."""
        return self.erasure_of(comment) is not None

    def erasure_of(self, comment: int) -> ErasedRow | None:
        """Return what stands for an erased comment: by which request, and when; None for others."""
        from webcare_desk.domain.erasure import ErasedRow

        query = (
            "SELECT place, number, digest, request, at FROM erased "
            "WHERE place = 'comment' AND number = ?"
        )
        return next((ErasedRow(*row) for row in self._rows(query, comment)), None)

    def author_of(self, comment: int) -> int | None:
        """Return the row of a comment's author, or None."""
        found = self._rows("SELECT author FROM comment WHERE id = ?", comment)
        return int(found[0][0]) if found else None

    def written_with(self, comment: int) -> Written | None:
        """Return who wrote a comment, and what else stands under that author."""
        from webcare_desk.domain.erasure import Written

        query = (
            "SELECT a.id, a.remote, a.name FROM author a JOIN comment c ON c.author = a.id "
            "WHERE c.id = ?"
        )
        for author, remote, name in self._rows(query, comment):
            return Written(author, remote, name, tuple(self.comments_by(author)))
        return None

    def comments_by(self, author: int) -> list[int]:
        """Return the comments of an author that have not been erased."""
        query = "SELECT id FROM comment WHERE author = ? AND length(salt) > 0 ORDER BY id"
        return [row[0] for row in self._rows(query, author)]

    def emptied_threads(self, comments: Sequence[int]) -> list[int]:
        """Return the threads of these comments in which every comment has been erased."""
        return [row[0] for row in self._rows(_EMPTIED, json.dumps(comments))]

    def personal_rows(self, comment: int) -> list[tuple[Table, int]]:
        """Return table and key of what the desk holds of a comment, its author apart.

        What was written about its answers to the comment is about the comment.
        """
        named = {table.name: table for table in tables.TABLES}
        both = (comment, *self.answers_to(comment))
        with self._reading() as db:
            found = [row for each in both for row in db.execute(_ROWS, {"comment": each})]
            found += db.execute(_PICTURES, {"comment": comment})
        return [(named[name], key) for name, key in dict.fromkeys(found)]

    def answers_to(self, comment: int) -> list[int]:
        """Return the desk's own answers to a comment, which go with it."""
        query = f"{_ANSWERS} SELECT id FROM answer ORDER BY id"  # noqa: S608 - a constant
        with self._reading() as db:
            return [row[0] for row in db.execute(query, {"comment": comment})]

    def frozen_with(self, comment: int) -> list[int]:
        """Return what is held or was told to PV, and has a comment in a frozen original."""
        with self._reading() as db:
            return [row[0] for row in db.execute(_FROZEN_WITH, {"comment": comment})]

    def packets_beside(self, comment: int) -> list[tuple[int, int, str]]:
        """Return comment, when PV was last told, and frozen case of each escalation in its thread."""
        with self._reading() as db:
            return db.execute(_PACKETS, {"comment": comment}).fetchall()

    def migrated_at(self, migration: str) -> int | None:
        """Return when a migration of this name ran on the desk; None where none did."""
        query = "SELECT unixepoch(applied_at) FROM _sqlite_migrations WHERE name = ?"
        return next((at * SECOND for (at,) in self._rows(query, migration) if at), None)

    def kept_since(self, before: int, after: int = 0) -> list[Kept]:
        """Return finished comments that came in before a time and are not erased, by their number.

        The next page begins `after` the last comment of this one.
        """
        from webcare_desk.domain.erasure import Kept
        from webcare_desk.domain.finding import Category
        from webcare_desk.domain.reason import Reason

        return [
            Kept(comment, Category(category), reason and Reason(reason), came, escalated)
            for comment, category, reason, came, escalated in self._rows(_KEPT, before, after)
        ]


def _hold(row: tuple[Any, ...]) -> Hold:
    from webcare_desk.domain.erasure import Hold, HoldBasis

    key, comment, basis, *rest = row
    return Hold(key, comment, HoldBasis(basis), *rest)
