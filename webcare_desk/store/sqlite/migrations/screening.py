"""0010: what the model beside the lexicon says of each wording, and what the desk learnt."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_SCREENING = """
CREATE TABLE assessment(
  revision INTEGER PRIMARY KEY REFERENCES revision(id), model TEXT NOT NULL,
  tier INTEGER NOT NULL, score INTEGER NOT NULL, adds INTEGER NOT NULL,
  categories TEXT, spans TEXT
) STRICT;
CREATE TABLE correction(
  id INTEGER PRIMARY KEY, model TEXT NOT NULL, based_on INTEGER NOT NULL,
  comment INTEGER NOT NULL REFERENCES comment(id), entry INTEGER NOT NULL UNIQUE,
  is_report INTEGER NOT NULL, at INTEGER NOT NULL, salt BLOB NOT NULL, weights TEXT NOT NULL
) STRICT;
CREATE TABLE hint(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id), kind TEXT NOT NULL,
  by TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (comment, kind)
) STRICT;
"""


def screening(db: Database) -> None:
    """Make the tables."""
    run(db, _SCREENING)
    guard(db, (tables.ASSESSMENT, tables.CORRECTION, tables.HINT))
