"""0006: how entries are found by filter; reviews of the log and checks of decisions."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.log_pages import FOUND
from webcare_desk.store.sqlite.migrations.guard import guard, run

_FOUND = """
CREATE TABLE entry_found(
  kind TEXT NOT NULL, name ANY NOT NULL, block INTEGER NOT NULL,
  PRIMARY KEY (kind, name, block)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER entry_is_found AFTER INSERT ON entry BEGIN
  INSERT OR IGNORE INTO entry_found VALUES
    ('actor', NEW.actor, NEW.seq / 256), ('action', NEW.action, NEW.seq / 256),
    ('hour', NEW.at / 3600000000, NEW.seq / 256);
END;
DROP INDEX IF EXISTS entry_actor;
DROP INDEX IF EXISTS entry_action;
"""


_REVIEW = """
CREATE TABLE review(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  first_entry INTEGER NOT NULL, last_entry INTEGER NOT NULL, seed INTEGER NOT NULL,
  by TEXT NOT NULL, began_at INTEGER NOT NULL, concluded_at INTEGER, verdict TEXT,
  signature INTEGER, version INTEGER NOT NULL, salt BLOB NOT NULL, conclusion TEXT
) STRICT;
CREATE TABLE review_question(
  id INTEGER PRIMARY KEY, review INTEGER NOT NULL REFERENCES review(id),
  question TEXT NOT NULL, hits INTEGER NOT NULL, UNIQUE (review, question)
) STRICT;
CREATE TABLE review_hit(
  id INTEGER PRIMARY KEY, review INTEGER NOT NULL REFERENCES review(id),
  question TEXT NOT NULL, entry INTEGER NOT NULL, actor TEXT NOT NULL,
  verdict TEXT, judged_by TEXT, judged_at INTEGER, version INTEGER NOT NULL,
  salt BLOB NOT NULL, remark TEXT, UNIQUE (review, question, entry)
) STRICT;
"""

_CHECKS = """
CREATE TABLE quality_check(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  comment INTEGER NOT NULL REFERENCES comment(id), kind TEXT NOT NULL,
  entry INTEGER NOT NULL UNIQUE, decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL,
  seed INTEGER NOT NULL, drawn_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  agrees INTEGER, category TEXT, reason TEXT,
  checked_by TEXT, checked_at INTEGER, version INTEGER NOT NULL,
  salt BLOB NOT NULL, remark TEXT
) STRICT;
CREATE INDEX quality_check_waiting ON quality_check(due_at, id) WHERE checked_at IS NULL;
"""


def review(db: Database) -> None:
    """Make the tables of review and quality control, and where entries are found."""
    find_entries(db)
    run(db, _REVIEW)
    run(db, _CHECKS)
    guard(db, (tables.REVIEW, tables.REVIEW_QUESTION, tables.REVIEW_HIT, tables.QUALITY_CHECK))


def find_entries(db: Database) -> None:
    """Make the list of blocks, with everything that is in the log, in place of two indexes."""
    run(db, _FOUND)
    db.execute(f"INSERT INTO entry_found {FOUND}")
