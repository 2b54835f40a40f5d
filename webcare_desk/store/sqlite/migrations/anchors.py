"""0008: the anchors of the log."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_ANCHORS = """
CREATE TABLE anchor(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL,
  size INTEGER NOT NULL, root TEXT NOT NULL, made_at INTEGER NOT NULL, taken_at INTEGER,
  delivery INTEGER REFERENCES delivery(id), mail INTEGER REFERENCES document(id),
  attempts INTEGER NOT NULL, not_before INTEGER NOT NULL, problem TEXT, version INTEGER NOT NULL,
  salt BLOB NOT NULL, note TEXT NOT NULL, evidence TEXT
) STRICT;
CREATE INDEX anchor_held ON anchor(size) WHERE state <> 'waiting';
CREATE INDEX anchor_waiting ON anchor(not_before, id) WHERE state = 'waiting';
CREATE INDEX anchor_delivery ON anchor(delivery) WHERE delivery IS NOT NULL;
"""


def anchors(db: Database) -> None:
    """Make the table of anchors."""
    run(db, _ANCHORS)
    guard(db, (tables.ANCHOR,))
