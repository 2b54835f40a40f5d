"""0009: safety cases: where each stands, its versions, and PV's answers."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.guard import guard, run

_CASES = """
CREATE TABLE safety_case(
  id INTEGER PRIMARY KEY, escalation INTEGER NOT NULL UNIQUE REFERENCES escalation(id),
  state TEXT NOT NULL, since INTEGER NOT NULL, alarm TEXT, alarmed_at INTEGER,
  duplicate_of INTEGER REFERENCES escalation(id), reason TEXT, report TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX safety_case_report ON safety_case(report) WHERE report IS NOT NULL;
CREATE INDEX safety_case_open ON safety_case(escalation) WHERE state <> 'closed';
CREATE TABLE case_version(
  id INTEGER PRIMARY KEY, escalation INTEGER NOT NULL REFERENCES escalation(id),
  number INTEGER NOT NULL, kind TEXT NOT NULL, document INTEGER REFERENCES document(id),
  delivery INTEGER REFERENCES delivery(id), received_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL, by TEXT NOT NULL, batch TEXT, answer TEXT, answered_at INTEGER,
  version INTEGER NOT NULL, salt BLOB NOT NULL, reason TEXT, UNIQUE (escalation, number)
) STRICT;
CREATE INDEX case_version_delivery ON case_version(delivery) WHERE delivery IS NOT NULL;
CREATE TABLE case_answer(
  id INTEGER PRIMARY KEY, escalation INTEGER REFERENCES escalation(id), number INTEGER,
  way TEXT NOT NULL, meaning TEXT NOT NULL, waiting INTEGER NOT NULL, at INTEGER NOT NULL,
  by TEXT NOT NULL, proof TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document(id),
  signature INTEGER REFERENCES signature(id), duplicate_of INTEGER REFERENCES escalation(id),
  reason TEXT, version INTEGER NOT NULL, salt BLOB NOT NULL,
  report TEXT, pv_reference TEXT, words TEXT, problems TEXT
) STRICT;
CREATE INDEX case_answer_case ON case_answer(escalation, id);
CREATE INDEX case_answer_proof ON case_answer(proof, id);
"""


def cases(db: Database) -> None:
    """Make the tables of safety cases."""
    run(db, _CASES)
    guard(db, (tables.SAFETY_CASE, tables.CASE_VERSION, tables.CASE_ANSWER))
