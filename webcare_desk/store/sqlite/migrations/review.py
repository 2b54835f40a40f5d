"""0006: how entries are found by filter."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.log_pages import FOUND
from webcare_desk.store.sqlite.migrations.guard import run

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


def review(db: Database) -> None:
    """Make the list of where entries are found, in place of two indexes."""
    run(db, _FOUND)
    db.execute(f"INSERT INTO entry_found {FOUND}")
