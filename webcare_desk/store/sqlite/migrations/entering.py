"""0003: locks of a session, a second factor, the age of a password, alerts.

The new columns have no default: a row from before says nothing about them,
and neither does its entry. An account is never deleted and its id never
changes, not even within an entry (21 CFR 11.100(a)).
"""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_ENTERING = """
ALTER TABLE moderator ADD COLUMN password_at INTEGER;
ALTER TABLE moderator ADD COLUMN code_step INTEGER;
ALTER TABLE session ADD COLUMN locked_at INTEGER;
ALTER TABLE session ADD COLUMN unlocked_at INTEGER;
CREATE TABLE alert(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, moderator TEXT, first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL, tries INTEGER NOT NULL, seen_by TEXT, seen_at INTEGER,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX alert_unseen ON alert(kind, moderator) WHERE seen_at IS NULL;
CREATE INDEX session_open ON session(id) WHERE ended_at IS NULL;
CREATE TRIGGER moderator_stays BEFORE DELETE ON moderator WHEN EXISTS (SELECT 1 FROM door)
BEGIN SELECT RAISE(ABORT, 'an account is closed and never deleted'); END;
CREATE TRIGGER moderator_is_the_same BEFORE UPDATE OF uid, login ON moderator
WHEN NEW.uid <> OLD.uid OR NEW.login <> OLD.login
BEGIN SELECT RAISE(ABORT, 'an account keeps its id and its login'); END;
"""


def entering(db: Database) -> None:
    """Make the columns and the table."""
    run(db, _ENTERING)
    guard(db, (tables.ALERT,))
