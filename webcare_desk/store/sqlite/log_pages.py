"""Pages of the log by filter, the newest first: over a million entries in milliseconds.

No entry pays for an index of its own. `entry_found` says in which blocks of 256
entries somebody acted, an action was done, or an hour passed, and of each full
block who did what in it; a page walks only through blocks that can hold what is
asked for. Entries about comments with
certain words are found through the search index: few comments by their
entries, many by looking the newest entries up.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.spans import HOUR
from webcare_desk.store.base import LogFilter
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.inbox import phrase
from webcare_desk.store.sqlite.log import entry_of

#: Entries in a block, and microseconds in an hour: the numbers of `FOUND`.
BLOCK = 256
#: What `entry_found` holds of the log; its migrations (0006, 0013) and the replay ask it.
FOUND = (
    "SELECT 'actor', actor, seq / 256 FROM entry UNION "
    "SELECT 'action', action, seq / 256 FROM entry UNION "
    "SELECT 'hour', at / 3600000000, seq / 256 FROM entry"
)
#: And who did what, of the blocks that are full; no action's name has a stroke in it.
PAIRS = (
    "SELECT DISTINCT 'pair', action || '/' || actor, seq / 256 FROM entry "
    "WHERE seq / 256 < (SELECT (max(seq) + 1) / 256 FROM entry)"
)
#: The entries about comments that ever had one of these texts: read from two indexes alone.
OF_TEXTS = (
    "SELECT e.seq FROM (SELECT DISTINCT r.comment FROM json_each(?) t "
    "CROSS JOIN revision r ON r.body = t.value) c "
    "CROSS JOIN entry e ON e.subject = c.comment AND e.seq < ?"
)
#: Up to so many texts their entries are gathered: with other conditions, and without.
_FEW, _FEW_ALONE = 500, 5_000
#: Up to so many texts their numbers are held against the newest entries; beyond, each is asked.
_MANY = 50_000
_BATCH = 512
_END = 2**62
_Row = tuple[int, bytes, int | None]
_Condition = tuple[str, list[object]]
_Having = Callable[[list[int]], set[int]]


class LogPages(Asking):
    """Reading the log by filter."""

    def entries(self, chosen: LogFilter, before: int | None, limit: int) -> list[AuditEntry]:
        """Return entries, the newest first, older than entry `before`."""
        with self._reading() as db:
            rows = _page(db, chosen, _END if before is None else before, limit)
        return [entry_of(seq, leaf) for seq, leaf, _ in rows]

    def entries_among(self, actions: Iterable[str], first: int, last: int) -> Iterator[AuditEntry]:
        """Yield the entries of some actions between two numbers, oldest first."""
        names = json.dumps(sorted(actions))
        with self._reading() as db:
            for block in _blocks_of(db, names, first, last):
                rows = db.execute(
                    "SELECT seq, leaf FROM entry WHERE seq BETWEEN ? AND ? AND action IN "
                    "(SELECT value FROM json_each(?)) ORDER BY seq",
                    (max(first, block * BLOCK), min(last, block * BLOCK + BLOCK - 1), names),
                ).fetchall()
                for row in rows:
                    yield entry_of(*row)

    def entries_of_cases(self, actions: Iterable[str]) -> list[AuditEntry]:
        """Return the entries of some actions about comments that were escalated, oldest first.

        By the index of their subjects: the actions alone may be in every block of the log.
        """
        with self._reading() as db:
            rows = db.execute(
                "SELECT e.seq, e.leaf FROM (SELECT DISTINCT comment FROM escalation) c "
                "CROSS JOIN entry e ON e.subject = c.comment "
                "AND e.action IN (SELECT value FROM json_each(?)) ORDER BY e.seq",
                (json.dumps(sorted(actions)),),
            ).fetchall()
        return [entry_of(*row) for row in rows]

    def entries_between(self, since: int, until: int) -> tuple[int, int] | None:
        """Return the first and the last entry made from `since` up to `until`; None without any.

        Times do not rise where the clock was set back, so nothing is concluded from neighbours.
        """
        with self._reading() as db:
            first, last = (_outermost(db, since, until, order) for order in ("ASC", "DESC"))
        return None if first is None or last is None else (first, last)

    def clock_steps(self, first: int, last: int) -> list[AuditEntry]:
        """Return the entries between two numbers before which the clock went back."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT e.seq, e.leaf FROM entry e JOIN entry b ON b.seq = e.seq - 1 "
                "WHERE e.seq BETWEEN ? AND ? AND e.at < b.at ORDER BY e.seq",
                (first, last),
            ).fetchall()
        return [entry_of(*row) for row in rows]


