"""0019: indexes for the search by who wrote."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run

# An erasure blanks the row, and with it what stands here: no copy of a name is kept elsewhere.
_INDEX = """
CREATE INDEX author_name ON author(name COLLATE NOCASE);
CREATE INDEX author_handle ON author(remote COLLATE NOCASE);
"""


def authors(db: Database) -> None:
    """Make the indexes."""
    run(db, _INDEX)
