"""Reading comments in pages by key, to replay them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from webcare_desk.domain.backtest import KeptComment

_PAGE = """
SELECT c.id, c.thread,
  (SELECT p.id FROM comment p WHERE p.source = c.source AND p.remote = c.parent),
  c.parent IS NOT NULL, c.own, t.body, r.category, r.tier, r.queue
FROM comment c JOIN work w ON w.comment = c.id JOIN revision r ON r.id = w.revision
JOIN text t ON t.id = r.body
WHERE c.id > ? AND length(c.salt) > 0 ORDER BY c.id LIMIT ?
"""


class BacktestReads:
    """Every comment that is still readable."""

    _reading: Callable[[], AbstractContextManager[sqlite3.Connection]]

    def kept_comments(self, after: int, limit: int) -> list[KeptComment]:
        """Return up to `limit` comments after the row `after`; none that was erased."""
        from webcare_desk.domain.backtest import KeptComment, Said  # noqa: PLC0415 - off the start path
        from webcare_desk.domain.finding import Category, Tier  # noqa: PLC0415 - the same
        from webcare_desk.domain.inbox import Queue  # noqa: PLC0415 - the same

        with self._reading() as db:
            rows = db.execute(_PAGE, (after, limit)).fetchall()
        return [
            KeptComment(
                id=key,
                thread=thread,
                parent=parent,
                is_answer=bool(is_answer),
                own=bool(own),
                text=text,
                said=Said(Category(category), Tier(tier), Queue(queue)),
            )
            for key, thread, parent, is_answer, own, text, category, tier, queue in rows
        ]
