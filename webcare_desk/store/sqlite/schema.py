"""The database's own rules: whether its tables and triggers are those that were made.

A trigger that was dropped would let a change pass without its entry, and one
that was added could change rows behind the desk's back.
"""

import contextlib
import sqlite3

#: What sqlite-utils and SQLite make for themselves is theirs to word.
_SCHEMA = """
SELECT type, name, sql FROM sqlite_schema WHERE NOT (type IN ('table', 'index') AND (
  name GLOB 'sqlite_*' OR name GLOB 'text_fts*' OR name = '_sqlite_migrations'))
"""


def altered(connection: sqlite3.Connection) -> str | None:
    """Return what was added, dropped or changed, as a sentence; None if nothing was."""
    found, made = dict(_rules(connection)), _made()
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


def _made() -> dict[tuple[str, str], str | None]:
    """Return the rules of a desk that this program has just made."""
    from sqlite_utils import Database  # noqa: PLC0415 - 65 ms that most starts do not need

    from webcare_desk.store.sqlite.migrations import migrations  # noqa: PLC0415 - the same

    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations().apply(Database(fresh, execute_plugins=False))
        return dict(_rules(fresh))
