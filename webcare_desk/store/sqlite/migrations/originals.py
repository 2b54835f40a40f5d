"""0011: the frozen originals; what hides or deletes leaves the desk only after one."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_ORIGINALS = """
CREATE TABLE original(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id), cause TEXT NOT NULL,
  taken_at INTEGER NOT NULL, state TEXT NOT NULL, picture INTEGER REFERENCES document(id),
  problem TEXT, version INTEGER NOT NULL,
  salt BLOB NOT NULL, posts TEXT, text_hash TEXT, picture_hash TEXT
) STRICT;
CREATE INDEX original_comment ON original(comment, id);
CREATE INDEX original_waiting ON original(id) WHERE state = 'waiting';
CREATE TRIGGER original_before_taking_away BEFORE INSERT ON delivery
WHEN NEW.kind IN ('hide', 'delete') AND NOT EXISTS (
  SELECT 1 FROM original WHERE comment = NEW.comment AND cause = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'an original is frozen before it is hidden or deleted'); END;
"""


def originals(db: Database) -> None:
    """Make the table of frozen originals."""
    run(db, _ORIGINALS)
    guard(db, (tables.ORIGINAL,))
