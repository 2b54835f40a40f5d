"""Reading the inbox: pages by keyset, counts from the kept table, search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import (
    NEVER,
    Handover,
    InboxRow,
    PageKey,
    Queue,
    QueueCount,
    Status,
    Work,
)
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.sought import sought
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.cases import HANDOVER, LAST_CASE, PV_DUE, REFUSED_OR_STUCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from webcare_desk.domain.reply import DeliveryState
    from webcare_desk.domain.sought import Sought

PREVIEW = 400
#: From so many letters on the last word of a search may be the beginning of one.
_BEGINNING = 3
_ROW = (
    "SELECT w.comment, w.queue, w.status, w.category, w.tier, w.due, w.reply_due, w.aware_due, "
    f"w.claimed_by, w.claimed_until, a.name, substr(t.body, 1, {PREVIEW}), c.source, c.posted_at, "
    f"w.visibility, {HANDOVER}, length(c.salt) = 0, "
    f"w.status = 'escalated' AND coalesce(s.state = 'sent', 0), {PV_DUE} "
)
_JOINS = (
    "JOIN comment c ON c.id = w.comment JOIN author a ON a.id = c.author "
    f"JOIN revision r ON r.id = w.revision JOIN text t ON t.id = r.body {LAST_CASE}"
)
# Two reads, because SQLite seeks by the first part of `(due, comment) > (?, ?)` alone: with
# that it goes through all the work of one due time, and most work has none.
_PAGE = f"{_ROW} FROM work w {_JOINS} WHERE w.queue = ? AND"
_SAME_DUE = f"{_PAGE} w.due = ? AND w.comment > ? ORDER BY w.comment LIMIT ?"
_LATER = f"{_PAGE} w.due > ? ORDER BY w.due, w.comment LIMIT ?"
_TIER_SAME_DUE = f"{_PAGE} w.tier = ? AND w.due = ? AND w.comment > ? ORDER BY w.comment LIMIT ?"
_TIER_LATER = f"{_PAGE} w.tier = ? AND w.due > ? ORDER BY w.due, w.comment LIMIT ?"
_FIRST = PageKey(-NEVER, -1)
_SEARCH = (
    f"{_ROW} FROM text_fts f CROSS JOIN revision r ON r.body = f.rowid "  # noqa: S608 - constants of this file
    "CROSS JOIN work w ON w.comment = r.comment AND w.revision = r.id "
    "JOIN comment c ON c.id = w.comment JOIN author a ON a.id = c.author "
    f"JOIN text t ON t.id = r.body {LAST_CASE} WHERE f.body MATCH ? AND f.rowid < coalesce(("
    "SELECT l.body FROM work k JOIN revision l ON l.id = k.revision "
    "WHERE k.comment = ?), ?) ORDER BY f.rowid DESC LIMIT ?"
)
#: The columns of `work` in the order in which `work_of` wants them.
WORK_COLUMNS = (
    "comment", "queue", "status", "category", "tier", "due", "reply_due", "aware_at", "aware_due",
    "claimed_by", "claimed_until", "assigned_to", "visibility", "reason", "version",
)  # fmt: skip
# What no clock runs for has no due time, and is most of a large desk's open work: it is not read.
_FORWARD = "SELECT min(aware_due) FROM work WHERE queue = ? AND due < ? AND status <> 'escalated'"
_WORK = f"SELECT {','.join(WORK_COLUMNS)} FROM work"  # noqa: S608 - the columns above


class InboxReads(Asking):
    """What the list and the queues show."""

    def page(
        self, queue: Queue, after: PageKey | None, limit: int, now: int, *, by_tier: bool = False
    ) -> list[InboxRow]:
        """Return up to `limit` rows of a queue, the nearest due time first.

        `now` decides which claims have run out; `after` is the last row's key. `by_tier` puts
        the most suspect first, and goes by due time within a tier.
        """
        key = after or _FIRST
        if by_tier:
            with self._reading() as db:
                rows = _by_tier(db, queue, key, limit)
            return [_row(row, now) for row in {row[0]: row for row in rows}.values()]
        with self._reading() as db:
            rows = db.execute(_SAME_DUE, (queue, key.due, key.comment, limit)).fetchall()
            if len(rows) < limit:
                rows += db.execute(_LATER, (queue, key.due, limit - len(rows))).fetchall()
        # Whoever moves a comment between the two reads does not show it twice.
        return [_row(row, now) for row in {row[0]: row for row in rows}.values()]

    def mine(self, moderator: str, after: PageKey | None, limit: int, now: int) -> list[InboxRow]:
        """Return the open work that is assigned to a moderator or claimed by him."""
        key = after or _FIRST
        with self._reading() as db:
            rows = db.execute(
                f"{_ROW} FROM work w {_JOINS} WHERE w.comment IN ("  # noqa: S608 - constants of this file
                "SELECT comment FROM work WHERE assigned_to = ? "
                "UNION SELECT comment FROM work WHERE claimed_by = ? AND claimed_until > ?) "
                "AND w.queue <> 'done' AND (w.due, w.comment) > (?, ?) "
                "ORDER BY w.due, w.comment LIMIT ?",
                (moderator, moderator, now, key.due, key.comment, limit),
            ).fetchall()
        return [_row(row, now) for row in rows]

    def troubled(
        self, state: DeliveryState, after: PageKey | None, limit: int, now: int
    ) -> list[InboxRow]:
        """Return the comments that have a delivery in a state, the nearest due time first.

        To what failed belong the reports that PV refused, and those that cannot leave.
        """
        key = after or _FIRST
        others = f"UNION {REFUSED_OR_STUCK}" if state == "failed" else ""
        with self._reading() as db:
            rows = db.execute(
                f"{_ROW} FROM work w {_JOINS} WHERE w.comment IN ("  # noqa: S608 - constants of this file
                f"SELECT comment FROM delivery WHERE state = ? {others}) "
                "AND (w.due, w.comment) > (?, ?) "
                "ORDER BY w.due, w.comment LIMIT ?",
                (state, key.due, key.comment, limit),
            ).fetchall()
        return [_row(row, now) for row in rows]

    def rows(self, comments: Sequence[int], now: int) -> list[InboxRow]:
        """Return the rows of `comments`, to refresh what a list shows."""
        marks = ",".join("?" * len(comments))
        with self._reading() as db:
            rows = db.execute(
                f"{_ROW} FROM work w {_JOINS} WHERE w.comment IN ({marks})", list(comments)
            ).fetchall()
        return [_row(row, now) for row in rows]

    def search(self, words: str, before: int | None, limit: int, now: int) -> list[InboxRow]:
        """Return comments whose text holds all `words`, the newest wording first.

        `from:NAME` or `van:NAAM` among them asks for an author, and alone for all that is
        by him, the newest first.

        `before` is the id of the last comment of the page before. The last word may
        be the beginning of one, from three letters on: fewer stand in most of a large
        desk. The words are data: quotes, operators and column names mean nothing.
        """
        asked = sought(words)
        begun = _begun(asked.words)
        if asked.lacks_name or not (begun or asked.names):
            return []
        with self._reading() as db:
            if asked.names:
                rows = _by_author(db, asked, begun, NEVER if before is None else before, limit)
            else:
                rows = db.execute(_SEARCH, (begun, before, NEVER, limit)).fetchall()
        return [_row(row, now) for row in rows]

    def queue_counts(self) -> list[QueueCount]:
        """Return every queue's count and its first due time, in order of danger."""
        with self._reading() as db:
            counts = dict(db.execute("SELECT queue, count FROM queue_count"))
            return [QueueCount(queue, counts.get(queue, 0), _worst(db, queue)) for queue in Queue]

    def next_forward(self) -> int | None:
        """Return by when PV must know of the first comment that nobody has handed over yet."""
        first: int | None = None
        with self._reading() as db:
            for queue in filter(lambda each: each.is_open, Queue):
                # Work is due no later than PV: behind the first one found nothing is sooner.
                row = db.execute(_FORWARD, (queue, NEVER if first is None else first)).fetchone()
                first = first if row[0] is None else int(row[0])
        return first

    def work(self, comment: int) -> Work | None:
        """Return the work on a comment, or None if the desk does not have it."""
        with self._reading() as db:
            row = db.execute(f"{_WORK} WHERE comment = ?", (comment,)).fetchone()
        return None if row is None else work_of(row)


