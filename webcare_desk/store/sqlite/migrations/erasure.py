"""0005: legal holds, and tombstones of what was erased; only with one may evidence go."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run
from webcare_desk.store.table import Table

_ERASURE = """
CREATE TABLE hold(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id), basis TEXT NOT NULL,
  since INTEGER NOT NULL, by TEXT NOT NULL, ended_at INTEGER, ended_by TEXT,
  version INTEGER NOT NULL, salt BLOB NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX hold_comment ON hold(comment, id);
CREATE TABLE erased(
  id INTEGER PRIMARY KEY, place TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL,
  request INTEGER NOT NULL REFERENCES request(id), at INTEGER NOT NULL, UNIQUE (place, number)
) STRICT;
CREATE INDEX erased_request ON erased(request, id);
CREATE INDEX comment_author ON comment(author, id);
"""

#: What an erased row of evidence may become; anything else stays refused.
_BLANK = {
    tables.TEXT: "NEW.body = ''",
    tables.DOCUMENT: "NEW.body = ''",
    tables.AUTHOR: "NEW.name = '' AND NEW.remote GLOB 'erased:*'",
    tables.COMMENT: "NEW.link = '' AND NEW.parent IS NULL AND NEW.remote GLOB 'erased:*'",
    tables.REVISION: "NEW.findings = '[]' AND NEW.rules = '[]'",
}


def erasure(db: Database) -> None:
    """Make the tables, and let evidence be blanked where a tombstone stands for it."""
    run(db, _ERASURE)
    guard(db, (tables.HOLD, tables.ERASED))
    for table, blank in _BLANK.items():
        let_blank(db, table, blank)


def let_blank(db: Database, table: Table, blank: str) -> None:
    """Let a row of evidence become `blank` where a tombstone stands for it, and nothing else."""
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in (table.key, *table.plain))
    db.execute(f"DROP TRIGGER {table.name}_update_refused")
    db.execute(
        f"CREATE TRIGGER {table.name}_update_refused BEFORE UPDATE ON {table.name} "  # noqa: S608 - names from tables.py
        f"WHEN NOT ({blank} AND NEW.salt = x'' AND {same} AND EXISTS "
        f"(SELECT 1 FROM erased WHERE place = '{table.name}' AND number = OLD.{table.key})) "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is evidence and is never changed'); END"
    )
