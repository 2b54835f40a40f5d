"""0001: comments, the work on them, people, and the log with its guards."""

from sqlite_utils import Database
from sqlite_utils.db import Table as SqliteTable

from webcare_desk.store import tables
from webcare_desk.store.sqlite.connection import APPLICATION_ID
from webcare_desk.store.sqlite.migrations.guard import guard, log_guards, run

#: The audited tables that this migration makes; later ones guard their own.
_AUDITED = (
    tables.FACT,
    tables.DOCUMENT,
    tables.TEXT,
    tables.AUTHOR,
    tables.THREAD,
    tables.COMMENT,
    tables.REVISION,
    tables.WORK,
    tables.NOTE,
    tables.ESCALATION,
    tables.DELIVERY,
    tables.MODERATOR,
    tables.SESSION,
    tables.SOURCE,
    tables.COVERAGE,
)

_LOG = """
CREATE TABLE fact(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE TABLE entry(
  seq INTEGER PRIMARY KEY,
  leaf BLOB NOT NULL,
  at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject INTEGER
) STRICT;
CREATE INDEX entry_subject ON entry(subject, seq) WHERE subject IS NOT NULL;
CREATE INDEX entry_actor ON entry(actor, seq);
CREATE INDEX entry_action ON entry(action, seq);
CREATE TABLE head(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  size INTEGER NOT NULL,
  peaks BLOB NOT NULL,
  last BLOB NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE TABLE door(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL REFERENCES entry(seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE ballast(id INTEGER PRIMARY KEY, filling BLOB) STRICT;
CREATE TABLE draft(
  comment INTEGER NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (comment, author)
) STRICT;
"""

_ARRIVALS = """
CREATE TABLE text(id INTEGER PRIMARY KEY, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE document(id INTEGER PRIMARY KEY, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE author(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, salt BLOB NOT NULL,
  remote TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (source, remote)
) STRICT;
CREATE TABLE thread(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, salt BLOB NOT NULL,
  remote TEXT NOT NULL, title TEXT NOT NULL, UNIQUE (source, remote)
) STRICT;
CREATE TABLE comment(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
  thread INTEGER NOT NULL REFERENCES thread(id), author INTEGER NOT NULL REFERENCES author(id),
  posted_at INTEGER NOT NULL, ingested_at INTEGER NOT NULL, own INTEGER NOT NULL,
  salt BLOB NOT NULL, remote TEXT NOT NULL, parent TEXT, link TEXT NOT NULL,
  UNIQUE (source, remote)
) STRICT;
CREATE INDEX comment_thread ON comment(thread, posted_at, id);
CREATE TABLE revision(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id),
  number INTEGER NOT NULL, body INTEGER NOT NULL REFERENCES text(id), seen_at INTEGER NOT NULL,
  language TEXT NOT NULL, tier INTEGER NOT NULL, category TEXT NOT NULL, queue TEXT NOT NULL,
  plan TEXT, reply_due INTEGER, visibility TEXT NOT NULL,
  salt BLOB NOT NULL, findings TEXT NOT NULL, rules TEXT NOT NULL,
  UNIQUE (comment, number)
) STRICT;
CREATE INDEX revision_body ON revision(body);
"""

