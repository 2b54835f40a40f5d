"""0007: deviations, and what is done about them (CAPA)."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_DEVIATIONS = """
CREATE TABLE deviation(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, origin TEXT UNIQUE,
  comment INTEGER REFERENCES comment(id), state TEXT NOT NULL,
  opened_by TEXT NOT NULL, opened_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  owner TEXT NOT NULL, is_effective INTEGER, effect_by TEXT, effect_at INTEGER,
  closed_by TEXT, closed_at INTEGER, signature INTEGER, version INTEGER NOT NULL,
  salt BLOB NOT NULL, title TEXT NOT NULL, cause TEXT, effect TEXT
) STRICT;
CREATE INDEX deviation_open ON deviation(due_at, id) WHERE state <> 'closed';
CREATE TABLE measure(
  id INTEGER PRIMARY KEY, deviation INTEGER NOT NULL REFERENCES deviation(id),
  kind TEXT NOT NULL, owner TEXT NOT NULL, due_at INTEGER NOT NULL,
  done_at INTEGER, done_by TEXT, version INTEGER NOT NULL,
  salt BLOB NOT NULL, what TEXT NOT NULL, result TEXT
) STRICT;
CREATE INDEX measure_deviation ON measure(deviation, id);
"""


def deviations(db: Database) -> None:
    """Make the tables of deviations and their measures."""
    run(db, _DEVIATIONS)
    guard(db, (tables.DEVIATION, tables.MEASURE))