def _by_author(
    db: sqlite3.Connection, asked: Sought, begun: str, before: int, limit: int
) -> list[tuple[object, ...]]:
    """Return the rows of what an author wrote, in the order in which it is told."""
    from webcare_desk.store.sqlite import authors

    if begun:
        found = authors.said_by(db, asked, begun, before, limit)
    else:
        found = authors.written_by(db, asked, before, limit)
    rows = db.execute(
        f"{_ROW} FROM work w {_JOINS} WHERE w.comment IN (SELECT value FROM json_each(?))",  # noqa: S608 - constants of this file
        (json.dumps(found),),
    )
    told = {row[0]: row for row in rows}
    return [told[comment] for comment in found]


def phrase(words: str) -> str:
    """Return `words` as an FTS5 query; half characters and NULs, which it cannot hold, go."""
    whole = words.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    return " ".join('"' + word.replace('"', '""') + '"' for word in whole.split())


def _begun(words: str) -> str:
    """Return `words` as an FTS5 query in which the last one may go on."""
    sought = phrase(words)
    last = sought.rpartition(" ")[2].strip('"')
    return f"{sought}*" if len(last) >= _BEGINNING else sought


def _by_tier(
    db: sqlite3.Connection, queue: Queue, after: PageKey, limit: int
) -> list[tuple[object, ...]]:
    """Return the rows behind a key, one tier after another: each is a seek in an index."""
    rows: list[tuple[object, ...]] = []
    for tier in sorted(Tier, reverse=True):
        if tier > after.tier or len(rows) >= limit:
            continue
        key = after if tier is after.tier else _FIRST
        same = (queue, tier, key.due, key.comment, limit - len(rows))
        rows += db.execute(_TIER_SAME_DUE, same).fetchall()
        if len(rows) < limit:
            later = queue, tier, key.due, limit - len(rows)
            rows += db.execute(_TIER_LATER, later).fetchall()
    return rows


