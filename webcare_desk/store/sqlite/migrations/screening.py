"""0010: what the model beside the lexicon says of each wording."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_SCREENING = """
CREATE TABLE assessment(
  revision INTEGER PRIMARY KEY REFERENCES revision(id), model TEXT NOT NULL,
  tier INTEGER NOT NULL, score INTEGER NOT NULL, adds INTEGER NOT NULL,
  categories TEXT, spans TEXT
) STRICT;
"""


def screening(db: Database) -> None:
    """Make the table."""
    run(db, _SCREENING)
    guard(db, (tables.ASSESSMENT,))
