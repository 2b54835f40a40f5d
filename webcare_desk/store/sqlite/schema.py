"""The database's own rules: whether its tables and triggers are those that were made.

A trigger that was dropped would let a change pass without its entry, and one
that was added could change rows behind the desk's back. A desk of an earlier
version, such as an old backup, is held against the rules that it had then.
"""

import contextlib
import sqlite3
from pathlib import Path

from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.connection import SET_NAME

#: What sqlite-utils and SQLite make for themselves is theirs to word.
_SCHEMA = """
SELECT type, name, sql FROM sqlite_schema WHERE NOT (type IN ('table', 'index') AND (
  name GLOB 'sqlite_*' OR name GLOB 'text_fts*' OR name = '_sqlite_migrations'))
"""
_LISTED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
#: An index answers the first alone: what the rows themselves say would not be looked at.
_IN_ROWS = _LISTED.replace("WHERE", "NOT INDEXED WHERE")


def is_of_now(connection: sqlite3.Connection) -> bool:
    """Say whether a desk has the tables of this program, not those of an earlier one."""
    return _listed(connection) == opening.MIGRATIONS


def _listed(connection: sqlite3.Connection, query: str = _LISTED) -> tuple[str, ...]:
    return tuple(name for (name,) in connection.execute(query, (SET_NAME,)))


def require_known(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a desk that a newer program wrote: by rules of which this one knows nothing.

    Its list begins with all of ours and goes on; any other list is a flaw.
    """
    with contextlib.suppress(sqlite3.Error):  # what is wrong with the list, `altered` tells
        listed, ours = _listed(connection), opening.MIGRATIONS
        if listed[: len(ours)] == ours and listed == _listed(connection, _IN_ROWS):
            opening.refuse_newer(listed, path)


def altered(connection: sqlite3.Connection) -> str | None:
    """Return what was added, dropped or changed, as a sentence; None if nothing was."""
    listed = _listed(connection)
    expected = opening.MIGRATIONS[: len(listed)]
    if not listed or expected != listed or expected != _listed(connection, _IN_ROWS):
        return "the rules of the database are not those of this program, nor of an earlier one"
    found, made = dict(_rules(connection)), _made(len(listed))
    differing = {name for name, _ in found.items() ^ made.items()}
    if not differing:
        return None
    kind, name = min(differing)
    verb = "changed" if (kind, name) in found.keys() & made.keys() else "added"
    if (kind, name) not in found:
        verb = "dropped"
    return f"the rules of the database were changed: the {kind} {name} was {verb}"


def _rules(connection: sqlite3.Connection) -> list[tuple[tuple[str, str], str | None]]:
    return [((kind, name), sql) for kind, name, sql in connection.execute(_SCHEMA)]


def _made(version: int) -> dict[tuple[str, str], str | None]:
    """Return the rules of a desk on which the first `version` migrations have just run."""
    from sqlite_utils import Database  # 65 ms that most starts do not need

    from webcare_desk.store.sqlite.migrations import migrations

    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        later = opening.MIGRATIONS[version:]
        migrations().apply(Database(fresh, execute_plugins=False), stop_before=later)
        return dict(_rules(fresh))
