"""0020: where a comment stands since it was moved; where it was read first stays with it."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.erasure import let_blank
from webcare_desk.store.sqlite.migrations.guard import guard, run

_MOVES = """
CREATE TABLE move(
  id INTEGER PRIMARY KEY, comment INTEGER NOT NULL REFERENCES comment(id),
  thread INTEGER NOT NULL REFERENCES thread(id), parent INTEGER REFERENCES comment(id),
  original INTEGER NOT NULL, at INTEGER NOT NULL, salt BLOB NOT NULL, link TEXT NOT NULL
) STRICT;
CREATE INDEX move_comment ON move(comment, id);
CREATE INDEX move_thread ON move(thread, comment);
"""


def moves(db: Database) -> None:
    """Make the table of moves."""
    run(db, _MOVES)
    guard(db, (tables.MOVE,))
    let_blank(db, tables.MOVE, "NEW.link = ''")
