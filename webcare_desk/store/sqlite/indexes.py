"""Whether every index has what its table has, also the one that searches the words.

Whoever has the file can make one without a row and leave the rules as they were:
the row is there, and no list, count or search of the program finds it. Rows are
compared with the log by their numbers, so only SQLite's own check tells.
"""

import re
import sqlite3
from contextlib import suppress

_SEARCH = (
    "createvirtualtabletext_ftsusingfts5(body,tokenize=unicode61remove_diacritics2,content=text)"
)
_RULE = "SELECT sql FROM sqlite_schema WHERE name = 'text_fts'"
#: The check of FTS5 is a write, which would hold up whoever works at the desk and is
#: refused on a disc: so what the index consists of is copied, and reads the desk's texts.
#: An erased one, which has no salt, is not in the index.
_COPY = """
CREATE TEMP VIEW search_body AS SELECT id, body FROM main.text WHERE salt <> x'';
CREATE VIRTUAL TABLE temp.search USING fts5(
  body, tokenize='unicode61 remove_diacritics 2', content='search_body', content_rowid='id');
"""
_PARTS = ("data", "idx", "docsize", "config")


def astray(connection: sqlite3.Connection) -> str | None:
    """Return what an index lacks or has too much, as a sentence; None if nothing."""
    answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if answer != "ok":
        return f"the database is not whole: {answer}"
    if not _is_search_whole(connection):
        return "the search index does not have the words of the texts"
    return None


def _is_search_whole(connection: sqlite3.Connection) -> bool:
    rule = connection.execute(_RULE).fetchone()
    if rule is None or re.sub(r"[\s\"'`\[\]]", "", rule[0]).lower() != _SEARCH:
        return False
    try:
        _copy_search(connection)
        connection.execute("INSERT INTO temp.search(search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    finally:
        _forget(connection)
    return True


def _copy_search(connection: sqlite3.Connection) -> None:
    for statement in _COPY.split(";"):
        connection.execute(statement)
    for part in _PARTS:
        connection.execute(f"DELETE FROM temp.search_{part}")  # noqa: S608 - names of this file
        connection.execute(
            f"INSERT INTO temp.search_{part} SELECT * FROM main.text_fts_{part}"  # noqa: S608 - the same
        )


def _forget(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.DatabaseError):  # a copy of nonsense may not even be dropped
        connection.execute("DROP TABLE IF EXISTS temp.search")
    connection.execute("DROP VIEW IF EXISTS temp.search_body")