_WORK = """
CREATE TABLE work(
  comment INTEGER PRIMARY KEY REFERENCES comment(id),
  queue TEXT NOT NULL, status TEXT NOT NULL, category TEXT NOT NULL, tier INTEGER NOT NULL,
  due INTEGER NOT NULL, reply_due INTEGER, aware_at INTEGER, aware_due INTEGER,
  claimed_by TEXT, claimed_until INTEGER NOT NULL, assigned_to TEXT,
  visibility TEXT NOT NULL, reason TEXT, revision INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX work_queue ON work(queue, due, comment);
CREATE INDEX work_claimed ON work(claimed_by, due, comment) WHERE claimed_by IS NOT NULL;
CREATE INDEX work_assigned ON work(assigned_to, due, comment) WHERE assigned_to IS NOT NULL;
CREATE TABLE queue_count(queue TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TRIGGER work_arrives AFTER INSERT ON work BEGIN
  INSERT INTO queue_count(queue, count) VALUES (NEW.queue, 1)
    ON CONFLICT (queue) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER work_moves AFTER UPDATE OF queue ON work WHEN OLD.queue <> NEW.queue BEGIN
  UPDATE queue_count SET count = count - 1 WHERE queue = OLD.queue;
  INSERT INTO queue_count(queue, count) VALUES (NEW.queue, 1)
    ON CONFLICT (queue) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER work_leaves AFTER DELETE ON work BEGIN
  UPDATE queue_count SET count = count - 1 WHERE queue = OLD.queue;
END;
CREATE TABLE note(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id),
  author TEXT NOT NULL, body INTEGER NOT NULL REFERENCES text(id), at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_comment ON note(comment, id);
CREATE INDEX note_body ON note(body);
CREATE TABLE escalation(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, comment INTEGER NOT NULL REFERENCES comment(id),
  state TEXT NOT NULL, plan TEXT NOT NULL, step INTEGER NOT NULL, aware_at INTEGER NOT NULL,
  recognised_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  packet INTEGER NOT NULL REFERENCES document(id),
  owner TEXT NOT NULL, by TEXT NOT NULL, version INTEGER NOT NULL,
  salt BLOB NOT NULL, pv_reference TEXT
) STRICT;
CREATE INDEX escalation_comment ON escalation(comment, id);
CREATE INDEX escalation_open ON escalation(due_at, id) WHERE state = 'open';
CREATE TABLE delivery(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  comment INTEGER NOT NULL REFERENCES comment(id), escalation INTEGER REFERENCES escalation(id),
  state TEXT NOT NULL, body INTEGER REFERENCES text(id), mail INTEGER REFERENCES document(id),
  template TEXT, author TEXT NOT NULL, queued_at INTEGER NOT NULL, not_before INTEGER NOT NULL,
  attempts INTEGER NOT NULL, lease_until INTEGER NOT NULL, problem TEXT, version INTEGER NOT NULL,
  salt BLOB NOT NULL, receipt TEXT
) STRICT;
CREATE INDEX delivery_comment ON delivery(comment, id);
CREATE INDEX delivery_body ON delivery(body);
CREATE INDEX delivery_due ON delivery(not_before, id)
  WHERE state IN ('held', 'sending', 'sent', 'uncertain');
CREATE INDEX delivery_problem ON delivery(state, id) WHERE state IN ('uncertain', 'failed');
"""

_PEOPLE = """
CREATE TABLE moderator(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, active INTEGER NOT NULL,
  failures INTEGER NOT NULL, locked_until INTEGER NOT NULL, version INTEGER NOT NULL,
  salt BLOB NOT NULL, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL
) STRICT;
CREATE TABLE session(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, moderator TEXT NOT NULL, role TEXT NOT NULL,
  began_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE TABLE source(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, cursor TEXT
) STRICT;
CREATE TABLE coverage(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, began_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL, state TEXT NOT NULL, seen INTEGER NOT NULL, added INTEGER NOT NULL,
  expected INTEGER, explained_by TEXT, salt BLOB NOT NULL, problem TEXT
) STRICT;
CREATE INDEX coverage_source ON coverage(source, id);
CREATE INDEX coverage_gap ON coverage(source, id)
  WHERE state <> 'complete' AND explained_by IS NULL;
"""


def desk(db: Database) -> None:
    """Make the desk's tables."""
    for script in (_LOG, _ARRIVALS, _WORK, _PEOPLE):
        run(db, script)
    text = db["text"]
    if isinstance(text, SqliteTable):
        text.enable_fts(["body"], tokenize="unicode61 remove_diacritics 2")
    guard(db, _AUDITED)
    log_guards(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
