"""Reading comments: one with its screening, its thread, its wordings, its notes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.places import IN_THREAD, PLACED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.case import Note
    from webcare_desk.domain.comment import Comment, Revision

_COMMENT = (
    "SELECT c.id, c.uid, c.source, c.remote, h.remote, h.title, "  # noqa: S608 - constants
    "(SELECT p.id FROM comment p WHERE p.source = c.source AND p.remote = c.parent), "
    "a.name, t.body, c.link, r.language, c.posted_at, c.ingested_at, "
    "(SELECT count(DISTINCT v.body) FROM revision v WHERE v.comment = c.id), w.visibility, "
    "c.own, r.tier, r.findings, s.model, s.tier, s.score, s.categories, s.spans, length(c.salt) = 0 "
    f"FROM {PLACED} c JOIN work w ON w.comment = c.id JOIN revision r ON r.id = w.revision "
    "LEFT JOIN assessment s ON s.revision = r.id "
    "JOIN text t ON t.id = r.body JOIN author a ON a.id = c.author "
    "JOIN thread h ON h.id = c.thread "
)
#: One look through the threads that the given comments stand in.
_EARLY = """
WITH given AS MATERIALIZED (
  SELECT id, thread, remote FROM comment WHERE id IN (SELECT value FROM json_each(:given)))
SELECT c.id FROM comment c JOIN work w ON w.comment = c.id
WHERE c.thread IN (SELECT thread FROM given) AND c.parent IN (SELECT remote FROM given)
AND w.status = 'new' AND c.own = 0 AND length(c.salt) > 0 AND c.id NOT IN (SELECT id FROM given)
ORDER BY c.id
"""
#: What nobody is done with, or PV has not answered; what was deleted may come back.
_WAITING = (
    "FROM comment c JOIN work w ON w.comment = c.id WHERE c.id IN ("
    "SELECT comment FROM work WHERE queue <> 'done' "
    "UNION SELECT comment FROM escalation WHERE state = 'open') "
    "AND c.source = ? AND length(c.salt) > 0"
)
#: What was deleted since, as a poll saw it or by the desk itself. The work is looked through
#: first (CROSS), which is narrow: by the index of a source each comment of it would be read.
_DELETED = (
    "FROM work w CROSS JOIN comment c ON c.id = w.comment JOIN revision r ON r.id = w.revision "
    "WHERE w.visibility = 'deleted' AND c.source = ? AND length(c.salt) > 0 AND (r.seen_at > ? "
    "OR EXISTS (SELECT 1 FROM delivery d WHERE d.comment = c.id AND d.kind = 'delete' "
    "AND d.queued_at > ?))"
)
#: Which posts of a thread come first where not all do: the comment, then what it answers, its answers
#: and what its author wrote besides, then what stands before it, then what stands after it.
NEAREST = """
ORDER BY c.id <> s.id,
  c.parent IS NOT s.remote AND c.remote IS NOT s.parent AND c.author <> s.author,
  (c.posted_at, c.id) > (s.posted_at, s.id) AND c.parent IS NOT s.remote AND c.author <> s.author,
  abs(c.posted_at - s.posted_at), c.id LIMIT :limit
