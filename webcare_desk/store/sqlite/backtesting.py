"""Reading comments in pages by key, to replay them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.backtest import KeptComment
    from webcare_desk.domain.occasion import Circumstances

_PAGE = """
SELECT c.id, c.thread, p.id, c.parent IS NOT NULL, c.own, t.body, r.category,
  max(r.tier, coalesce(s.adds, 0)), r.queue,
  c.source, c.posted_at, a.name, b.name, p.own
FROM comment c JOIN author a ON a.id = c.author
LEFT JOIN comment p ON p.source = c.source AND p.remote = c.parent
LEFT JOIN author b ON b.id = p.author
JOIN work w ON w.comment = c.id JOIN revision r ON r.id = w.revision
LEFT JOIN assessment s ON s.revision = r.id
JOIN text t ON t.id = r.body
WHERE c.id > ? AND length(c.salt) > 0 ORDER BY c.id LIMIT ?
"""


class BacktestReads(Asking):
    """Every comment that is still readable."""

    def kept_comments(self, after: int, limit: int) -> list[KeptComment]:
        """Return up to `limit` comments after the row `after`; none that was erased."""
        from webcare_desk.domain.backtest import KeptComment, Verdict
        from webcare_desk.domain.finding import Category, Tier
        from webcare_desk.domain.inbox import Queue

        with self._reading() as db:
            rows = db.execute(_PAGE, (after, limit)).fetchall()
        return [
            KeptComment(
                id=row[0],
                thread=row[1],
                parent=row[2],
                is_answer=bool(row[3]),
                own=bool(row[4]),
                text=row[5],
                said=Verdict(Category(row[6]), Tier(row[7]), Queue(row[8])),
                told=_told(*row[9:]),
            )
            for row in rows
        ]


def _told(source: str, posted_at: int, name: str, answered: str | None, own: int) -> Circumstances:
    from webcare_desk.domain.occasion import Circumstances, addressee

    to = None if answered is None else addressee(name, answered, own=bool(own))
    return Circumstances(source, to, posted_at)