def _worst(db: sqlite3.Connection, queue: Queue) -> int | None:
    if queue is Queue.DONE:
        return None
    row = db.execute(
        "SELECT due FROM work WHERE queue = ? ORDER BY due, comment LIMIT 1", (queue,)
    ).fetchone()
    return None if row is None or row[0] == NEVER else int(row[0])


def _row(row: tuple[object, ...], now: int) -> InboxRow:
    (comment, queue, status, category, tier, due, reply_due, aware_due, claimed_by) = row[:9]
    (claimed_until, author, preview, source, posted_at, visibility, handover) = row[9:16]
    return InboxRow(
        comment=_whole(comment),
        queue=Queue(str(queue)),
        status=Status(str(status)),
        category=Category(str(category)),
        tier=Tier(_whole(tier)),
        due=_whole(due),
        reply_due=_maybe(reply_due),
        aware_due=_maybe(aware_due),
        claimed_by=str(claimed_by) if claimed_by and _whole(claimed_until) > now else None,
        author_name=str(author),
        preview=str(preview),
        source=str(source),
        posted_at=_whole(posted_at),
        visibility=Visibility(str(visibility)),
        handover=None if handover is None else Handover(_whole(handover)),
        is_erased=bool(row[16]),
        awaits_answer=bool(row[17]),
        pv_due=_maybe(row[18]),
    )


def work_of(row: Sequence[object]) -> Work:
    """Return the Work that a row of the table holds."""
    return Work(
        comment=_whole(row[0]),
        queue=Queue(str(row[1])),
        status=Status(str(row[2])),
        category=Category(str(row[3])),
        tier=Tier(_whole(row[4])),
        due=_whole(row[5]),
        reply_due=_maybe(row[6]),
        aware_at=_maybe(row[7]),
        aware_due=_maybe(row[8]),
        claimed_by=None if row[9] is None else str(row[9]),
        claimed_until=_whole(row[10]),
        assigned_to=None if row[11] is None else str(row[11]),
        visibility=Visibility(str(row[12])),
        reason=None if row[13] is None else Reason(str(row[13])),
        version=_whole(row[14]),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value


def _maybe(value: object) -> int | None:
    return None if value is None else _whole(value)
