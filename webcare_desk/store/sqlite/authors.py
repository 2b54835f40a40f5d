"""Searching by who wrote: authors by how their names begin, and pages of their comments.

SQLite folds the case of ASCII letters alone. So an index is sought as far as these go, and
what it finds is compared as `casefold` has it.
"""

from __future__ import annotations

import json
from itertools import islice, product, takewhile
from typing import TYPE_CHECKING

from webcare_desk.domain.sought import is_by

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from webcare_desk.domain.sought import Sought

#: From more authors, or comments of them, on it is quicker to go through all from the newest.
_FEW = 2_000
_BEGINNING = "SELECT id, name, remote FROM author WHERE salt <> x'' AND "
_BY_NAME = f"{_BEGINNING} name COLLATE NOCASE >= ? AND name COLLATE NOCASE < ?"
_BY_HANDLE = f"{_BEGINNING} remote COLLATE NOCASE >= ? AND remote COLLATE NOCASE < ?"
_OF_FEW = (
    "SELECT c.id FROM json_each(?) a CROSS JOIN comment c ON c.author = a.value "
    "WHERE c.id < ? ORDER BY c.id DESC LIMIT ?"
)
_OF_ALL = (
    "SELECT c.id, a.name, a.remote FROM comment c CROSS JOIN author a ON a.id = c.author "
    "WHERE c.id < ? AND a.salt <> x'' ORDER BY c.id DESC"
)
_WORDINGS = (
    "SELECT r.body, w.comment FROM json_each(?) a CROSS JOIN comment c ON c.author = a.value "
    "CROSS JOIN work w ON w.comment = c.id CROSS JOIN revision r ON r.id = w.revision LIMIT ?"
)
_WORDING = "SELECT r.body FROM work w JOIN revision r ON r.id = w.revision WHERE w.comment = ?"
# The plus keeps SQLite from asking the index of words anew for each text.
_WORDS_OF_FEW = (
    "SELECT f.rowid FROM text_fts f WHERE f.body MATCH ? AND f.rowid < ? "
    "AND +f.rowid IN (SELECT value FROM json_each(?)) ORDER BY f.rowid DESC LIMIT ?"
)
_WORDS_OF_ALL = (
    "SELECT w.comment, a.name, a.remote FROM text_fts f "
    "CROSS JOIN revision r ON r.body = f.rowid "
    "CROSS JOIN work w ON w.comment = r.comment AND w.revision = r.id "
    "CROSS JOIN comment c ON c.id = w.comment CROSS JOIN author a ON a.id = c.author "
    "WHERE f.body MATCH ? AND f.rowid < ? AND a.salt <> x'' ORDER BY f.rowid DESC"
)


def written_by(db: sqlite3.Connection, asked: Sought, before: int, limit: int) -> list[int]:
    """Return comments, the newest first, before the comment `before`, by whom is asked for."""
    few = _authors(db, asked.names)
    if few is None:
        return _fitting(asked, db.execute(_OF_ALL, (before,)), limit)
    return [row[0] for row in db.execute(_OF_FEW, (json.dumps(few), before, limit))]


def said_by(
    db: sqlite3.Connection, asked: Sought, phrase: str, before: int, limit: int
) -> list[int]:
    """Return comments by whom is asked for that hold a phrase, the newest wording first."""
    last = db.execute(_WORDING, (before,)).fetchone()
    text = before if last is None else last[0]
    few = _authors(db, asked.names)
    texts = {} if few is None else dict(db.execute(_WORDINGS, (json.dumps(few), _FEW + 1)))
    if few is None or len(texts) > _FEW:
        return _fitting(asked, db.execute(_WORDS_OF_ALL, (phrase, text)), limit)
    found = db.execute(_WORDS_OF_FEW, (phrase, text, json.dumps(list(texts)), limit))
    return [texts[row[0]] for row in found]


def _fitting(asked: Sought, rows: Iterable[tuple[int, str, str]], limit: int) -> list[int]:
    """Return the first comments of `rows` whose author is asked for."""
    fit = (comment for comment, *called in rows if is_by(asked.names, *called))
    return list(islice(fit, limit))


def _authors(db: sqlite3.Connection, names: tuple[str, ...]) -> list[int] | None:
    """Return the authors whose name or handle begins with each of `names`; None of many."""
    found: set[int] = set()
    for query, start in product((_BY_NAME, _BY_HANDLE), _starts(names[0])):
        for author, *called in db.execute(query, (start, f"{start}\U0010ffff")):
            if is_by(names, *called):
                found.add(author)
            if len(found) > _FEW:
                return None
    return sorted(found)


def _starts(name: str) -> set[str]:
    """Return how what folds to `name` may begin, but for the case of ASCII letters.

    Before an s it ends: the ß folds to two of them.
    """
    first = name[0]
    if not first.isascii():
        return {first, first.lower(), first.upper(), first.title()}
    return {first + "".join(takewhile(lambda each: each.isascii() and each not in "sS", name[1:]))}
