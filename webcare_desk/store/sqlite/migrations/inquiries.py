"""0012: the attempts to hear more from the poster of a case."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_INQUIRIES = """
CREATE TABLE inquiry(
  id INTEGER PRIMARY KEY, escalation INTEGER NOT NULL REFERENCES escalation(id),
  attempt INTEGER NOT NULL, questions TEXT NOT NULL, asked_at INTEGER NOT NULL,
  by TEXT NOT NULL, due_at INTEGER NOT NULL, ended_at INTEGER, outcome TEXT,
  version INTEGER NOT NULL, UNIQUE (escalation, attempt)
) STRICT;
CREATE INDEX inquiry_open ON inquiry(due_at, id) WHERE outcome IS NULL;
"""


def inquiries(db: Database) -> None:
    """Make the table of attempts."""
    run(db, _INQUIRIES)
    guard(db, (tables.INQUIRY,))
