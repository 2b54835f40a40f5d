"""0013: who did what in which block of entries, so that a rare pair is found at once."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.log_pages import PAIRS
from webcare_desk.store.sqlite.migrations.guard import run

# Once in 256 entries: no act pays for a list of its own.
_PAIRED = """
CREATE TRIGGER entry_fills_block AFTER INSERT ON entry WHEN NEW.seq % 256 = 255 BEGIN
  INSERT OR IGNORE INTO entry_found
    SELECT DISTINCT 'pair', action || '/' || actor, NEW.seq / 256 FROM entry
    WHERE seq BETWEEN NEW.seq - 255 AND NEW.seq;
END;
"""


def pairs(db: Database) -> None:
    """List the pairs of every full block, and go on with it."""
    run(db, _PAIRED)
    db.execute(f"INSERT OR IGNORE INTO entry_found {PAIRS}")