def _outermost(db: sqlite3.Connection, since: int, until: int, order: str) -> int | None:
    """Return the first entry of a time, or with "DESC" the last: the end of its outermost block."""
    blocks = db.execute(
        "SELECT DISTINCT block FROM entry_found "  # noqa: S608 - one of two words of this file
        f"WHERE kind = 'hour' AND name BETWEEN ? AND ? ORDER BY block {order}",
        (since // HOUR, until // HOUR),
    )
    for (block,) in blocks:
        found = db.execute(
            "SELECT seq FROM entry WHERE seq BETWEEN ? AND ? "  # noqa: S608 - the same
            f"AND at >= ? AND at < ? ORDER BY seq {order} LIMIT 1",
            (block * BLOCK, block * BLOCK + BLOCK - 1, since, until),
        ).fetchone()
        if found is not None:
            return int(found[0])
    return None


def _blocks_of(db: sqlite3.Connection, names: str, first: int, last: int) -> list[int]:
    rows = db.execute(
        "SELECT DISTINCT block FROM json_each(?) n CROSS JOIN entry_found f "
        "ON f.kind = 'action' AND f.name = n.value AND f.block BETWEEN ? AND ? ORDER BY block",
        (names, first // BLOCK, last // BLOCK),
    )
    return [row[0] for row in rows]


def _page(db: sqlite3.Connection, chosen: LogFilter, before: int, limit: int) -> list[_Row]:
    if not chosen.words.strip() and not chosen.words_actions:
        return _plain_page(db, chosen, before, limit)
    found = {row[0]: row for row in _told(db, chosen, before, limit)}
    for action in chosen.words_actions:
        if chosen.action in {None, action}:
            only = replace(_without_words(chosen), action=action)
            found |= {row[0]: row for row in _plain_page(db, only, before, limit)}
    return [found[seq] for seq in sorted(found, reverse=True)[:limit]]


def _without_words(chosen: LogFilter) -> LogFilter:
    return replace(chosen, words="", words_actions=frozenset())


def _plain_page(db: sqlite3.Connection, chosen: LogFilter, before: int, limit: int) -> list[_Row]:
    """Return a page without words: by comment, by block, or simply from the end."""
    clause, values = _condition(chosen)
    if chosen.subject is not None or clause == "1":
        return db.execute(
            f"SELECT seq, leaf, subject FROM entry WHERE seq < ? AND {clause} "  # noqa: S608 - clauses of this file
            "ORDER BY seq DESC LIMIT ?",
            (before, *values, limit),
        ).fetchall()
    found: list[_Row] = []
    for block in _blocks(db, chosen, (before - 1) // BLOCK):
        found += db.execute(
            f"SELECT seq, leaf, subject FROM entry WHERE seq BETWEEN ? AND ? AND {clause} "  # noqa: S608 - the same
            "ORDER BY seq DESC LIMIT ?",
            (block * BLOCK, min(before, (block + 1) * BLOCK) - 1, *values, limit - len(found)),
        ).fetchall()
        if len(found) == limit:
            break
    return found


def _blocks(db: sqlite3.Connection, chosen: LogFilter, last: int) -> list[int]:
    """Return the blocks that may hold what is asked for, the newest first."""
    sets = [
        {
            row[0]
            for row in db.execute(
                "SELECT block FROM entry_found "
                "WHERE kind = ? AND name BETWEEN ? AND ? AND block <= ?",
                (*one, last),
            )
        }
        for one in _wanted(chosen)
    ]
    if chosen.actor is not None and chosen.action is not None:
        # What was done in the block that is not full yet is not listed in pairs.
        sets[0].add(db.execute("SELECT coalesce(max(seq), 0) / 256 FROM entry").fetchone()[0])
    return sorted((block for block in set.intersection(*sets) if block <= last), reverse=True)


def _wanted(chosen: LogFilter) -> list[tuple[str, object, object]]:
    """Return what `entry_found` is asked: a kind, and the first and last name of it."""
    wanted: list[tuple[str, object, object]] = []
    if chosen.actor is not None and chosen.action is not None:
        pair = f"{chosen.action}/{chosen.actor}"
        wanted.append(("pair", pair, pair))
    elif chosen.actor is not None:
        wanted.append(("actor", chosen.actor, chosen.actor))
    elif chosen.action is not None:
        wanted.append(("action", chosen.action, chosen.action))
    if chosen.since is not None or chosen.until is not None:
        since = -_END if chosen.since is None else chosen.since // HOUR
        until = _END if chosen.until is None else chosen.until // HOUR
        wanted.append(("hour", since, until))
    return wanted


def _condition(chosen: LogFilter) -> _Condition:
    given: dict[str, object] = {
        "actor = ?": chosen.actor,
        "action = ?": chosen.action,
        "subject = ?": chosen.subject,
        "at >= ?": chosen.since,
        "at < ?": chosen.until,
    }
    wanted = {clause: value for clause, value in given.items() if value is not None}
    return " AND ".join(wanted) or "1", list(wanted.values())


def _told(db: sqlite3.Connection, chosen: LogFilter, before: int, limit: int) -> list[_Row]:
    """Return entries about comments in which all words stand, in any wording of them."""
    sought = phrase(chosen.words)
    if not sought:
        return []
    texts = {
        row[0]
        for row in db.execute(
            "SELECT rowid FROM text_fts WHERE body MATCH ? LIMIT ?", (sought, _MANY + 1)
        )
    }
    is_alone = _condition(chosen)[0] == "1"
    if len(texts) <= (_FEW_ALONE if is_alone else _FEW):
        return _of_few(db, chosen, texts, before, limit)
    if len(texts) <= _MANY:
        return _from_the_newest(db, chosen, before, limit, partial(_among, db, texts))
    return _from_the_newest(db, chosen, before, limit, partial(_asked, db, sought))


def _of_few(
    db: sqlite3.Connection, chosen: LogFilter, texts: set[int], before: int, limit: int
) -> list[_Row]:
    """Return entries about the comments that have these texts."""
    numbers = [row[0] for row in db.execute(OF_TEXTS, (json.dumps(list(texts)), before))]
    numbers.sort(reverse=True)
    found: list[_Row] = []
    clause, values = _condition(chosen)
    for start in range(0, len(numbers), _BATCH):
        found += db.execute(
            "SELECT seq, leaf, subject FROM entry "  # noqa: S608 - clauses of this file
            f"WHERE seq IN (SELECT value FROM json_each(?)) AND {clause} "
            "ORDER BY seq DESC LIMIT ?",
            (json.dumps(numbers[start : start + _BATCH]), *values, limit - len(found)),
        ).fetchall()
        if len(found) == limit:
            break
    return found


def _from_the_newest(
    db: sqlite3.Connection, chosen: LogFilter, before: int, limit: int, having: _Having
) -> list[_Row]:
    """Return entries whose comment has the words; there are many, so the newest soon have."""
    found: list[_Row] = []
    plain = _without_words(chosen)
    while len(found) < limit:
        page = _plain_page(db, plain, before, _BATCH)
        comments = having(sorted({row[2] for row in page if row[2] is not None}))
        found += [row for row in page if row[2] in comments]
        if len(page) < _BATCH:
            break
        before = page[-1][0]
    return found[:limit]


def _among(db: sqlite3.Connection, texts: set[int], comments: list[int]) -> set[int]:
    """Return those of `comments` that have one of these texts."""
    rows = db.execute(
        "SELECT r.comment, r.body FROM json_each(?) c CROSS JOIN revision r ON r.comment = c.value",
        (json.dumps(comments),),
    )
    return {comment for comment, body in rows if body in texts}


def _asked(db: sqlite3.Connection, sought: str, comments: list[int]) -> set[int]:
    """Return those of `comments` for which the search index has the words."""
    rows = db.execute(
        "SELECT r.comment FROM json_each(?) c CROSS JOIN revision r ON r.comment = c.value "
        "CROSS JOIN text_fts f ON f.rowid = r.body WHERE f.body MATCH ?",
        (json.dumps(comments), sought),
    )
    return {row[0] for row in rows}
