"""0017: which comments have a text, told by an index alone."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run

# With the comment in it a search reads no revision: each is a page of its own on the disk.
_INDEX = """
DROP INDEX revision_body;
CREATE INDEX revision_body ON revision(body, comment);
"""


def wordings(db: Database) -> None:
    """Make the index anew."""
    run(db, _INDEX)
