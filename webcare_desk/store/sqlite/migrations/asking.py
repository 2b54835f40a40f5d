"""0015: the reply that an attempt sends and its alarm; what was said of cases that look alike."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_ASKING = """
ALTER TABLE inquiry ADD COLUMN delivery INTEGER REFERENCES delivery(id);
ALTER TABLE inquiry ADD COLUMN alarm TEXT;
ALTER TABLE inquiry ADD COLUMN alarmed_at INTEGER;
CREATE UNIQUE INDEX inquiry_delivery ON inquiry(delivery) WHERE delivery IS NOT NULL;
CREATE TABLE likeness(
  id INTEGER PRIMARY KEY, escalation INTEGER NOT NULL REFERENCES escalation(id),
  other INTEGER NOT NULL REFERENCES escalation(id), judgement TEXT NOT NULL,
  by TEXT NOT NULL, at INTEGER NOT NULL, CHECK (escalation < other)
) STRICT;
CREATE INDEX likeness_case ON likeness(escalation, id);
CREATE INDEX likeness_other ON likeness(other, id);
"""


def asking(db: Database) -> None:
    """Let an attempt name its reply and its alarm, and make the table of judgements."""
    run(db, _ASKING)
    guard(db, (tables.LIKENESS,))