"""
#: So many posts of a thread are shown, frozen and sent.
POSTS = 200
#: Each poll counts, also one that only prolonged the gap of those before it.
_POLLS = (
    "SELECT coalesce(sum(coalesce(polls, 1)), 0) FROM coverage "
    "WHERE source = ? AND state <> 'unread'"
)


class CommentReads(Asking):
    """What the desk knows of a comment."""

    def comment(self, comment: int) -> Comment | None:
        """Return the comment in its latest wording, or None."""
        with self._reading() as db:
            row = db.execute(f"{_COMMENT} WHERE c.id = ?", (comment,)).fetchone()
        return None if row is None else _comment(row)

    def comment_named(self, source: str, remote_id: str) -> Comment | None:
        """Return the comment that a platform calls `remote_id`, or None."""
        with self._reading() as db:
            row = db.execute(
                f"{_COMMENT} WHERE c.source = ? AND c.remote = ?", (source, remote_id)
            ).fetchone()
        return None if row is None else _comment(row)

    def thread(self, comment: int, limit: int = POSTS) -> list[Comment]:
        """Return the thread of a comment, oldest first, at most `limit` posts.

        In a longer thread what it answers, its answers and the other posts of its
        author go before the posts nearest before it.
        """
        with self._reading() as db:
            rows = db.execute(
                f"{_COMMENT} JOIN {PLACED} s ON s.id = :of WHERE {IN_THREAD} {NEAREST}",
                {"of": comment, "limit": limit},
            ).fetchall()
        return sorted(map(_comment, rows), key=lambda found: (found.posted_at, found.id))

    def thread_size(self, comment: int) -> int:
        """Return how many posts the thread of a comment has."""
        with self._reading() as db:
            [size] = db.execute(
                f"SELECT count(*) FROM {PLACED} c WHERE {IN_THREAD}",  # noqa: S608 - constants
                {"of": comment},
            ).fetchone()
        return int(size)

    def revisions(self, comment: int) -> list[Revision]:
        """Return every wording of a comment, the first one first."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT row_number() OVER (ORDER BY min(r.number)), t.body, min(r.seen_at) "
                "FROM revision r JOIN text t ON t.id = r.body "
                "WHERE r.comment = ? GROUP BY r.body ORDER BY 1",
                (comment,),
            ).fetchall()
        from webcare_desk.domain.comment import Revision

        return [Revision(*row) for row in rows]

    def recent_remote_ids(self, source: str, limit: int) -> list[str]:
        """Return the platform ids of the newest comments that are not deleted."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT c.remote FROM comment c JOIN work w ON w.comment = c.id "
                "WHERE c.source = ? AND w.visibility <> 'deleted' AND length(c.salt) > 0 "
                "ORDER BY c.id DESC LIMIT ?",
                (source, limit),
            ).fetchall()
        return [row[0] for row in rows]

    def waiting_remote_ids(self, source: str, limit: int) -> list[str]:
        """Return some platform ids of what waits on a source; after another poll, the next ones."""
        return self._in_turn(_WAITING, source, limit)

    def deleted_remote_ids(self, source: str, since: int, limit: int) -> list[str]:
        """Return some platform ids of what was deleted since; after another poll, the next ones."""
        return self._in_turn(_DELETED, source, limit, since, since)

    def _in_turn(self, which: str, source: str, limit: int, *values: int) -> list[str]:
        """Return about `limit` platform ids of those; after another poll, the next ones.

        The number of polls says whose turn it is, and which turn a comment has its own id:
        what comes and goes meanwhile puts no other one off.
        """
        with self._reading() as db:
            [count] = db.execute(f"SELECT count(*) {which}", (source, *values)).fetchone()
            [polls] = db.execute(_POLLS, (source,)).fetchone()
            turns = 1 << ((count - 1) // limit).bit_length() if count else 1
            rows = db.execute(
                f"SELECT c.remote {which} AND c.id % ? = ? ORDER BY c.id",
                (source, *values, turns, polls % turns),
            ).fetchall()
        return [row[0] for row in rows]

    def early_answers(self, comments: Sequence[int]) -> list[int]:
        """Return the new comments, none of `comments`, that answer one of them in its thread."""
        with self._reading() as db:
            rows = db.execute(_EARLY, {"given": json.dumps(comments)}).fetchall()
        return [row[0] for row in rows]

    def plan_of(self, comment: int) -> str | None:
        """Return the escalation plan that triage recommended, if any."""
        with self._reading() as db:
            row = db.execute(
                "SELECT r.plan FROM work w JOIN revision r ON r.id = w.revision "
                "WHERE w.comment = ?",
                (comment,),
            ).fetchone()
        return None if row is None else row[0]

    def notes(self, comment: int) -> list[Note]:
        """Return the private notes beside a comment, oldest first."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT n.id, n.comment, n.author, t.body, n.at FROM note n "
                "JOIN text t ON t.id = n.body WHERE n.comment = ? ORDER BY n.id",
                (comment,),
            ).fetchall()
        from webcare_desk.domain.case import Note

        return [Note(*row) for row in rows]


def _comment(row: tuple[object, ...]) -> Comment:
    from webcare_desk.domain.comment import Comment, Visibility
    from webcare_desk.domain.finding import Language, Screening, Tier
    from webcare_desk.store.codec import findings_of, opinion_of

    (id_, uid, source, remote, thread, title, parent, author, text, link, language) = row[:11]
    (posted_at, ingested_at, number, visibility, own, tier, findings, *told, is_erased) = row[11:]
    spoken = Language(str(language))
    opinion = None if told[0] is None else opinion_of(told)
    return Comment(
        id=int(str(id_)),
        uid=str(uid),
        source=str(source),
        remote_id=str(remote),
        thread=str(thread),
        thread_title=str(title),
        parent=None if parent is None else int(str(parent)),
        author_name=str(author),
        text=str(text),
        link=str(link),
        language=spoken,
        posted_at=int(str(posted_at)),
        ingested_at=int(str(ingested_at)),
        revision=int(str(number)),
        visibility=Visibility(str(visibility)),
        own=bool(own),
        screening=Screening(spoken, Tier(int(str(tier))), findings_of(str(findings)), opinion),
        is_erased=bool(is_erased),
    )
