"""0004: signing keys, electronic signatures, and requests for a second person."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_AUDITED = (tables.SIGNING_KEY, tables.SIGNATURE, tables.SIGNING_LOCK, tables.REQUEST)

_SIGNATURES = """
CREATE TABLE signing_key(
  id INTEGER PRIMARY KEY, moderator TEXT NOT NULL, public TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL, ended_at INTEGER, ended_by TEXT,
  salt BLOB NOT NULL, sealed TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX signing_key_in_use ON signing_key(moderator) WHERE ended_at IS NULL;
CREATE TABLE signature(
  id INTEGER PRIMARY KEY, signer TEXT NOT NULL, role TEXT NOT NULL, session TEXT NOT NULL,
  at INTEGER NOT NULL, zone TEXT NOT NULL, meaning TEXT NOT NULL, record TEXT NOT NULL,
  document TEXT NOT NULL, protocol TEXT, public TEXT NOT NULL,
  salt BLOB NOT NULL, name TEXT NOT NULL, signed TEXT NOT NULL
) STRICT;
CREATE INDEX signature_record ON signature(record, id);
CREATE INDEX signature_document ON signature(document, id);
CREATE INDEX signature_session ON signature(session, id);
CREATE TABLE signing_lock(
  id INTEGER PRIMARY KEY, session TEXT NOT NULL UNIQUE, after INTEGER NOT NULL
) STRICT;
CREATE TABLE request(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, target TEXT NOT NULL,
  record TEXT NOT NULL, state TEXT NOT NULL, asked_by TEXT NOT NULL, asked_in TEXT NOT NULL,
  asked_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  asking INTEGER NOT NULL UNIQUE REFERENCES signature(id),
  decided_by TEXT, decided_in TEXT, decided_at INTEGER,
  approving INTEGER UNIQUE REFERENCES signature(id), used_at INTEGER, version INTEGER NOT NULL,
  salt BLOB NOT NULL, payload TEXT NOT NULL, reason TEXT NOT NULL,
  CHECK (decided_by <> asked_by AND decided_in <> asked_in)
) STRICT;
CREATE INDEX request_open ON request(kind, target, record) WHERE state IN ('waiting', 'approved');
"""


def signatures(db: Database) -> None:
    """Make the tables of signatures and requests."""
    run(db, _SIGNATURES)
    guard(db, _AUDITED)
