"""0002: certificates, and the rules for people that a desk sets itself."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_TRAINING = """
CREATE TABLE certificate(
  id INTEGER PRIMARY KEY, moderator TEXT NOT NULL, course TEXT NOT NULL,
  issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, score INTEGER NOT NULL,
  seed INTEGER, pool TEXT, issued_by TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_moderator ON certificate(moderator, course, expires_at);
CREATE TABLE policy(
  id INTEGER PRIMARY KEY CHECK (id = 1), training_gate INTEGER NOT NULL,
  pass_percent INTEGER NOT NULL, questions INTEGER NOT NULL, certificate_days INTEGER NOT NULL,
  idle_minutes INTEGER NOT NULL, password_days INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
"""


def training(db: Database) -> None:
    """Make the tables."""
    run(db, _TRAINING)
    guard(db, (tables.CERTIFICATE, tables.POLICY))
