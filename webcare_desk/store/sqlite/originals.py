"""Reading frozen originals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from webcare_desk.domain.inbox import NEVER
from webcare_desk.errors import StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.comments import NEAREST, POSTS
from webcare_desk.store.sqlite.places import IN_THREAD, PLACED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.original import Cause, Frozen, Original

_FROZEN = (
    "SELECT id, comment, cause, taken_at, posts, text_hash, state, picture, picture_hash, problem, "
    "version FROM original "
)
#: Where a comment stood when it was frozen: what it was moved to afterwards is not part of it.
_HEAD = """
SELECT c.source, h.title, coalesce(m.link, c.link)
FROM comment c LEFT JOIN move m ON m.id = (
  SELECT max(id) FROM move WHERE comment = c.id AND original < :original)
JOIN thread h ON h.id = coalesce(m.thread, c.thread) WHERE c.id = :comment
"""
#: The posts that `CommentReads.thread` shows, without the erased ones, each with how many there are.
_STANDING = f"""
SELECT c.id, w.revision, count(*) OVER ()
FROM {PLACED} c JOIN work w ON w.comment = c.id JOIN {PLACED} s ON s.id = :of
WHERE {IN_THREAD} AND (length(c.salt) > 0 OR c.id = s.id)
{NEAREST}
"""  # noqa: S608 - constants
_POSTS = """
SELECT c.id, r.id, a.name, t.body, c.posted_at, c.own
FROM json_each(?) j JOIN revision r ON r.id = json_extract(j.value, '$[1]')
JOIN comment c ON c.id = r.comment JOIN author a ON a.id = c.author JOIN text t ON t.id = r.body
ORDER BY c.posted_at, c.id
"""


class OriginalReads(Asking):
    """What stood there when it was frozen, and its picture."""

    def standing(self, comment: int, cause: Cause, at: int) -> Original:
        """Return a comment and its thread as they stand now; StaleError without the comment."""
        with self._reading() as db:
            rows = db.execute(_STANDING, {"of": comment, "limit": POSTS}).fetchall()
        size = rows[0][2] if rows else 0
        return self._as_it_stood(comment, cause, at, [row[:2] for row in rows], size, NEVER)

    def original(self, original: int) -> Frozen | None:
        """Return the record of a frozen original."""
        return next(iter(self._frozen("WHERE id = ?", original)), None)

    def originals(self, comment: int) -> list[Frozen]:
        """Return the originals of a comment, the oldest first."""
        return self._frozen("WHERE comment = ? ORDER BY id", comment)

    def originals_waiting(self, limit: int) -> list[Frozen]:
        """Return originals that are still to be drawn, the oldest first."""
        return self._frozen("WHERE state = 'waiting' ORDER BY id LIMIT ?", limit)

    def frozen_as(self, frozen: Frozen) -> Original:
        """Return what a record froze; an erased post has no words any more."""
        of = frozen.comment, frozen.cause, frozen.taken_at
        return self._as_it_stood(*of, frozen.posts, frozen.in_thread, frozen.id)

    def picture_of(self, original: int) -> str | None:
        """Return the picture of an original as base64; None without one."""
        with self._reading() as db:
            row = db.execute(
                "SELECT d.body FROM original o JOIN document d ON d.id = o.picture WHERE o.id = ?",
                (original,),
            ).fetchone()
        return None if row is None else str(row[0]) or None

    def _as_it_stood(  # noqa: PLR0913, PLR0917 - what was frozen, and as which original
        self,
        comment: int,
        cause: Cause,
        at: int,
        posts: Sequence[object],
        size: int,
        original: int,
    ) -> Original:
        from webcare_desk.domain.original import Original, Post

        with self._reading() as db:
            head = db.execute(_HEAD, {"comment": comment, "original": original}).fetchone()
            rows = db.execute(_POSTS, (json.dumps(posts),)).fetchall()
        if head is None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "There is no comment {comment} on this desk; read it again."
            )
            raise StaleError(Said.of(msg, comment=comment))
        source, title, link = head
        found = tuple(Post(*row) for row in rows)
        return Original(comment, cause, at, source, title, link, found, size)

    def _frozen(self, where: str, *values: object) -> list[Frozen]:
        with self._reading() as db:
            rows = db.execute(_FROZEN + where, values).fetchall()
        return [_record(row) for row in rows]


def _record(row: tuple[Any, ...]) -> Frozen:
    from webcare_desk.domain.original import (
        Cause,
        Frozen,
        PictureState,
    )

    key, comment, cause, taken_at, posts, text_hash, state, *rest = row
    kept = json.loads(posts or "[]")
    pairs = tuple((pair[0], pair[1]) for pair in kept if isinstance(pair, list))
    # Behind the posts of a thread that was cut stands how many it had.
    rest.append(kept[-1] if len(kept) > len(pairs) else len(pairs))
    stands = PictureState(state)
    return Frozen(key, comment, Cause(cause), taken_at, pairs, text_hash, stands, *rest)
