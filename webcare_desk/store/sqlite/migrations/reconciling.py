"""0009: comparisons with PV's list, and what does not agree."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_RECONCILING = """
CREATE TABLE reconciliation(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, since INTEGER NOT NULL,
  until INTEGER NOT NULL, made_at INTEGER NOT NULL, by TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id), lines INTEGER NOT NULL,
  cases INTEGER NOT NULL, matched INTEGER NOT NULL,
  signature INTEGER REFERENCES signature(id), pv_way TEXT,
  pv_document INTEGER REFERENCES document(id), pv_at INTEGER, version INTEGER NOT NULL,
  salt BLOB NOT NULL, pv_name TEXT
) STRICT;
CREATE TABLE discrepancy(
  id INTEGER PRIMARY KEY, reconciliation INTEGER NOT NULL REFERENCES reconciliation(id),
  kind TEXT NOT NULL, mark TEXT NOT NULL, escalation INTEGER REFERENCES escalation(id),
  line INTEGER, opened_at INTEGER NOT NULL, seen_in INTEGER NOT NULL, resolution TEXT,
  resolved_at INTEGER, resolved_by TEXT, version INTEGER NOT NULL,
  salt BLOB NOT NULL, ours TEXT, theirs TEXT, words TEXT
) STRICT;
CREATE INDEX discrepancy_open ON discrepancy(opened_at, id) WHERE resolution IS NULL;
"""


def reconciling(db: Database) -> None:
    """Make the tables of reconciliation."""
    run(db, _RECONCILING)
    guard(db, (tables.RECONCILIATION, tables.DISCREPANCY))
